// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "searcher/service/http/http_message.h"

namespace sinodex {

// In the format of gzip; `level` from 1, quick, to 9, small.
std::string gzipped(std::string_view bytes, int level);

// Whether the client says that it reads gzip.
bool reads_gzip(const HttpRequest& request);

// Compresses an answer that is worth it, unless that was done, for a client that reads gzip.
void compress(const HttpRequest& request, HttpResponse& response);

}  // namespace sinodex
