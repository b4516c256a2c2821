// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/sentence_ends.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 6> kEnds{";", "\n", "。", "！", "？", "；"};
constexpr std::array<std::string_view, 13> kShortened{"Mr",   "Mrs", "Ms", "Dr", "St",  "Inc", "Co",
                                                      "Corp", "Ltd", "No", "vs", "Gen", "Sen"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter_of_word(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

// Whether the word before `end` is one that has a full stop anyway.
bool is_shortened(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && is_letter_of_word(text[begin - 1])) --begin;
    const std::string_view word = text.substr(begin, end - begin);
    return (word.size() == 1 && is_capital(word.front())) ||
           std::find(kShortened.begin(), kShortened.end(), word) != kShortened.end();
}

}  // namespace

bool ends_sentence(std::string_view text, std::size_t end, std::size_t begin) {
    if (begin <= end) return false;
    const std::string_view between = text.substr(end, begin - end);
    if (between == " ") return false;
    const auto holds = [&](std::string_view mark) { return between.find(mark) != between.npos; };
    if (std::any_of(kEnds.begin(), kEnds.end(), holds)) return true;
    const std::size_t stop = between.find_first_of(".!?");
    if (stop == between.npos || between.find(' ', stop) == between.npos) return false;
    const char next = text[begin];
    if (!is_capital(next) && !(next >= '0' && next <= '9')) return false;
    return between[stop] != '.' || !is_shortened(text, end);
}

}  // namespace sinodex
