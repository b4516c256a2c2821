// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "corpus/entities/knowledge.h"
#include "corpus/readers/read_article.h"
#include "corpus/schema/shard.h"
#include "indexer/indexer.h"

namespace sinodex {

// How documents are read, whether to index them or to look at them.

// Returns what is known of entities: what comes with the program and the files of the options;
// nothing for words only. Throws Error (input).
std::optional<Knowledge> knowledge_of(const IndexOptions& options);

// Returns the shard that the options name; that which holds everything where they name none. Throws
// Error (usage).
Shard shard_of(const IndexOptions& options);

// An article that can be indexed. Throws UnreadableDocument.
Article read_to_index(const RawDocument& document);

SkippedDocument skipped(const RawDocument& document, const UnreadableDocument& why);

}  // namespace sinodex
