// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/condition_check.h"

#include <algorithm>

#include "corpus/schema/terms.h"
#include "searcher/ranking/near.h"
#include "searcher/ranking/phrases.h"

namespace sinodex {
namespace {

// Articles without a date are in no range.
bool in_range(const std::string& date, const DateWithin& range) {
    return !date.empty() && date >= range.from && (range.to.empty() || date <= range.to);
}

}  // namespace

std::vector<bool> phrases_in(const Record& record, const UnderstoodQuery& query, Analyzer& analyzer,
                             Vocabulary& vocabulary) {
    std::vector<bool> found(query.phrases.size(), false);
    const std::vector<PhraseFilter> filters(query.phrases.begin(), query.phrases.end());
    const auto look = [&](std::string_view text) {
        const std::vector<Token>* tokens = nullptr;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i] || !filters[i].may_hold(text)) continue;
            if (tokens == nullptr) tokens = &analyzer.analyze(text);
            found[i] = !find_places(query.phrases[i], *tokens, vocabulary).empty();
        }
    };
    look(record.title);
    for (const ByteRange passage : record.passages) look(record.at(passage));
    return found;
}

bool holds(const Condition& condition, const IndexReader& index, Xapian::docid document,
           const Record& record, const std::vector<bool>& phrases) {
    const auto child_holds = [&](const Condition& child) {
        return holds(child, index, document, record, phrases);
    };
    const auto children = children_of(condition);
    const auto any_holds = [&] {
        return std::any_of(children.begin(), children.end(), child_holds);
    };
    return by_kind(
        condition,
        [&](const AllOf&) { return std::all_of(children.begin(), children.end(), child_holds); },
        [&](const AnyOf&) { return any_holds(); }, [&](const NoneOf&) { return !any_holds(); },
        [&](const HasTerm& has) { return index.has_term(document, has.term); },
        [&](const HasPhrase& has) -> bool { return phrases[has.phrase]; },
        [&](const DateWithin& range) { return in_range(date_value(record.date), range); });
}

}  // namespace sinodex
