// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "corpus/entities/knowledge_source.h"
#include "corpus/entities/name_tree.h"

namespace sinodex {

// For each entity, whom the roles beside its name lead to: who founded it first, its chief
// executive where it has had but one, its owner, and the others that lead it. Internal to this
// folder.
std::vector<std::vector<NameHead>> heads_of(const KnowledgeSource& knowledge);

}  // namespace sinodex
