// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/answer_distance.h"

#include <algorithm>
#include <numeric>
#include <variant>

#include "searcher/ranking/answer_places.h"
#include "searcher/ranking/concept_mentions.h"

namespace sinodex {

AnswerDistance::AnswerDistance(const UnderstoodQuery& query,
                               const std::vector<double>& term_weights, Vocabulary& vocabulary)
    : query_(query),
      weights_(term_weights),
      whole_(std::accumulate(term_weights.begin(), term_weights.end(), 0.0)),
      terms_(query, vocabulary) {
    for (const QueryConcept& named : query.concepts) {
        const auto ids = entities_of(named);
        known_.insert(known_.end(), ids.begin(), ids.end());
    }
}

void AnswerDistance::read(const Record& record, const ArticleTerms& terms) {
    distances_.clear();
    if (query_.wanted == Wanted::nothing || whole_ <= 0) return;
    called_.clear();
    for (std::size_t c = 0; c < query_.concepts.size(); ++c) {
        if (!std::holds_alternative<EntityMeaning>(query_.concepts[c].is)) continue;
        for (const ByteRange range : mentions_of(query_.concepts[c], record.findings)) {
            called_.emplace_back(range.begin, c);
        }
    }
    std::sort(called_.begin(), called_.end());
    for (std::size_t row = 0; row < record.passages.size(); ++row) {
        distances_.push_back(measure(record, terms, row));
    }
}

double AnswerDistance::measure(const Record& record, const ArticleTerms& terms, std::size_t row) {
    const std::vector<std::uint32_t> places =
        answer_places(query_.wanted, record, record.passages[row], known_);
    double best = 0;
    double answering = 0;
    std::size_t begin = terms.row_begin(row);
    std::uint32_t from = record.passages[row].begin;
    for (std::size_t i = terms.sentence_begin(row); i < terms.row_sentences[row]; ++i) {
        const SentenceEnd end = terms.sentences[i];
        const double held = held_by(terms, begin, end.occurrence, {from, end.byte});
        best = std::max(best, held);
        const bool answers = std::any_of(places.begin(), places.end(), [&](std::uint32_t place) {
            return place >= from && place < end.byte;
        });
        if (answers) answering = std::max(answering, held);
        begin = end.occurrence;
        from = end.byte;
    }
    return (best - answering) / whole_;
}

// The weight of the query's terms that some tokens hold, or the names of what they stand for.
double AnswerDistance::held_by(const ArticleTerms& terms, std::size_t begin, std::size_t end,
                               ByteRange bytes) {
    seen_.assign(weights_.size(), false);
    double held = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const int term = terms_.find(terms.occurrences[i].term);
        if (term != QueryTerms::kNone) held += newly_held(static_cast<std::size_t>(term));
    }
    auto each =
        std::lower_bound(called_.begin(), called_.end(), std::pair(bytes.begin, std::size_t{0}));
    for (; each != called_.end() && each->first < bytes.end; ++each) {
        for (const std::size_t term : query_.concepts[each->second].covers)
            held += newly_held(term);
    }
    return held;
}

double AnswerDistance::newly_held(std::size_t term) {
    if (seen_[term]) return 0;
    seen_[term] = true;
    return weights_[term];
}

}  // namespace sinodex
