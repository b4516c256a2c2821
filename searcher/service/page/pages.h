// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/service/http/routes.h"
#include "searcher/service/indexes.h"

namespace sinodex {

// The page that people use: / (a search, or the first visit), /article, and /compare and /saved,
// which scripts fill. Each works without scripts as far as it can. The routes refer to the indexes.
void add_pages(Routes& routes, const Indexes& indexes);

}  // namespace sinodex
