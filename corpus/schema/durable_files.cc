// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/durable_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

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

void replace_durably(const fs::path& path, const std::string& text, const std::string& hint) {
    const fs::path fresh = path.string() + ".new";
    write_durably(fresh, text, hint);
    if (std::rename(fresh.c_str(), path.c_str()) != 0) write_failed(path, hint);
    sync_folder(path.has_parent_path() ? path.parent_path() : fs::path("."),
                "it was replaced, but a power cut may bring the old one back");
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
