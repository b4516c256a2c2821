// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "bench/quality/report.h"

namespace sinodex {

// A table a collection, the topics that moved, and a table over all collections, for a terminal.
void write_text_report(const QualityReport& report, std::ostream& out);

}  // namespace sinodex
