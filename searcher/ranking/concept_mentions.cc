// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/concept_mentions.h"

#include <algorithm>

namespace sinodex {
namespace {

std::vector<ByteRange> entity_mentions(const QueryConcept& named, const Findings& findings) {
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

bool within(const DateMention& date, DayRange asked) {
    return date.days && date.days->from >= asked.from && date.days->to <= asked.to;
}

}  // namespace

std::vector<ByteRange> mentions_of(const QueryConcept& named, const Findings& findings) {
    std::vector<ByteRange> ranges;
    switch (named.kind) {
        case QueryConcept::Kind::entity:
        case QueryConcept::Kind::related:
            return entity_mentions(named, findings);
        case QueryConcept::Kind::amount:
            for (const Amount& amount : findings.amounts) {
                if (matches(named.amount, amount)) ranges.push_back(amount.range);
            }
            break;
        case QueryConcept::Kind::synonym:  // words: not among the findings
        case QueryConcept::Kind::spelling:
        case QueryConcept::Kind::translation:
            break;
        case QueryConcept::Kind::date:
            for (const DateMention& date : findings.dates) {
                if (within(date, named.days)) ranges.push_back(date.range);
            }
            break;
    }
    return ranges;
}

}  // namespace sinodex
