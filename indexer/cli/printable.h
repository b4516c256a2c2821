// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// Texts, ids and paths come from anywhere: nothing in them may steer a terminal. Each byte of a
// control character becomes a question mark, but for those in `kept`, so that offsets stay true.
// `text` is UTF-8, or any bytes.
std::string printable(std::string_view text, std::string_view kept = "");

}  // namespace sinodex
