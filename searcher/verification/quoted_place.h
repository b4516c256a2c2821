// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/schema/record.h"
#include "searcher/api/verification.h"
#include "searcher/verification/quote_match.h"

namespace sinodex {

// Where a quotation was found: the units of `source` are those of the record's text or title.
struct FoundQuotation {
    const Quotation& quotation;
    const Alignment& alignment;
    const std::vector<SourceUnit>& source;
    const Record& record;
    bool in_title;
};

// All of a place but for its rank and its article's other versions.
QuotedPlace quoted_place(const FoundQuotation& found, Verdict verdict);

}  // namespace sinodex
