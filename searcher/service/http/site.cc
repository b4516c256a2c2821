// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/site.h"

#include <iostream>

#include "corpus/error.h"
#include "searcher/service/http/compression.h"

namespace sinodex {
namespace {

unsigned status_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
        case ErrorKind::query:
            return 400;
        case ErrorKind::database:
        case ErrorKind::locked:
        case ErrorKind::interrupted:
            return 503;
        case ErrorKind::input:
        case ErrorKind::output:
            return 500;
    }
    return 500;
}

// Whoever runs the service is told what went wrong in here; its clients are not.
HttpResponse failure(const HttpRequest& request, const char* what) {
    std::cerr << "sinodex-serve: " + request.method + " " + request.path + ": " + what + "\n";
    return problem(500, "the service failed to answer", "its own log says why");
}

void add_if_missing(HttpResponse& response, const char* name, const char* value) {
    if (response.field(name).empty()) response.fields.emplace_back(name, value);
}

void make_careful(HttpResponse& response) {
    add_if_missing(response, "X-Content-Type-Options", "nosniff");
    add_if_missing(response, "Content-Security-Policy",
                   "default-src 'none'; frame-ancestors 'none'");
    add_if_missing(response, "Cross-Origin-Resource-Policy", "same-origin");
    add_if_missing(response, "Referrer-Policy", "no-referrer");
    const bool kept = !response.field("ETag").empty();
    add_if_missing(response, "Cache-Control", kept ? "private, no-cache" : "no-store");
}

HttpResponse finished(const HttpRequest& request, HttpResponse response) {
    const std::string etag(response.field("ETag"));
    if (response.status == 200 && !etag.empty() && has_already(request, etag)) {
        return not_modified(etag);
    }
    compress(request, response);
    return response;
}

HttpResponse no_route(const Routes& routes, const HttpRequest& request) {
    const std::string methods = routes.methods_of(request.path);
    if (methods.empty()) return nothing_here();
    HttpResponse response = problem(405, "this address is asked with " + methods);
    response.fields.emplace_back("Allow", methods);
    return response;
}

}  // namespace

bool has_already(const HttpRequest& request, std::string_view etag) {
    std::string_view known = request.field("if-none-match");
    if (known == "*") return true;
    while (!known.empty()) {
        const std::size_t comma = std::min(known.find(','), known.size());
        std::string_view one = known.substr(0, comma);
        known.remove_prefix(std::min(comma + 1, known.size()));
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        if (one.substr(0, one.find_last_not_of(' ') + 1) == etag) return true;
    }
    return false;
}

HttpResponse not_modified(const std::string& etag) {
    HttpResponse response;
    response.status = 304;
    response.fields.emplace_back("ETag", etag);
    response.fields.emplace_back("Vary", "Accept-Encoding");
    return response;
}

std::optional<HttpResponse> Site::refusal(const HttpRequest& head) const {
    const Route* route = routes_.find(head.method, head.path);
    auto refusal = refusal_by(access_, head, route != nullptr && route->open);
    if (!refusal && route == nullptr) refusal = no_route(routes_, head);
    if (refusal) make_careful(*refusal);
    return refusal;
}

bool Site::is_quick(const HttpRequest& request) const {
    const Route* route = routes_.find(request.method, request.path);
    return route == nullptr || route->quick;
}

HttpResponse Site::handled(const HttpRequest& request) const {
    const Route* route = routes_.find(request.method, request.path);
    if (route == nullptr) return no_route(routes_, request);
    try {
        HttpRequest routed = request;
        routed.argument = Routes::argument(*route, request.path);
        return finished(request, route->handler(routed));
    } catch (const Error& error) {
        return problem(status_of(error.kind()), error.what(), error.hint());
    } catch (const std::exception& error) {
        return failure(request, error.what());
    } catch (...) {
        return failure(request, "failed for an unknown reason");
    }
}

HttpResponse Site::answer(const HttpRequest& request) const {
    const auto start = std::chrono::steady_clock::now();
    HttpResponse response = handled(request);
    make_careful(response);
    if (metrics_ == nullptr) return response;
    const Route* route = routes_.find(request.method, request.path);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    metrics_->record(route != nullptr ? route->pattern : "", response.status, took.count());
    return response;
}

}  // namespace sinodex
