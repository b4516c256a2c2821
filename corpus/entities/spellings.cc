// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/spellings.h"

#include <algorithm>

#include "corpus/entities/text_units.h"

namespace sinodex {
namespace {

constexpr std::size_t kMostLetters = 40;

bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Calls visit(key) for `word` and for each word that lacks one of its letters.
template <typename Visit>
void for_each_variant(std::string_view word, const Visit& visit) {
    visit(word_key(word));
    std::uint64_t before = kEmptyWord;
    for (std::size_t i = 0; i < word.size(); ++i) {
        visit(word_key(word.substr(i + 1), before));
        before = word_key(word.substr(i, 1), before);
    }
}

constexpr std::size_t kLeastMisread = 5;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_misread_digit(char c) { return c == '0' || c == '1'; }

bool has_misread_digit(std::string_view word) {
    const auto letters =
        std::count_if(word.begin(), word.end(), [](char c) { return is_upper(c) || is_lower(c); });
    const auto digits = std::count_if(word.begin(), word.end(), is_misread_digit);
    return digits > 0 && letters > 2 && letters > digits &&
           static_cast<std::size_t>(letters + digits) == word.size();
}

bool has_l_amid_capitals(std::string_view word) {
    const auto uppers = std::count_if(word.begin(), word.end(), is_upper);
    const auto ls = std::count(word.begin(), word.end(), 'l');
    return uppers > 2 && ls > 0 && uppers > ls &&
           static_cast<std::size_t>(uppers + ls) == word.size();
}

// The letter that a digit at the beginning of a word may stand for: 8iden.
char letter_for(char digit) {
    switch (digit) {
        case '0':
            return 'o';
        case '5':
            return 's';
        case '6':
            return 'g';
        case '8':
            return 'b';
        default:
            return '\0';
    }
}

bool has_digit_in_front(std::string_view word) {
    constexpr std::size_t kLeast = 4;
    return word.size() >= kLeast && letter_for(word[0]) != '\0' &&
           std::all_of(word.begin() + 1, word.end(), is_lower);
}

// lndustry: an I before a consonant.
bool has_l_in_front(std::string_view word) {
    constexpr std::string_view kConsonants = "mnrst";
    return word.size() >= kLeastMisread && word[0] == 'l' &&
           kConsonants.find(word[1]) != kConsonants.npos &&
           std::all_of(word.begin() + 1, word.end(), is_lower);
}

// `word` in lower case, with other letters for those that may be misread.
std::string reread(std::string_view word, char for_one, char for_l) {
    std::string meant(word);
    for (char& c : meant) {
        if (c == '0') c = 'o';
        if (c == '1') c = for_one;
        if (c == 'l') c = for_l;
        if (is_upper(c)) c = static_cast<char>(c | 0x20);
    }
    return meant;
}

}  // namespace

bool starts_misread(std::string_view word) {
    return has_digit_in_front(word) || has_l_in_front(word);
}

bool is_surely_misread(std::string_view word) {
    if (starts_misread(word)) return true;
    return word.size() >= kLeastMisread && (has_misread_digit(word) || has_l_amid_capitals(word));
}

std::vector<std::string> misread_from(std::string_view word) {
    if (has_digit_in_front(word)) return {letter_for(word[0]) + std::string(word.substr(1))};
    if (has_l_in_front(word)) return {"i" + std::string(word.substr(1))};
    if (word.size() < kLeastMisread || word.size() > kMostLetters) return {};
    if (has_misread_digit(word)) return {reread(word, 'i', 'l'), reread(word, 'l', 'l')};
    if (has_l_amid_capitals(word)) return {reread(word, '1', 'i')};
    std::string folded = reread(word, '1', 'l');
    if (!is_plain(folded)) return {};
    std::vector<std::string> words;
    if (const std::size_t rn = folded.find("rn", 1); rn != folded.npos) {  // Cornmerce
        words.push_back(folded);
        words.back().replace(rn, 2, "m");
    }
    for (std::size_t i = 1; i < folded.size(); ++i) {
        if (folded[i] != 'i' && folded[i] != 'l') continue;
        words.push_back(folded);
        words.back()[i] = folded[i] == 'i' ? 'l' : 'i';
    }
    return words;
}

bool is_one_edit(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b) return false;
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin());
    const std::string_view rest_a(differ.first, a.end());
    const std::string_view rest_b(differ.second, b.end());
    if (a.size() < b.size()) return rest_a == rest_b.substr(1);
    if (rest_a.substr(1) == rest_b.substr(1)) return true;
    return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
           rest_a.substr(2) == rest_b.substr(2);
}

void SpellingsBuilder::add(std::string_view word) {
    if (word.size() < Spellings::kLeastLetters || word.size() > kMostLetters || !is_plain(word))
        return;
    words_.emplace_back(word);
    const auto number = static_cast<std::uint32_t>(words_.size());
    for_each_variant(word, [&](std::uint64_t key) { variants_.add(key, number); });
}

void SpellingsBuilder::write(BlockWriter& block) const {
    variants_.write(block);
    block.lists(words_);
}

std::optional<std::string_view> Spellings::corrected(std::string_view word) const {
    if (word.size() + 1 < kLeastLetters || word.size() > kMostLetters || !is_plain(word))
        return std::nullopt;
    std::optional<std::string_view> found;
    for_each_variant(word, [&](std::uint64_t key) {
        const std::uint32_t number = variants_.find(key);
        if (number == 0 || found) return;
        const auto letters = words_[number - 1];
        const std::string_view known(letters.data(), letters.size());
        if (known[0] == word[0] && is_one_edit(known, word)) found = known;
    });
    return found;
}

}  // namespace sinodex
