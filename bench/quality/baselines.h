// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bench/quality/collection.h"
#include "bench/quality/ranking_system.h"
#include "bench/quality/scratch_folder.h"

namespace sinodex {

// Describes what one would take instead of Sinodex: a row of the one table of baselines.
struct Baseline {
    std::string_view name;
    std::string_view description;  // one line
    std::unique_ptr<RankingSystem> (*make)(const Collection& collection,
                                           const ScratchFolder& folder);
};

std::span<const Baseline> baselines();

// The rows of a list: "all", "none", or names separated by commas. Throws Error (usage) for another
// name.
std::vector<Baseline> parse_baselines(const std::string& list);

}  // namespace sinodex
