// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "searcher/api/facets.h"
#include "searcher/api/figures.h"
#include "searcher/api/related.h"
#include "searcher/api/timeline.h"
#include "searcher/rendering/text.h"

namespace sinodex {

// Views for people. Bars are of Unicode's block characters and keep to the width. Nothing is
// printed of a view without articles.

// Each facet with a bar, a count, a name and the filter to paste into a query for each value.
void render_text(const Facets& view, const TextStyle& style, std::ostream& out);

// A bar for each month from the first to the last; of more than six empty ones in a row, their
// number.
void render_text(const Timeline& view, const TextStyle& style, std::ostream& out);

// Each entity with how often it is mentioned here and elsewhere, and a passage that does.
void render_text(const RelatedEntities& view, const TextStyle& style, std::ostream& out);

// Each group with how far its sources agree, each value with the sentence that gives it, its time,
// and what to cite it by.
void render_text(const Figures& view, const TextStyle& style, std::ostream& out);

}  // namespace sinodex
