// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/record.h"
#include "searcher/api/hit.h"

namespace sinodex {

// Fills in the passages before and after a hit's, `count` on each side where the article has so
// many, across the borders of sections. `document` holds `record`, and the hit is its passage
// `number`.
void add_neighbours(const IndexReader& index, Xapian::docid document, const Record& record,
                    std::uint32_t number, std::uint32_t count, SearchHit& hit);

}  // namespace sinodex
