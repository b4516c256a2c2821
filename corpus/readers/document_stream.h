// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "corpus/readers/passed_over.h"
#include "corpus/readers/raw_document.h"

namespace sinodex {

struct StreamOptions {
    // Larger files, and larger single documents of files of several, are skipped without being held
    // in memory.
    // A file of several documents may have any size as a whole.
    std::uint64_t max_document_bytes = 16u << 20;
    // The stream that "-" reads; null: the process's standard input. Must outlive the stream.
    std::istream* standard_input = nullptr;
};

// The documents of files and folders, one after another, in an order that depends on names only:
// the paths in the order given, the entries of each folder in the byte order of their names.
//
// The ending of a file's name tells its format, as the table in formats.cc says, and what takes it
// apart where it holds several documents (splitter.h); "-" is standard input, JSON lines. A file
// that starts as gzip does is decompressed, whatever its name. Among JSON lines, blank ones are
// passed over, the last needs no newline, and CRLF and a byte order mark are taken off.
//
// In folders, hidden entries, files of other kinds, links to folders and links to files outside of
// the folder given are passed over; all but the first are counted. A file of another kind, or a
// link, that is given itself is read.
//
// A document that cannot be read is delivered as a RawDocument with `skip` set, so that it can be
// reported. A damaged gzip file gives the documents before the damage, then one such document.
//
// Not thread-safe: one thread reads.
class DocumentStream {
 public:
    // Throws Error(ErrorKind::input) when one of the paths does not exist.
    explicit DocumentStream(const std::vector<std::string>& paths, StreamOptions options = {});
    ~DocumentStream();
    DocumentStream(DocumentStream&&) noexcept;
    DocumentStream& operator=(DocumentStream&&) noexcept;

    // Fills `document` and returns true, or returns false at the end. Never throws for the sake of
    // an input.
    bool next(RawDocument& document);

    // Sizes of the files found so far, in bytes as they lie on disk. It grows when the walk enters
    // a folder. 0, not known, when standard input is among the paths.
    std::uint64_t bytes_total() const;
    // Returns how many of those are done with: read or skipped.
    std::uint64_t bytes_read() const;
    // Files of other kinds that were passed over in folders so far, by their endings.
    const PassedOver& ignored_files() const;
    // Links to folders, and out of the folder given, that were passed over so far.
    const PassedOver& ignored_links() const;
    // Returns what files of several documents, closed by now, held that is none.
    const PassedOver& ignored_parts() const;
    // Returns those of the paths given that held no document, not even one that cannot be read.
    // Known at the end.
    std::vector<std::string> empty_paths() const;

 private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sinodex
