// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/workplace.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <set>
#include <string_view>
#include <thread>
#include <vector>

#include "corpus/error.h"
#include "corpus/schema/durable_files.h"
#include "corpus/schema/generation.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScratchPrefix = "scratch-";
constexpr const char* kScratchMark = "sinodex-scratch";
constexpr std::string_view kFirstRun = "first run\n";
// Free space that a run leaves to others, and that Xapian may need beyond what is counted.
constexpr std::uint64_t kSpareBytes = 1U << 20U;

// A scratch folder is known by its name and by the mark in it: a folder of the user's may be called
// anything.
bool is_scratch(const fs::path& path) {
    std::error_code ignored;
    const std::string name = path.filename().string();
    if (!name.starts_with(kScratchPrefix)) return false;
    if (fs::is_regular_file(path / kScratchMark, ignored)) return true;
    const bool is_numbered =
        name.find_first_not_of("0123456789", kScratchPrefix.size()) == name.npos;
    return is_numbered && !fs::is_symlink(path, ignored) && fs::is_directory(path, ignored) &&
           fs::is_empty(path, ignored);  // of a run that was killed before it made the mark
}

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool is_lock(const fs::path& path) {
    if (path.filename() != kLockName) return false;
    const std::string text = text_of(path);
    return text.empty() || text == kFirstRun;
}

// Holds what lies in a folder that has no stub.
struct Remains {
    bool generations = false;
    bool others = false;  // what we did not make
};

Remains remains_in(const std::string& database) {
    Remains remains;
    std::error_code unlisted;
    const fs::directory_iterator entries(database, unlisted);
    const bool is_there = !unlisted || unlisted == std::errc::no_such_file_or_directory;
    if (!is_there) output_failed(database, unlisted.message());
    for (const auto& entry : entries) {
        const fs::path& path = entry.path();
        if (is_sealed_generation(path)) {
            remains.generations = true;
        } else if (!is_lock(path) && !is_scratch(path) &&
                   path.filename() != std::string(kStubName) + ".new") {
            remains.others = true;
        }
    }
    return remains;
}

// The scratch folders of this process's runs.
struct ScratchList {
    std::mutex mutex;
    std::set<std::string> paths;
    std::atomic<bool> replaced{false};
};

ScratchList& scratch_list() {
    static ScratchList list;
    return list;
}

}  // namespace

std::string what_is_thrown() noexcept {
    const std::exception_ptr thrown = std::current_exception();
    if (!thrown) return "an unknown error";
    try {
        std::rethrow_exception(thrown);
    } catch (const Xapian::Error& error) {
        return error.get_description();
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "an unknown error";
    }
}

void check_folder(const std::string& database, bool rebuild) {
    if (has_generation(database)) return;
    const Remains remains = remains_in(database);
    const bool unfinished = text_of(fs::path(database) / kLockName) == kFirstRun;
    if (unfinished || has_generation(database)) return;  // of a first run, perhaps one under way
    if (remains.generations && !rebuild) {
        throw Error(ErrorKind::database,
                    database + "/" + kStubName + ": is missing, but the articles are there",
                    "bring it back: one line, \"glass \" and the name of the gen- folder with the "
                    "highest number; or build the database anew: sinodex-index --rebuild");
    }
    if (remains.others && !remains.generations) {
        throw Error(ErrorKind::usage,
                    database + ": is a folder with other things in it, and no Sinodex database",
                    "give the database a folder of its own");
    }
}

void abandon_scratch() noexcept {
    ScratchList& list = scratch_list();
    if (!list.mutex.try_lock()) return;
    try {
        for (const std::string& path : list.paths) remove_folder(path, kScratchMark);
    } catch (const std::exception&) {
        return;  // another run removes them
    }
}

void note_replaced(bool replaced) noexcept { scratch_list().replaced = replaced; }

bool was_replaced() noexcept { return scratch_list().replaced; }

void require_room(const std::string& folder, std::uint64_t bytes) {
    std::error_code unknown;
    const fs::space_info space = fs::space(folder, unknown);
    const std::uint64_t needed = bytes + kSpareBytes;
    if (!unknown && space.available < needed) {
        output_failed(folder, "less than " + std::to_string(needed >> 10U) + " KiB are free");
    }
    rlimit limit{};
    if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur < needed) {
        output_failed(folder, "the limit on the size of files is below " +
                                  std::to_string(needed >> 10U) + " KiB");
    }
}

void output_failed(const std::string& path, const std::string& why) {
    throw Error(ErrorKind::output, path + ": " + why, kAsItWas);
}

WriterLock::WriterLock(const std::string& database, unsigned wait_seconds)
    : database_(database), path_(database + "/" + kLockName) {
    fd_ = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd_ < 0) output_failed(path_, std::strerror(errno));
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(wait_seconds);
    while (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        if (error == EWOULDBLOCK && std::chrono::steady_clock::now() < deadline) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            continue;
        }
        close(fd_);
        if (error != EWOULDBLOCK) output_failed(path_, std::strerror(error));
        throw Error(ErrorKind::locked, database + ": another process is writing to it",
                    "try again when it is done, or give --wait SECONDS");
    }
}

WriterLock::~WriterLock() { close(fd_); }

void WriterLock::begin_first_run() {
    const bool written =
        pwrite(fd_, kFirstRun.data(), kFirstRun.size(), 0) == ssize_t{kFirstRun.size()};
    if (!written || fsync(fd_) != 0) output_failed(path_, std::strerror(errno));
    sync_folder(database_, kAsItWas);
}

void WriterLock::end_first_run() {
    struct stat lock {};
    if (fstat(fd_, &lock) == 0 && lock.st_size == 0) return;
    if (ftruncate(fd_, 0) != 0 || fsync(fd_) != 0) output_failed(path_, std::strerror(errno));
}

Scratch::Scratch(const std::string& database)
    : path_(database + "/" + std::string(kScratchPrefix) + std::to_string(getpid())) {
    std::error_code failed;
    std::vector<fs::path> left;
    for (const auto& entry : fs::directory_iterator(database, failed)) {
        if (is_scratch(entry.path())) left.push_back(entry.path());
    }
    for (const fs::path& path : left) remove_folder(path, kScratchMark);
    if (!fs::create_directory(path_, failed)) {
        output_failed(path_, failed ? failed.message() : "is there already");
    }
    write_durably(path_ + "/" + kScratchMark, "Of a run of sinodex-index; may be removed.\n",
                  kAsItWas);
    sync_folder(path_, kAsItWas);
    const std::lock_guard lock(scratch_list().mutex);
    scratch_list().paths.insert(path_);
}

Scratch::~Scratch() {
    {
        const std::lock_guard lock(scratch_list().mutex);
        scratch_list().paths.erase(path_);
    }
    try {
        remove_folder(path_, kScratchMark);
    } catch (const std::exception&) {
        return;  // another run removes it
    }
}

}  // namespace sinodex
