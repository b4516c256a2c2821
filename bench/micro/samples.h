// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

// The micro benchmarks work on these: invented, the same each time, nothing read from outside.
const std::vector<Article>& english_articles();  // 200, about 0.4 MB
std::string chinese_text();                      // about 60 kB, in sentences and paragraphs

}  // namespace sinodex
