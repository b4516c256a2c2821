#pragma once

#include "corpus/schema/record.h"
#include "corpus/schema/stories.h"
#include "searcher/searcher.h"

namespace sinodex {

// What is told of an article beside its text.
ArticleInfo article_info(const Record& record);

// Ids of the other versions of an article's story.
std::vector<std::string> other_versions(const Record& record, const Stories& stories);

// "article-id#n"; `number` counts within the record.
std::string passage_id(const Record& record, std::uint32_t number);

// Fills in a hit's text and its place, of a passage by its number within the record.
void quote(const Record& record, std::uint32_t number, SearchHit& hit);

}  // namespace sinodex
