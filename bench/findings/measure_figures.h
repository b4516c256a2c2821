// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/findings/labelled_figures.h"

namespace sinodex {

// How the view of figures does on labelled texts. A figure is right when it is given to an owner of
// its label, for what the label says.
struct FigureCounts {
    std::string name;  // a kind of text; the first one: all
    std::size_t texts = 0;
    std::size_t owned = 0;        // labels that have an owner
    std::size_t nobodys = 0;      // those that have none
    std::size_t attributed = 0;   // figures that the view gives to somebody
    std::size_t right = 0;        // of them
    std::size_t right_owner = 0;  // of them, for whatever
    std::size_t found = 0;        // owned labels of which a figure is right

    double precision() const;  // 1 where nothing is attributed
    double recall() const;
};

struct FigureMistake {
    std::string text;  // its id
    std::string sentence;
    std::string value;
    std::string labelled;  // "alibaba: fine", "nobody's", "not labelled"
    std::string given;     // the same; "unattributed" for what was missed
};

struct FigureReport {
    std::vector<FigureCounts> groups;
    std::vector<FigureMistake> mistakes;  // in the order of the texts
};

// Indexes the texts, with what `entity_files` tell of entities, and looks at the figures of each.
// Throws what indexing throws.
FigureReport measure_figures(const std::vector<LabelledFigures>& texts,
                             const std::vector<std::string>& entity_files);

}  // namespace sinodex
