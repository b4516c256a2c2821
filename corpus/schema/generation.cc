// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/generation.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <vector>

#include "corpus/error.h"
#include "corpus/schema/durable_files.h"
#include "corpus/schema/unopened_file.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "gen-";
constexpr std::string_view kBackend = "glass ";
constexpr std::string_view kMark = "# ";
constexpr const char* kHint = "check free space and permissions; the database is as it was";

std::string read_small_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in.is_open()) unopened_file(path.string(), errno);
    std::ostringstream text;
    text << in.rdbuf();
    return in ? text.str() : std::string();
}

bool is_generation(std::string_view name) {
    return name.starts_with(kPrefix) && name.size() > kPrefix.size() &&
           name.find_first_not_of("0123456789", kPrefix.size()) == name.npos;
}

std::uint64_t number_of(const std::string& name) {
    return is_generation(name) ? std::strtoull(name.c_str() + kPrefix.size(), nullptr, 10) : 0;
}

// "glass gen-000002\n", or "# gen-000002\n" before lines of segments -> "gen-000002"; empty when
// the stub says anything else.
std::string generation_in(const std::string& stub) {
    const std::size_t end = stub.find('\n');
    if (end == stub.npos) return {};
    for (const std::string_view before : {kBackend, kMark}) {
        if (!stub.starts_with(before)) continue;
        const std::string name = stub.substr(before.size(), end - before.size());
        return is_generation(name) ? name : std::string();
    }
    return {};
}

// The stub names the generation in force and its segments, so that Xapian's own tools can open
// them.
std::string stub_of(const std::string& name, const std::vector<std::string>& segments) {
    std::string stub;
    if (segments.size() != 1 || segments.front() != name) stub = std::string(kMark) + name + "\n";
    for (const std::string& segment : segments) {
        stub.append(kBackend).append(segment).append("\n");
    }
    return stub;
}

std::string name_of(const SealedFile& file) { return file.folder + "/" + file.name; }

void check_sizes(const Manifest& manifest) {
    for (const SealedFile& file : manifest.files()) {
        std::error_code missing;
        const std::string path = manifest.path(file);
        if (fs::file_size(path, missing) != file.size || missing) {
            damaged_database(path, missing ? "is missing" : "is of another size than it was");
        }
    }
}

// Xapian would read a table that nobody has sealed.
void refuse_other_tables(const Manifest& manifest) {
    std::set<std::string> known;
    for (const SealedFile& file : manifest.files()) known.insert(manifest.path(file));
    for (const std::string& segment : manifest.segments()) {
        std::error_code unlisted;
        for (const auto& entry :
             fs::directory_iterator(manifest.database + "/" + segment, unlisted)) {
            const std::string path = entry.path().string();
            if (entry.path().extension() == ".glass" && !known.contains(path)) {
                damaged_database(path, std::string("is not in ") + kManifestName);
            }
        }
    }
}

// The names of what lies in a folder and is ours, as its own manifest tells; empty where it is no
// generation's folder, or somebody keeps other things in it.
std::vector<std::string> sealed_names(const fs::path& path) {
    if (!is_generation(path.filename().string())) return {};
    std::vector<std::string> names;
    try {
        std::set<std::string> expected{kManifestName, "flintlock"};
        for (const SealedFile& file : read_manifest(path.string()).own) expected.insert(file.name);
        for (const auto& entry : fs::directory_iterator(path)) {
            names.push_back(entry.path().filename().string());
            if (!expected.contains(names.back())) return {};
        }
        return names;
    } catch (const std::exception&) {
        return {};
    }
}

// Removes the files of a sealed folder that are not in use; all where none is. `used` has names
// with that of their folder in front, whatever the path of the database is. Where a folder cannot
// be read at the moment, nothing is removed.
void remove_unused(const fs::path& folder, const std::set<std::string>& used) {
    const std::string inside = folder.filename().string() + "/";
    const auto first = used.lower_bound(inside);
    const bool in_use = first != used.end() && first->starts_with(inside);
    const std::vector<std::string> names = sealed_names(folder);
    if (!names.empty() && !in_use) remove_folder(folder, kManifestName);
    if (!in_use) return;
    std::error_code ignored;
    for (const std::string& name : names) {
        if (name != kManifestName && !used.contains(inside + name)) {
            fs::remove(folder / name, ignored);
        }
    }
}

// A generation that was removed may leave a folder with nothing in it.
bool is_remnant(const fs::path& path) {
    constexpr std::size_t kShortest = kPrefix.size() + 6;
    std::error_code ignored;
    const std::string name = path.filename().string();
    return is_generation(name) && name.size() >= kShortest && !fs::is_symlink(path, ignored) &&
           fs::is_directory(path, ignored) && fs::is_empty(path, ignored);
}

void remove_others(const std::string& database, const std::string& name) {
    std::error_code ignored;
    std::vector<fs::path> others;
    std::vector<fs::path> remnants;
    for (const auto& entry : fs::directory_iterator(database, ignored)) {
        const fs::path& path = entry.path();
        if (is_remnant(path)) remnants.push_back(path);
        if (path.filename() != name && is_sealed_generation(path.string())) others.push_back(path);
    }
    for (const fs::path& path : remnants) fs::remove(path, ignored);
    if (others.empty()) return;
    const Manifest manifest = read_manifest((fs::path(database) / name).string());
    std::set<std::string> used;
    for (const SealedFile& file : manifest.earlier) used.insert(name_of(file));
    for (const fs::path& other : others) remove_unused(other, used);
}

}  // namespace

bool has_generation(const std::string& database) {
    std::error_code ignored;
    return fs::exists(fs::path(database) / kStubName, ignored);
}

std::string current_generation(const std::string& database) {
    if (!has_generation(database)) {
        throw Error(ErrorKind::database, database + ": there is no Sinodex database here",
                    "make one: sinodex-index --db " + database + " PATH...");
    }
    const fs::path stub = fs::path(database) / kStubName;
    std::string name = generation_in(read_small_file(stub));
    if (name.empty()) {
        throw Error(
            ErrorKind::database, stub.string() + ": does not name a generation",
            "this folder is no Sinodex database, or it is damaged: sinodex-index --rebuild");
    }
    return name;
}

std::string current_generation_path(const std::string& database) {
    for (;;) {
        const std::string name = current_generation(database);
        const fs::path path = fs::path(database) / name;
        try {
            check_sizes(read_manifest(path.string()));
            return path.string();
        } catch (const Error&) {
            // A writer may have put another one in force meanwhile, and removed this one.
            if (current_generation(database) == name) throw;
        }
    }
}

std::string newest_generation(const std::string& database) {
    std::string newest;
    std::error_code unlisted;
    for (const auto& entry : fs::directory_iterator(database, unlisted)) {
        const std::string name = entry.path().filename().string();
        if (number_of(name) > number_of(newest)) newest = name;
    }
    return newest;
}

std::string next_generation(const std::string& name) {
    constexpr std::size_t kDigits = 6;
    const std::string number = std::to_string(number_of(name) + 1);
    const std::string zeros(kDigits - std::min(kDigits, number.size()), '0');
    return std::string(kPrefix) + zeros + number;
}

void seal_generation(const std::string& generation_path, const std::vector<SealedFile>& earlier) {
    write_manifest(generation_path, earlier);
}

void switch_generation(const std::string& database, const std::string& name,
                       const std::function<void()>& switched) {
    sync_folder(database, kHint);
    const fs::path stub = fs::path(database) / kStubName;
    const auto segments = read_manifest((fs::path(database) / name).string()).segments();
    replace_durably(stub, stub_of(name, segments), kHint, switched);
    remove_other_generations(database, name);
}

bool is_sealed_generation(const std::string& path) { return !sealed_names(path).empty(); }

// What is not removed now is removed by a later run.
void remove_other_generations(const std::string& database, const std::string& name) {
    try {
        remove_others(database, name);
    } catch (const std::exception&) {
        return;
    }
}

std::uint64_t generation_bytes(const std::string& generation_path, const SoundFiles& sound) {
    std::uint64_t bytes = 0;
    for (const SealedFile& file : read_manifest(generation_path).files()) {
        if (!sound.contains(name_of(file))) bytes += file.size;
    }
    return bytes;
}

std::uint64_t verify_generation(const std::string& generation_path, const std::atomic<bool>* stop,
                                SoundFiles* sound) {
    const Manifest manifest = read_manifest(generation_path);
    if (!manifest.whole) {
        throw Error(ErrorKind::database,
                    generation_path + "/" + kManifestName +
                        ": is cut short, or was written by an older version of Sinodex",
                    "build the database anew: sinodex-index --rebuild");
    }
    refuse_other_tables(manifest);
    std::uint64_t bytes = 0;
    for (const SealedFile& file : manifest.files()) {
        if (sound != nullptr && sound->contains(name_of(file))) continue;
        verify_file(manifest, file, stop);
        if (stop != nullptr && *stop) return bytes;
        if (sound != nullptr) sound->insert(name_of(file));
        bytes += file.size;
    }
    return bytes;
}

}  // namespace sinodex
