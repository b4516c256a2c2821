// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/service/http/access.h"
#include "searcher/service/http/request_metrics.h"
#include "searcher/service/http/routes.h"
#include "searcher/service/http/server.h"

namespace sinodex {

// Tells what a server serves: the routes, under the rules of access. To each answer it adds the
// fields by which browsers are careful; it leaves out what the client has already (ETag and
// If-None-Match), and compresses. A handler that gives a Content-Security-Policy of its own keeps
// it; else nothing may be loaded or run.
class Site : public HttpSite {
 public:
    // Records each answer, if it is told where.
    Site(Routes routes, AccessRules access, RequestMetrics* metrics = nullptr)
        : routes_(std::move(routes)), access_(std::move(access)), metrics_(metrics) {}

    std::optional<HttpResponse> refusal(const HttpRequest& head) const override;
    bool is_quick(const HttpRequest& request) const override;
    HttpResponse answer(const HttpRequest& request) const override;

    const Routes& routes() const { return routes_; }

 private:
    HttpResponse handled(const HttpRequest& request) const;

    const Routes routes_;
    const AccessRules access_;
    RequestMetrics* const metrics_;
};

// Whether an ETag is among those that the client says it has.
bool has_already(const HttpRequest& request, std::string_view etag);

// 304, for what the client has already.
HttpResponse not_modified(const std::string& etag);

}  // namespace sinodex
