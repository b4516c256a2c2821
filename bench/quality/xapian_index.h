#pragma once

#include <memory>
#include <string>

#include "bench/quality/text_index.h"

namespace sinodex {

// Xapian as its manual shows it: TermGenerator with English stems, and n-grams for Chinese, all
// terms of the query joined by OR, BM25Weight with its default parameters. The database is made in
// `folder`, which must not be there yet. Throws Error (output) when that fails.
std::unique_ptr<TextIndex> make_xapian_index(const std::string& folder);

std::string xapian_version();

}  // namespace sinodex
