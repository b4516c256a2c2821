// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/served_outline.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/manifest.h"
#include "corpus/schema/terms.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNew = "new-";
constexpr const char* kPlace = "place";  // the file that says who serves an outline
constexpr const char* kCacheHint = "check free space and permissions, or set XDG_CACHE_HOME";

// The generation that a folder of the cache holds; empty where there is none.
std::string outline_in(const fs::path& folder) {
    std::error_code unlisted;
    for (const auto& entry : fs::directory_iterator(folder, unlisted)) {
        if (is_sealed_generation(entry.path().string())) return entry.path().string();
    }
    return {};
}

// Files that are here already, by size and hash.
using KnownFiles = std::map<std::pair<std::uint64_t, std::uint64_t>, fs::path>;

KnownFiles known_files(const fs::path& cache) {
    KnownFiles known;
    std::error_code unlisted;
    for (const auto& entry : fs::directory_iterator(cache, unlisted)) {
        const std::string outline = outline_in(entry.path());
        if (outline.empty()) continue;
        const Manifest manifest = read_manifest(outline);
        for (const SealedFile& file : manifest.own) {
            known.insert({{file.size, file.hash}, manifest.path(file)});
        }
    }
    return known;
}

void append(const fs::path& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::app);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush())
        throw Error(ErrorKind::output, path.string() + ": cannot be written", kCacheHint);
}

std::string place_in(const fs::path& folder) {
    std::ifstream in(folder / kPlace, std::ios::binary);
    std::string place;
    std::getline(in, place);
    return place;
}

// Removes the outlines of what a server served before, and what was found by them. Who still reads
// one has it open.
void remove_former(const fs::path& cache, const std::string& place) {
    std::error_code ignored;
    std::vector<fs::path> former;
    for (const auto& entry : fs::directory_iterator(cache, ignored)) {
        const std::string name = entry.path().filename().string();
        const bool served = !name.starts_with(kNew) && place_in(entry.path()) == place;
        if (served || name.starts_with(kStoriesInCache)) former.push_back(entry.path());
    }
    for (const fs::path& path : former) fs::remove_all(path, ignored);
}

// Fetches an outline into a new folder.
class Fetch {
 public:
    Fetch(ShardLink& link, const fs::path& cache, const fs::path& folder)
        : link_(link), cache_(cache), folder_(folder) {}

    void run() {
        const std::string text = link_.metadata(link_.ask_metadata(kMetaOutline));
        const std::size_t end = text.find('\n');
        if (end == std::string::npos) refuse();
        const fs::path generation = folder_ / fs::path(text.substr(0, end)).filename();
        fs::create_directories(generation);
        append(generation / kManifestName, text.substr(end + 1));
        ask(read_manifest(generation.string()));
        for (const auto& [path, ticket] : asked_) append(path, link_.metadata(ticket));
        verify_generation(generation.string());
    }

 private:
    [[noreturn]] void refuse() const {
        throw Error(ErrorKind::database, link_.place() + ": serves no outline of an index",
                    "serve the folder that sinodex-index --serve writes");
    }

    void ask(const Manifest& manifest) {
        const KnownFiles known = known_files(cache_);
        for (const SealedFile& file : manifest.own) {
            const fs::path path = manifest.path(file);
            const auto same = known.find({file.size, file.hash});
            std::error_code failed = std::make_error_code(std::errc::no_such_file_or_directory);
            if (same != known.end()) fs::create_hard_link(same->second, path, failed);
            if (!failed) continue;
            for (std::uint64_t i = 0; i < outline_pieces(file.size); ++i) {
                asked_.emplace_back(path, link_.ask_metadata(outline_key(file.name, i)));
            }
        }
    }

    ShardLink& link_;
    const fs::path& cache_;
    const fs::path& folder_;
    std::vector<std::pair<fs::path, ShardLink::Ticket>> asked_;
};

// A folder that goes unless it was moved.
struct NewFolder {
    fs::path path;
    ~NewFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

std::string hex_of(std::uint64_t number) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned shift = 64; shift > 0; shift -= 4) {
        text.push_back(kDigits[(number >> (shift - 4)) & 0xFU]);
    }
    return text;
}

// What folders held before they were updated is not asked for again.
void remove_oldest_stories(const fs::path& cache) {
    constexpr std::size_t kKept = 16;
    std::error_code ignored;
    std::vector<std::pair<fs::file_time_type, fs::path>> kept;
    for (const auto& entry : fs::directory_iterator(cache, ignored)) {
        if (!entry.path().filename().string().starts_with(kStoriesInCache)) continue;
        kept.emplace_back(entry.last_write_time(ignored), entry.path());
    }
    std::sort(kept.rbegin(), kept.rend());
    for (std::size_t i = kKept; i < kept.size(); ++i) fs::remove(kept[i].second, ignored);
}

}  // namespace

std::string outline_key(std::string_view file, std::uint64_t piece) {
    return std::string(kMetaOutline).append("/").append(file).append("/") + std::to_string(piece);
}

std::uint64_t outline_pieces(std::uint64_t bytes) {
    return (bytes + kOutlinePiece - 1) / kOutlinePiece;
}

std::string outline_cache() {
    const auto below = [](const char* variable, const char* folder) {
        const char* value = std::getenv(variable);
        return value == nullptr || *value == '\0' ? std::string() : std::string(value) + folder;
    };
    if (const std::string cache = below("XDG_CACHE_HOME", "/sinodex"); !cache.empty()) return cache;
    if (const std::string home = below("HOME", "/.cache/sinodex"); !home.empty()) return home;
    return (fs::temp_directory_path() / ("sinodex-" + std::to_string(getuid()))).string();
}

// A file that cannot be kept is found again by the next search.
void keep_in_cache(const std::string& cache, const std::string& name, const std::string& bytes) {
    std::error_code failed;
    fs::create_directories(cache, failed);
    const fs::path path = fs::path(cache) / name;
    const fs::path fresh = path.string() + "." + std::to_string(getpid());
    std::ofstream out(fresh, std::ios::binary);
    out << hex_of(content_hash(bytes)) << bytes;
    out.close();
    if (out) {
        fs::rename(fresh, path, failed);
        remove_oldest_stories(cache);
    } else {
        fs::remove(fresh, failed);
    }
}

std::optional<std::string> kept_in_cache(const std::string& cache, const std::string& name) {
    constexpr std::size_t kHash = 16;
    std::ifstream in(fs::path(cache) / name, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.size() < kHash) return std::nullopt;
    const std::string hash = bytes.substr(0, kHash);
    bytes.erase(0, kHash);
    if (hash != hex_of(content_hash(bytes))) return std::nullopt;
    return bytes;
}

std::string outline_of(ShardLink& link, const std::string& cache) {
    const std::string name = hex_of(content_hash(link.uuid()));
    const fs::path ready = fs::path(cache) / name;
    if (std::string outline = outline_in(ready); !outline.empty()) return outline;
    try {
        const fs::path home(cache);
        const auto now = ShardLink::Clock::now().time_since_epoch().count();
        const NewFolder fresh{
            home / (std::string(kNew) + std::to_string(getpid()) + "-" + std::to_string(now))};
        Fetch(link, home, fresh.path).run();
        append(fresh.path / kPlace, link.place());
        remove_former(home, link.place());
        std::error_code there;
        fs::rename(fresh.path, ready, there);  // another process may have fetched it as well
    } catch (const fs::filesystem_error& error) {
        throw Error(ErrorKind::output, std::string(cache) + ": " + error.code().message(),
                    kCacheHint);
    }
    return outline_in(ready);
}

}  // namespace sinodex
