// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ctime>
#include <string>

#include "searcher/service/http/http_message.h"

namespace sinodex {

// Returns what comes before the bytes of a response on the wire, the empty line included. Control
// characters in the values of fields become spaces, so that no value can begin a field of its own.
std::string response_head(const HttpResponse& response, bool keep_alive);

// Whether a status has no body, and so no length.
bool is_bodiless(unsigned status);

// A time as HTTP writes it: "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(std::time_t time);

}  // namespace sinodex
