// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// Text for an element's content or an attribute's value: < > & and both quotes escaped, bytes that
// are no UTF-8 replaced, control characters made blanks.
std::string escaped(std::string_view text);

// The top of the page with its style sheet, up to <main>, and what follows.
std::string page_top(const std::string& title);
std::string page_bottom();

}  // namespace sinodex
