// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// Knows what a page's site is called, as far as the page tells.
struct PageSite {
    std::string name;  // as the page states it; may be empty
    std::string host;  // "news.example.org"; may be empty

    // Whether a short text is this name, or is made of that of the host:
    // "Example", "Example News", "EXAMPLE.org".
    bool is_called(std::string_view text) const;
};

}  // namespace sinodex
