// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/vocabulary.h"

#include <cmath>
#include <string>

#include "corpus/schema/fields.h"
#include "searcher/ranking/article_terms.h"

namespace sinodex {

Vocabulary::Vocabulary(const Xapian::Database& database)
    : database_(database),
      articles_(database.get_doccount()),
      average_article_length_(database.get_avlength()) {
    const double passages = static_cast<double>(
        database.get_collection_freq(std::string(info(Field::passages).prefix)));
    const double terms = average_article_length_ * articles_;
    average_passage_length_ = passages > 0 ? terms / passages : 1;
    const double chinese = database.get_termfreq(chinese_articles_term());
    const double share = articles_ > 0 ? chinese / articles_ : 0;
    average_passage_size_ = average_passage_length_ / (1 + share * (kTokensAWord - 1));
}

Vocabulary::Vocabulary(const IndexReader& index) : Vocabulary(index.database()) { index_ = &index; }

double Vocabulary::idf_of(double articles) const {
    return std::log(1 + (articles_ - articles + 0.5) / (articles + 0.5));
}

void Vocabulary::measure(std::uint32_t number) {
    const std::string& term = numbers_.term(number);
    idf_.push_back(
        idf_of(index_ != nullptr ? index_->counted_frequency(term) : database_.get_termfreq(term)));
}

bool Vocabulary::trim() {
    if (!numbers_.is_full()) return false;
    numbers_.clear();
    idf_.clear();
    return true;
}

}  // namespace sinodex
