// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/service/answer_cache.h"
#include "searcher/service/http/routes.h"
#include "searcher/service/indexes.h"

namespace sinodex {

// The part of the service that programs ask, /v1/: docs/service.md describes it. The routes refer
// to the indexes, and to the answers that are kept, if any are.
void add_search_api(Routes& routes, const Indexes& indexes, AnswerCache* kept);

}  // namespace sinodex
