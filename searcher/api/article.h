// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/api/hit.h"
#include "searcher/api/text_span.h"

namespace sinodex {

// A passage of an article: its id is "article-id#number".
struct ArticlePassage : TextSpan {
    std::uint32_t number = 0;
    std::uint32_t revision = 0;  // of the database, in which its text came
};

// Where a text names an entity.
struct NamedPlace : TextSpan {
    std::size_t entity = 0;  // of StoredArticle::entities
    std::string kind;        // name, acronym, ticker, misnomer, fuzzy, surname, role
};

struct ArticleEntity {
    std::string id, type, name;
    std::string filter;  // finds what mentions it: company:alibaba
};

// Where a text gives an amount; the words are those of `sinodex-index --inspect`.
struct AmountPlace : TextSpan {
    double low = 0, high = 0;
    std::string unit, qualifier;
};

// Where a text names a day or a longer time.
struct DatePlace : TextSpan {
    std::string from, to;  // days, YYYY-MM-DD; empty where it is not known which
    std::string precision, kind;
};

// An article as the database keeps it. Places are in order; those of one list do not overlap.
struct StoredArticle {
    ArticleInfo article;
    std::string text;                      // as it was read, never altered
    TextSpan title;                        // where the title stands in it; empty: beside the text
    std::vector<ArticlePassage> passages;  // what is searched
    std::vector<TextSpan> boilerplate;     // what is not
    std::vector<ArticleEntity> entities;   // that it mentions, in the order of their first mention
    std::vector<NamedPlace> mentions;
    std::vector<AmountPlace> amounts;
    std::vector<DatePlace> dates;
    std::vector<std::string> versions;  // ids of other versions of its story
    std::uint32_t revision = 0;         // of the database
};

}  // namespace sinodex
