// SPDX-License-Identifier: GPL-2.0-or-later

// Stands between a program and the system (LD_PRELOAD), for the proofs of tests/reliability/run. Of
// files below SINODEX_FAULTS_FOLDER it counts what is done, and
//
//   SINODEX_FAULTS_LOG=FILE          writes down each change, in their order: a line of its name,
//                                    two paths, an offset and the number of bytes behind the line,
//                                    with tabs between
//   SINODEX_FAULTS_FAIL=KIND N ERRNO [on]
//                                    makes the N-th call of a kind fail, and with "on" all later
//                                    ones; kinds are write, sync, rename, open, make, remove. N = 0
//                                    lets all of them be
//   SINODEX_FAULTS_COUNT=FILE        writes down how many calls of that kind there were
//
// Calls of one process are made one at a time, so that the order is the one they had.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <span>
#include <string>

namespace {

// The function of this name that ours stands before.
template <typename Function>
Function* next(Function* /*ours*/, const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

struct Failure {
    std::array<char, 16> kind{};
    long at = 0;
    int error = 0;
    bool on = false;
};

std::string variable(const char* name) {
    const char* value = getenv(name);
    return value == nullptr ? "" : value;
}

Failure wanted_failure() {
    Failure failure;
    std::array<char, 4> on{};
    const std::string text = variable("SINODEX_FAULTS_FAIL");
    const int read = std::sscanf(text.c_str(), "%15s %ld %d %3s", failure.kind.data(), &failure.at,
                                 &failure.error, on.data());
    failure.on = read == 4;
    return failure;
}

class Watch {
 public:
    static Watch& get() {
        static Watch watch;
        return watch;
    }

    bool counts(const std::string& path) const {
        return !folder_.empty() && path.compare(0, folder_.size(), folder_) == 0;
    }

    // Whether this call is to fail; errno is set then.
    bool fails(const char* kind) {
        if (failure_.kind.data() != std::string(kind)) return false;
        ++count_;
        if (failure_.on ? count_ < failure_.at : count_ != failure_.at) return false;
        errno = failure_.error;
        return true;
    }

    void note(const char* what, const std::string& path, const std::string& other = "",
              off_t offset = 0, const void* bytes = nullptr, std::size_t size = 0) {
        if (log_ < 0) return;
        const int before = errno;
        const std::string line = std::string(what) + "\t" + path + "\t" + other + "\t" +
                                 std::to_string(offset) + "\t" + std::to_string(size) + "\n";
        put(line.data(), line.size());
        put(static_cast<const char*>(bytes), size);
        errno = before;
    }

    void end() {
        const std::string file = variable("SINODEX_FAULTS_COUNT");
        if (file.empty()) return;
        std::FILE* out = next(&fopen, "fopen")(file.c_str(), "w");
        if (out == nullptr) abort();
        std::fprintf(out, "%ld\n", count_);
        std::fclose(out);
    }

    std::recursive_mutex mutex;

 private:
    Watch()
        : folder_(variable("SINODEX_FAULTS_FOLDER")),
          log_name_(variable("SINODEX_FAULTS_LOG")),
          failure_(wanted_failure()) {
        static auto* const call = next(&open, "open");
        constexpr int kAppend = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
        if (!log_name_.empty()) log_ = call(log_name_.c_str(), kAppend, 0666);
    }

    void put(const char* bytes, std::size_t size) const {
        static auto* const call = next(&write, "write");
        while (size > 0) {
            const ssize_t count = call(log_, bytes, size);
            if (count <= 0) abort();
            bytes += count;
            size -= static_cast<std::size_t>(count);
        }
    }

    std::string folder_;
    std::string log_name_;
    Failure failure_;
    long count_ = 0;
    int log_ = -1;
};

__attribute__((destructor)) void end() { Watch::get().end(); }

class Turn {
 public:
    Turn() : lock_(Watch::get().mutex) {}

 private:
    std::lock_guard<std::recursive_mutex> lock_;
};

std::string path_of(int fd) {
    std::array<char, 4096> target{};
    const std::string link = "/proc/self/fd/" + std::to_string(fd);
    const ssize_t size = readlink(link.c_str(), target.data(), target.size());
    return size <= 0 ? "" : std::string(target.data(), static_cast<std::size_t>(size));
}

std::string absolute(int folder, const char* path) {
    if (path[0] == '/') return path;
    std::array<char, 4096> here{};
    if (folder != AT_FDCWD) return path_of(folder) + "/" + path;
    return std::string(getcwd(here.data(), here.size()) != nullptr ? here.data() : "") + "/" + path;
}

bool is_there(const std::string& path) {
    struct stat ignored {};
    const int before = errno;
    const bool there = lstat(path.c_str(), &ignored) == 0;
    errno = before;
    return there;
}

// Opens by `open()`, unless it is to fail, and notes a file that is made or emptied.
template <typename Open>
int opened(const std::string& path, int flags, Open open) {
    const Turn turn;
    Watch& watch = Watch::get();
    if (!watch.counts(path)) return open();
    if (watch.fails("open")) return -1;
    const bool was_there = is_there(path);
    const int fd = open();
    if (fd < 0) return fd;
    if ((flags & O_CREAT) != 0 && !was_there) watch.note("create", path);
    if ((flags & O_TRUNC) != 0 && was_there) watch.note("truncate", path);
    return fd;
}

// Does something to the file of a descriptor, unless it is to fail, and notes what was done of it.
template <typename Do, typename Note>
auto done(const char* kind, int fd, Do act, Note note) {
    const Turn turn;
    Watch& watch = Watch::get();
    const std::string path = path_of(fd);
    if (!watch.counts(path)) return act();
    if (watch.fails(kind)) return decltype(act())(-1);
    const auto result = act();
    if (result >= 0) note(watch, path, result);
    return result;
}

// The same for a path.
template <typename Do>
int done_to(const char* kind, const char* name, const std::string& path, const std::string& other,
            Do act) {
    const Turn turn;
    Watch& watch = Watch::get();
    if (!watch.counts(path)) return act();
    if (watch.fails(kind)) return -1;
    const int result = act();
    if (result == 0) watch.note(name, path, other);
    return result;
}

template <typename Write>
ssize_t written(int fd, const void* bytes, off_t at, Write write) {
    return done("write", fd, write, [&](Watch& watch, const std::string& path, ssize_t count) {
        // Where a file is written to its end, its place after the call tells where it began.
        const off_t offset = at >= 0 ? at : lseek(fd, 0, SEEK_CUR) - count;
        watch.note("write", path, "", offset, bytes, static_cast<std::size_t>(count));
    });
}

template <typename Sync>
int synced(int fd, Sync sync) {
    return done("sync", fd, sync,
                [](Watch& watch, const std::string& path, int) { watch.note("sync", path); });
}

int flags_of(const char* mode) {
    if (mode[0] == 'w') return O_CREAT | O_TRUNC;
    return mode[0] == 'a' ? O_CREAT : 0;
}

template <typename Open>
FILE* opened_file(const char* path, const char* mode, Open open) {
    FILE* file = nullptr;
    const int fd = opened(absolute(AT_FDCWD, path), flags_of(mode), [&] {
        file = open();
        return file == nullptr ? -1 : fileno(file);
    });
    return fd < 0 ? nullptr : file;
}

mode_t mode_argument(int flags, va_list arguments) {
    return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    static auto* const call = next(&open, "open");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_argument(flags, arguments);
    va_end(arguments);
    return opened(absolute(AT_FDCWD, path), flags, [&] { return call(path, flags, mode); });
}

int openat(int folder, const char* path, int flags, ...) {
    static auto* const call = next(&openat, "openat");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_argument(flags, arguments);
    va_end(arguments);
    return opened(absolute(folder, path), flags, [&] { return call(folder, path, flags, mode); });
}

FILE* fopen(const char* path, const char* mode) {
    static auto* const call = next(&fopen, "fopen");
    return opened_file(path, mode, [&] { return call(path, mode); });
}

ssize_t write(int fd, const void* bytes, size_t size) {
    static auto* const call = next(&write, "write");
    return written(fd, bytes, -1, [&] { return call(fd, bytes, size); });
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
    static auto* const call = next(&pwrite, "pwrite");
    return written(fd, bytes, at, [&] { return call(fd, bytes, size, at); });
}

// As the parts that it consists of.
ssize_t writev(int fd, const struct iovec* parts, int count) {
    ssize_t all = 0;
    for (const iovec& part : std::span(parts, static_cast<std::size_t>(count))) {
        if (part.iov_len == 0) continue;
        const ssize_t one = write(fd, part.iov_base, part.iov_len);
        if (one < 0) return all > 0 ? all : one;
        all += one;
        if (static_cast<std::size_t>(one) < part.iov_len) break;
    }
    return all;
}

int fsync(int fd) {
    static auto* const call = next(&fsync, "fsync");
    return synced(fd, [&] { return call(fd); });
}

int fdatasync(int fd) {
    static auto* const call = next(&fdatasync, "fdatasync");
    return synced(fd, [&] { return call(fd); });
}

int ftruncate(int fd, off_t size) noexcept {
    static auto* const call = next(&ftruncate, "ftruncate");
    return done(
        "write", fd, [&] { return call(fd, size); },
        [size](Watch& watch, const std::string& path, int) {
            watch.note("truncate", path, "", size);
        });
}

int rename(const char* from, const char* to) noexcept {
    static auto* const call = next(&rename, "rename");
    return done_to("rename", "rename", absolute(AT_FDCWD, from), absolute(AT_FDCWD, to),
                   [&] { return call(from, to); });
}

int mkdir(const char* path, mode_t mode) noexcept {
    static auto* const call = next(&mkdir, "mkdir");
    return done_to("make", "mkdir", absolute(AT_FDCWD, path), "", [&] { return call(path, mode); });
}

int unlink(const char* path) noexcept {
    static auto* const call = next(&unlink, "unlink");
    return done_to("remove", "remove", absolute(AT_FDCWD, path), "", [&] { return call(path); });
}

int rmdir(const char* path) noexcept {
    static auto* const call = next(&rmdir, "rmdir");
    return done_to("remove", "remove", absolute(AT_FDCWD, path), "", [&] { return call(path); });
}

int remove(const char* path) noexcept {
    static auto* const call = next(&remove, "remove");
    return done_to("remove", "remove", absolute(AT_FDCWD, path), "", [&] { return call(path); });
}

int unlinkat(int folder, const char* path, int flags) noexcept {
    static auto* const call = next(&unlinkat, "unlinkat");
    return done_to("remove", "remove", absolute(folder, path), "",
                   [&] { return call(folder, path, flags); });
}

// The same functions have other names where files may be large, and where arguments are checked.
int open64(const char* path, int flags, ...) __attribute__((alias("open")));
int openat64(int folder, const char* path, int flags, ...) __attribute__((alias("openat")));
FILE* fopen64(const char* path, const char* mode) __attribute__((alias("fopen")));
ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at)
    __attribute__((alias("pwrite")));
int ftruncate64(int fd, off64_t size) noexcept __attribute__((alias("ftruncate")));

int checked_open(const char* path, int flags) __asm__("__open_2");
int checked_open64(const char* path, int flags) __asm__("__open64_2");
int checked_openat(int folder, const char* path, int flags) __asm__("__openat_2");
int checked_openat64(int folder, const char* path, int flags) __asm__("__openat64_2");

int checked_open(const char* path, int flags) { return open(path, flags); }
int checked_open64(const char* path, int flags) { return open(path, flags); }
int checked_openat(int folder, const char* path, int flags) { return openat(folder, path, flags); }
int checked_openat64(int folder, const char* path, int flags) {
    return openat(folder, path, flags);
}

}  // extern "C"
