#pragma once

#include <vector>

#include "corpus/article.h"

namespace sinodex {

// What is left of the paragraphs of an article's text without its title and debris, in their order:
// what is divided into passages, but for boilerplate.
std::vector<ByteRange> content_paragraphs(const Article& article);

}  // namespace sinodex
