// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <istream>
#include <ostream>

#include "searcher/service/indexes.h"

namespace sinodex {

// Serves one assistant over two streams: a message of JSON-RPC a line. Requests are answered one
// after the other; one that waits or is under way is given up when a notification cancels it.
// Returns at the end of the input, when all is answered. Throws Error (output) when the answers
// cannot be written.
void serve_mcp(const Indexes& indexes, std::chrono::milliseconds timeout, std::istream& in,
               std::ostream& out);

}  // namespace sinodex
