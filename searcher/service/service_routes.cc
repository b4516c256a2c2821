// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/service_routes.h"

#include "searcher/service/mcp/mcp_route.h"
#include "searcher/service/operation_routes.h"
#include "searcher/service/page/assets.h"
#include "searcher/service/page/pages.h"
#include "searcher/service/search_api.h"

namespace sinodex {

Routes service_routes(const Indexes& indexes, AnswerCache* kept) {
    Routes routes;
    add_operation_routes(routes, indexes);
    add_search_api(routes, indexes, kept);
    add_mcp(routes, indexes);
    add_assets(routes);
    add_pages(routes, indexes);
    return routes;
}

}  // namespace sinodex
