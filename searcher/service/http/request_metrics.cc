// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/http/request_metrics.h"

namespace sinodex {

void RequestMetrics::record(const std::string& route, unsigned status, double seconds) {
    const std::lock_guard lock(mutex_);
    RouteFigures& figures = routes_[route];
    ++figures.by_status[status];
    ++figures.count;
    figures.seconds += seconds;
    for (std::size_t i = 0; i < kBounds.size(); ++i) {
        if (seconds <= kBounds[i]) ++figures.within[i];
    }
}

void RequestMetrics::write(std::ostream& out) const {
    const std::lock_guard lock(mutex_);
    out << "# TYPE sinodex_requests_total counter\n";
    for (const auto& [route, figures] : routes_) {
        for (const auto& [status, count] : figures.by_status) {
            out << "sinodex_requests_total{route=\"" << route << "\",status=\"" << status << "\"} "
                << count << '\n';
        }
    }
    out << "# TYPE sinodex_request_seconds histogram\n";
    for (const auto& [route, figures] : routes_) {
        const std::string label = "{route=\"" + route + "\"";
        for (std::size_t i = 0; i < kBounds.size(); ++i) {
            out << "sinodex_request_seconds_bucket" << label << ",le=\"" << kBounds[i] << "\"} "
                << figures.within[i] << '\n';
        }
        out << "sinodex_request_seconds_bucket" << label << ",le=\"+Inf\"} " << figures.count
            << "\nsinodex_request_seconds_sum" << label << "} " << figures.seconds
            << "\nsinodex_request_seconds_count" << label << "} " << figures.count << '\n';
    }
}

}  // namespace sinodex
