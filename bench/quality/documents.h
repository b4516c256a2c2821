// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "bench/quality/collection.h"

namespace sinodex {

// Reads articles as sinodex-index does: the same readers, the same passages, and of an id that
// comes twice the last one. What had to be left out is told in `notes`. Throws Error(input) when
// nothing can be read.
std::vector<BenchDocument> read_documents(const std::string& path, std::vector<std::string>& notes);

}  // namespace sinodex
