// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpus/article.h"
#include "corpus/entities/knowledge.h"

namespace sinodex {

// Says whose an amount is, and what for, as somebody labelled it.
struct FigureLabelled {
    ByteRange range;                  // of the text
    std::vector<std::string> owners;  // ids, each of which has it; none: it is no one entity's
    std::vector<std::string> whats;   // as Figure::what, each as good; none where it is not judged
};

// A text in which every amount but durations is labelled.
struct LabelledFigures {
    std::string id;
    std::string kind;       // of trap: total, comparison, ...
    std::string published;  // YYYY-MM-DD; may be empty
    std::string title;      // may be empty
    std::string text;       // without marks
    std::vector<FigureLabelled> labels;
};

// Reads a JSON object a line with the members id, kind, published, title and text, of which all but
// id and text may be missing. An amount of the text is marked as [surface|F OWNER WHAT]:
//
//   OWNER   an entity's id; several parted by +, where each of them has it; - for nobody's
//   WHAT    what it is, with _ for a space; several parted by /, where each is as good; * where
//   that
//           is not judged
//
// Throws Error(input) that names file and line for what cannot be read, malformed marks, an id that
// the knowledge lacks, and a text's id that comes twice. Thread-safe.
std::vector<LabelledFigures> read_labelled_figures(const std::string& path,
                                                   const Knowledge& knowledge);

}  // namespace sinodex
