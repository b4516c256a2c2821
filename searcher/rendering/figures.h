#pragma once

#include <ostream>
#include <string>

#include "searcher/rendering/text.h"
#include "searcher/views/figures.h"

namespace sinodex {

// Figures for people: each group with how far its sources agree, each value with the sentence that
// gives it, its time, and what to cite it by.
void render_text(const Figures& figures, const TextStyle& style, std::ostream& out);

// As a JSON object, over several lines, or in one. `qid` of a batch is left out where empty.
void render_json(const Figures& figures, const std::string& qid, std::ostream& out);
void render_jsonl(const Figures& figures, const std::string& qid, std::ostream& out);

}  // namespace sinodex
