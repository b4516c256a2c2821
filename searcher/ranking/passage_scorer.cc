#include "searcher/ranking/passage_scorer.h"

#include <algorithm>

#include "searcher/ranking/phrases.h"

namespace sinodex {

PassageScorer::PassageScorer(const UnderstoodQuery& query, std::vector<double> idf,
                             double average_length, Analyzer& analyzer, TermMaker& maker,
                             const Weights& weights)
    : query_(query),
      idf_(std::move(idf)),
      average_length_(average_length),
      analyzer_(analyzer),
      terms_(query, maker),
      weights_(weights) {}

const std::vector<ScoredPassage>& PassageScorer::score(const Record& record, double article_score) {
    count(record);
    scored_.clear();
    const std::size_t terms = terms_.size();
    for (std::size_t i = 0; i < record.passages.size(); ++i) {
        ScoredPassage passage;
        passage.number = static_cast<std::uint32_t>(i);
        passage.words = words_score(i);
        passage.article = weights_.article * article_score;
        passage.score = passage.words + passage.article;
        const auto begin = frequencies_.begin() + static_cast<std::ptrdiff_t>(i * terms);
        passage.matches = std::any_of(begin, begin + static_cast<std::ptrdiff_t>(terms),
                                      [](float frequency) { return frequency > 0; });
        scored_.push_back(passage);
    }
    return scored_;
}

void PassageScorer::count(const Record& record) {
    const std::size_t terms = terms_.size();
    const std::size_t passages = record.passages.size();
    frequencies_.assign(passages * terms, 0);
    lengths_.assign(passages, 0);
    in_title_.assign(terms, 0);
    in_article_.assign(terms, 0);
    phrases_found_.assign(query_.phrases.size(), false);
    float title_length = 0;
    count_text(analyzer_.analyze(record.title), {}, 0, in_title_.data(), title_length);
    for (std::size_t i = 0; i < passages; ++i) {
        const ByteRange passage = record.passages[i];
        count_text(analyzer_.analyze(record.at(passage)), record.boilerplate, passage.begin,
                   frequencies_.data() + i * terms, lengths_[i]);
        for (std::size_t t = 0; t < terms; ++t) in_article_[t] += frequencies_[i * terms + t];
    }
}

void PassageScorer::count_text(const std::vector<Token>& tokens, const std::vector<ByteRange>& muted,
                               std::uint32_t offset, float* frequencies, float& length) {
    auto next = muted.begin();
    for (const Token& token : tokens) {
        const std::uint32_t begin = token.range.begin + offset;
        while (next != muted.end() && next->end <= begin) ++next;
        if (next != muted.end() && next->begin <= begin) continue;
        length += 1;
        const int term = terms_.find(token);
        if (term != QueryTerms::kNone) frequencies[term] += 1;
    }
    for (std::size_t i = 0; i < query_.phrases.size(); ++i) {
        if (!phrases_found_[i]) phrases_found_[i] = !find_phrase(query_.phrases[i], tokens).empty();
    }
}

double PassageScorer::words_score(std::size_t passage) const {
    const std::size_t terms = terms_.size();
    const std::size_t passages = lengths_.size();
    const float* own = frequencies_.data() + passage * terms;
    const double length = 1 - weights_.passage_b +
                          weights_.passage_b * static_cast<double>(lengths_[passage]) / average_length_;
    double score = 0;
    for (std::size_t t = 0; t < terms; ++t) {
        const float before = passage > 0 ? own[t - terms] : 0;
        const float after = passage + 1 < passages ? own[t + terms] : 0;
        const float rest = in_article_[t] - own[t] - before - after;
        const double frequency =
            static_cast<double>(own[t]) / length +
            weights_.in_title * static_cast<double>(in_title_[t]) +
            weights_.in_neighbour * static_cast<double>(before + after) +
            weights_.in_article * static_cast<double>(rest);
        const double k1 = weights_.passage_k1;
        score += idf_[t] * frequency * (k1 + 1) / (frequency + k1);
    }
    return score;
}

}  // namespace sinodex
