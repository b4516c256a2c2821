// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace sinodex {

// The text of lucene/LuceneBench.java.
extern const std::string_view kLuceneSource;

}  // namespace sinodex
