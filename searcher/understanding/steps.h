// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "searcher/understanding/understand.h"

namespace sinodex {

// The steps of understanding have these from the beginning: the query, and what it is read with.
struct QueryAtHand {
    const ParsedQuery& parsed;
    const Expansions& expand;
    const UnderstandingTools& tools;
    Prefixes& prefixes;  // of this query
};

// Each step is a function from what is understood of a query to that and one thing more. What it
// adds is a member of UnderstoodQuery; warnings may come with any.

// Finds out what a question asks for, and how long the query is.
UnderstoodQuery with_question(UnderstoodQuery query, const QueryAtHand& at_hand);

// Finds out what must hold of an article, if anything: the condition, the phrases that it speaks
// of, those that are only preferred and what must hold without them.
UnderstoodQuery with_conditions(UnderstoodQuery query, const QueryAtHand& at_hand);

// The terms that score. Commonest words (the, of) do only when there are no others.
UnderstoodQuery with_terms(UnderstoodQuery query, const QueryAtHand& at_hand);

// Concepts: the entities, amounts and times that words name.
UnderstoodQuery with_names(UnderstoodQuery query, const QueryAtHand& at_hand);

// Concepts: what belongs to the entities that the query names, and what they belong to.
UnderstoodQuery with_relatives(UnderstoodQuery query, const QueryAtHand& at_hand);

// Concepts: other words for some that name nothing.
UnderstoodQuery with_synonyms(UnderstoodQuery query, const QueryAtHand& at_hand);

// Concepts: what words are in the other language. For each longest phrase of the database's
// dictionary, from left to right, those of its translations that articles hold, as one concept.
// Words that name something are not translated.
UnderstoodQuery with_translations(UnderstoodQuery query, const QueryAtHand& at_hand);

// Corrections: for words in Latin letters that no article holds and that name nothing known, the
// nearest word of the database: one edit away (two from ten letters on; swapped neighbours are one
// edit, Damerau 1964; a final "s" does not count), the first letter being right; or two words that
// were run together. Function words are never meant. Looks through the terms with the same first
// letter: some milliseconds a word in a large database.
UnderstoodQuery with_corrections(UnderstoodQuery query, const QueryAtHand& at_hand);

// Concepts: the corrections, if other words of the query stand in articles. (If none does nothing
// matches, and a search for the corrected query is to be made.)
UnderstoodQuery with_spellings(UnderstoodQuery query, const QueryAtHand& at_hand);

// Missing: the words of the query, excluded ones too, that no article holds in any form and for
// which nothing else stands in; in their order, neighbouring Chinese characters as one.
UnderstoodQuery with_missing_words(UnderstoodQuery query, const QueryAtHand& at_hand);

// The conditions once more: where one of some words will do, so will what they name.
UnderstoodQuery with_widened_conditions(UnderstoodQuery query, const QueryAtHand& at_hand);

struct UnderstandingStep {
    std::string_view name;
    UnderstoodQuery (*take)(UnderstoodQuery query, const QueryAtHand& at_hand);
};

// All of them, in their order: each reads what those before it added.
inline constexpr std::array kUnderstandingSteps{
    UnderstandingStep{"question", with_question},
    UnderstandingStep{"conditions", with_conditions},
    UnderstandingStep{"terms", with_terms},
    UnderstandingStep{"names", with_names},
    UnderstandingStep{"relatives", with_relatives},
    UnderstandingStep{"synonyms", with_synonyms},
    UnderstandingStep{"translations", with_translations},
    UnderstandingStep{"corrections", with_corrections},
    UnderstandingStep{"spellings", with_spellings},
    UnderstandingStep{"missing words", with_missing_words},
    UnderstandingStep{"widened conditions", with_widened_conditions},
};

}  // namespace sinodex
