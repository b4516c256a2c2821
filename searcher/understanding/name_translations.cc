// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/name_translations.h"

#include <algorithm>

#include "searcher/understanding/personal_names.h"

namespace sinodex {
namespace {

constexpr std::size_t kLeastNameLetters = 4;
constexpr std::size_t kMostOfChineseName = 3;
constexpr std::size_t kMostOfEnglishName = 2;

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

// A word in small letters; empty where it is not of the letters a to z.
std::string small_letters(std::string_view word) {
    std::string small;
    for (const char letter : word) {
        small += is_capital(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
        if (small.back() < 'a' || small.back() > 'z') return {};
    }
    return small;
}

// Whether units are of one language, and begin and end where words do.
bool may_be_personal(const std::vector<DictionaryUnit>& units, std::size_t first,
                     std::size_t count) {
    const std::size_t end = first + count;
    if (end > units.size() || units[first].inside_word) return false;
    if (end < units.size() && units[end].inside_word) return false;
    const auto begin = units.begin() + static_cast<std::ptrdiff_t>(first);
    return std::all_of(
        begin, begin + static_cast<std::ptrdiff_t>(count),
        [&](const DictionaryUnit& unit) { return unit.chinese == units[first].chinese; });
}

}  // namespace

NameTranslations::NameTranslations(const UnderstandingTools& tools)
    : tools_(tools), dictionary_(tools.domain.dictionary) {}

std::vector<Translation> NameTranslations::of_person(const std::vector<DictionaryUnit>& units,
                                                     std::size_t first, std::size_t count,
                                                     std::string_view text) const {
    if (!may_be_personal(units, first, count)) return {};
    const std::span<const DictionaryUnit> part(&units[first], count);
    if (!part.front().chinese) return held_names(chinese_names(part, text));
    std::vector<Translation> names = pinyin_names(part);
    std::erase_if(names, [&](const Translation& name) { return !held_together(name.terms); });
    return names;
}

std::size_t NameTranslations::most_of_name(const DictionaryUnit& unit) {
    return unit.chinese ? kMostOfChineseName : kMostOfEnglishName;
}

std::vector<Translation> NameTranslations::by_sound(const DictionaryUnit& unit,
                                                    std::string_view text) const {
    return held_names(names_of(unit, text));
}

bool NameTranslations::ask_ahead(const std::vector<DictionaryUnit>& units, std::size_t first,
                                 std::string_view text) const {
    const DictionaryUnit& unit = units[first];
    bool asks = false;
    if (!unit.chinese && dictionary_.of_english({unit.term}).empty()) {
        for (const ChineseName& name : names_of(unit, text)) asks |= ask_for(pairs_of(name));
    }
    for (std::size_t count = most_of_name(unit); count >= 2; --count) {
        if (!may_be_personal(units, first, count)) continue;
        const std::span<const DictionaryUnit> part(&units[first], count);
        if (unit.chinese) {
            for (const Translation& name : pinyin_names(part)) asks |= ask_for(name.terms);
        } else {
            for (const ChineseName& name : chinese_names(part, text)) {
                asks |= ask_for(pairs_of(name));
            }
        }
    }
    return asks;
}

bool NameTranslations::ask_for(const std::vector<std::string>& terms) const {
    if (is_taken_for_granted(terms)) return false;
    tools_.index.ask_together(terms);
    return true;
}

// Names whose words articles hold, each for itself.
std::vector<Translation> NameTranslations::pinyin_names(
    std::span<const DictionaryUnit> part) const {
    std::vector<std::string> characters;
    for (const DictionaryUnit& unit : part) characters.push_back(unit.term);
    std::vector<Translation> names;
    for (std::string& text : names_in_pinyin(characters, dictionary_)) {
        Translation name;
        for (const Token& token : tools_.analyzer.analyze(text)) {
            name.terms.emplace_back(tools_.terms.term(token));
        }
        name.text = std::move(text);
        if (all_held(name.terms)) names.push_back(std::move(name));
    }
    return names;
}

std::vector<ChineseName> NameTranslations::chinese_names(std::span<const DictionaryUnit> part,
                                                         std::string_view text) const {
    const bool capitals = std::any_of(text.begin(), text.end(), is_capital);
    std::vector<std::string> words;
    for (const DictionaryUnit& unit : part) {
        const std::string_view word = slice(text, unit.range);
        if (capitals && !is_capital(word.front())) return {};
        words.push_back(small_letters(word));
        if (words.back().empty()) return {};
    }
    return names_of_pinyin(words[0], words[1], dictionary_, holds_pair());
}

HoldsPair NameTranslations::holds_pair() const {
    return [this](const std::string& pair) { return tools_.index.frequency(pair) > 0; };
}

// Those of some names whose characters all stand in one article.
std::vector<Translation> NameTranslations::held_names(std::vector<ChineseName> names) const {
    std::vector<Translation> held;
    for (ChineseName& name : names) {
        if (!held_together(pairs_of(name))) continue;
        Translation& made = held.emplace_back();
        for (const std::string& character : name) made.text += character;
        made.terms = std::move(name);
    }
    return held;
}

std::vector<ChineseName> NameTranslations::names_of(const DictionaryUnit& unit,
                                                    std::string_view text) const {
    if (dictionary_.empty() || unit.chinese || !may_be_name(text, unit)) return {};
    return chinese_spellings(small_letters(slice(text, unit.range)), holds_pair());
}

// A name has a capital; where nothing has one, a word that no article holds may be a name.
bool NameTranslations::may_be_name(std::string_view text, const DictionaryUnit& unit) const {
    const std::string_view word = slice(text, unit.range);
    if (small_letters(word).size() < kLeastNameLetters) return false;
    if (is_capital(word.front())) return true;
    return std::none_of(text.begin(), text.end(), is_capital) && !tools_.index.holds(unit.term);
}

bool NameTranslations::all_held(const std::vector<std::string>& terms) const {
    return std::all_of(terms.begin(), terms.end(), [this](const std::string& term) {
        return tools_.index.frequency(term) > 0;
    });
}

// Whether an article has all the terms.
bool NameTranslations::held_together(const std::vector<std::string>& terms) const {
    return is_taken_for_granted(terms) || tools_.index.held_together(terms);
}

// It is where many have even the rarest of them.
bool NameTranslations::is_taken_for_granted(const std::vector<std::string>& terms) const {
    constexpr Xapian::doccount kMostArticles = 64;
    return terms.size() == 1 ||
           std::all_of(terms.begin(), terms.end(), [this](const std::string& term) {
               return tools_.index.frequency(term) > kMostArticles;
           });
}

std::vector<std::string> pairs_of(const std::vector<std::string>& characters) {
    if (characters.size() == 1) return characters;
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
        pairs.push_back(characters[i] + characters[i + 1]);
    }
    return pairs;
}

}  // namespace sinodex
