// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/spelling.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "corpus/schema/record.h"
#include "searcher/understanding/scoring_tokens.h"
#include "searcher/understanding/steps.h"
#include "searcher/understanding/synonym_table.h"

namespace sinodex {
namespace {

constexpr std::size_t kLeastLetters = 4;
constexpr std::size_t kLeastPart = 3;     // letters of each of two words run together
constexpr std::size_t kManyLetters = 10;  // from which on two edits are one mistyped word
constexpr std::size_t kLongStem = 8;      // of words: a mistake may make the stemmer cut elsewhere
constexpr std::size_t kCandidates = 8;    // whose words are looked at

bool is_latin(const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Optimal string alignment distances. Keeps its rows from one pair of words to the next.
class Distances {
 public:
    // Returns the distance of two words, or more than `limit` when it is beyond that.
    std::size_t of(std::string_view a, std::string_view b, std::size_t limit) {
        if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
        const std::size_t* all = to_beginnings(a, b, limit);
        return all == nullptr ? limit + 1 : all[b.size()];
    }

 private:
    // Measures to all beginnings of `b`, by their length; nothing when all are beyond `limit`.
    const std::size_t* to_beginnings(std::string_view a, std::string_view b, std::size_t limit) {
        if (std::max(a.size(), b.size()) > kMaxTokenBytes) return nullptr;
        for (std::size_t j = 0; j <= b.size(); ++j) rows_[0][j] = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            auto& row = rows_[i % 3];
            const auto& above = rows_[(i + 2) % 3];
            const auto& before = rows_[(i + 1) % 3];
            row[0] = i;
            std::size_t least = i;
            for (std::size_t j = 1; j <= b.size(); ++j) {
                const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
                row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    row[j] = std::min(row[j], before[j - 2] + 1);
                }
                least = std::min(least, row[j]);
            }
            if (least > limit) return nullptr;
        }
        return rows_[a.size() % 3].data();
    }

    std::array<std::array<std::size_t, kMaxTokenBytes + 1>, 3> rows_{};
};

// The same distances of one word to many, which come in their order: what two of them have in
// common at their beginning is measured once, and tells which need not be looked at.
class DistancesInOrder {
 public:
    DistancesInOrder(std::string_view word, std::size_t limit)
        : word_(word.substr(0, kMaxTokenBytes)), limit_(limit) {
        for (std::size_t j = 0; j <= word_.size(); ++j) rows_[0][j] = j;
    }

    static constexpr std::size_t kNone = std::string_view::npos;

    // Measures to `other`. Returns how many of its letters put all words that begin with them
    // beyond the limit.
    std::size_t measure(std::string_view other) {
        const auto differs =
            std::mismatch(other_.begin(), other_.end(), other.begin(), other.end());
        const auto same = static_cast<std::size_t>(differs.first - other_.begin());
        known_ = std::min(known_, same);
        other_ = other;
        const std::size_t letters = std::min(other_.size(), kMaxTokenBytes);
        while (known_ < letters) {
            if (add_row(++known_) > limit_) return known_--;
        }
        return kNone;
    }

    // Of the word that was measured last, unless it is beyond the limit.
    std::size_t whole() const { return rows_[known_][word_.size()]; }

    // The distance of a stem, the word that was measured last, to the nearest beginning of the
    // word; one of less than half of it is none of its.
    std::size_t to_beginning() const {
        if (other_.size() < kLeastLetters || other_.size() * 2 < word_.size() ||
            other_.size() > word_.size() + limit_) {
            return limit_ + 1;
        }
        const auto& row = rows_[known_];
        return *std::min_element(row.begin(),
                                 row.begin() + static_cast<std::ptrdiff_t>(word_.size()) + 1);
    }

 private:
    // Returns the least distance in the row of so many letters.
    std::size_t add_row(std::size_t i) {
        auto& row = rows_[i];
        const auto& above = rows_[i - 1];
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= word_.size(); ++j) {
            const bool same = other_[i - 1] == word_[j - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
            if (i > 1 && j > 1 && other_[i - 1] == word_[j - 2] && other_[i - 2] == word_[j - 1]) {
                row[j] = std::min(row[j], rows_[i - 2][j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        return least;
    }

    std::string word_;
    std::size_t limit_;
    std::string other_;
    std::size_t known_ = 0;  // rows, but for the first one
    std::array<std::array<std::size_t, kMaxTokenBytes + 1>, kMaxTokenBytes + 1> rows_{};
};

std::string_view without_plural(std::string_view word) {
    return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

// The first text behind all that begin so.
std::string behind(std::string beginning) {
    while (!beginning.empty() && beginning.back() == '\xFF') beginning.pop_back();
    if (beginning.empty()) return "\xFF";
    beginning.back() = static_cast<char>(static_cast<unsigned char>(beginning.back()) + 1);
    return beginning;
}

class Speller {
 public:
    explicit Speller(const UnderstandingTools& tools) : tools_(tools) {}

    // Looks for the terms that may be meant, in articles of which it will look for words. Where
    // other machines have these, all are asked for in one go.
    void look_for(const QueryTerm& term) {
        const std::vector<Candidate>& candidates = nearest_[term.term] = nearest(term);
        if (!tools_.index.is_remote()) return;
        for (const Candidate& candidate : candidates) {
            tools_.index.want(tools_.index.example_with(candidate.term));
        }
    }

    // The word that is nearest to the typed one, of those that are near enough.
    std::optional<std::string> correct(const QueryTerm& term) {
        std::optional<std::string> best;
        std::size_t best_distance = kMaxTokenBytes;
        for (const Candidate& candidate : nearest_[term.term]) {
            if (best_distance == 1) break;  // no word is nearer: no article holds the typed one
            std::string word = word_of(candidate.term, term.word);
            if (is_common_word(word) || !may_be_meant(word, term.word)) continue;
            const std::size_t edits = distances_.of(term.word, word, kMaxTokenBytes);
            if (edits < best_distance) {
                best = std::move(word);
                best_distance = edits;
            }
        }
        return best ? best : parted(term.word);
    }

 private:
    struct Candidate {
        std::string term;
        std::size_t edits;
        Xapian::doccount frequency;
        bool operator<(const Candidate& other) const {
            if (edits != other.edits) return edits < other.edits;
            if (term.size() != other.term.size()) return term.size() > other.term.size();
            return frequency != other.frequency ? frequency > other.frequency : term < other.term;
        }
    };

    // The best few of the index's terms that may be meant, the nearest, longest and most frequent
    // first. Where the mistake is in the word's ending the stemmer cuts it elsewhere, or not at
    // all: then the term is like its beginning.
    std::vector<Candidate> nearest(const QueryTerm& term) {
        const std::size_t limit = term.word.size() >= kLongStem ? 2 : 1;
        const std::string first = term.term.substr(0, 1);
        std::vector<Candidate> found;
        DistancesInOrder to_term(term.term, limit);
        DistancesInOrder to_word(term.word, limit);
        const auto end = tools_.index.database().allterms_end(first);
        for (auto at = tools_.index.database().allterms_begin(first); at != end;) {
            const std::string other = *at;
            const std::size_t beyond_term = to_term.measure(other);
            const std::size_t beyond_word = to_word.measure(other);
            if (beyond_term != DistancesInOrder::kNone && beyond_word != DistancesInOrder::kNone) {
                at.skip_to(behind(other.substr(0, std::max(beyond_term, beyond_word))));
                continue;
            }
            const bool long_one = other.size() > kMaxTokenBytes;
            std::size_t edits = limit + 1;
            if (beyond_term == DistancesInOrder::kNone && !long_one) edits = to_term.whole();
            if (beyond_word == DistancesInOrder::kNone && !long_one) {
                edits = std::min(edits, to_word.to_beginning());
            }
            if (edits <= limit && tools_.index.holds(other)) {
                found.push_back({other, edits, at.get_termfreq()});
            }
            ++at;
        }
        const std::size_t kept = std::min(found.size(), kCandidates);
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept),
                          found.end());
        found.resize(kept);
        return found;
    }

    // A word of this stem as an article has it, the one that is most like the typed one.
    std::string word_of(const std::string& stem, const std::string& typed) {
        const Record record = tools_.index.record(tools_.index.example_with(stem));
        std::string best = stem;
        std::size_t best_distance = kMaxTokenBytes;
        for (const std::string& text : {record.title, record.text}) {
            for (const Token& token : tools_.analyzer.analyze(text)) {
                // No stemmer changes the first letter.
                if (token.kind != TokenKind::word || token.text.front() != stem.front() ||
                    tools_.terms.term(token) != stem) {
                    continue;
                }
                const std::size_t edits = distances_.of(typed, token.text, kMaxTokenBytes);
                if (edits < best_distance) {
                    best = token.text;
                    best_distance = edits;
                }
            }
        }
        return best;
    }

    // Two words of the index that were run together; of several ways the one with the commonest.
    std::optional<std::string> parted(const std::string& word) {
        std::optional<std::string> best;
        Xapian::doccount best_frequency = 0;
        for (std::size_t i = kLeastPart; i + kLeastPart <= word.size(); ++i) {
            const std::string pair = word.substr(0, i) + " " + word.substr(i);
            Xapian::doccount frequency = UINT32_MAX;
            for (const Token& token : tools_.analyzer.analyze(pair)) {
                frequency = std::min(frequency,
                                     tools_.index.frequency(std::string(tools_.terms.term(token))));
            }
            if (frequency > best_frequency) {
                best = pair;
                best_frequency = frequency;
            }
        }
        return best;
    }

    // Words may be further apart than their stems: "losses" and "lost".
    bool may_be_meant(const std::string& word, const std::string& typed) {
        const std::size_t limit = typed.size() >= kManyLetters ? 2 : 1;
        return distances_.of(without_plural(typed), without_plural(word), limit) <= limit;
    }

    const UnderstandingTools& tools_;
    Distances distances_;
    std::map<std::string, std::vector<Candidate>> nearest_;  // by term
};

// Whether a word is translated only as a name is, by its sound, which any letters have.
bool is_by_sound(const QueryConcept& named, const QueryTerm& term, const Dictionary& dictionary) {
    return std::holds_alternative<TranslationMeaning>(named.is) && named.covers.size() == 1 &&
           dictionary.of_english({term.term}).empty();
}

// Whether a word is to be looked at: it names nothing known, and no article holds it.
bool may_be_misspelt(const QueryTerm& term, const UnderstoodQuery& query,
                     const UnderstandingTools& tools) {
    if (term.prefix || term.kind != TokenKind::word || !is_latin(term.word) ||
        term.word.size() < kLeastLetters || tools.index.holds(term.term)) {
        return false;
    }
    return std::none_of(query.concepts.begin(), query.concepts.end(),
                        [&](const QueryConcept& named) {
                            return named.span.contains(term.span) &&
                                   !is_by_sound(named, term, tools.domain.dictionary);
                        });
}

}  // namespace

void want_corrections(const UnderstoodQuery& query, const UnderstandingTools& tools) {
    Speller speller(tools);
    for (const QueryTerm& term : query.terms) {
        if (may_be_misspelt(term, query, tools)) speller.look_for(term);
    }
}

UnderstoodQuery with_corrections(UnderstoodQuery query, const QueryAtHand& at_hand) {
    Speller speller(at_hand.tools);
    std::vector<const QueryTerm*> misspelt;
    for (const QueryTerm& term : query.terms) {
        if (!may_be_misspelt(term, query, at_hand.tools)) continue;
        misspelt.push_back(&term);
        speller.look_for(term);
    }
    if (!misspelt.empty()) at_hand.tools.index.flush();
    for (const QueryTerm* term : misspelt) {
        if (auto word = speller.correct(*term)) {
            query.corrections.push_back({term->span, std::move(*word)});
        }
    }
    return query;
}

UnderstoodQuery with_spellings(UnderstoodQuery query, const QueryAtHand& at_hand) {
    const UnderstandingTools& tools = at_hand.tools;
    const auto held = [&](const QueryTerm& term) {
        return term.prefix ? !term.forms.empty() : tools.index.holds(term.term);
    };
    if (!at_hand.expand.spelling || std::none_of(query.terms.begin(), query.terms.end(), held)) {
        return query;
    }
    for (const Correction& correction : query.corrections) {
        QueryConcept spelt{
            SpellingMeaning{{alternative_of(correction.word, tools.analyzer, tools.terms)}},
            correction.span, correction.word};
        for (std::size_t i = 0; i < query.terms.size(); ++i) {
            if (query.terms[i].span == correction.span) spelt.covers.push_back(i);
        }
        query.concepts.push_back(std::move(spelt));
    }
    return query;
}

std::string corrected(const std::string& query, const std::vector<Correction>& corrections) {
    std::string text;
    std::size_t at = 0;
    for (const Correction& correction : corrections) {
        if (correction.span.begin < at)
            continue;  // a part of a word with hyphens that is corrected
        text.append(query, at, correction.span.begin - at).append(correction.word);
        at = correction.span.end;
    }
    return text.append(query, at);
}

}  // namespace sinodex
