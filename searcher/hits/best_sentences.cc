// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/best_sentences.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/text/sentences.h"
#include "corpus/text/utf8.h"
#include "corpus/text/white_space.h"
#include "searcher/hits/hits.h"

namespace sinodex {
namespace {

// In half words: a word is two, a Chinese character one.
constexpr std::uint32_t kLongPassage = 2 * 120;
constexpr std::uint32_t kRoom = 2 * 80;
constexpr std::uint32_t kLongSentence = 2 * 50;
constexpr std::uint32_t kPiece = 2 * 25;  // of a long sentence
constexpr std::size_t kMostPieces = 8;

struct Piece {
    ByteRange range;  // from the passage's beginning
    std::uint32_t size = 0;
    std::vector<std::size_t> terms = {};  // of the query, that it holds; each once
    double density = 0;                   // the weight of all that matches in it, by its size
};

// Where words and Chinese characters begin, and what they count.
struct Word {
    std::uint32_t begin;
    std::uint32_t size;
};

std::vector<Word> words_of(const std::vector<Token>& tokens) {
    std::vector<Word> words;
    std::uint32_t last = 0;
    for (const Token& token : tokens) {
        if (!words.empty() && token.position == last) continue;
        const bool spaced = token.kind == TokenKind::word || token.kind == TokenKind::number;
        words.push_back({token.range.begin, spaced ? 2U : 1U});
        last = token.position;
    }
    return words;
}

std::uint32_t size_of(const std::vector<Word>& words) {
    std::uint32_t size = 0;
    for (const Word& word : words) size += word.size;
    return size;
}

// Cuts a passage into sentences, and long ones further.
std::vector<Piece> pieces_of(std::string_view text, const std::vector<Word>& words) {
    std::vector<Piece> pieces;
    SentenceSplitter splitter;
    std::size_t word = 0;
    for (const ByteRange sentence : splitter.split(text)) {
        std::size_t end = word;
        std::uint32_t size = 0;
        for (; end < words.size() && words[end].begin < sentence.end; ++end) {
            size += words[end].size;
        }
        const std::uint32_t most = size > kLongSentence ? kPiece : kLongSentence;
        pieces.push_back({sentence});
        for (; word < end; ++word) {
            if (pieces.back().size + words[word].size > most) {
                const std::uint32_t cut =
                    with_marks(text, {words[word].begin, words[word].begin}).begin;
                pieces.back().range = trimmed(text, {pieces.back().range.begin, cut});
                pieces.push_back({{cut, sentence.end}});
            }
            pieces.back().size += words[word].size;
        }
    }
    return pieces;
}

// Tells each piece which of the query's terms match in it, in whatever way.
void add_terms(const std::vector<SearchHighlight>& marks, std::uint32_t offset,
               const UnderstoodQuery& query, const std::vector<double>& weights,
               std::vector<Piece>& pieces) {
    auto piece = pieces.begin();
    for (const SearchHighlight& mark : marks) {
        while (piece != pieces.end() && piece->range.end + offset <= mark.begin) ++piece;
        if (piece == pieces.end()) break;
        for (const QueryMatch& match : mark.query) {
            const ByteRange part{match.begin, match.end};
            for (std::size_t i = 0; i < query.terms.size(); ++i) {
                if (!part.contains(query.terms[i].span)) continue;
                piece->density += weights[i] / std::max<std::uint32_t>(piece->size, 1);
                auto& terms = piece->terms;
                if (std::find(terms.begin(), terms.end(), i) == terms.end()) terms.push_back(i);
            }
        }
    }
}

class Choice {
 public:
    Choice(const std::vector<Piece>& pieces, const std::vector<double>& weights)
        : pieces_(pieces), weights_(weights), held_(weights.size()) {}

    // The numbers of the chosen pieces, in order.
    std::vector<std::size_t> take() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (!pieces_[i].terms.empty()) open_.push_back(i);
        }
        if (open_.empty()) return beginning();
        while (chosen_.size() < kMostPieces) {
            const auto best = next();
            if (!best) break;
            choose(*best);
        }
        std::sort(chosen_.begin(), chosen_.end());
        return chosen_;
    }

 private:
    std::vector<std::size_t> beginning() {
        std::uint32_t size = 0;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            size += pieces_[i].size;
            if (size > kRoom) break;
            chosen_.push_back(i);
        }
        return chosen_;
    }

    // The weight of its terms that no chosen piece holds.
    double added(const Piece& piece) const {
        double added = 0;
        for (const std::size_t term : piece.terms) added += held_[term] ? 0 : weights_[term];
        return added;
    }

    // The best one that there is room for.
    std::optional<std::size_t> next() {
        std::erase_if(open_, [&](std::size_t i) { return size_ + pieces_[i].size > kRoom; });
        std::optional<std::size_t> best;
        std::pair<double, double> most;
        for (const std::size_t i : open_) {
            const std::pair worth(added(pieces_[i]), pieces_[i].density);
            if (best && worth <= most) continue;
            best = i;
            most = worth;
        }
        return best;
    }

    void choose(std::size_t piece) {
        chosen_.push_back(piece);
        size_ += pieces_[piece].size;
        for (const std::size_t term : pieces_[piece].terms) held_[term] = true;
        std::erase(open_, piece);
    }

    const std::vector<Piece>& pieces_;
    const std::vector<double>& weights_;  // of the query's terms
    std::vector<bool> held_;              // those that a chosen piece holds
    std::vector<std::size_t> open_, chosen_;
    std::uint32_t size_ = 0;
};

}  // namespace

std::vector<TextSpan> best_sentences(const PassageText& passage, std::uint32_t begin_code_point,
                                     const std::vector<SearchHighlight>& marks,
                                     const UnderstoodQuery& query, const QueryTerms& terms,
                                     const Vocabulary& vocabulary) {
    const std::vector<Word> words = words_of(passage.tokens);
    if (size_of(words) <= kLongPassage) return {};
    std::vector<double> weights;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        weights.push_back(query.terms[i].weight * vocabulary.idf(terms.numbers()[i]));
    }
    std::vector<Piece> pieces = pieces_of(passage.text(), words);
    add_terms(marks, passage.range.begin, query, weights, pieces);
    std::vector<ByteRange> ranges;
    std::size_t after = 0;  // the number of the last piece, plus one
    for (const std::size_t chosen : Choice(pieces, weights).take()) {
        const ByteRange range = pieces[chosen].range;
        if (!ranges.empty() && chosen == after) {
            ranges.back().end = range.end;
        } else {
            ranges.push_back(range);
        }
        after = chosen + 1;
    }
    std::vector<TextSpan> best;
    best.reserve(ranges.size());
    SpanMaker spans(passage.text(), passage.range.begin, begin_code_point);
    for (const ByteRange range : ranges) best.push_back(spans.span(range));
    return best;
}

}  // namespace sinodex
