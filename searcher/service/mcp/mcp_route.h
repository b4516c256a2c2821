// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/service/http/routes.h"
#include "searcher/service/indexes.h"

namespace sinodex {

// The assistants' address, `POST /mcp`: a message of JSON-RPC in each request. The route refers to
// the indexes.
void add_mcp(Routes& routes, const Indexes& indexes);

}  // namespace sinodex
