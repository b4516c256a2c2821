#include "corpus/schema/generation.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <vector>

#include "corpus/error.h"
#include "corpus/schema/dictionary_file.h"
#include "corpus/schema/durable_files.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "gen-";
constexpr const char* kHint = "check free space and permissions; the database is as it was";

std::string read_small_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
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

// "glass gen-000002\n" -> "gen-000002"; empty when the stub says anything else.
std::string generation_in(const std::string& stub) {
    constexpr std::string_view kBackend = "glass ";
    const std::size_t end = stub.find('\n');
    if (!stub.starts_with(kBackend) || end == stub.npos) return {};
    const std::string name = stub.substr(kBackend.size(), end - kBackend.size());
    return is_generation(name) ? name : std::string();
}

[[noreturn]] void damaged(const fs::path& path, const std::string& what) {
    throw Error(ErrorKind::database, path.string() + ": " + what,
                "the database is damaged; build it anew: sinodex-index --rebuild");
}

std::string manifest_of(const fs::path& generation) {
    std::string text = read_small_file(generation / kManifestName);
    if (text.empty()) damaged(generation / kManifestName, "is missing or empty");
    return text;
}

struct TableSum {
    std::uint64_t size = 0;
    std::uint64_t hash = 0;
    bool readable = false;
};

using HashState = std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)>;

// Reads a file to its end, or until it is told to stop.
TableSum sum_file(const fs::path& path, const std::atomic<bool>* stop = nullptr) {
    constexpr std::size_t kBlock = 256U << 10U;
    TableSum sum;
    const HashState state(XXH3_createState(), &XXH3_freeState);
    XXH3_64bits_reset(state.get());
    std::vector<char> block(kBlock);
    const std::unique_ptr<std::FILE, decltype(&std::fclose)> file(std::fopen(path.c_str(), "rbe"),
                                                                  &std::fclose);
    if (!file) return sum;
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

std::vector<fs::path> tables_of(const fs::path& generation) {
    std::vector<fs::path> tables;
    std::error_code unlisted;
    for (const auto& entry : fs::directory_iterator(generation, unlisted)) {
        const fs::path& path = entry.path();
        const fs::path name = path.filename();
        if (name == "iamglass" || name == kDictionaryName || path.extension() == ".glass") {
            tables.push_back(path);
        }
    }
    std::sort(tables.begin(), tables.end());
    return tables;
}

std::string manifest_line(const fs::path& table, const TableSum& sum) {
    std::ostringstream line;
    line << table.filename().string() << ' ' << sum.size << ' ' << std::hex << sum.hash;
    return line.str();
}

void check_sizes(const fs::path& generation) {
    std::istringstream manifest(manifest_of(generation));
    for (std::string line; std::getline(manifest, line);) {
        std::istringstream fields(line);
        std::string table;
        std::uintmax_t size = 0;
        std::error_code missing;
        fields >> table >> size;
        if (fs::file_size(generation / table, missing) != size || missing) {
            damaged(generation / table, missing ? "is missing" : "is of another size than it was");
        }
    }
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
            check_sizes(path);
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

void seal_generation(const std::string& generation_path) {
    std::ostringstream manifest;
    for (const fs::path& table : tables_of(generation_path)) {
        const TableSum sum = sum_file(table);
        if (!sum.readable) write_failed(table, kHint);
        manifest << manifest_line(table, sum) << '\n';
        sync_file(table, kHint);
    }
    write_durably(fs::path(generation_path) / kManifestName, manifest.str(), kHint);
    sync_folder(generation_path);
}

void switch_generation(const std::string& database, const std::string& name) {
    sync_folder(database);
    const fs::path stub = fs::path(database) / kStubName;
    replace_durably(stub, "glass " + name + "\n", kHint);
    remove_other_generations(database, name);
}

bool is_sealed_generation(const std::string& path) {
    if (!is_generation(fs::path(path).filename().string())) return false;
    std::set<std::string> expected{kManifestName, "flintlock"};
    std::istringstream manifest(read_small_file(fs::path(path) / kManifestName));
    for (std::string line; std::getline(manifest, line);) {
        expected.insert(line.substr(0, line.find(' ')));
    }
    std::error_code unlisted;
    const fs::directory_iterator entries(path, unlisted);
    return !unlisted && expected.contains("iamglass") &&
           std::all_of(begin(entries), end(entries), [&](const auto& entry) {
               return expected.contains(entry.path().filename().string());
           });
}

void remove_other_generations(const std::string& database, const std::string& name) {
    std::error_code ignored;
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(database, ignored)) {
        const fs::path& path = entry.path();
        if (path.filename() != name && is_sealed_generation(path)) others.push_back(path);
    }
    for (const fs::path& other : others) fs::remove_all(other, ignored);
}

std::uint64_t generation_bytes(const std::string& generation_path) {
    std::uint64_t bytes = 0;
    for (const fs::path& table : tables_of(generation_path)) {
        std::error_code gone;
        const std::uintmax_t size = fs::file_size(table, gone);
        if (!gone) bytes += size;
    }
    return bytes;
}

std::uint64_t verify_generation(const std::string& generation_path, const std::atomic<bool>* stop) {
    const fs::path path(generation_path);
    std::istringstream manifest(manifest_of(path));
    std::string line;
    std::uint64_t bytes = 0;
    for (const fs::path& table : tables_of(path)) {
        const TableSum sum = sum_file(table, stop);
        if (stop != nullptr && *stop) return bytes;
        if (!sum.readable || !std::getline(manifest, line) || line != manifest_line(table, sum)) {
            damaged(table, std::string("does not match ") + kManifestName);
        }
        bytes += sum.size;
    }
    if (std::getline(manifest, line)) damaged(path, "lacks a table: " + line);
    return bytes;
}

void sync_folder(const std::string& path) { sync_folder(path, kHint); }

}  // namespace sinodex
