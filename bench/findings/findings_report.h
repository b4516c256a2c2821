// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "bench/findings/compare_findings.h"
#include "bench/findings/measure_figures.h"
#include "bench/findings/story_figures.h"

namespace sinodex {

// The figures of all passages, or of those of one language or kind.
struct FindingsGroup {
    std::string name;
    std::size_t passages = 0;
    std::array<FindingCounts, kFindingKinds> counts;  // by FindingKind
};

// A label that was missed, or a finding that is false.
struct FindingError {
    std::string passage;
    bool missed = false;
    Finding finding;
    std::string before;  // the text around it
    std::string surface;
    std::string behind;
};

struct FindingsReport {
    std::vector<FindingsGroup> groups;  // all; the languages; the kinds
    std::vector<FindingError> errors;
};

// Says what sinodex-bench findings was asked for.
struct FindingsReports {
    std::vector<std::string> command;
    std::optional<FindingsReport> findings;
    std::optional<FigureReport> figures;
    std::optional<StoryFigures> stories;
};

// Tables for a terminal; with `errors`, a line for each error, too.
void write_findings_text(const FindingsReports& reports, bool errors, std::ostream& out);

// One JSON object, errors included.
void write_findings_json(const FindingsReports& reports, std::ostream& out);

}  // namespace sinodex
