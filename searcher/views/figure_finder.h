// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/entities/entity_finder.h"
#include "corpus/entities/knowledge.h"
#include "corpus/text/sentences.h"
#include "searcher/api/figures.h"
#include "searcher/ranking/passage_scorer.h"
#include "searcher/views/figure_labels.h"
#include "searcher/views/figure_owners.h"

namespace sinodex {

// A figure with what is needed to compare it.
struct FoundFigure {
    Figure figure;
    Amount amount;
    FigureLabel label;
    std::optional<DayRange> mentioned;
    std::vector<std::string> context;  // the sentence's other words, sorted
};

// Finds the figures of passages: every amount but durations. See figure_owners.h for whose they
// are; an amount that is several entities' comes once for each, one that is nobody's without an
// entity.
//
// Not thread-safe.
class FigureFinder {
 public:
    // Refers to both.
    FigureFinder(const Knowledge& knowledge, const EntityFinder& finder)
        : knowledge_(knowledge), finder_(finder) {}

    // Adds those of one passage of a record.
    void find(const Record& record, const ScoredPassage& passage, std::vector<FoundFigure>& found);

 private:
    // So many sentences before a passage may say who "the company" is.
    static constexpr std::size_t kSentencesBefore = 4;

    void read_before(const Record& record, std::uint32_t passage);
    void add_sentences(const Record& record, ByteRange range);
    std::vector<EntityNumber> title_firms(const Record& record) const;
    void find_in(const Record& record, std::size_t sentence, const ScoredPassage& passage,
                 std::vector<FoundFigure>& found);
    FoundFigure figure_of(const Record& record, const Amount& amount,
                          const FigureSentence& sentence) const;
    void give_to(FoundFigure& found, const FigureOwner& owner) const;

    const Knowledge& knowledge_;
    const EntityFinder& finder_;
    SentenceSplitter splitter_;
    std::vector<FigureSentence> sentences_;  // of the passage at hand, and before it
    FigureContext context_;
};

}  // namespace sinodex
