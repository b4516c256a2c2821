// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/query/parse_cases.h"

#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace sinodex::testing {
namespace {

std::vector<std::string> warnings_of(const ParsedQuery& parsed) {
    std::vector<std::string> lines;
    for (const QueryWarning& warning : parsed.warnings) {
        lines.push_back(std::string(slice(parsed.text, warning.span)) + ": " + warning.message);
    }
    return lines;
}

}  // namespace

void expect_parsed(const std::vector<ParseCase>& cases) {
    for (const ParseCase& one : cases) {
        const ParsedQuery parsed = parse_query(one.query);
        EXPECT_EQ(to_string(parsed.root), one.tree) << one.query;
        EXPECT_EQ(warnings_of(parsed), one.warnings) << one.query;
    }
}

}  // namespace sinodex::testing
