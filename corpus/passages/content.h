// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "corpus/article.h"

namespace sinodex {

// Returns the paragraphs of an article's text without its title and debris, in their order: they
// are divided into passages, but for boilerplate.
std::vector<ByteRange> content_paragraphs(const Article& article);

}  // namespace sinodex
