// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "searcher/api/hit.h"
#include "searcher/api/match_summary.h"

namespace sinodex {

// How an amount came to its entity, the surest first.
enum class FigureTie {
    before,   // the entity stands before the amount, in the same sentence
    after,    // behind it, in the same sentence
    passage,  // weaker: the sentence says "it" or "the company", and the entity stands before that
    none,     // nobody's: it belongs to several together, to somebody unnamed, or one cannot tell
};

// An amount that a passage gives, with what it is of.
struct Figure {
    std::string entity;       // id; empty for nobody's
    std::string entity_name;  // how it is shown
    FigureTie tie = FigureTie::before;
    // "fine", "stake"; "expected fine" where it is not yet a fact; a word of the text where no such
    // label fits.
    std::string what;
    std::string value;            // as written
    double low = 0;               // as a number, in `unit`
    double high = 0;              // as `low` but for ranges
    std::string unit;             // "usd", "percent", "users": as amounts have it; never converted
    std::string qualifier;        // "exactly", "nearly", "more_than", ...
    std::string date;             // YYYY-MM-DD, or of publication also YYYY or YYYY-MM; or empty
    std::string date_to;          // the last day, where a longer time is mentioned
    bool date_mentioned = false;  // in the sentence; else the date is that of publication
    std::string id;               // of the passage, "article-id#n"
    ArticleInfo article;
    std::string sentence;
    std::uint32_t sentence_begin = 0;  // bytes of the article's stored text
    std::uint32_t begin = 0;           // the same, of the amount
    std::uint32_t end = 0;
    double score = 0;
};

// Figures that give the same value: equal, one the rounding of the other (18.2bn and 18.228bn
// yuan), or within what "about" or "more than" allows.
struct FigureValue {
    std::vector<Figure> figures;  // the most precise first, then by score
    std::size_t sources = 0;      // different media; articles where those are not known
    bool differs = false;         // another value of the group contradicts it
};

enum class Agreement {
    single,   // one source
    agree,    // one value, from several sources
    differ,   // values that contradict each other
    several,  // several values, of which nothing says that they speak of the same thing
};

// All that articles say about one thing of an entity in one unit, such as the fines of Alibaba in
// yuan.
struct FigureGroup {
    std::string entity, entity_name, what, unit;
    Agreement agreement = Agreement::single;
    std::vector<FigureValue> values;  // that differ first, then by sources and score
    std::size_t sources = 0;
    double score = 0;
};

// The amounts that matching passages give, in the best kFigureArticles articles at most.
struct Figures {
    MatchSummary matches;             // `articles` were looked into; not complete: more match
    std::vector<FigureGroup> groups;  // the best first
    std::size_t found = 0;            // groups, those beyond the limit included
};

inline constexpr std::uint64_t kFigureArticles = 200;

}  // namespace sinodex
