// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/concept_mentions.h"

#include <algorithm>

namespace sinodex {
namespace {

std::vector<ByteRange> entity_mentions(const NamedEntities& named, const Findings& findings) {
    std::vector<bool> asked_for;
    for (const std::string& id : findings.entities) {
        asked_for.push_back(std::find(named.entities.begin(), named.entities.end(), id) !=
                            named.entities.end());
    }
    std::vector<ByteRange> ranges;
    if (std::none_of(asked_for.begin(), asked_for.end(), [](bool asked) { return asked; })) {
        return ranges;
    }
    for (const Mention& mention : findings.mentions) {
        if (asked_for[mention.entity]) ranges.push_back(mention.range);
    }
    return ranges;
}

std::vector<ByteRange> amount_mentions(const AmountQuery& asked, const Findings& findings) {
    std::vector<ByteRange> ranges;
    for (const Amount& amount : findings.amounts) {
        if (matches(asked, amount)) ranges.push_back(amount.range);
    }
    return ranges;
}

bool within(const DateMention& date, DayRange asked) {
    return date.days && date.days->from >= asked.from && date.days->to <= asked.to;
}

std::vector<ByteRange> time_mentions(DayRange asked, const Findings& findings) {
    std::vector<ByteRange> ranges;
    for (const DateMention& date : findings.dates) {
        if (within(date, asked)) ranges.push_back(date.range);
    }
    return ranges;
}

}  // namespace

std::vector<ByteRange> mentions_of(const QueryConcept& named, const Findings& findings) {
    using Ranges = std::vector<ByteRange>;
    return by_kind(
        named, [&](const EntityMeaning& some) { return entity_mentions(some, findings); },
        [&](const RelatedMeaning& some) { return entity_mentions(some, findings); },
        [&](const AmountMeaning& asked) { return amount_mentions(asked.amount, findings); },
        [&](const TimeMeaning& asked) { return time_mentions(asked.days, findings); },
        // Words are not among the findings.
        [](const SynonymMeaning&) { return Ranges(); },
        [](const SpellingMeaning&) { return Ranges(); },
        [](const TranslationMeaning&) { return Ranges(); });
}

}  // namespace sinodex
