// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "searcher/rendering/text.h"
#include "searcher/rendering/text_parts.h"

namespace sinodex {

// A hit's passage, its matches marked. Of a long passage only the best sentences are printed, with
// " ... " for what is left out. Behind it stands what to cite it by. The passages around it have a
// bar at their left.
void render_passage(const SearchHit& hit, std::size_t indent, const TextStyle& style,
                    std::ostream& out);

}  // namespace sinodex
