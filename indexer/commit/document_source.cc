// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/document_source.h"

#include <algorithm>
#include <utility>

namespace sinodex {

Renumbering::Renumbering(Xapian::doccount documents, DocumentNumbers deleted)
    : deleted_(std::move(deleted)),
      documents_(documents - static_cast<Xapian::doccount>(deleted_.size())) {}

Xapian::docid Renumbering::operator()(Xapian::docid document) const {
    if (deleted_.empty()) return document;
    const auto at = std::lower_bound(deleted_.begin(), deleted_.end(), document);
    if (at != deleted_.end() && *at == document) return 0;
    return document - static_cast<Xapian::docid>(at - deleted_.begin());
}

}  // namespace sinodex
