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

}  // namespace

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
