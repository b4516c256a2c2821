// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sinodex {

// Numbers, strings and fractions as Xapian's remote protocol writes them. A number below 255 is one
// byte; others are the byte 255 and what they are above that, seven bits a byte, the lowest first,
// the highest bit set on the last. A string stands behind its length.
class WireWriter {
 public:
    WireWriter& number(std::uint64_t value);
    WireWriter& string(std::string_view text);
    WireWriter& byte(char value);
    // Exactly: an exponent and a mantissa to the base of 256.
    WireWriter& fraction(double value);

    const std::string& bytes() const { return bytes_; }

 private:
    std::string bytes_;
};

// Reads them back. Throws Error (database) where the bytes are none.
class WireReader {
 public:
    // `bytes` must outlive this.
    explicit WireReader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number();
    std::uint32_t small_number();  // at most 32 bits
    std::string_view string();
    char byte();
    double fraction();
    std::string_view rest() const { return bytes_; }

 private:
    std::string_view take(std::size_t count);

    std::string_view bytes_;
};

}  // namespace sinodex
