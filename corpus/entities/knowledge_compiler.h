// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "corpus/entities/knowledge_source.h"

namespace sinodex {

// Lays knowledge out as a block, for Knowledge to read: after the magic number, 8 bytes,
//
//   lists    the entities, each as entity_codec.h has it
//   table    the word_key of each id, to the entity's number + 1
//   lists    the rules of each type, likewise coded
//   lists    for each entity the numbers of those that have it as parent
//   the names, as NameTreeBuilder::write() writes them
//
// Equal knowledge gives equal bytes. Internal to this folder; thread-safe.
std::string compile_knowledge(const KnowledgeSource& source);

}  // namespace sinodex
