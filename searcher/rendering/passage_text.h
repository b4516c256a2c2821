// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "searcher/rendering/text.h"
#include "searcher/rendering/text_parts.h"

namespace sinodex {

// Prints a hit's passage, its matches marked, and behind it what to cite it by. A long passage is
// cut down to its best sentences, with " ... " for what is left out. The passages around it have a
// bar at their left.
void render_passage(const SearchHit& hit, std::size_t indent, const TextStyle& style,
                    std::ostream& out);

}  // namespace sinodex
