// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/article_terms.h"

#include <algorithm>
#include <cmath>

#include "corpus/schema/terms.h"
#include "searcher/ranking/sentence_ends.h"

namespace sinodex {

std::uint32_t form_of(std::string_view word) {
    return static_cast<std::uint32_t>(content_hash(word));
}

ArticleTerms ArticleTermsReader::read(const Record& record) {
    ArticleTerms terms;
    numbers_.clear();
    numbers_ends_.clear();
    for (const ByteRange passage : record.passages) {
        read_row(record.at(passage), record, passage.begin, false, terms);
        numbers_ends_.push_back(numbers_.size());
        end_sentence(passage.end, terms);
        terms.row_sentences.push_back(static_cast<std::uint32_t>(terms.sentences.size()));
    }
    read_row(record.title, record, 0, true, terms);
    terms.occurrences.shrink_to_fit();
    terms.sentences.shrink_to_fit();
    measure_centrality(terms);
    for (std::size_t row = 0; row + 1 < terms.rows(); ++row) {
        terms.lengths.push_back(static_cast<float>(
            measure_vector(terms, terms.row_begin(row), terms.row_ends[row], nullptr)));
    }
    const auto length =
        static_cast<float>(measure_vector(terms, 0, terms.occurrences.size(), &terms.vector));
    for (TermWeight& term : terms.vector) term.weight /= length;
    terms.vector.shrink_to_fit();
    return terms;
}

void ArticleTermsReader::read_row(std::string_view text, const Record& record, std::uint32_t offset,
                                  bool title, ArticleTerms& terms) {
    auto muted = record.boilerplate.begin();
    std::size_t spaced = 0;
    std::uint32_t behind = 0;  // the tokens so far, which may overlap
    const std::size_t before = terms.occurrences.size();
    for (const Token& token : analyzer_.analyze(text)) {
        if (!title) {
            if (ends_sentence(text, behind, token.range.begin)) {
                end_sentence(offset + token.range.begin, terms);
            }
            behind = std::max(behind, token.range.end);
            const std::uint32_t begin = token.range.begin + offset;
            while (muted != record.boilerplate.end() && muted->end <= begin) ++muted;
            if (muted != record.boilerplate.end() && muted->begin <= begin) continue;
        }
        const std::uint32_t number = vocabulary_.number(token);
        terms.occurrences.push_back({number, form_of(token.text), token.position});
        if (!title && token.kind != TokenKind::han_char) numbers_.push_back(number);
        if (token.kind == TokenKind::word || token.kind == TokenKind::number) ++spaced;
    }
    const auto chinese = static_cast<double>(terms.occurrences.size() - before - spaced);
    terms.sizes.push_back(static_cast<float>(static_cast<double>(spaced) + chinese / kTokensAWord));
    terms.row_ends.push_back(static_cast<std::uint32_t>(terms.occurrences.size()));
}

void ArticleTermsReader::end_sentence(std::uint32_t byte, ArticleTerms& terms) {
    terms.sentences.push_back({static_cast<std::uint32_t>(terms.occurrences.size()), byte});
}

void ArticleTermsReader::measure_centrality(ArticleTerms& terms) {
    counts_.resize(vocabulary_.size(), 0);
    passage_counts_.resize(vocabulary_.size(), 0);
    terms.centrality.assign(numbers_ends_.size(), 0);
    // Squares grow by 2n + 1 with each further occurrence.
    const auto weight = [this](std::uint32_t number) {
        const double idf = vocabulary_.idf(number);
        return idf * idf;
    };
    double article = 0;
    for (const std::uint32_t number : numbers_) {
        article += weight(number) * static_cast<double>(2 * counts_[number] + 1);
        counts_[number] += 1;
    }
    std::size_t begin = 0;
    for (std::size_t row = 0; row < numbers_ends_.size(); ++row) {
        double product = 0;
        double passage = 0;
        for (std::size_t i = begin; i < numbers_ends_[row]; ++i) {
            const std::uint32_t number = numbers_[i];
            product += weight(number) * static_cast<double>(counts_[number]);
            passage += weight(number) * static_cast<double>(2 * passage_counts_[number] + 1);
            passage_counts_[number] += 1;
        }
        for (std::size_t i = begin; i < numbers_ends_[row]; ++i) passage_counts_[numbers_[i]] = 0;
        begin = numbers_ends_[row];
        if (passage > 0) {
            terms.centrality[row] = static_cast<float>(product / std::sqrt(passage * article));
        }
    }
    for (const std::uint32_t number : numbers_) counts_[number] = 0;
}

// The length of the vector of occurrences begin .. end - 1, and the vector itself if wanted.
double ArticleTermsReader::measure_vector(const ArticleTerms& terms, std::size_t begin,
                                          std::size_t end, std::vector<TermWeight>* vector) {
    for (std::size_t i = begin; i < end; ++i) counts_[terms.occurrences[i].term] += 1;
    double square = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t term = terms.occurrences[i].term;
        if (counts_[term] == 0) continue;
        const double weight =
            (1 + std::log(static_cast<double>(counts_[term]))) * vocabulary_.idf(term);
        square += weight * weight;
        if (vector != nullptr) vector->push_back({term, static_cast<float>(weight)});
        counts_[term] = 0;
    }
    return std::sqrt(square);
}

}  // namespace sinodex
