// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/deleted_source.h"

#include <algorithm>

#include "corpus/schema/fields.h"

namespace sinodex {
namespace {

const DocumentNumbers& deleted_in(const IndexReader& index, const Xapian::Database& database) {
    static const DocumentNumbers none;
    const std::string folder = database.get_metadata(std::string(kMetaSegment));
    for (const Segment& segment : index.segments()) {
        if (segment.folder == folder) return segment.deleted;
    }
    return none;
}

}  // namespace

void DeletedSource::init(const Xapian::Database& database) {
    deleted_ = &deleted_in(index_, database);
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
