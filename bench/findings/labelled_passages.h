// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "bench/findings/marked_text.h"
#include "corpus/entities/knowledge.h"

namespace sinodex {

// A passage in which people have labelled what it mentions.
struct LabelledPassage {
    std::string id;
    std::string kind;       // of text: wire, blog, chinese, ...
    std::string published;  // YYYY-MM-DD, or less of it; may be empty
    MarkedText title;       // may be empty
    MarkedText text;
};

// Reads passages, a JSON object a line with the members id, kind, published, title and text; all
// but id and text may be missing. Title and text are marked as marked_text.h says, with ids of
// `knowledge`.
//
// Throws Error(input) that names file and line for what cannot be read, malformed markup, an id
// that the knowledge lacks, and a passage's id that comes twice. Thread-safe.
std::vector<LabelledPassage> read_labelled_passages(const std::string& path,
                                                    const Knowledge& knowledge);

}  // namespace sinodex
