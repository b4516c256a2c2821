// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/cli/output.h"
#include "searcher/rendering/csv.h"
#include "searcher/request/request.h"

namespace sinodex {

// How an answer is printed.
struct Printing {
    Output output;
    bool only_news = false;    // nothing is printed where there is nothing new
    bool keeps_state = false;  // what is cut off now will not be new next time: say so
    CsvHeader header = CsvHeader::with;
};

// Prints an answer, warnings on standard error; returns how much it holds: hits, articles that
// match, or groups of figures. `qid` of a batch; else empty.
std::uint64_t print_answer(const Answer& answer, const Request& request, const std::string& qid,
                           const Printing& printing);

}  // namespace sinodex
