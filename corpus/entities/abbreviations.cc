// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/abbreviations.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sinodex {
namespace {

using UnitRange = std::optional<std::pair<std::uint32_t, std::uint32_t>>;

constexpr std::size_t kLeastAbbreviation = 3;

char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_left_out(std::uint64_t key) {
    static const std::array<std::uint64_t, 6> kWords{word_key("of"),  word_key("and"),
                                                     word_key("the"), word_key("for"),
                                                     word_key("in"),  word_key("on")};
    return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

// The words that end before `end`; the first one has a capital, or begins a sentence.
UnitRange spelt_out_before(const ArticleUnits& article, std::string_view letters,
                           std::uint32_t end) {
    std::size_t left = letters.size();
    std::uint32_t unit = end;
    while (left > 0 && unit > 0) {
        const TextUnit& word = article.units[--unit];
        if (word.han || (unit + 1 < end && article.units[unit + 1].gap != Gap::none)) return {};
        if (lower_letter(article.word(unit).front()) == lower_letter(letters[left - 1])) {
            --left;
        } else if (!is_left_out(word.key) || unit + 1 == end) {
            return {};
        }
    }
    if (left > 0) return {};
    return std::pair{unit, end};
}

UnitRange spelt_out_behind(const ArticleUnits& article, std::string_view letters,
                           std::uint32_t begin) {
    std::size_t read = 0;
    for (std::uint32_t unit = begin; unit < article.units.size(); ++unit) {
        const TextUnit& word = article.units[unit];
        if (word.han || (unit > begin && word.gap != Gap::none)) return {};
        if (lower_letter(article.word(unit).front()) == lower_letter(letters[read])) {
            if (++read == letters.size()) return std::pair{begin, unit + 1};
        } else if (!is_left_out(word.key)) {
            return {};
        }
    }
    return {};
}

}  // namespace

UnitRange spelt_out_beside(const ArticleUnits& article, const Candidate& place) {
    const std::string_view letters = article.word(place.begin);
    if (place.end != place.begin + 1 || letters.size() < kLeastAbbreviation) return {};
    if (letters.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != letters.npos) return {};
    const std::vector<TextUnit>& units = article.units;
    const TextUnit& here = units[place.begin];
    if (here.gap == Gap::comma && place.begin > 1) {
        if (const auto words = spelt_out_before(article, letters, place.begin)) return words;
    }
    const bool said = place.begin > 1 && here.gap == Gap::none &&
                      units[place.begin - 1].key == word_key("or") &&
                      units[place.begin - 1].gap == Gap::comma;
    if (said) {
        if (const auto words = spelt_out_before(article, letters, place.begin - 1)) return words;
    }
    if (place.end >= units.size() || units[place.end].gap != Gap::comma) return {};
    return spelt_out_behind(article, letters, place.end);
}

}  // namespace sinodex
