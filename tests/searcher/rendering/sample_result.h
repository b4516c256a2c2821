// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/searcher.h"

namespace sinodex::testing {

// Two hits: one that knows all of its article, with marks in mixed text, and one that knows
// nothing but its id.
SearchResult sample_result();

}  // namespace sinodex::testing
