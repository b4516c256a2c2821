// SPDX-License-Identifier: GPL-2.0-or-later

// Somebody else of the same name, whom the words beside it describe.

#include <algorithm>
#include <array>

#include "corpus/entities/surroundings.h"

namespace sinodex {
namespace {

// The number that digits of a text are; nothing for more than three.
std::optional<int> small_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 3) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = 10 * value + (c - '0');
    }
    return value;
}

// Words by which what somebody is said to be tells of a past: "a former teacher".
bool tells_past(std::uint64_t key) {
    static const std::array<std::uint64_t, 7> kWords{
        word_key("former"),   word_key("turned"),  word_key("once"),       word_key("son"),
        word_key("daughter"), word_key("onetime"), word_key("billionaire")};
    return std::find(kWords.begin(), kWords.end(), key) != kWords.end();
}

constexpr int kYoung = 22;  // years; nobody known is younger

}  // namespace

// A word against all of the type counts right before a name, or behind it as "John Lee, a golfer";
// a calling also farther behind, where nothing of the business world stands with it.
bool Surroundings::is_another(EntityNumber entity, const Candidate& place) const {
    constexpr std::uint32_t kFarthest = 3;
    const auto against = tree_->evidence_against(tree_->type(entity));
    const auto callings = tree_->callings(tree_->type(entity));
    if (against.empty() && callings.empty()) return false;
    if (is_right_before(against, place)) return true;
    const std::vector<TextUnit>& units = article_->units;
    if (place.end < units.size() && units[place.end].gap == Gap::comma &&
        stands_in(against, {place.end, place.end + kFarthest})) {
        return true;
    }
    if (callings.empty()) return false;
    if (is_right_before(callings, place) || is_child_before(place)) return true;
    const Units said = apposition_of(place);
    return said.begin < said.end && !names_business(said) &&
           (is_young(said) || stands_in(callings, said));
}

bool Surroundings::is_right_before(std::span<const NameEvidence> words,
                                   const Candidate& place) const {
    constexpr std::uint32_t kLongest = 6;
    if (words.empty() || article_->units[place.begin].gap != Gap::none) return false;
    const std::uint32_t from = place.begin > kLongest ? place.begin - kLongest : 0;
    const auto first =
        std::lower_bound(words_.begin(), words_.end(), from,
                         [](const WordPlace& one, std::uint32_t unit) { return one.begin < unit; });
    for (auto word = first; word != words_.end() && word->begin < place.begin; ++word) {
        if (word->end != place.begin) continue;
        if (std::any_of(words.begin(), words.end(), [&](const NameEvidence& one) {
                return one.is_word && one.number == word->word;
            })) {
            return true;
        }
    }
    return false;
}

// Whether one of `words` begins in `units`, with nothing but words from their second one to it.
bool Surroundings::stands_in(std::span<const NameEvidence> words, Units units) const {
    const auto first =
        std::lower_bound(words_.begin(), words_.end(), units.begin,
                         [](const WordPlace& one, std::uint32_t unit) { return one.begin < unit; });
    for (auto word = first; word != words_.end() && word->begin < units.end; ++word) {
        if (word->begin > units.begin && article_->units[word->begin].gap != Gap::none)
            return false;
        if (std::any_of(words.begin(), words.end(), [&](const NameEvidence& one) {
                return one.is_word && one.number == word->word;
            })) {
            return true;
        }
    }
    return false;
}

// What stands behind a name as "Li Bin, a beekeeper", 李斌，一名养蜂人 or 李斌是一名养蜂人; empty
// where nothing does, or where it tells of a past.
Surroundings::Units Surroundings::apposition_of(const Candidate& place) const {
    constexpr std::uint32_t kLongest = 10;
    const std::vector<TextUnit>& units = article_->units;
    const auto size = static_cast<std::uint32_t>(units.size());
    if (place.end + 2 >= size) return {};
    const TextUnit& first = units[place.end];
    std::uint32_t begin = place.end;
    if (first.han) {
        if (first.gap == Gap::none && article_->word(begin) == "是") ++begin;
        if (begin == place.end && first.gap != Gap::comma) return {};
        constexpr std::string_view kCounters = "名位个個";
        if (article_->word(begin) != "一" || units[begin + 1].gap != Gap::none ||
            kCounters.find(article_->word(begin + 1)) == kCounters.npos) {
            return {};
        }
    } else if (first.gap != Gap::comma ||
               (first.key != word_key("a") && first.key != word_key("an"))) {
        return {};
    }
    std::uint32_t end = begin + 1;
    while (end < size && end < begin + kLongest && units[end].gap == Gap::none) {
        if (tells_past(units[end].key)) return {};
        ++end;
    }
    return {begin, end};
}

bool Surroundings::names_business(Units units) const {
    return std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
        const EntityType type = tree_->type(name.entity);
        return name.begin >= units.begin && name.begin < units.end && type != EntityType::place &&
               type != EntityType::person && type != EntityType::organisation;
    });
}

// "a 19-year-old".
bool Surroundings::is_young(Units units) const {
    for (std::uint32_t i = units.begin; i + 2 < units.end; ++i) {
        if (article_->units[i + 1].key != word_key("year") ||
            article_->units[i + 2].key != word_key("old")) {
            continue;
        }
        const auto years = small_number(article_->word(i));
        if (years && *years <= kYoung) return true;
    }
    return false;
}

// 10岁的, 十岁的 right before a name.
bool Surroundings::is_child_before(const Candidate& place) const {
    if (place.begin < 3 || !article_->units[place.begin].han) return false;
    constexpr std::string_view kYears = "岁歲";
    constexpr std::string_view kFew = "一二三四五六七八九十";
    if (article_->word(place.begin - 1) != "的") return false;
    if (kYears.find(article_->word(place.begin - 2)) == kYears.npos) return false;
    const TextUnit& number = article_->units[place.begin - 3];
    if (!number.han) {
        const auto years = small_number(article_->word(place.begin - 3));
        return years && *years <= kYoung;
    }
    if (kFew.find(article_->word(place.begin - 3)) == kFew.npos) return false;
    if (place.begin == 3 || number.gap != Gap::none) return true;
    constexpr std::string_view kTens = "二三四五六七八九十";
    const std::string_view before = article_->word(place.begin - 4);
    return before == "十" || kTens.find(before) == kTens.npos;
}

}  // namespace sinodex
