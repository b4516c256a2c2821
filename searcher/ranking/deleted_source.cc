// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/deleted_source.h"

#include <algorithm>

namespace sinodex {

void DeletedSource::init(const Xapian::Database& database) {
    deleted_ = &index_.segment_of(database).deleted;
    at_ = 0;
    started_ = false;
}

void DeletedSource::next(double) {
    if (started_) ++at_;
    started_ = true;
}

void DeletedSource::skip_to(Xapian::docid document, double) {
    const auto from = deleted_->begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(from, deleted_->end(), document) -
                                   deleted_->begin());
    started_ = true;
}

}  // namespace sinodex
