// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/routes.h"

#include "searcher/request/parameter_values.h"

namespace sinodex {
namespace {

// Returns what stands before the braces; all of a pattern without any.
std::string_view beginning_of(const Route& route) {
    return std::string_view(route.pattern).substr(0, route.pattern.find('{'));
}

bool has_braces(const Route& route) { return route.pattern.ends_with('}'); }

bool takes_path(const Route& route, std::string_view path) {
    const std::string_view beginning = beginning_of(route);
    if (!has_braces(route)) return path == beginning;
    return path.size() > beginning.size() && path.starts_with(beginning);
}

bool takes_method(const Route& route, std::string_view method) {
    return method == route.method || (method == "HEAD" && route.method == "GET");
}

}  // namespace

const Route* Routes::find(std::string_view method, std::string_view path) const {
    const Route* found = nullptr;
    for (const Route& route : routes_) {
        if (!takes_path(route, path) || !takes_method(route, method)) continue;
        if (!has_braces(route)) return &route;
        const bool longer =
            found == nullptr || beginning_of(route).size() > beginning_of(*found).size();
        if (longer) found = &route;
    }
    return found;
}

std::string Routes::methods_of(std::string_view path) const {
    std::string methods;
    for (const char* method : {"GET", "HEAD", "POST", "DELETE"}) {
        if (find(method, path) == nullptr) continue;
        methods.append(methods.empty() ? "" : ", ").append(method);
    }
    return methods;
}

std::string Routes::argument(const Route& route, std::string_view path) {
    if (!has_braces(route)) return "";
    std::string rest;
    for (const char one : path.substr(beginning_of(route).size())) {
        one == '+' ? rest.append("%2B") : rest.append(1, one);  // + is a space in queries only
    }
    return percent_decoded(rest);
}

}  // namespace sinodex
