// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/manifest.h"

#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <system_error>

#include "corpus/error.h"
#include "corpus/schema/durable_files.h"
#include "corpus/schema/unopened_file.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRebuildHint = "check free space and permissions; the database is as it was";
constexpr const char* kHeader = "iamglass";       // what each Xapian database has
constexpr const char* kXapianLock = "flintlock";  // always empty, and of no meaning here

struct FileSum {
    std::uint64_t size = 0;
    std::uint64_t hash = 0;
    bool readable = false;
    int error = 0;  // why it could not be opened
};

using HashState = std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)>;

// Reads a file to its end, or until it is told to stop.
FileSum sum_file(const std::string& path, const std::atomic<bool>* stop = nullptr) {
    constexpr std::size_t kBlock = 256U << 10U;
    FileSum sum;
    const HashState state(XXH3_createState(), &XXH3_freeState);
    XXH3_64bits_reset(state.get());
    std::vector<char> block(kBlock);
    const std::unique_ptr<std::FILE, decltype(&std::fclose)> file(std::fopen(path.c_str(), "rbe"),
                                                                  &std::fclose);
    if (!file) {
        sum.error = errno;
        return sum;
    }
    std::setbuf(file.get(), nullptr);
    std::size_t count = kBlock;
    while (count == kBlock && (stop == nullptr || !*stop)) {
        count = std::fread(block.data(), 1, kBlock, file.get());
        XXH3_64bits_update(state.get(), block.data(), count);
        sum.size += count;
    }
    sum.hash = XXH3_64bits_digest(state.get());
    sum.readable = std::ferror(file.get()) == 0;
    return sum;
}

std::string line_of(const std::string& name, std::uint64_t size, std::uint64_t hash) {
    std::ostringstream line;
    line << name << ' ' << size << ' ' << std::hex << hash << '\n';
    return line.str();
}

std::string last_line_of(const std::string& lines) {
    return line_of(kManifestName, lines.size(), XXH3_64bits(lines.data(), lines.size()));
}

SealedFile parse_line(const std::string& line, const std::string& generation, const fs::path& at) {
    std::istringstream fields(line);
    SealedFile file;
    fields >> file.name >> file.size >> std::hex >> file.hash;
    if (!fields) damaged_database(at.string(), "cannot be understood");
    const std::size_t slash = file.name.find('/');
    file.folder = slash == std::string::npos ? generation : file.name.substr(0, slash);
    if (slash != std::string::npos) file.name.erase(0, slash + 1);
    return file;
}

// A manifest without the files that could not be seen would be one of nothing.
[[noreturn]] void cannot_list(const fs::path& folder, const std::error_code& why) {
    throw Error(ErrorKind::output, folder.string() + ": " + why.message(), kRebuildHint);
}

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code unlisted;
    const fs::directory_iterator entries(folder, unlisted);
    if (unlisted) cannot_list(folder, unlisted);
    for (const auto& entry : entries) {
        const fs::path& path = entry.path();
        const bool counts = path.filename() != kManifestName && path.filename() != kXapianLock;
        if (counts && entry.is_regular_file()) files.push_back(path);
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

bool is_table(const SealedFile& file) {
    return file.name == kHeader || file.name.ends_with(".glass");
}

std::string Manifest::path(const SealedFile& file) const {
    return database + "/" + file.folder + "/" + file.name;
}

std::vector<SealedFile> Manifest::files() const {
    std::vector<SealedFile> all = earlier;
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

const SealedFile* Manifest::find(std::string_view name) const {
    for (const auto* files : {&own, &earlier}) {
        for (const SealedFile& file : *files) {
            if (file.name == name) return &file;
        }
    }
    return nullptr;
}

std::vector<std::string> Manifest::segments() const {
    std::vector<std::string> folders;
    for (const SealedFile& file : files()) {
        if (file.name == kHeader) folders.push_back(file.folder);
    }
    return folders;
}

Manifest read_manifest(const std::string& generation_path) {
    const fs::path folder(generation_path);
    const fs::path at = folder / kManifestName;
    Manifest manifest{folder.parent_path().string(), folder.filename().string(), false, {}, {}};
    std::ifstream in(at, std::ios::binary);
    if (!in.is_open()) unopened_file(at.string(), errno);
    std::string lines;
    for (std::string line; !manifest.whole && std::getline(in, line);) {
        line += '\n';
        manifest.whole = line == last_line_of(lines);
        lines += line;
        if (manifest.whole) break;
        SealedFile file = parse_line(line, manifest.generation, at);
        if (file.name == kManifestName) damaged_database(at.string(), "does not match itself");
        (file.folder == manifest.generation ? manifest.own : manifest.earlier)
            .push_back(std::move(file));
    }
    if (lines.empty()) damaged_database(at.string(), "is missing or empty");
    return manifest;
}

void write_manifest(const std::string& generation_path, const std::vector<SealedFile>& earlier) {
    std::string lines;
    for (const SealedFile& file : earlier) {
        lines += line_of(file.folder + "/" + file.name, file.size, file.hash);
    }
    for (const fs::path& path : files_in(generation_path)) {
        const FileSum sum = sum_file(path);
        if (!sum.readable) write_failed(path, kRebuildHint);
        lines += line_of(path.filename().string(), sum.size, sum.hash);
        sync_file(path, kRebuildHint);
    }
    write_durably(fs::path(generation_path) / kManifestName, lines + last_line_of(lines),
                  kRebuildHint);
    sync_folder(generation_path, kRebuildHint);
}

void verify_file(const Manifest& manifest, const SealedFile& file, const std::atomic<bool>* stop) {
    const std::string path = manifest.path(file);
    const FileSum sum = sum_file(path, stop);
    if (stop != nullptr && *stop) return;
    if (sum.error != 0) unopened_file(path, sum.error);
    if (!sum.readable || sum.size != file.size || sum.hash != file.hash) {
        damaged_database(path, std::string("does not match ") + kManifestName);
    }
}

std::string read_sealed(const Manifest& manifest, const SealedFile& file) {
    const std::string path = manifest.path(file);
    std::ifstream in(path, std::ios::binary);
    if (!in.is_open()) unopened_file(path, errno);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (in.bad() || XXH3_64bits(bytes.data(), bytes.size()) != file.hash) {
        damaged_database(path, std::string("does not match ") + kManifestName);
    }
    return bytes;
}

std::shared_ptr<const MappedFile> map_sealed(const Manifest& manifest, std::string_view name) {
    const SealedFile* const file = manifest.find(name);
    if (file == nullptr) return nullptr;
    const std::string path = manifest.path(*file);
    auto mapped = std::make_shared<const MappedFile>(path);
    const std::string_view bytes = mapped->bytes();
    if (XXH3_64bits(bytes.data(), bytes.size()) != file->hash) {
        damaged_database(path, std::string("does not match ") + kManifestName);
    }
    return mapped;
}

void damaged_database(const std::string& path, const std::string& what) {
    throw Error(ErrorKind::database, path + ": " + what,
                "the database is damaged; build it anew: sinodex-index --rebuild");
}

}  // namespace sinodex
