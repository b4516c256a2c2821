// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/file_walk.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "corpus/error.h"
#include "corpus/readers/decoding.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

// A name as part of an id: bytes that are not UTF-8 (names of old archives) become %XX.
std::string as_id(const std::string& name) {
    if (decode_utf8(name).replaced == 0) return name;
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string id;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            id += c;
        } else {
            id += {'%', kHex[byte >> 4], kHex[byte & 15]};
        }
    }
    return id;
}

std::string joined(const std::string& folder, const std::string& name) {
    if (folder.empty()) return name;
    return folder.ends_with('/') ? folder + name : folder + '/' + name;
}

// The queries that come with a test collection in BEIR's form are no articles.
bool is_queries_of_collection(const fs::path& folder, const std::string& name) {
    std::error_code error;
    return name.starts_with("queries.jsonl") && fs::exists(folder / "corpus.jsonl", error);
}

// How a file of another kind is counted: by its ending.
std::string kind_of(const std::string& name) {
    constexpr std::size_t kLongest = 12;
    if (name.starts_with("queries.jsonl")) return "queries.jsonl";
    const std::string ending = ascii_lower(as_id(fs::path(name).extension().string()));
    const bool usual = ending.size() > 1 && ending.size() <= kLongest;
    return usual ? ending : "without an ending";
}

}  // namespace

FileWalk::FileWalk(const std::vector<std::string>& paths) : paths_(paths) {
    for (std::size_t i = 0; i < paths.size(); ++i) {
        pending_.push_back(given(paths[i]));
        pending_.back().file.given = i;
    }
    std::reverse(pending_.begin(), pending_.end());
}

bool FileWalk::next(FoundFile& found) {
    while (!pending_.empty()) {
        Entry entry = std::move(pending_.back());
        pending_.pop_back();
        if (entry.folder) {
            enter(entry.file);
            continue;
        }
        found = std::move(entry.file);
        return true;
    }
    return false;
}

FileWalk::Entry FileWalk::given(const std::string& path) {
    if (path == "-") return {{Format::json_line, path, path, 0, "", 0}, false};
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        throw Error(ErrorKind::input, path + ": " + error.message(),
                    "Give files, folders, or - for JSON lines on standard input.");
    }
    if (fs::is_directory(status)) return {{{}, path, "", 0, "", 0}, true};
    const std::string name = fs::path(path).filename().string();
    const auto size = fs::is_regular_file(status) ? fs::file_size(path, error) : 0;
    if (!error) bytes_found_ += size;
    const FormatInfo* known = format_of(name);
    const Format format = known != nullptr ? known->format : Format::text;
    return {{format, path, as_id(name), error ? 0 : size, "", 0}, false};
}

void FileWalk::enter(const FoundFile& folder) {
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator listing(folder.path, error);
    for (; !error && listing != fs::directory_iterator(); listing.increment(error)) {
        names.push_back(listing->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    std::vector<Entry> entries;
    for (const std::string& name : names) {
        if (std::optional<Entry> entry = inside(folder, name)) entries.push_back(*std::move(entry));
    }
    if (error) {
        entries.push_back({folder, false});
        entries.back().file.problem = error.message();
    }
    std::move(entries.rbegin(), entries.rend(), std::back_inserter(pending_));
}

// Whether a file is a link to a folder, which may hold this one, or to what lies outside of the
// folder that was given: who indexes a folder does not mean to read what others point at from it.
bool FileWalk::leads_out(const FoundFile& link) {
    std::error_code error;
    if (!fs::is_symlink(fs::symlink_status(link.path, error))) return false;
    if (fs::is_directory(fs::status(link.path, error))) return true;
    const fs::path target = fs::canonical(link.path, error);
    const fs::path root = fs::canonical(paths_[link.given], error);
    const auto [end, rest] = std::mismatch(root.begin(), root.end(), target.begin(), target.end());
    return end != root.end();
}

std::optional<FileWalk::Entry> FileWalk::inside(const FoundFile& folder, const std::string& name) {
    if (name.starts_with('.')) return std::nullopt;
    Entry entry{
        {{}, joined(folder.path, name), joined(folder.id, as_id(name)), 0, "", folder.given},
        false};
    std::error_code error;
    const fs::file_status status = fs::status(entry.file.path, error);
    if (fs::exists(status) && leads_out(entry.file)) {
        links_.add("link", entry.file.path);
        return std::nullopt;
    }
    if (fs::is_directory(status)) {
        entry.folder = true;
        return entry;
    }
    const FormatInfo* known =
        is_queries_of_collection(folder.path, name) ? nullptr : format_of(name);
    if (known == nullptr && fs::is_regular_file(status)) {
        files_.add(kind_of(name), entry.file.path);
    }
    if (known == nullptr || (!error && !fs::is_regular_file(status))) return std::nullopt;
    entry.file.format = known->format;
    if (!error) entry.file.size = fs::file_size(entry.file.path, error);
    if (error) {
        entry.file.size = 0;
        entry.file.problem = error.message();
    }
    bytes_found_ += entry.file.size;
    return entry;
}

}  // namespace sinodex
