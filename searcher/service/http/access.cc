// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/access.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "corpus/error.h"
#include "searcher/service/http/base64.h"

namespace sinodex {
namespace {

// "[::1]:8080" and "[::1]" are the host [::1].
std::string_view without_port(std::string_view authority) {
    const std::size_t bracket = authority.rfind(']');
    const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    return authority.substr(0, colon);
}

std::string_view authority_of(std::string_view origin) {
    const std::size_t slashes = origin.find("://");
    return slashes == std::string_view::npos ? std::string_view() : origin.substr(slashes + 3);
}

bool is_known(const std::vector<std::string>& hosts, std::string_view host) {
    return std::any_of(hosts.begin(), hosts.end(),
                       [&](const std::string& one) { return same_name(one, host); });
}

// Takes as long wherever the two differ.
bool equal_secrets(std::string_view given, std::string_view wanted) {
    std::size_t difference = given.size() ^ wanted.size();
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto a = static_cast<unsigned char>(given[i]);
        const auto b = static_cast<unsigned char>(wanted[i % wanted.size()]);
        difference |= static_cast<std::size_t>(a ^ b);
    }
    return difference == 0;
}

// As "Bearer TOKEN", or as the password that a browser asks its user for.
bool shows_token(const HttpRequest& request, const std::string& token) {
    const std::string_view given = request.field("authorization");
    const std::size_t space = std::min(given.find(' '), given.size());
    const std::string_view scheme = given.substr(0, space);
    std::string_view value = given.substr(std::min(space + 1, given.size()));
    if (same_name(scheme, "bearer")) return equal_secrets(value, token);
    if (!same_name(scheme, "basic")) return false;
    const std::string pair = base64_decoded(value);
    const std::size_t colon = std::min(pair.find(':'), pair.size());
    return equal_secrets(std::string_view(pair).substr(std::min(colon + 1, pair.size())), token);
}

HttpResponse unauthorized() {
    HttpResponse response = problem(401, "this service wants a token",
                                    "send Authorization: Bearer and the token; browsers ask for a "
                                    "name, which may be any, and a password, which is the token");
    response.fields.emplace_back("WWW-Authenticate",
                                 "Bearer, Basic realm=\"sinodex\", charset=\"UTF-8\"");
    return response;
}

std::optional<HttpResponse> refused_origin(const HttpRequest& request) {
    const std::string_view origin = request.field("origin");
    if (!origin.empty() && !same_name(authority_of(origin), request.field("host"))) {
        return problem(403, "requests from pages of other sites are not answered");
    }
    const std::string_view site = request.field("sec-fetch-site");
    const bool other = site == "cross-site" || site == "same-site";
    if (other && request.field("sec-fetch-mode") != "navigate") {
        return problem(403, "requests from pages of other sites are not answered",
                       "links to this service may be followed");
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::string> loopback_hosts() { return {"localhost", "127.0.0.1", "[::1]"}; }

std::optional<HttpResponse> refusal_by(const AccessRules& rules, const HttpRequest& request,
                                       bool open) {
    if (request.count("host") != 1) return problem(400, "a request names one host");
    if (!is_known(rules.hosts, without_port(request.field("host")))) {
        return problem(421, "this service does not go by the name of that host",
                       "sinodex-serve --host NAME tells it another name of its own");
    }
    if (auto refusal = refused_origin(request)) return refusal;
    if (!open && !rules.token.empty() && !shows_token(request, rules.token)) return unauthorized();
    return std::nullopt;
}

std::string read_token(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) {
        throw Error(ErrorKind::input, path + ": the token cannot be read");
    }
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    text = text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
    const bool visible =
        std::all_of(text.begin(), text.end(), [](char one) { return one > ' ' && one < 0x7f; });
    if (text.size() < 16 || !visible) {
        throw Error(ErrorKind::usage,
                    path + ": a token has 16 characters or more, visible ones of ASCII",
                    "make one with: openssl rand -hex 32");
    }
    return text;
}

}  // namespace sinodex
