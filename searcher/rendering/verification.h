#pragma once

#include <ostream>

#include "searcher/api/verification.h"
#include "searcher/rendering/text.h"

namespace sinodex {

// A verification for people: the verdict, then each place, marked where the quotation stands, or
// with a word diff from the article's text to the quotation: [-dropped-] {+added+}.
void render_text(const Verification& verification, const TextStyle& style, std::ostream& out);

// As a JSON object, over several lines, or in one.
void render_json(const Verification& verification, std::ostream& out);
void render_jsonl(const Verification& verification, std::ostream& out);

}  // namespace sinodex
