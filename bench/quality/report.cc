// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/report.h"

namespace sinodex {

double mean_over_collections(const QualityReport& report, std::size_t system, std::size_t measure) {
    double sum = 0;
    for (const CollectionReport& collection : report.collections) {
        sum += collection.assessment.systems[system].figures[measure].mean;
    }
    return sum / static_cast<double>(report.collections.size());
}

const char* unit_name(SearchUnit unit) {
    return unit == SearchUnit::article ? "article" : "passage";
}

}  // namespace sinodex
