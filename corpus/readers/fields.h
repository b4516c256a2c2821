// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "corpus/article.h"

namespace sinodex {

// A line such as `Date: 2021-04-10` or `来源：长街观察`; the value is trimmed.
struct LabelledLine {
    std::string_view key;
    std::string_view value;
};

// Splits a line at its first `separator` (for ':', also a full-width one). The key is empty when
// there is none, or when what stands before it is too long for a key.
LabelledLine split_field(std::string_view line, char separator);

// Gives `article` the title, url, date, source, author or lang that `field` names, in English or
// Chinese; what it has already stays. False when the key is unknown, or when the value cannot be
// one: a date that is none, a relative URL, a source of more than 100 bytes.
bool set_field(Article& article, const LabelledLine& field);

// "www.example.org" of "https://www.example.org/a", without "www."; empty for what is no URL.
std::string_view host_of(std::string_view url);

}  // namespace sinodex
