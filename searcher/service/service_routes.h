// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/service/answer_cache.h"
#include "searcher/service/http/routes.h"
#include "searcher/service/indexes.h"

namespace sinodex {

// The handler table of the service. Each of its parts has a function add_...(Routes&, ...) that
// adds what it serves, and its line here: the page its `GET /`, a tool for assistants its `POST
// /mcp`. The routes refer to the indexes, and to the answers that are kept, if any are.
Routes service_routes(const Indexes& indexes, AnswerCache* kept = nullptr);

}  // namespace sinodex
