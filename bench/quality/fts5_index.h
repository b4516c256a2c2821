// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "bench/quality/text_index.h"

namespace sinodex {

// SQLite's FTS5, in memory: the porter tokenizer over unicode61, bm25() with its default
// parameters, the query's words quoted and joined by OR. unicode61 takes a whole run of Chinese
// for one word; so Chinese characters are indexed one by one and asked for as phrases of two, as
// is usual where one cannot add a tokenizer. Throws Error (output) when SQLite fails.
std::unique_ptr<TextIndex> make_fts5_index();

}  // namespace sinodex
