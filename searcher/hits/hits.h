// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/schema/record.h"
#include "corpus/schema/stories.h"
#include "searcher/api/hit.h"

namespace sinodex {

// Places of a text in code points: a text is read once, its spans in order.
class SpanMaker {
 public:
    // `begin` and `begin_code_point`: of the text within its article.
    SpanMaker(std::string_view text, std::uint32_t begin, std::uint32_t begin_code_point)
        : text_(text), begin_(begin), code_point_(begin_code_point) {}

    // The span of a range of bytes of the text. No range may begin before the one asked for before
    // it has ended.
    TextSpan span(ByteRange range);

 private:
    std::uint32_t code_point_at(std::uint32_t byte);

    std::string_view text_;
    std::uint32_t begin_;
    std::uint32_t code_point_;
    std::uint32_t read_ = 0;  // bytes
};

// The facts about an article that a hit shows beside its text.
ArticleInfo article_info(const Record& record);

// Ids of the other versions of an article's story, which may be very many.
std::vector<std::string> other_versions(const Record& record, const Stories& stories);

// Fills in which other versions the story of a hit's article has, and how many more than are named.
void name_versions(const Record& record, const Stories& stories, SearchHit& hit);

// "article-id#n"; `number` counts within the record.
std::string passage_id(const Record& record, std::uint32_t number);

// Where a passage stands, by its number within the record.
TextSpan passage_span(const Record& record, std::uint32_t number);

// Fills in a hit's text and its place, of a passage by its number within the record.
void quote(const Record& record, std::uint32_t number, SearchHit& hit);

}  // namespace sinodex
