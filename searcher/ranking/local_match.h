// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/index_reader.h"
#include "searcher/ranking/match_query.h"
#include "searcher/ranking/search_bounds.h"
#include "searcher/ranking/weights.h"

namespace sinodex {

// An article, or a section of one, that matches.
struct RankedArticle {
    Xapian::docid document = 0;
    double score = 0;  // BM25 with the title's part; 0 when nothing scores
};

// How much of what a term counts that is there for ever so many times count, in a document of some
// length: Xapian's BM25Weight. Whoever asks much keeps a copy of its own: scores are numbers as its
// own are, and with each that is stored the compiler would read these anew.
class TermShare {
 public:
    TermShare(const Weights& weights, double average_length);

    double of(std::uint32_t frequency, std::uint32_t length) const {
        const double relative = std::max(length * by_average_length_, min_length_);
        const double times = frequency;
        return times / (k1_ * (relative * b_ + (1 - b_)) + times);
    }
    // For ever so many.
    double most() const { return k1_ + 1; }

 private:
    double k1_, b_, min_length_;
    double by_average_length_;
};

// Runs a query over the lists of postings of an index on this machine. What it finds and how it
// weighs that is what Xapian's matcher with its BM25Weight does, but for the last bits of sums, in
// a third of the time: each list is read once, and from where it lies. Scores that differ in their
// last bits only are ties, which are ordered by the articles' ids. Good for one search.
class LocalMatch {
 public:
    // Whether it knows all that a query and an index consist of.
    static bool can_run(const MatchQuery& query, const IndexReader& index);

    // Refers to the index.
    LocalMatch(const IndexReader& index, MatchQuery query, const Weights& weights,
               SearchBounds bounds);

    // The articles of ranks first .. first + count - 1. Throws Error (interrupted) at the bounds.
    std::vector<RankedArticle> get(std::size_t first, std::size_t count);

    // How many documents match. Known after the first get.
    Xapian::doccount matches() const { return matches_; }

 private:
    // By their numbers in a segment, ascending; and with what they score.
    using Numbers = std::vector<std::uint32_t>;
    struct Found {
        double score;
        Xapian::docid document;  // of the whole index
    };
    // Where a term, or several that are weighed as one, stands in a document, and how often.
    using Occurrence = std::pair<std::uint32_t, std::uint32_t>;
    using Occurrences = std::vector<Occurrence>;

    void take_apart(const MatchQuery& query);
    void run(std::size_t most);
    void run(std::size_t segment, std::size_t most);
    void keep(double score, std::uint32_t own, std::size_t segment, std::size_t most);
    void keep_good(double score, std::uint32_t own, std::size_t segment, std::size_t most);
    std::size_t room_for(std::size_t most) const;
    void drop_worst(std::size_t most);
    void order(std::size_t count);
    void order_ties(std::size_t from, std::size_t count, std::size_t to);
    void order_by_id(std::size_t from, std::size_t wanted, std::size_t to);
    std::string_view id_of(Xapian::docid document) const;

    Numbers documents(const PostingTable& table, const MatchQuery& query) const;
    Numbers documents_among(const PostingTable& table, const MatchQuery& query,
                            const Numbers& among) const;
    Occurrences occurrences(const PostingTable& table, const MatchQuery& query) const;
    template <typename Add>
    void weigh(const PostingTable& table, const MatchQuery& query, double factor,
               const Numbers* among, Add& add) const;
    double term_weight(double documents, unsigned count, double factor) const;

    const IndexReader& index_;
    MatchQuery query_;
    SearchBounds bounds_;
    double documents_;
    TermShare share_;

    const MatchQuery* must_ = nullptr;          // says what matches; else:
    const MatchQuery* base_ = nullptr;          // which scores as well
    std::vector<const MatchQuery*> besides_{};  // these only score

    std::vector<Found> found_;
    std::size_t complete_ = 0;  // so many ranks, at least, are among these
    std::size_t ordered_ = 0;   // so many of them are in order
    double least_ = 0;          // what scores less is not among the first `complete_`
    std::size_t room_ = 0;      // so many of them are kept, then the worst are dropped
    Xapian::doccount matches_ = 0;
    bool has_run_ = false;
};

}  // namespace sinodex
