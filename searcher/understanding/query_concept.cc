// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/query_concept.h"

namespace sinodex {
namespace {

using Ids = std::span<const std::string>;
using Alternatives = std::span<const Alternative>;

}  // namespace

std::span<const std::string> entities_of(const QueryConcept& named) {
    return by_kind(named, [](const auto& meaning) {
        if constexpr (requires { meaning.entities; }) {
            return Ids(meaning.entities);
        } else {
            return Ids();
        }
    });
}

std::span<const Alternative> alternatives_of(const QueryConcept& named) {
    return by_kind(named, [](const auto& meaning) {
        if constexpr (requires { meaning.alternatives; }) {
            return Alternatives(meaning.alternatives);
        } else {
            return Alternatives();
        }
    });
}

bool is_mere_name(const QueryConcept& named) {
    return by_kind(
        named, [](const EntityMeaning& some) { return !some.event && !some.ambiguous; },
        [](const RelatedMeaning& some) { return !some.event && !some.ambiguous; },
        [](const SynonymMeaning&) { return false; },
        [](const TranslationMeaning&) { return false; }, [](const auto&) { return true; });
}

std::string to_string(const QueryConcept& named) {
    const char* const kind = by_kind(
        named, [](const EntityMeaning&) { return "entity "; },
        [](const AmountMeaning&) { return "amount "; }, [](const TimeMeaning&) { return "time "; },
        [](const SynonymMeaning&) { return "like "; },
        [](const SpellingMeaning&) { return "spelt "; },
        [](const RelatedMeaning&) { return "related "; },
        [](const TranslationMeaning&) { return "translated "; });
    return kind + named.label;
}

}  // namespace sinodex
