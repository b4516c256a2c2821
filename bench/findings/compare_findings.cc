// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/compare_findings.h"

#include <algorithm>

namespace sinodex {
namespace {

double share(std::size_t part, std::size_t others) {
    const std::size_t all = part + others;
    return all == 0 ? 1 : static_cast<double>(part) / static_cast<double>(all);
}

bool names(const Finding& finding) {
    return finding.kind == FindingKind::entity || finding.kind == FindingKind::role ||
           finding.kind == FindingKind::told;
}

bool agree(const Finding& label, const Finding& found) {
    const bool overlap = label.range.begin < found.range.end && found.range.begin < label.range.end;
    const bool comparable = label.kind == found.kind || (names(label) && names(found));
    return overlap && comparable && label.meaning == found.meaning;
}

}  // namespace

double FindingCounts::precision() const { return share(right, falsely); }
double FindingCounts::recall() const { return share(right, missed); }

double FindingCounts::f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

FindingCounts& FindingCounts::operator+=(const FindingCounts& other) {
    right += other.right;
    missed += other.missed;
    falsely += other.falsely;
    return *this;
}

FindingsComparison compare_findings(const std::vector<Finding>& labels,
                                    const std::vector<Finding>& found) {
    FindingsComparison result;
    result.falsely = found;
    for (const Finding& label : labels) {
        const auto match =
            std::find_if(result.falsely.begin(), result.falsely.end(),
                         [&](const Finding& finding) { return agree(label, finding); });
        if (match != result.falsely.end()) {
            result.right.push_back(label);
            result.falsely.erase(match);
        } else if (!names(label) || label.meaning != kUnknown) {
            result.missed.push_back(label);
        }
    }
    return result;
}

}  // namespace sinodex
