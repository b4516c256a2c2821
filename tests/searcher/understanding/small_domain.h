// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/api/expansions.h"
#include "searcher/understanding/understand.h"

namespace sinodex::testing {

// Understands a query in a world of two companies, a person and a regulator, of which "Li" names
// two, and of a database that holds amounts in yuan and dollars and times of 2021 and 2022.
UnderstoodQuery understand_query(const std::string& query, const Expansions& expand = {},
                                 const StepWatcher& watch = {});

}  // namespace sinodex::testing
