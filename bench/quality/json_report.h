// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "bench/quality/report.h"

namespace sinodex {

// All of the report as one JSON object, for programs:
//
//   {"version":1, "command":[...], "versions":{...}, "depth":N, "seed":N, "measures":[...],
//    "collections":[{"name", "unit", "articles", "passages", "topics", "notes":[...], "database",
//      "reference", "systems":[{"name", "description", "ms_per_query", "measures":{NAME:{"mean",
//        "low", "high", "difference", "p", "p_holm", "wins", "ties", "losses"}}}],
//      "moved":{"before", "after", "topics":[{"id", "query", "before", "after",
//        "before_top":[{"id", "gain"}], "after_top":[...]}]}}]}
//
// The reference has no difference and what follows it; a gain is null where nobody judged.
void write_json_report(const QualityReport& report, std::ostream& out);

}  // namespace sinodex
