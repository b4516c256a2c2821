// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/here_source.h"

namespace sinodex {

void HereSource::init(const Xapian::Database& database) {
    const bool here = index_.segment_of(database).remote == nullptr;
    count_ = here ? database.get_doccount() : 0;
    last_ = here ? database.get_lastdocid() : 0;
    at_ = 0;
}

}  // namespace sinodex
