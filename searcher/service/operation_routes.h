// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>

#include "searcher/service/answer_cache.h"
#include "searcher/service/http/request_metrics.h"
#include "searcher/service/http/routes.h"
#include "searcher/service/http/server.h"
#include "searcher/service/indexes.h"

namespace sinodex {

// Adds what those ask who keep the service running: /healthz says that it runs, /readyz that each
// of its databases can be searched, /openapi.json what it can be asked. The routes refer to the
// indexes.
void add_operation_routes(Routes& routes, const Indexes& indexes);

// Counts what a service does, as far as it has begun.
struct ServiceMetrics {
    RequestMetrics requests;
    std::atomic<const Server*> server = nullptr;
    const AnswerCache* kept = nullptr;
};

// Adds /metrics, in Prometheus's text format. The route refers to both.
void add_metrics(Routes& routes, const Indexes& indexes, const ServiceMetrics& metrics);

}  // namespace sinodex
