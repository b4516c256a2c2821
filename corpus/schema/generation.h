#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace sinodex {

// A database is a folder that holds *generations*, each a sealed Xapian database that is never
// changed once it is named, and a pointer to the one in force:
//
//   DB/XAPIANDB             "glass gen-000002": a Xapian stub file, replaced by rename, so that
//                           readers, Xapian's own tools among them, see the old one or the new one
//   DB/gen-000002/          the glass tables
//   DB/gen-000002/MANIFEST  size and checksum of every table
//   DB/lock                 held (flock) by the one writer
//
// Functions here throw Error (database) unless they say otherwise. Thread-safe.

inline constexpr const char* kStubName = "XAPIANDB";
inline constexpr const char* kManifestName = "MANIFEST";
inline constexpr const char* kLockName = "lock";

// Whether a database is there, sound or not: `database` is a folder with a stub.
bool has_generation(const std::string& database);

// The name of the generation in force, "gen-000002". The error says what to run when there is none.
std::string current_generation(const std::string& database);

// The path of the generation in force, after a look whether its tables are there, each of
// the size that it had. (An empty database has fewer tables than others.)
std::string current_generation_path(const std::string& database);

// The highest name among the generations there, in force or not; empty when there are none.
std::string newest_generation(const std::string& database);

// The name that follows: "gen-000003"; after anything that is no generation's name, "gen-000001".
std::string next_generation(const std::string& name);

// Writes the manifest of a generation's folder and makes all of it durable. Throws Error (output).
void seal_generation(const std::string& generation_path);

// Puts a sealed generation in force, durably, then removes all others. Throws Error (output).
void switch_generation(const std::string& database, const std::string& name);

// Whether a folder is a sealed generation, by its name and by what is in it: the tables that its
// manifest names, and nothing else. Does not throw.
bool is_sealed_generation(const std::string& path);

// Removes all sealed generations but `name`, as far as it can be done. What else lies in the folder
// is somebody's, whatever it is called.
void remove_other_generations(const std::string& database, const std::string& name);

// The size of a generation's tables; those that are gone count nothing. Does not throw.
std::uint64_t generation_bytes(const std::string& generation_path);

// Compares every table with the manifest. Throws at the first difference; returns the bytes read.
// Ends early when `stop` becomes true.
std::uint64_t verify_generation(const std::string& generation_path,
                                const std::atomic<bool>* stop = nullptr);

// Makes a folder's entries durable. Throws Error (output).
void sync_folder(const std::string& path);

}  // namespace sinodex
