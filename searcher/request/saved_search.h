// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/request/parameter_values.h"
#include "searcher/saved/saved_work.h"

namespace sinodex {

// Whether a parameter may have no meaning with another view than the one it was given for.
bool depends_on_view(std::string_view name);

// The values, and where they name a saved search what was saved with it, as far as it is not given,
// may be given, and has a meaning with the view that is given. `saved` may be null. Throws Error:
// usage, for a name that is none, or a query beside it; input, where the work cannot be read.
ParameterValues with_saved_search(const ParameterValues& values, const SavedWork* saved);

// A request as a saved search keeps it, a JSON object: what says in which form an answer comes, and
// since when, is left out.
std::string saved_search(const ParameterValues& values);

}  // namespace sinodex
