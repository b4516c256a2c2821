// SPDX-License-Identifier: GPL-2.0-or-later

// Takes bytes for what a client sends to the service, read as a connection reads it, request by
// request, up to what a handler gets, and the header of its answer.

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>

#include "searcher/request/parameter_values.h"
#include "searcher/service/http/incoming.h"
#include "searcher/service/http/response_head.h"
#include "searcher/service/http/site.h"
#include "searcher/service/page/page_address.h"
#include "tests/fuzz/fuzz.h"

namespace sinodex {
namespace {

using namespace fuzz;
namespace beast_http = boost::beast::http;

HttpResponse echo(const HttpRequest& request) {
    HttpResponse response;
    for (const auto& [name, value] : pairs_of_query_string(request.query)) {
        response.fields.emplace_back("X-Pair", name + "=" + value);
    }
    response.body = page_address(request).href() + request.argument + request.body;
    response.fields.emplace_back("ETag", "W/\"1\"");
    return response;
}

const Site& site() {
    static const Site one = [] {
        Routes routes;
        routes.add({.pattern = "/", .handler = echo});
        routes.add({.pattern = "/v1/articles/{id}", .handler = echo});
        routes.add({.method = "POST", .pattern = "/mcp", .handler = echo});
        return Site(std::move(routes), {loopback_hosts(), "0123456789abcdef"});
    }();
    return one;
}

// No text of a request ends the header of its answer, or adds a line to it.
void require_whole(const HttpResponse& response) {
    const std::string head = response_head(response, true);
    require(head.find("\r\n\r\n") == head.size() - 4, "a header ends once");
    std::size_t lines = 0;
    for (std::size_t at = head.find('\n'); at != head.npos; at = head.find('\n', at + 1)) ++lines;
    require(lines <= response.fields.size() + 6, "a field is one line");
    require(head.starts_with("HTTP/1.1 "), "an answer begins with its status");
}

void answer(const HttpRequest& request) {
    require(request.path.find('?') == std::string::npos, "a path ends before the question mark");
    if (const auto refusal = site().refusal(request)) return require_whole(*refusal);
    require(request.count("host") == 1, "a request that is answered names one host");
    require_whole(site().answer(request));
}

// How many bytes the first request takes; 0 where the connection would end, or wait for more.
std::size_t read_request(std::string_view bytes) {
    beast_http::request_parser<beast_http::string_body> parser;
    parser.header_limit(16U << 10U);
    parser.body_limit(256U << 10U);
    parser.eager(true);
    boost::system::error_code error;
    const std::size_t used = parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    if (error && error != beast_http::error::need_more) require_whole(problem_of_reading(error));
    if (error || !parser.is_header_done()) return 0;
    IncomingMessage head;
    head.base() = parser.get().base();
    if (const auto refusal = refusal_of_coding(head)) {
        require_whole(*refusal);
        return 0;
    }
    if (!parser.is_done()) return 0;
    answer(http_request_of(parser.release()));
    return used;
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes = sinodex::fuzz::bytes_of(data, size);
    for (std::size_t used = 1; used > 0 && !bytes.empty();) {
        used = sinodex::read_request(bytes);
        bytes.remove_prefix(used);
    }
    return 0;
}
