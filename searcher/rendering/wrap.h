// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// A piece of text with what is printed before and after each part of it that stands on one line.
struct StyledText {
    std::string text;
    std::string before;
    std::string after;
};

// The pieces, one after another, in lines of at most `width` columns, each indented. Lines break at
// spaces, and between Chinese characters; a line break in the text becomes a space, an empty line
// stays; control characters become spaces. A word that is wider than a line stands alone in its
// line. Wide characters count two columns. Nothing but white space gives an empty string.
std::string wrap(const std::vector<StyledText>& pieces, std::size_t indent, std::size_t width);

}  // namespace sinodex
