#include "indexer/workplace.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <thread>

#include "corpus/error.h"
#include "corpus/schema/generation.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScratchPrefix = "scratch-";

bool is_scratch(const std::string& name) {
    return name.starts_with(kScratchPrefix) && name.size() > kScratchPrefix.size() &&
           name.find_first_not_of("0123456789", kScratchPrefix.size()) == name.npos;
}

}  // namespace

void output_failed(const std::string& path, const std::string& why) {
    throw Error(ErrorKind::output, path + ": " + why,
                "check free space and permissions; the database is as it was");
}

WriterLock::WriterLock(const std::string& database, unsigned wait_seconds) {
    using Clock = std::chrono::steady_clock;
    const std::string path = database + "/" + kLockName;
    fd_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd_ < 0) output_failed(path, std::strerror(errno));
    const auto deadline = Clock::now() + std::chrono::seconds(wait_seconds);
    while (flock(fd_, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        if (error == EWOULDBLOCK && Clock::now() < deadline) {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            continue;
        }
        close(fd_);
        if (error != EWOULDBLOCK) output_failed(path, std::strerror(error));
        throw Error(ErrorKind::locked, database + ": another process is writing to it",
                    "try again when it is done, or give --wait SECONDS");
    }
}

WriterLock::~WriterLock() { close(fd_); }

Scratch::Scratch(const std::string& database)
    : path_(database + "/" + std::string(kScratchPrefix) + std::to_string(getpid())) {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(database, failed)) {
        if (is_scratch(entry.path().filename().string())) fs::remove_all(entry.path(), failed);
    }
    fs::create_directory(path_, failed);
    if (failed) output_failed(path_, failed.message());
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace sinodex
