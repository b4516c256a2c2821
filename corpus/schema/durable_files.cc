// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/durable_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <vector>

#include "corpus/error.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

class File {
 public:
    File(const fs::path& path, int flags) : fd_(open(path.c_str(), flags | O_CLOEXEC, 0666)) {}
    ~File() {
        if (fd_ >= 0) close(fd_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int fd() const { return fd_; }

 private:
    int fd_;
};

fs::path parent_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

void sync_path(const fs::path& path, int flags, const std::string& hint) {
    const File file(path, flags);
    if (file.fd() < 0 || fsync(file.fd()) != 0) write_failed(path, hint);
}

}  // namespace

void write_durably(const fs::path& path, const std::string& text, const std::string& hint) {
    const File file(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (file.fd() < 0) write_failed(path, hint);
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t count = write(file.fd(), text.data() + done, text.size() - done);
        if (count < 0 && errno != EINTR) write_failed(path, hint);
        if (count > 0) done += static_cast<std::size_t>(count);
    }
    if (fsync(file.fd()) != 0) write_failed(path, hint);
}

// All that may fail for want of something is done before the rename.
void replace_durably(const fs::path& path, const std::string& text, const std::string& hint,
                     const std::function<void()>& replaced) {
    const fs::path fresh = path.string() + ".new";
    write_durably(fresh, text, hint);
    const fs::path parent = parent_of(path);
    const File folder(parent, O_RDONLY | O_DIRECTORY);
    if (folder.fd() < 0) write_failed(parent, hint);
    if (std::rename(fresh.c_str(), path.c_str()) != 0) write_failed(path, hint);
    if (replaced) replaced();
    if (fsync(folder.fd()) == 0) return;
    write_failed(parent, "it was replaced, but a power cut may bring the old one back");
}

// A folder in which we may only enter things, but not list them, cannot be synced.
void make_folder_durably(const fs::path& path, const std::string& hint) {
    const fs::path parent = parent_of(path);
    if (!fs::exists(parent)) make_folder_durably(parent, hint);
    fs::create_directory(path);
    const File folder(parent, O_RDONLY | O_DIRECTORY);
    if (folder.fd() < 0 && errno == EACCES) return;
    if (folder.fd() < 0 || fsync(folder.fd()) != 0) write_failed(parent, hint);
}

void remove_folder(const fs::path& path, const std::string& last) {
    std::error_code failed;
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(path, failed)) {
        if (entry.path().filename() != last) others.push_back(entry.path());
    }
    for (const fs::path& other : others) {
        if (!failed) fs::remove_all(other, failed);
    }
    const File folder(path, O_RDONLY | O_DIRECTORY);
    if (failed || folder.fd() < 0 || fsync(folder.fd()) != 0) return;
    fs::remove(path / last, failed);
    fs::remove(path, failed);
}

void sync_file(const fs::path& path, const std::string& hint) { sync_path(path, O_RDONLY, hint); }

void sync_folder(const fs::path& path, const std::string& hint) {
    sync_path(path, O_RDONLY | O_DIRECTORY, hint);
}

std::uint64_t folder_bytes(const fs::path& path) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(path)) bytes += entry.file_size();
    return bytes;
}

void write_failed(const fs::path& path, const std::string& hint) {
    throw Error(ErrorKind::output, path.string() + ": " + std::strerror(errno), hint);
}

}  // namespace sinodex
