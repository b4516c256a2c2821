// SPDX-License-Identifier: GPL-2.0-or-later

// Tries what holds for every query on random ones from an alphabet that is all trouble.

#include <gtest/gtest.h>

#include "corpus/text/utf8.h"
#include "searcher/query/parser.h"
#include "tests/searcher/hostile_queries.h"

namespace sinodex {
namespace {

using testing::HostileQueries;

bool is_boundary(const std::string& text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

bool is_sound(ByteRange span, const std::string& text) {
    return span.begin <= span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
           is_boundary(text, span.end);
}

void expect_sound(const QueryNode& node, const ParsedQuery& parsed, int depth) {
    using Kind = QueryNode::Kind;
    ASSERT_TRUE(is_sound(node.span, parsed.text)) << parsed.text;
    ASSERT_LE(depth, 5 * kMaxNesting + 5) << parsed.text;
    const bool leaf =
        node.kind == Kind::words || node.kind == Kind::phrase || node.kind == Kind::field;
    const bool modifier = node.kind == Kind::required || node.kind == Kind::excluded;
    ASSERT_TRUE(!leaf || node.children.empty()) << parsed.text;
    ASSERT_TRUE(!modifier || node.children.size() == 1) << parsed.text;
    ASSERT_TRUE(node.weight >= kMinWeight && node.weight <= kMaxWeight) << parsed.text;
    if (node.kind == Kind::near) {
        ASSERT_TRUE(node.distance >= 1 && node.distance <= kMaxDistance) << parsed.text;
        ASSERT_TRUE(node.children.size() >= 2 && node.children.size() <= kMaxNearParts);
    }
    // A leaf's text stands within its span.
    ASSERT_TRUE(!leaf || slice(parsed.text, node.span).find(node.text) != std::string::npos)
        << parsed.text;
    for (const QueryNode& child : node.children) {
        ASSERT_TRUE(node.span.contains(child.span)) << parsed.text;
        ASSERT_NO_FATAL_FAILURE(expect_sound(child, parsed, depth + 1));
    }
}

TEST(ParseQueryProperties, HoldForAHundredThousandQueries) {
    HostileQueries queries(1);
    for (int i = 0; i < 100'000; ++i) {
        const std::string query = queries.next();
        ParsedQuery parsed;
        ASSERT_NO_THROW(parsed = parse_query(query)) << query;
        ASSERT_EQ(valid_utf8(parsed.text), parsed.text);
        ASSERT_EQ(parsed.root.kind, QueryNode::Kind::list);
        for (const QueryWarning& warning : parsed.warnings) {
            ASSERT_TRUE(is_sound(warning.span, parsed.text)) << query;
            ASSERT_FALSE(warning.message.empty());
        }
        ASSERT_NO_FATAL_FAILURE(expect_sound(parsed.root, parsed, 0));
    }
}

TEST(ParseQueryProperties, ParsingWhatWasParsedGivesTheSame) {
    HostileQueries queries(2);
    for (int i = 0; i < 5'000; ++i) {
        const ParsedQuery once = parse_query(queries.next());
        if (once.text.size() > kMaxQueryBytes) continue;  // replacements made it longer
        const ParsedQuery twice = parse_query(once.text);
        ASSERT_EQ(twice.text, once.text);
        ASSERT_EQ(to_string(twice.root), to_string(once.root));
    }
}

TEST(ParseQueryProperties, MonstersAreParsed) {
    for (const std::string& query : testing::monstrous_queries()) {
        const ParsedQuery parsed = parse_query(query);
        EXPECT_NO_FATAL_FAILURE(expect_sound(parsed.root, parsed, 0));
    }
}

}  // namespace
}  // namespace sinodex
