#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/entities/knowledge.h"
#include "corpus/text/sentences.h"
#include "searcher/api/figures.h"
#include "searcher/ranking/passage_scorer.h"
#include "searcher/views/figure_labels.h"

namespace sinodex {

// A figure with what is needed to compare it.
struct FoundFigure {
    Figure figure;
    Amount amount;
    FigureLabel label;
    std::optional<DayRange> mentioned;
    std::vector<std::string> context;  // the sentence's other words, sorted
};

// Finds the figures of passages: every amount but durations. It belongs to an entity of its
// sentence, or of its part between semicolons where that names one: the last company, product or
// organisation before it, or the first one behind it; then in the same way persons, authorities and
// laws; then places and media. What
// stands in a list with it (Alibaba, Tencent and JD.com) has the amount, too. Where the sentence
// names none, to the one that the passage mentions most, companies first, the last one before the
// amount among equals; where that has none, the amount is left out.
//
// Not thread-safe.
class FigureFinder {
 public:
    explicit FigureFinder(const Knowledge& knowledge) : knowledge_(knowledge) {}

    // Adds those of one passage of a record.
    void find(const Record& record, const ScoredPassage& passage, std::vector<FoundFigure>& found);

 private:
    struct Owner {
        EntityNumber entity = 0;  // of the record
        FigureTie tie = FigureTie::passage;
    };
    std::optional<Owner> owner_in(const Record& record, ByteRange range, ByteRange amount) const;
    std::optional<Owner> main_of(const Record& record, ByteRange passage, ByteRange amount) const;
    std::vector<Owner> listed_with(const Record& record, Owner owner, ByteRange sentence,
                                   ByteRange amount) const;
    int rank_of(const Record& record, EntityNumber entity) const;
    FoundFigure figure_of(const Record& record, const Amount& amount, ByteRange sentence,
                          Owner owner) const;

    const Knowledge& knowledge_;
    SentenceSplitter splitter_;
};

}  // namespace sinodex
