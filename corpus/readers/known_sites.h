// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace sinodex {

// Whether a text is what a well-known medium or platform calls itself in the titles of its pages:
// "SCMP", "BBC News", 36氪. Case does not matter.
bool is_known_site(std::string_view text);

// Whether a text is the name of a section of a Chinese portal, as they stand between a title and
// the site: 财经, 时政新闻.
bool is_chinese_section(std::string_view text);

}  // namespace sinodex
