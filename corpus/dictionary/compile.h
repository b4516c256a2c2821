// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "corpus/dictionary/cedict.h"

namespace sinodex {

// A dictionary as a database stores it, for Dictionary to read: some 4 MB of all CC-CEDICT.
std::string compile_dictionary(const std::vector<CedictEntry>& entries);

}  // namespace sinodex
