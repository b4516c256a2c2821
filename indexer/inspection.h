// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/analysis/article_analyzer.h"
#include "corpus/schema/finding_names.h"
#include "corpus/schema/stories.h"
#include "indexer/indexer.h"

namespace sinodex {

// An entity of one article.
struct InspectedEntity {
    std::string id;
    std::string name;  // how it is shown
    EntityType type = EntityType::company;
    std::uint32_t weight = 0;  // frequency of its term in the index, see docs/index-format.md
    std::array<std::uint32_t, kMentionKinds> mentions{};  // by MentionKind, the title included
};

// How an article was read: just what an index would be made of.
struct Inspection {
    std::string origin;  // path, or path:line
    Article article;
    std::string lang;         // as indexed: that of the article, or else what was detected
    std::uint32_t words = 0;  // indexed words and Han characters, those of the title included
    // Here, the `entity` of a mention is an index into `entities`.
    AnalysedArticle found;
    std::vector<InspectedEntity> entities;  // by weight, the heaviest first, then by id
    // Other articles of the same run that tell this story, in the order of reading. `likeness` is
    // that to this article: exact, near or spun; indirect when another version links the two.
    std::vector<StoryVersion> versions;
    // Lists the versions that the database keeps of the story, the best-written one first, this one
    // included.
    std::vector<StoryVersion> stored_versions;
};

// Reads documents as index_documents would, and hands over what was found in each, in the order of
// reading. The paths, entity files, words_only, the sizes and standard input count among the
// options; a database, when one is named, is only asked for the stories that it knows, and for what
// it has seen sources repeat.
//
// Versions of a story are known when all is read, so everything is in memory until then: some ten
// times the size of the input. Returns what was read and skipped. Throws Error: input, database.
IndexReport inspect_documents(const IndexOptions& options,
                              const std::function<void(const Inspection&)>& visit);

}  // namespace sinodex
