// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "corpus/quantities/amounts.h"
#include "corpus/quantities/dates.h"
#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "searcher/api/expansions.h"
#include "searcher/understanding/domain.h"
#include "searcher/understanding/prefixes.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

inline constexpr std::size_t kMaxTerms = 64;
inline constexpr std::size_t kMaxPhraseWords = 16;

// Understanding works with these. The tools are the calling thread's.
struct UnderstandingTools {
    Analyzer& analyzer;
    TermMaker& terms;
    AmountFinder& amounts;
    DateFinder& dates;
    const Domain& domain;
    const IndexReader& index;
};

// Is shown what is understood after each step of steps.h, by the step's name.
using StepWatcher = std::function<void(std::string_view step, const UnderstoodQuery& query)>;

// Analyses a parsed query: terms, what else its words name or mean, as far as `expand` says,
// and what must hold. It is done in the steps of steps.h, in their order. What is over a limit is
// left out with a warning.
UnderstoodQuery understand(const ParsedQuery& query, const UnderstandingTools& tools,
                           const Expansions& expand, const StepWatcher& watch = {});

}  // namespace sinodex
