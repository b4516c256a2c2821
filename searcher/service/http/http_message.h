// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sinodex {

using HttpFields = std::vector<std::pair<std::string, std::string>>;

// A request as handlers see it.
struct HttpRequest {
    std::string method;  // "GET"
    std::string path;    // "/v1/search", as it was sent, before the question mark
    std::string query;   // "q=Hangzhou&limit=20", as it was sent, behind it
    std::string body;
    HttpFields fields;     // of the header, in their order
    std::string argument;  // what stands for {id} in the route that took it, percent-decoded

    // When it must be answered, and whether its client has gone: for SearchRequest.
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    std::shared_ptr<const std::atomic<bool>> cancelled = nullptr;

    // The value of a field of the header, whatever the case of its name; empty where there is none.
    std::string_view field(std::string_view name) const;
    std::size_t count(std::string_view name) const;
};

// An answer. What a connection adds to it: Date, Content-Length, Connection; what the site adds:
// the fields of http_security.h, compression, ETag against If-None-Match.
struct HttpResponse {
    unsigned status = 200;
    std::string content_type = "application/json";
    std::string body;
    // In place of a body: bytes that outlive the program's connections, such as an asset's, which
    // no connection copies.
    std::string_view fixed_body = {};
    HttpFields fields = {};

    std::string_view bytes() const { return fixed_body.empty() ? body : fixed_body; }
    std::string_view field(std::string_view name) const;
};

// "Not Found".
std::string_view reason_phrase(unsigned status);

// Problem details (RFC 9457) for a status: what is wrong, and what to do, if that is known.
HttpResponse problem(unsigned status, const std::string& detail, const std::string& hint = "");

// The problem of an address that leads nowhere.
HttpResponse nothing_here();

// Whether two names of fields, methods or hosts are the same in ASCII, whatever their case.
bool same_name(std::string_view a, std::string_view b);

}  // namespace sinodex
