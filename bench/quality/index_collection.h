// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "bench/quality/collection.h"

namespace sinodex {

// Makes a Sinodex database of a collection and returns its path: in the folder `kept`, under the
// collection's name and only brought up to date if it is there already, or, where `kept` is empty,
// at `fresh`; with `dictionary`, a file, unless it is empty. Throws what indexing throws, and Error
// (output) when the folder cannot be made.
std::string index_collection(const Collection& collection, const std::string& kept,
                             const std::string& fresh, const std::string& dictionary);

}  // namespace sinodex
