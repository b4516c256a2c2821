// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/understand.h"

#include "searcher/query/tags.h"
#include "searcher/understanding/steps.h"

namespace sinodex {

UnderstoodQuery understand(const ParsedQuery& query, const UnderstandingTools& tools,
                           const Expansions& expand, const StepWatcher& watch) {
    Prefixes prefixes(tools.index, tools.terms);
    const QueryAtHand at_hand{query, expand, tools, prefixes};
    UnderstoodQuery understood;
    understood.warnings = query.warnings;
    understood.collapse = query.collapse;
    if (has_tags(query.root)) understood.tags = query.root;
    for (const UnderstandingStep& step : kUnderstandingSteps) {
        understood = step.take(std::move(understood), at_hand);
        if (watch) watch(step.name, understood);
    }
    return understood;
}

}  // namespace sinodex
