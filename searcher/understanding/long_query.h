// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"

namespace sinodex {

// A text that is read for its most telling words; what is behind so many bytes is passed over.
inline constexpr std::size_t kMaxPastedBytes = 64U * 1024;

// How much a term tells of articles: its inverse document frequency, 0 where no article holds it.
double how_telling(const std::string& term, const Xapian::Database& database);

// The most telling words of a text, each once and in their order, with spaces between: at most so
// many and of so many bytes together. A word that the text says up to three times tells more.
std::string most_telling_words(std::string_view text, std::size_t most, std::size_t most_bytes,
                               Analyzer& analyzer, TermMaker& terms,
                               const Xapian::Database& database);

}  // namespace sinodex
