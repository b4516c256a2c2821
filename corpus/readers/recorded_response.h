// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "corpus/readers/header_fields.h"

namespace sinodex {

// A response of HTTP/1 as crawlers record it.
struct RecordedResponse {
    int status = 0;  // 0: it is none
    HeaderFields fields;
    std::string body;     // as the server meant it: in one piece and unpacked
    std::string problem;  // not empty: the body cannot be unpacked, and why
    bool too_large = false;
};

// Takes a recorded response apart: its body is put together from chunks and unpacked (gzip,
// deflate, br), unless the crawler has done so and left the header as it was. For a body of more
// than `max_bytes` only `too_large` is set. Thread-safe.
RecordedResponse read_recorded_response(const std::string& message, std::uint64_t max_bytes);

}  // namespace sinodex
