// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "corpus/dictionary/dictionary.h"
#include "corpus/entities/entity_finder.h"
#include "corpus/entities/knowledge.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/mapped_file.h"
#include "corpus/schema/stories.h"
#include "searcher/understanding/synonym_table.h"

namespace sinodex {

// Holds what a database knows of its subject, as its indexer stored it. Unchanging: one for all
// threads.
struct Domain {
    Knowledge knowledge;
    EntityFinder finder;  // of that knowledge
    Stories stories;
    SynonymTable synonyms;
    MappedFile stored_dictionary;
    Dictionary dictionary;  // of those bytes; empty where none is stored
};

// Throws Error (database) when what is stored cannot be read.
std::shared_ptr<const Domain> load_domain(const IndexReader& index);

}  // namespace sinodex
