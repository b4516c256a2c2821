// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace sinodex {

// Names the rule by which a part of a query matches a part of a text. Where two mark the same
// stretch, the one that stands first here gives its name.
enum class MatchRule {
    phrase,
    near,
    exact,
    stem,
    prefix,
    entity,
    amount,
    time,
    synonym,
    spelling,
    related,
    translation,
    quotation
};

struct MatchRuleInfo {
    MatchRule rule;
    std::string_view name;     // as in JSON
    std::string_view meaning;  // of what it marks
    bool words;                // marks words of the query; the others mark the same in other words
};

inline constexpr std::array<MatchRuleInfo, 13> kMatchRules{{
    {MatchRule::phrase, "phrase", "a phrase of the query", true},
    {MatchRule::near, "near", "a part of what stands near each other", true},
    {MatchRule::exact, "exact", "a word as it was typed", true},
    {MatchRule::stem, "stem", "another form of a word", true},
    {MatchRule::prefix, "prefix", "a word that begins as was asked for", true},
    {MatchRule::entity, "entity", "the same entity, by any of its names", false},
    {MatchRule::amount, "amount", "the same amount, in any notation", false},
    {MatchRule::time, "time", "the same time, or a part of it", false},
    {MatchRule::synonym, "synonym", "other words that mean nearly the same", false},
    {MatchRule::spelling, "spelling", "a word that is spelt nearly so", false},
    {MatchRule::related, "related", "what belongs to an entity that is named", false},
    {MatchRule::translation, "translation", "a word in the other language", false},
    {MatchRule::quotation, "quotation", "words that are verified", true},
}};

constexpr const MatchRuleInfo& info(MatchRule rule) {
    return kMatchRules[static_cast<std::size_t>(rule)];
}

static_assert([] {
    for (std::size_t i = 0; i < kMatchRules.size(); ++i) {
        if (kMatchRules[i].rule != static_cast<MatchRule>(i)) return false;
    }
    return true;
}());

}  // namespace sinodex
