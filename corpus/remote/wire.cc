// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/remote/wire.h"

#include <cmath>
#include <limits>

#include "corpus/error.h"

namespace sinodex {
namespace {

constexpr unsigned kLong = 255;  // what a longer number begins with
constexpr double kBase = 256;
constexpr int kMostMantissa = 8;  // bytes

[[noreturn]] void unreadable() {
    throw Error(ErrorKind::database, "an answer in no form that is known");
}

unsigned bits_of(char byte) { return static_cast<unsigned char>(byte); }
char byte_of(std::uint64_t bits) { return static_cast<char>(bits & 0xFFU); }

// Returns what stands before the mantissa, but for its length: the exponent in the first byte, or
// one or two behind it.
std::string exponent_of(int exponent, bool negative) {
    const unsigned sign = negative ? 0x80U : 0U;
    if (exponent >= -7 && exponent <= 6) {
        return {byte_of(sign | static_cast<unsigned>(exponent + 7))};
    }
    if (exponent >= -128 && exponent < 127) {
        return {byte_of(sign | 14U), byte_of(static_cast<unsigned>(exponent + 128))};
    }
    const auto shifted = static_cast<unsigned>(exponent + 32768);
    return {byte_of(sign | 15U), byte_of(shifted), byte_of(shifted >> 8U)};
}

}  // namespace

WireWriter& WireWriter::number(std::uint64_t value) {
    if (value < kLong) return byte(byte_of(value));
    byte(byte_of(kLong));
    value -= kLong;
    for (; value > 0x7F; value >>= 7U) byte(byte_of(value & 0x7FU));
    return byte(byte_of(value | 0x80U));
}

WireWriter& WireWriter::string(std::string_view text) {
    number(text.size());
    bytes_.append(text);
    return *this;
}

WireWriter& WireWriter::byte(char value) {
    bytes_.push_back(value);
    return *this;
}

WireWriter& WireWriter::fraction(double value) {
    int exponent = 0;
    double mantissa = std::frexp(std::fabs(value), &exponent);
    --exponent;
    mantissa = std::ldexp(mantissa, (exponent & 7) + 1);
    std::string bytes = exponent_of(exponent >> 3, std::signbit(value) && value != 0);
    std::string digits;
    do {
        const auto digit = static_cast<unsigned char>(mantissa);
        digits.push_back(static_cast<char>(digit));
        mantissa = (mantissa - digit) * kBase;
    } while (mantissa != 0 && digits.size() < kMostMantissa);
    bytes[0] = byte_of(bits_of(bytes[0]) | (static_cast<unsigned>(digits.size()) - 1) << 4U);
    bytes_.append(bytes).append(digits);
    return *this;
}

std::string_view WireReader::take(std::size_t count) {
    if (count > bytes_.size()) unreadable();
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
}

char WireReader::byte() { return take(1).front(); }

std::uint64_t WireReader::number() {
    const unsigned first = bits_of(byte());
    if (first < kLong) return first;
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
        const unsigned bits = bits_of(byte());
        value |= std::uint64_t{bits & 0x7FU} << shift;
        if ((bits & 0x80U) != 0) return value + kLong;
    }
    unreadable();
}

std::uint32_t WireReader::small_number() {
    const std::uint64_t value = number();
    if (value > std::numeric_limits<std::uint32_t>::max()) unreadable();
    return static_cast<std::uint32_t>(value);
}

std::string_view WireReader::string() {
    const std::uint64_t size = number();
    if (size > bytes_.size()) unreadable();
    return take(size);
}

double WireReader::fraction() {
    const unsigned first = bits_of(byte());
    int exponent = static_cast<int>(first & 0xFU) - 7;
    if ((first & 0xFU) == 14) {
        exponent = static_cast<int>(bits_of(byte())) - 128;
    } else if ((first & 0xFU) == 15) {
        const unsigned low = bits_of(byte());
        exponent = static_cast<int>(low | bits_of(byte()) << 8U) - 32768;
    }
    const std::string_view digits = take(((first >> 4U) & 7U) + 1);
    double value = 0;
    for (auto at = digits.rbegin(); at != digits.rend(); ++at) value = value / kBase + bits_of(*at);
    value = std::ldexp(value, exponent * 8);
    return (first & 0x80U) != 0 ? -value : value;
}

}  // namespace sinodex
