// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "corpus/readers/site_name.h"

namespace sinodex {

// `name` without "By", "记者" and their like before it and without a date or a position behind it;
// empty when it names nobody: numbers, URLs, addresses, firms, placeholders such as admin, 佚名, or
// the name of the site.
std::string usable_author(std::string_view name, const PageSite& site);

// Whether a text is a placeholder for an author: admin, Staff Writer, 佚名.
bool is_placeholder(std::string_view name);

// Whether it is one, or a day, a firm, or "Ana says": no author of a page.
bool names_nobody(std::string_view name);

// `name` up to a bar, or to a number and the words that lead to it: "Ana Reyes, March 3".
std::string_view name_without_suffix(std::string_view name);

// Whether a Chinese name is that of a medium, 海事周报, which some pages state as their author.
bool names_medium(std::string_view name);

// Whether a word can be a Chinese name: two to four characters, none of which begins what a
// reporter does ("记者从…获悉", "记者在…").
bool is_chinese_name(std::string_view word);

// Whether every word of a text begins with a capital, but for short ones such as "and" and "de".
bool reads_as_name(std::string_view text);

}  // namespace sinodex
