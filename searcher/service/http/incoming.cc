// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/incoming.h"

#include <algorithm>
#include <boost/beast/http/error.hpp>

namespace sinodex {
namespace {

namespace http = boost::beast::http;

void move_host_from_target(std::string& target, HttpRequest& request) {
    if (!target.starts_with("http://") && !target.starts_with("https://")) return;
    const std::size_t host = target.find("//") + 2;
    const std::size_t path = std::min(target.find_first_of("/?", host), target.size());
    if (request.count("host") < 2) {
        std::erase_if(request.fields, [](const auto& one) { return same_name(one.first, "host"); });
        request.fields.emplace_back("Host", target.substr(host, path - host));
    }
    target.erase(0, path);
}

}  // namespace

HttpRequest http_request_of(IncomingMessage&& message) {
    HttpRequest request;
    request.method = std::string(message.method_string());
    for (const auto& field : message) {
        request.fields.emplace_back(field.name_string(), field.value());
    }
    std::string target(message.target());
    move_host_from_target(target, request);
    const std::size_t mark = std::min(target.find('?'), target.size());
    request.path = target.substr(0, mark);
    request.query = target.substr(std::min(mark + 1, target.size()));
    request.body = std::move(message.body());
    return request;
}

std::optional<HttpResponse> refusal_of_coding(const IncomingMessage& head) {
    const auto count = head.count(http::field::transfer_encoding);
    if (count == 0) return std::nullopt;
    const std::string coding(head[http::field::transfer_encoding]);
    if (count == 1 && head.version() == 11 && same_name(coding, "chunked")) return std::nullopt;
    return problem(501, "the body has a coding that is not read",
                   "send it with a Content-Length, or chunked");
}

HttpResponse problem_of_reading(const boost::system::error_code& error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        return problem(431, "the header of the request is too long");
    }
    if (error == http::error::body_limit) return problem(413, "the request is too long");
    return problem(400, "the request is no HTTP/1.1: " + error.message());
}

}  // namespace sinodex
