// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/terms_source.h"

#include <algorithm>

namespace sinodex {

void TermsSource::init(const Xapian::Database& database) {
    documents_.clear();
    for (const std::string& term : *terms_) {
        documents_.insert(documents_.end(), database.postlist_begin(term),
                          database.postlist_end(term));
    }
    std::sort(documents_.begin(), documents_.end());
    documents_.erase(std::unique(documents_.begin(), documents_.end()), documents_.end());
    at_ = 0;
    started_ = false;
}

void TermsSource::next(double) {
    if (started_) ++at_;
    started_ = true;
}

void TermsSource::skip_to(Xapian::docid document, double) {
    const auto from = documents_.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(from, documents_.end(), document) -
                                   documents_.begin());
    started_ = true;
}

std::string TermsSource::get_description() const {
    return "one of " + std::to_string(terms_->size()) + " terms";
}

}  // namespace sinodex
