// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>

#include "corpus/error.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

constexpr int kQuiet = 1000;  // milliseconds
constexpr std::chrono::seconds kLongest{30};
constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM |
                                   IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;

sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

// Signals wait while this is there, for signalfd to tell of them.
class HeldSignals {
 public:
    HeldSignals() {
        const sigset_t signals = ending_signals();
        sigprocmask(SIG_BLOCK, &signals, &before_);
    }
    ~HeldSignals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;

 private:
    sigset_t before_{};
};

}  // namespace

FolderWatch::FolderWatch(const std::vector<std::string>& paths, const std::string& database)
    : database_(fs::absolute(database).lexically_normal().string()) {
    while (database_.ends_with('/')) database_.pop_back();
    events_ = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    const sigset_t signals = ending_signals();
    signals_ = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    if (events_ < 0 || signals_ < 0) {
        throw Error(ErrorKind::input,
                    "folders cannot be watched: " + std::string(std::strerror(errno)));
    }
    for (const std::string& path : paths) {
        const fs::path whole = fs::absolute(path).lexically_normal();
        add_tree((fs::is_directory(whole) ? whole : whole.parent_path()).string());
    }
}

FolderWatch::~FolderWatch() {
    close(events_);
    close(signals_);
}

bool FolderWatch::is_ours(const std::string& path) const {
    return path == database_ || path.starts_with(database_ + "/");
}

void FolderWatch::add_tree(const std::string& folder) {
    if (is_ours(folder)) return;
    const int watch = inotify_add_watch(events_, folder.c_str(), kChanges | IN_ONLYDIR);
    if (watch < 0) {
        if (errno == ENOENT || errno == ENOTDIR) return;  // it has gone again
        throw Error(ErrorKind::input, folder + ": cannot be watched: " + std::strerror(errno),
                    "check its permissions, and the limit fs.inotify.max_user_watches");
    }
    folders_[watch] = folder;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        const bool inner = entry.is_directory(failed) && !entry.is_symlink(failed);
        if (inner) add_tree(entry.path().string());
    }
}

// Whether something has changed that counts.
bool FolderWatch::read_events() {
    alignas(inotify_event) std::array<char, 1U << 16U> bytes{};
    bool changed = false;
    for (;;) {
        const ssize_t size = read(events_, bytes.data(), bytes.size());
        if (size <= 0) return changed;
        for (const char* at = bytes.data(); at < bytes.data() + size;) {
            inotify_event event{};
            std::memcpy(&event, at, sizeof(event));
            const std::string name = event.len > 0 ? at + sizeof(event) : "";
            at += sizeof(event) + event.len;
            const std::string path = folders_[event.wd] + "/" + name;
            const bool fresh = (event.mask & IN_CREATE) != 0;
            const bool folder = (event.mask & IN_ISDIR) != 0;
            if (is_ours(path)) continue;
            if (folder && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) add_tree(path);
            // A file that is new is told of again when it has been written.
            changed = changed || !fresh || folder;
        }
    }
}

bool FolderWatch::wait_for_event(int milliseconds) {
    std::array<pollfd, 2> both{{{events_, POLLIN, 0}, {signals_, POLLIN, 0}}};
    const int ready = poll(both.data(), both.size(), milliseconds);
    signalfd_siginfo signal{};  // read, it is not delivered any more
    const bool signalled = ready > 0 && both[1].revents != 0 &&
                           read(signals_, &signal, sizeof(signal)) == sizeof(signal);
    ended_ = ended_ || signalled;
    return ready > 0;
}

bool FolderWatch::wait() {
    const HeldSignals held;
    while (!ended_ && !(wait_for_event(-1) && !ended_ && read_events())) continue;
    const auto start = std::chrono::steady_clock::now();
    while (!ended_ && std::chrono::steady_clock::now() - start < kLongest) {
        if (!wait_for_event(kQuiet)) break;
        if (!ended_) read_events();
    }
    return !ended_;
}

}  // namespace sinodex
