// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/system/error_code.hpp>
#include <optional>

#include "searcher/service/http/http_message.h"

namespace sinodex {

using IncomingMessage = boost::beast::http::request<boost::beast::http::string_body>;

// Returns what arrived in the words of HttpRequest. A host that stands before the path, as in
// requests to a proxy, takes the place of the field Host where there is one such field.
HttpRequest http_request_of(IncomingMessage&& message);

// Refuses a request of which two readers might see different ends: whose body has a coding other
// than one `chunked` of HTTP/1.1. None where there is nothing to refuse.
std::optional<HttpResponse> refusal_of_coding(const IncomingMessage& head);

// Says what is wrong with bytes that are no request, by the error of the one who read them.
HttpResponse problem_of_reading(const boost::system::error_code& error);

}  // namespace sinodex
