// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "corpus/article.h"

namespace sinodex {

// Returns the paragraphs of an article's text without its title and debris, in their order: they
// are divided into passages, but for boilerplate. A line
// at the top of one that is the title again is a paragraph of its own.
std::vector<ByteRange> content_paragraphs(const Article& article);

}  // namespace sinodex
