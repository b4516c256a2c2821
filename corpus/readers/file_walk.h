// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/readers/passed_over.h"
#include "corpus/readers/raw_document.h"

namespace sinodex {

// A file that the walk came upon.
struct FoundFile {
    Format format = Format::text;
    std::string path;  // to open it; "-" is standard input
    std::string id;    // see RawDocument::id
    std::uint64_t size = 0;
    std::string problem;    // not empty: it cannot be read, and why
    std::size_t given = 0;  // number of the path under which it was found
};

// Walks paths and folders in the order that document_stream.h promises. A folder is listed when the
// walk comes to it, so memory is bounded by the folders on the way, not by the tree.
class FileWalk {
 public:
    // Throws Error(ErrorKind::input) when one of the paths does not exist.
    explicit FileWalk(const std::vector<std::string>& paths);

    bool next(FoundFile& found);

    std::uint64_t bytes_found() const { return bytes_found_; }
    const PassedOver& files() const { return files_; }  // of other kinds, by their endings
    const PassedOver& links() const { return links_; }

 private:
    struct Entry {
        FoundFile file;
        bool folder = false;
    };

    Entry given(const std::string& path);
    bool leads_out(const FoundFile& link);
    void enter(const FoundFile& folder);
    std::optional<Entry> inside(const FoundFile& folder, const std::string& name);

    std::vector<std::string> paths_;
    std::vector<Entry> pending_;  // what is next at the back
    std::uint64_t bytes_found_ = 0;
    PassedOver files_;
    PassedOver links_;
};

}  // namespace sinodex
