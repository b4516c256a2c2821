// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/newer_source.h"

#include "corpus/schema/fields.h"

namespace sinodex {

void NewerSource::init(const Xapian::Database& database) {
    const auto slot = static_cast<Xapian::valueno>(info(Field::revision).slot);
    const Revision since = index_.own_revision(index_.segment_of(database), since_);
    least_ = Xapian::sortable_serialise(since + 1.0);
    documents_ = database.get_value_freq(slot);
    at_ = database.valuestream_begin(slot);
    end_ = database.valuestream_end(slot);
    started_ = false;
}

void NewerSource::find() {
    while (at_ != end_ && *at_ < least_) ++at_;
}

void NewerSource::next(double) {
    if (started_) ++at_;
    started_ = true;
    find();
}

void NewerSource::skip_to(Xapian::docid document, double) {
    at_.skip_to(document);
    started_ = true;
    find();
}

}  // namespace sinodex
