// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/unpacking.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <array>
#include <cstddef>
#include <memory>

namespace sinodex {
namespace {

constexpr std::size_t kUnpackStep = 64 << 10;
using Buffer = std::array<unsigned char, kUnpackStep>;

// Adds what was unpacked in a step. False when it is enough.
bool add(Unpacked& unpacked, const Buffer& buffer, std::size_t left, std::uint64_t max_bytes) {
    unpacked.bytes.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - left);
    unpacked.too_large = unpacked.bytes.size() > max_bytes;
    return !unpacked.too_large;
}

// Inflates `packed` and hands on what comes, until `take(buffer, left)` has enough. Whether the
// data ended as they should.
template <typename Take>
bool inflate_to(int window_bits, std::string_view packed, Take take) {
    z_stream zlib{};
    std::string input(packed);
    zlib.next_in = reinterpret_cast<Bytef*>(input.data());
    zlib.avail_in = static_cast<uInt>(input.size());
    if (inflateInit2(&zlib, window_bits) != Z_OK) return false;
    Buffer buffer{};
    int result = Z_OK;
    do {
        zlib.next_out = buffer.data();
        zlib.avail_out = static_cast<uInt>(buffer.size());
        result = inflate(&zlib, Z_NO_FLUSH);
    } while (take(buffer, zlib.avail_out) && result == Z_OK);
    inflateEnd(&zlib);
    return result == Z_STREAM_END;
}

Unpacked inflated_as(int window_bits, const std::string& packed, std::uint64_t max_bytes) {
    Unpacked unpacked;
    const bool ended = inflate_to(window_bits, packed, [&](const Buffer& buffer, std::size_t left) {
        return add(unpacked, buffer, left, max_bytes);
    });
    unpacked.damaged = !ended && !unpacked.too_large;
    return unpacked;
}

struct CloseBrotli {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

}  // namespace

Unpacked inflated(const std::string& packed, std::uint64_t max_bytes) {
    constexpr int kGzipOrZlib = 32 + MAX_WBITS;
    Unpacked unpacked = inflated_as(kGzipOrZlib, packed, max_bytes);
    const bool neither = unpacked.damaged && unpacked.bytes.empty();
    return neither ? inflated_as(-MAX_WBITS, packed, max_bytes) : unpacked;
}

std::uint64_t inflated_size(std::string_view packed, std::uint64_t enough) {
    std::uint64_t size = 0;
    inflate_to(MAX_WBITS, packed, [&](const Buffer& buffer, std::size_t left) {
        size += buffer.size() - left;
        return size <= enough;
    });
    return size;
}

Unpacked unbrotlied(const std::string& packed, std::uint64_t max_bytes) {
    Unpacked unpacked;
    const std::unique_ptr<BrotliDecoderState, CloseBrotli> state(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
    const auto* next = reinterpret_cast<const std::uint8_t*>(packed.data());
    std::size_t left = packed.size();
    Buffer buffer{};
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    std::size_t room = 0;
    do {
        std::uint8_t* out = buffer.data();
        room = buffer.size();
        result = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &out, nullptr);
    } while (add(unpacked, buffer, room, max_bytes) &&
             result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT);
    unpacked.damaged = result != BROTLI_DECODER_RESULT_SUCCESS && !unpacked.too_large;
    return unpacked;
}

}  // namespace sinodex
