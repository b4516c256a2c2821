// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "searcher/api/completion.h"
#include "searcher/api/entity.h"

namespace sinodex {

// Entities, one with all that is known of it, and completions as JSON objects; docs/json-output.md
// describes them. `query`: what was typed.
void render_json(const std::vector<KnownEntity>& entities, const std::string& query,
                 std::ostream& out);
void render_json(const EntityDetails& entity, std::ostream& out);
void render_json(const std::vector<Completion>& completions, const std::string& query,
                 std::ostream& out);

}  // namespace sinodex
