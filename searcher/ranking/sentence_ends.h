// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace sinodex {

// Whether a sentence, a line or a clause before a semicolon ends between two tokens of a text, of
// which the first one ends at `end` and the second one begins at `begin`. By marks alone, since it
// is asked between all tokens: what stands behind a full stop must begin like a sentence, and
// initials and titles (U.S., Mr.) do not end one.
bool ends_sentence(std::string_view text, std::size_t end, std::size_t begin);

}  // namespace sinodex
