// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "corpus/schema/durable_files.h"

namespace sinodex {
namespace {

constexpr std::size_t kBuffer = 1U << 18U;
constexpr const char* kHint = "check free space and permissions; the database is as it was";

}  // namespace

OutputFile::OutputFile(std::string path)
    : path_(std::move(path)),
      fd_(open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (fd_ < 0) write_failed(path_, kHint);
}

OutputFile::~OutputFile() {
    if (fd_ >= 0) ::close(fd_);
}

void OutputFile::write(std::string_view bytes) {
    buffer_.append(bytes);
    size_ += bytes.size();
    if (buffer_.size() >= kBuffer) flush();
}

void OutputFile::flush() {
    for (std::string_view rest = buffer_; !rest.empty();) {
        const ssize_t count = ::write(fd_, rest.data(), rest.size());
        if (count < 0 && errno != EINTR) write_failed(path_, kHint);
        if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
    }
    buffer_.clear();
}

void OutputFile::close() {
    flush();
    const int fd = std::exchange(fd_, -1);
    if (::close(fd) != 0) write_failed(path_, kHint);
}

}  // namespace sinodex
