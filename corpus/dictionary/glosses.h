// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/dictionary/cedict.h"

namespace sinodex {

// Keeps of an entry's glosses what a text can be searched for.
struct EntryGlosses {
    // English phrases, the most usual sense first, each once: "to cooperate; to work together"
    // is {cooperate, work together}. Without what only explains (brackets, measure words, what
    // stands behind a name), and without what only surnames of one character have.
    std::vector<std::string> phrases;
    // Where an entry only points to another one (see, variant of): the Chinese of that.
    std::string see;
};

EntryGlosses glosses_of(const CedictEntry& entry);

}  // namespace sinodex
