// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/lists.h"

namespace sinodex {

std::vector<std::string> split_list(std::string_view list) {
    std::vector<std::string> parts(1);
    int depth = 0;
    for (const char c : list) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && depth <= 0) {
            parts.emplace_back();
        } else {
            parts.back().push_back(c);
        }
    }
    return parts;
}

}  // namespace sinodex
