// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/term_ids.h"

namespace sinodex {

// The terms that a session meets, numbered, and how rare they are among the database's articles.
// Not thread-safe.
class Vocabulary {
 public:
    explicit Vocabulary(const Xapian::Database& database);
    // Refers to the index.
    explicit Vocabulary(const IndexReader& index);

    // The number of a token's index term, and of a term.
    std::uint32_t number(const Token& token) { return known(numbers_.number(token)); }
    std::uint32_t number_of_term(std::string_view term) {
        return known(numbers_.number_of_term(term));
    }

    // A token's index term. Valid until trim().
    const std::string& term(const Token& token) { return term_of(number(token)); }

    // The term of a number. Valid until trim().
    const std::string& term_of(std::uint32_t number) const { return numbers_.term(number); }

    // Inverse document frequency, always positive: log(1 + (N - n + 0.5) / (n + 0.5)), with n of N
    // articles holding the term (Robertson and Sparck Jones 1976, as Lucene smooths it).
    double idf(std::uint32_t number) const { return idf_[number]; }
    // Returns the idf of something that so many articles hold.
    double idf_of(double articles) const;

    // Numbers are below this.
    std::uint32_t size() const { return numbers_.size(); }

    // Returns what the index counts for a passage on average: the terms of all articles, titles
    // included, by the number of passages.
    double average_passage_length() const { return average_passage_length_; }

    // Returns the same in words of English, as ArticleTerms counts them: where some of the articles
    // are Chinese, their tokens are more.
    double average_passage_size() const { return average_passage_size_; }

    // Returns what the index counts for an article on average.
    double average_article_length() const { return average_article_length_; }

    // Forgets everything when too much is known; true when it did, and numbers are void.
    bool trim();

 private:
    std::uint32_t known(std::uint32_t number) {
        if (number == idf_.size()) measure(number);
        return number;
    }
    void measure(std::uint32_t number);

    Xapian::Database database_;
    const IndexReader* index_ = nullptr;  // of that database, where it is one of ours
    double articles_;
    double average_article_length_;
    double average_passage_length_;
    double average_passage_size_;
    TermIds numbers_;
    std::vector<double> idf_;  // by number
};

}  // namespace sinodex
