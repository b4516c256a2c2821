// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "searcher/ranking/weights.h"

namespace sinodex {

// Puts new values into the text of the table of weights (searcher/ranking/weights.inc), to two
// significant digits or so: only the second column of its rows changes. Throws Error (input) when a
// row is missing or cannot be read.
std::string with_weights(std::string table, const Weights& weights);

// The same with the file at `path`, replaced as a whole. Throws Error: input, output.
void write_weights(const std::string& path, const Weights& weights);

}  // namespace sinodex
