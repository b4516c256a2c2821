// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/api/match_rule.h"
#include "searcher/api/text_span.h"

namespace sinodex {

// A part of the query, and the rule by which it matches.
struct QueryMatch {
    std::uint32_t begin = 0;  // bytes of the query; of the suggestion where that was searched for
    std::uint32_t end = 0;
    MatchRule why = MatchRule::exact;

    bool operator==(const QueryMatch&) const = default;
};

// A stretch of a passage that matches. Where several parts of the query match overlapping
// stretches, one highlight holds them all, and `why` is the rule of the longest.
struct SearchHighlight : TextSpan {
    MatchRule why = MatchRule::exact;
    std::vector<QueryMatch> query;  // sorted, distinct, at least one
};

// A passage beside a hit's, of the same article.
struct ContextPassage : TextSpan {
    std::uint32_t passage = 0;
    std::string text;
};

struct ArticleInfo {
    std::string id, title, url, source, author, date, lang;  // empty where not known
    std::string date_origin = {};  // of the date: metadata, byline, url, file
};

struct ScorePart {
    std::string name;
    double value = 0;
};

// So many other versions of its article a hit names.
inline constexpr std::size_t kMostVersions = 10;

struct SearchHit {
    std::size_t rank = 0;  // from 1
    double score = 0;      // comparable within one search only
    std::string id;        // of the passage, "article-id#n", or of the article, as asked for
    std::uint32_t passage = 0;
    ArticleInfo article;
    std::string text;         // of the passage, as it stands in the article
    std::uint32_t begin = 0;  // of the passage: bytes of the article's stored text
    std::uint32_t end = 0;
    std::uint32_t begin_code_point = 0;  // the same beginning, in code points
    bool loosened = false;  // a phrase of the query does not stand here, but some of its words may
    std::vector<SearchHighlight> highlights;  // sorted, disjoint; they may touch
    // The sentences of a long passage that hold most of the query, in their order and of some 80
    // words at most. Empty where the passage has up to 120 words, which are short enough to read.
    std::vector<TextSpan> best;
    std::vector<ContextPassage> before, after;  // with SearchRequest::context, in their order
    std::vector<std::string> versions;  // ids of other versions of the article, the best-written
    std::size_t more_versions = 0;      // that are not named there
    std::vector<ScorePart> parts;       // with SearchRequest::explain
    // These the user has said of the passage and its article; see searcher/saved/saved_work.h.
    std::vector<std::string> tags;
    std::string note;
};

}  // namespace sinodex
