// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sinodex::testing {

// A query and what parse_query() makes of it.
struct ParseCase {
    std::string query;
    std::string tree;                        // as to_string() prints it
    std::vector<std::string> warnings = {};  // "part of the query: message", in order
};

// Fails the test for each case that is parsed otherwise.
void expect_parsed(const std::vector<ParseCase>& cases);

}  // namespace sinodex::testing
