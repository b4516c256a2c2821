// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "searcher/service/http/http_message.h"

namespace sinodex {

// Makes the answer to a request. It may be called by several threads at once. An Error that it
// throws is answered by the status that problem_of() gives it.
using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

struct Route {
    std::string method = "GET";  // GET serves HEAD too
    // "/v1/search", or with a last part in braces that stands for all the rest of the path:
    // "/v1/articles/{id}".
    std::string pattern;
    HttpHandler handler;
    bool quick = false;  // never waits, never searches: answered beside the workers' queue
    bool open = false;   // needs no token
};

// The handler table: what the parts of the service add their routes to before the server starts.
class Routes {
 public:
    void add(Route route) { routes_.push_back(std::move(route)); }

    // The route for a method and path, or none. Exact patterns come before those with braces.
    const Route* find(std::string_view method, std::string_view path) const;

    // The methods that a path has, "GET, HEAD, POST"; empty when there is no such path.
    std::string methods_of(std::string_view path) const;

    // Returns what stands for the braces of a route in a path. Throws Error (usage) for a % that is
    // not followed by two hexadecimal digits.
    static std::string argument(const Route& route, std::string_view path);

    const std::vector<Route>& all() const { return routes_; }

 private:
    std::vector<Route> routes_;
};

}  // namespace sinodex
