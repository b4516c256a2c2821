// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "bench/findings/findings_report.h"
#include "bench/findings/labelled_passages.h"

namespace sinodex {

// Reads each passage as an article, and compares what is found with its labels. `knowledge` is that
// of the labels.
FindingsReport measure_findings(const std::vector<LabelledPassage>& passages,
                                const Knowledge& knowledge);

}  // namespace sinodex
