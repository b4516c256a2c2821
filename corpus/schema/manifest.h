// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/mapped_file.h"

namespace sinodex {

inline constexpr const char* kManifestName = "MANIFEST";

// A file of a database that never changes again.
struct SealedFile {
    std::string folder;  // the generation that wrote it: "gen-000003"
    std::string name;    // in there
    std::uint64_t size = 0;
    std::uint64_t hash = 0;  // XXH3, 64 bits, of the whole file
};

// Whether it is part of a Xapian database.
bool is_table(const SealedFile& file);

// The files that are in force in a generation: those in its own folder, and those of earlier
// generations that it goes on using. On disk a line for each: name, size in bytes and hash in
// hexadecimal; names of earlier generations' files have their folder and / in front. The last line
// is named MANIFEST and has the number of the bytes before it, and their hash.
struct Manifest {
    std::string database;         // path
    std::string generation;       // "gen-000012"
    bool whole = false;           // the last line is there and right
    std::vector<SealedFile> own;  // by name
    std::vector<SealedFile> earlier;

    std::string path(const SealedFile& file) const;
    std::vector<SealedFile> files() const;  // the earlier ones first
    // The file of this name that is no table, of which there is one at most; null: none.
    const SealedFile* find(std::string_view name) const;
    // Folders with Xapian tables, the eldest first.
    std::vector<std::string> segments() const;
};

// Reads the manifest in a generation's folder. Throws Error (database) when there is none or it
// cannot be understood; one that is cut short is told by `whole`.
Manifest read_manifest(const std::string& generation_path);

// Makes all files of a folder durable, and writes the manifest of them and of earlier files.
// Throws Error (output).
void write_manifest(const std::string& generation_path, const std::vector<SealedFile>& earlier);

// Compares a file with what the manifest says. Throws Error (database) when it differs. Ends
// early, without a word, when `stop` becomes true.
void verify_file(const Manifest& manifest, const SealedFile& file,
                 const std::atomic<bool>* stop = nullptr);

// A file's bytes. Throws Error (database) when they are not what the manifest says.
std::string read_sealed(const Manifest& manifest, const SealedFile& file);

// The file of this name that is no table, mapped; null where there is none. Throws as
// read_sealed().
std::shared_ptr<const MappedFile> map_sealed(const Manifest& manifest, std::string_view name);

[[noreturn]] void damaged_database(const std::string& path, const std::string& what);

}  // namespace sinodex
