// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace sinodex {

// A line on a terminal that tells what goes on, in place of the last one; an empty one takes it
// away. Elsewhere nothing is written.
void show_progress(const std::string& what);

}  // namespace sinodex
