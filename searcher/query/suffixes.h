// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinodex {

// Reads what stands directly behind a word: a weight (fine^2), a star (regulat*), a distance
// (NEAR/5).

// The size of the weight that `text` begins with, ^2 or ^0.5; 0 where there is none. It must end
// where a word may end.
std::size_t weight_at(std::string_view text);

// The size of the weight that a word ends with. Formulas have none: m^2, 10^9.
std::size_t weight_behind(std::string_view word);

// Whether the last word of `text` is only the beginning of one: a single star, directly behind it.
bool ends_with_star(std::string_view text);

// The letters and digits of the last word, in bytes; of Chinese text all of its characters.
std::string_view last_word(std::string_view text);

// Whether a word is NEAR or NEAR/5.
bool is_near(std::string_view word);

// A number, brought within its limits with a warning.
template <typename Number>
struct Bounded {
    Number value;
    std::string warning = {};
};

// Reads ^2.
Bounded<double> read_weight(std::string_view text);

// Reads NEAR or NEAR/5.
Bounded<unsigned> read_distance(std::string_view near);

}  // namespace sinodex
