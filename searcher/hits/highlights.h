// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "corpus/schema/record.h"
#include "corpus/text/token.h"
#include "searcher/api/hit.h"
#include "searcher/ranking/query_terms.h"

namespace sinodex {

// A passage of a record, with its tokens, whose ranges count from its beginning.
struct PassageText {
    const Record& record;
    ByteRange range;
    const std::vector<Token>& tokens;

    std::string_view text() const { return record.at(range); }
};

// The stretches of a passage that match the query. A Chinese character is marked alone only when it
// was asked for alone. `begin_code_point` is the passage's.
std::vector<SearchHighlight> highlights(const PassageText& passage, std::uint32_t begin_code_point,
                                        const UnderstoodQuery& query, const QueryTerms& terms,
                                        Vocabulary& vocabulary);

}  // namespace sinodex
