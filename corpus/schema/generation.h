// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "corpus/schema/manifest.h"

namespace sinodex {

// A database is a folder of *generations*. Each is a folder of what one run of the indexer wrote: a
// segment, that is a Xapian database, unless it only deleted; and what holds for the whole of it.
// Nothing in it ever changes, but what no later generation uses is removed. A pointer says which
// generation is in force:
//
//   DB/XAPIANDB             "glass gen-000002", where that has the only segment; else first
//                           "# gen-000002", then such a line for each segment. A Xapian stub file,
//                           replaced by rename, so that readers, Xapian's own tools among them, see
//                           the old one or the new one
//   DB/gen-000002/          glass tables, and files of ours
//   DB/gen-000002/MANIFEST  size and checksum of every file, of earlier generations' files too that
//                           are in force in this one
//   DB/lock                 held (flock) by the one writer
//
// Functions here throw Error (database) unless they say otherwise. Thread-safe.

inline constexpr const char* kStubName = "XAPIANDB";
inline constexpr const char* kLockName = "lock";

// Whether a database is there, sound or not: `database` is a folder with a stub.
bool has_generation(const std::string& database);

// The name of the generation in force, "gen-000002". The error says what to run when there is none.
std::string current_generation(const std::string& database);

// The path of the generation in force, after a look whether its files are there, each of the size
// that it had.
std::string current_generation_path(const std::string& database);

// The highest name among the generations there, in force or not; empty when there are none.
std::string newest_generation(const std::string& database);

// The name that follows: "gen-000003"; after anything that is no generation's name, "gen-000001".
std::string next_generation(const std::string& name);

// Writes the manifest of a generation's folder and makes all of it durable. `earlier`: files of
// other generations that are in force in this one. Throws Error (output).
void seal_generation(const std::string& generation_path,
                     const std::vector<SealedFile>& earlier = {});

// Puts a sealed generation in force, durably, then removes what it does not use of the others.
// `switched` is called as soon as it is in force, and must not throw. Throws Error (output).
void switch_generation(const std::string& database, const std::string& name,
                       const std::function<void()>& switched = {});

// Whether a folder is a sealed generation, by its name and by what is in it: files that its
// manifest names, and nothing else. Does not throw.
bool is_sealed_generation(const std::string& path);

// Removes all sealed generations but `name` and what that uses of them, as far as it can be done:
// it throws nothing. Anything else in the folder is somebody's, whatever it is called.
void remove_other_generations(const std::string& database, const std::string& name);

// Files that were found sound, by folder and name, which are never used again.
using SoundFiles = std::set<std::string>;

// The size of the files that are in force in a generation, but for those of `sound`.
std::uint64_t generation_bytes(const std::string& generation_path, const SoundFiles& sound = {});

// Compares every file with the manifest. Throws at the first difference; returns the bytes read.
// Ends early when `stop` becomes true. Passes over the files of `sound`, and adds the others.
std::uint64_t verify_generation(const std::string& generation_path,
                                const std::atomic<bool>* stop = nullptr,
                                SoundFiles* sound = nullptr);

}  // namespace sinodex
