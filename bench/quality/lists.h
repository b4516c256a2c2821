// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// The parts of a list that commas outside parentheses separate: "AP,nDCG(dcg='exp-log2')@10" has
// two, and so has "a,".
std::vector<std::string> split_list(std::string_view list);

}  // namespace sinodex
