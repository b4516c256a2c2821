// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/ranking/weights.h"

namespace sinodex {

// A way to rank that has a name: the weights in force but for some.
struct Configuration {
    std::string name;
    std::string changes;  // "weight:value,weight:value"; empty: none
    Weights weights;
};

// The weights in force, under the name "sinodex".
Configuration shipped_configuration();

// Parses "name=weight:value,weight:value". Throws Error (usage) for anything else, a weight that is
// not in the table, and a value that is no number or outside the table's range.
Configuration parse_configuration(std::string_view text);

// The weights in force without one of them, "no-title" and so on, for each of `weights`: names
// separated by commas, or "all" for every part of the ranking that is in force: each row of the
// table of that role that is not 0 already. Throws Error (usage) for a name
// that is not in the table.
std::vector<Configuration> ablations(std::string_view weights);

}  // namespace sinodex
