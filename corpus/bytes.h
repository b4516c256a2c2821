// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <bit>
#include <string>
#include <string_view>
#include <type_traits>

namespace sinodex {

// Values of a fixed size, packed one behind the other for a database: integers and arrays of them,
// nothing with padding. Their bytes are those that they have in memory, so that a database belongs
// to machines of one byte order. Thread-safe; no alignment is wanted.
template <typename Value>
concept Packable = std::has_unique_object_representations_v<Value>;

// Appends the value's bytes, sizeof(Value) of them.
template <Packable Value>
void put_bytes(std::string& out, const Value& value) {
    const auto bytes = std::bit_cast<std::array<char, sizeof(Value)>>(value);
    out.append(bytes.data(), bytes.size());
}

// Takes a value from the front of the bytes. False where fewer than sizeof(Value) are left; then
// nothing is taken and the value stays as it was.
template <Packable Value>
bool take_bytes(std::string_view& bytes, Value& value) {
    std::array<char, sizeof(Value)> taken{};
    if (bytes.copy(taken.data(), taken.size()) < taken.size()) return false;
    value = std::bit_cast<Value>(taken);
    bytes.remove_prefix(taken.size());
    return true;
}

}  // namespace sinodex
