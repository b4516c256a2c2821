// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpus/schema/record.h"
#include "searcher/api/match_summary.h"
#include "searcher/retrieval/session.h"

namespace sinodex {

// The views keep this of one version of an article.
struct MatchedVersion {
    std::string id, source, author, date, lang;
};

struct MatchedArticle {
    std::vector<MatchedVersion> versions;  // the best-written one first
    std::vector<EntityNumber> entities;    // that any of them mentions; sorted, each once
    std::vector<int> months;      // that they mention, as 12 * year + month - 1; sorted, each once
    bool mentions_dates = false;  // of any length
};

// All articles that match, put together from the versions and sections that match.
struct Matches {
    MatchSummary summary;  // but for took_ms
    UnderstoodQuery query;
    std::vector<MatchedArticle> articles;
    // Articles and sections, each version counted: all, and by entity those that mention it.
    std::uint64_t documents = 0;
    std::vector<std::uint64_t> entity_documents;
};

// `for_examples`: example_passages() will be called for what was found.
Matches matches_of(Session& session, const SearchRequest& request, bool for_examples = false);

}  // namespace sinodex
