// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// The tables that vocabulary.cc looks words up in. Internal to this folder.

#include <span>
#include <string_view>

#include "corpus/quantities/quantity_words.h"

namespace sinodex::quantities {

// Words of one class and value.
struct VocabularyRow {
    Class cls = Class::other;
    int value = 0;
    std::string_view words;  // separated by spaces
};

template <typename Enum>
constexpr VocabularyRow row(Class cls, Enum value, std::string_view words) {
    return {cls, static_cast<int>(value), words};
}

constexpr VocabularyRow key(Keyword keyword, std::string_view words) {
    return row(Class::keyword, keyword, words);
}

// Words are in lower case. Where a word stands there twice, the first row counts.
std::span<const VocabularyRow> english_rows();

// Words are in Simplified characters, three bytes each. Where two begin alike, the longer counts.
std::span<const VocabularyRow> chinese_rows();

}  // namespace sinodex::quantities
