// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "bench/quality/report.h"

namespace sinodex {

// The report as one HTML page: tables, bars with intervals, differences by topic, the topics that
// moved. It holds all that it needs, runs no script, and is for light and dark screens.
void write_html_report(const QualityReport& report, std::ostream& out);

}  // namespace sinodex
