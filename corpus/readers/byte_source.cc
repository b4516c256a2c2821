// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/byte_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace sinodex {
namespace {

constexpr std::size_t kInputSize = 128 << 10;
constexpr int kGzipOnly = 16 + MAX_WBITS;
constexpr unsigned char kGzipMagic[] = {0x1F, 0x8B};

std::string system_message(int error) { return std::generic_category().message(error); }

}  // namespace

FileSource::FileSource(const std::string& path)
    : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      owned_(path != "-") {
    if (descriptor_ < 0) throw ReadError(system_message(errno));
}

FileSource::~FileSource() {
    if (owned_) ::close(descriptor_);
}

std::size_t FileSource::read(char* out, std::size_t size) {
    ssize_t count = -1;
    do {
        count = ::read(descriptor_, out, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) throw ReadError(system_message(errno));
    bytes_read_ += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
}

std::size_t StreamSource::read(char* out, std::size_t size) {
    stream_.read(out, static_cast<std::streamsize>(size));
    if (stream_.bad()) throw ReadError("standard input failed");
    return static_cast<std::size_t>(stream_.gcount());
}

GunzipSource::GunzipSource(ByteSource& compressed) : compressed_(compressed), input_(kInputSize) {
    if (inflateInit2(&zlib_, kGzipOnly) != Z_OK) throw ReadError("zlib cannot be started");
}

GunzipSource::~GunzipSource() { inflateEnd(&zlib_); }

std::size_t GunzipSource::read(char* out, std::size_t size) {
    if (!damage_.empty()) throw ReadError(damage_);
    if (state_ == State::start) start();
    std::size_t produced = 0;
    while (produced == 0 && state_ != State::end && damage_.empty()) {
        if (zlib_.avail_in == 0 && !refill()) {
            if (state_ == State::member) damage_ = "the gzip data end too early";
            state_ = State::end;
        } else if (state_ == State::plain) {
            produced = copy(out, size);
        } else if (state_ == State::between_members) {
            next_member();
        } else {
            produced = inflate_some(out, size);
        }
    }
    if (produced == 0 && !damage_.empty()) throw ReadError(damage_);
    return produced;
}

bool GunzipSource::refill() {
    zlib_.avail_in = static_cast<uInt>(compressed_.read(input_.data(), input_.size()));
    zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
    return zlib_.avail_in > 0;
}

void GunzipSource::start() {
    while (zlib_.avail_in < 2) {  // a pipe may bring one byte only
        const std::size_t more =
            compressed_.read(input_.data() + zlib_.avail_in, input_.size() - zlib_.avail_in);
        zlib_.avail_in += static_cast<uInt>(more);
        zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
        if (more == 0) break;
    }
    const bool gzip = zlib_.avail_in >= 2 && std::memcmp(input_.data(), kGzipMagic, 2) == 0;
    state_ = gzip ? State::member : State::plain;
}

// Zeros behind a member are padding, as on tapes; another member may follow.
void GunzipSource::next_member() {
    while (zlib_.avail_in > 0 && *zlib_.next_in == 0) {
        ++zlib_.next_in;
        --zlib_.avail_in;
    }
    if (zlib_.avail_in == 0) return;
    inflateReset(&zlib_);
    state_ = State::member;
}

std::size_t GunzipSource::copy(char* out, std::size_t size) {
    const std::size_t count = std::min<std::size_t>(size, zlib_.avail_in);
    std::memcpy(out, zlib_.next_in, count);
    zlib_.next_in += count;
    zlib_.avail_in -= static_cast<uInt>(count);
    return count;
}

std::size_t GunzipSource::inflate_some(char* out, std::size_t size) {
    zlib_.next_out = reinterpret_cast<Bytef*>(out);
    zlib_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
    const uInt room = zlib_.avail_out;
    const int result = inflate(&zlib_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
        state_ = State::between_members;
    } else if (result != Z_OK) {
        damage_ = "the gzip data are damaged";
    }
    return room - zlib_.avail_out;
}

}  // namespace sinodex
