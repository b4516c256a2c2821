// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "corpus/schema/record.h"
#include "corpus/text/analyzer.h"
#include "searcher/ranking/phrases.h"
#include "searcher/ranking/vocabulary.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// The phrases of a query that are preferred: which of them stand in a passage, or in the title of
// its article. Refers to the query. Not thread-safe.
class PreferredPhrases {
 public:
    explicit PreferredPhrases(const UnderstoodQuery& query);

    bool empty() const { return query_.preferred.empty(); }

    // To be called before the passages of an article are asked for.
    void read_title(const Record& record, Analyzer& analyzer, Vocabulary& vocabulary);

    // Returns for each preferred phrase whether it stands in the passage, or in the title that was
    // read.
    std::vector<bool> in_passage(const Record& record, std::uint32_t passage, Analyzer& analyzer,
                                 Vocabulary& vocabulary) const;

 private:
    void look(std::string_view text, Analyzer& analyzer, Vocabulary& vocabulary,
              std::vector<bool>& found) const;

    const UnderstoodQuery& query_;
    std::vector<PhraseFilter> filters_;
    std::vector<bool> in_title_;
};

}  // namespace sinodex
