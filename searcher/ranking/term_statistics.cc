#include "searcher/ranking/term_statistics.h"

#include <cmath>

#include "corpus/schema/fields.h"

namespace sinodex {
namespace {

constexpr std::size_t kMaxKnown = 1'000'000;

}  // namespace

TermStatistics::TermStatistics(const Xapian::Database& database)
    : database_(database), articles_(database.get_doccount()) {
    const double passages = static_cast<double>(
        database.get_collection_freq(std::string(info(Field::passages).prefix)));
    const double terms = database.get_avlength() * articles_;
    average_passage_length_ = passages > 0 ? terms / passages : 1;
}

double TermStatistics::idf(std::string_view term) {
    const auto found = known_.find(term);
    if (found != known_.end()) return found->second;
    if (known_.size() >= kMaxKnown) known_.clear();
    const std::string key(term);
    const double holding = database_.get_termfreq(key);
    const double value = std::log(1 + (articles_ - holding + 0.5) / (holding + 0.5));
    return known_.emplace(key, value).first->second;
}

}  // namespace sinodex
