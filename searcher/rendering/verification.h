// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "searcher/api/verification.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/text.h"

namespace sinodex {

// A verification for people: the verdict, then each place, marked where the quotation stands, or
// with a word diff from the article's text to the quotation: [-dropped-] {+added+}.
void render_text(const Verification& verification, const TextStyle& style, std::ostream& out);

// As a JSON object.
void render_json(const Verification& verification, JsonLayout layout, std::ostream& out);

}  // namespace sinodex
