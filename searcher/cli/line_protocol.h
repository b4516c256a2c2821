// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <istream>
#include <ostream>

#include "searcher/request/parameter_values.h"
#include "searcher/saved/saved_file.h"
#include "searcher/searcher.h"

namespace sinodex {

// A longer line is answered with an error, and not kept.
inline constexpr std::size_t kMostRequestBytes = 1U << 20U;

// The line protocol, docs/json-output.md#the-line-protocol: answers each line of `in`, whatever it
// holds, with exactly one line of JSON, in their order, each written before the next line is read.
// A line is a query, which is asked with `defaults`, or a JSON object of parameters that go before
// those. What is wrong with a request is in its answer; only an output that cannot be written
// throws Error (output). `saved`: what tags and saved searches are. Returns how much was found.
std::uint64_t answer_requests(const ParameterValues& defaults, Searcher& searcher,
                              const SavedFile& saved, std::istream& in, std::ostream& out);

}  // namespace sinodex
