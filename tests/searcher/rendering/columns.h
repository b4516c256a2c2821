// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinodex::testing {

// How wide a line looks on a terminal, as far as the texts of the tests go: Chinese and emoji take
// two columns, combining accents and colours none.
std::size_t width_of(std::string_view line);

std::vector<std::string> lines_of(const std::string& text);

std::string without_space(const std::string& text);

// Takes off ANSI colours.
std::string without_colors(const std::string& text);

}  // namespace sinodex::testing
