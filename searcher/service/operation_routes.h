#pragma once

#include "searcher/service/http/routes.h"
#include "searcher/service/indexes.h"

namespace sinodex {

// What those ask who keep the service running: /healthz says that it is. The routes refer to the
// indexes.
void add_operation_routes(Routes& routes, const Indexes& indexes);

}  // namespace sinodex
