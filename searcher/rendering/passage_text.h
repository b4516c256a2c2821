#pragma once

#include <ostream>

#include "searcher/rendering/text.h"

namespace sinodex {

// What is printed before and after parts of a text; empty without colours, but for the marks.
struct Paint {
    std::string_view title, dim, end;
    std::string_view word, other, mark_end;  // matching words, and the same in other words
};

const Paint& paint_of(const TextStyle& style);

// A hit's passage, its matches marked. Of a long passage only the best sentences are printed, with
// " ... " for what is left out. The passages around it have a bar at their left.
void render_passage(const SearchHit& hit, std::size_t indent, const TextStyle& style,
                    std::ostream& out);

}  // namespace sinodex
