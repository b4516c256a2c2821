// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

#include "corpus/entities/candidates.h"

namespace sinodex {

// The units [first, second) of the words beside an abbreviation that it is made of: "Codex
// Alimentarius Commission (CAC)", "the Metropolitan Police Service, or MPS", "NPC, the National
// Population Commission". Nothing where there are none. Internal to this folder; thread-safe.
std::optional<std::pair<std::uint32_t, std::uint32_t>> spelt_out_beside(const ArticleUnits& article,
                                                                        const Candidate& place);

}  // namespace sinodex
