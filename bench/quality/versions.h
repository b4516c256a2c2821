// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sinodex {

// The versions of all that a ranking depends on, by name: of Sinodex and of the libraries that it
// runs with.
std::vector<std::pair<std::string, std::string>> versions();

}  // namespace sinodex
