// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <sstream>

#include "bench/quality/figures.h"
#include "bench/quality/html_page.h"
#include "bench/quality/plots.h"
#include "bench/speed/speed_report.h"

namespace sinodex {
namespace {

// One plot a row: the bars of a ratio, all on an axis of their own.
void write_row(const SpeedRun& run, const SpeedRow& row, std::ostream& out) {
    const double one = row.values.front();
    std::vector<Bar> bars;
    for (std::size_t s = 0; s < run.systems.size(); ++s) {
        if (row.values[s] <= 0 || one <= 0) continue;
        const double ratio = row.values[s] / one;
        const bool own = run.systems[s].name.starts_with("sinodex");
        bars.push_back({run.systems[s].name, ratio, ratio, ratio,
                        s == 0 ? "reference"
                        : own  ? "own"
                               : "other"});
    }
    if (bars.empty()) return;
    out << "<figure>" << bar_plot(bars, row.name) << "<figcaption>" << escaped(row.name)
        << ", as a multiple of Sinodex's</figcaption></figure>\n";
}

}  // namespace

void write_speed_html(const SpeedReport& report, std::ostream& out) {
    out << page_top("Sinodex: speed") << "<h1>Sinodex: speed</h1>\n";
    for (const SpeedRun& run : report.runs) {
        out << "<h2>" << run.articles << " articles, "
            << fixed(static_cast<double>(run.bytes) / 1e6, 1) << " MB of text</h2>\n";
        for (const SpeedRow& row : compared_rows(run)) write_row(run, row, out);
    }
    std::ostringstream text;
    write_speed_text(report, text);
    out << "<h2>All figures</h2>\n<div class=\"scroll\"><pre>" << escaped(text.str())
        << "</pre></div>\n"
        << page_bottom();
}

}  // namespace sinodex
