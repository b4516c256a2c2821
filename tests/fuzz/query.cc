// SPDX-License-Identifier: GPL-2.0-or-later

// A query, and what its fields of amounts and dates would hold.

#include "corpus/quantities/amount_query.h"
#include "corpus/quantities/date_query.h"
#include "searcher/query/parser.h"
#include "tests/fuzz/fuzz.h"

namespace sinodex {
namespace {

using namespace fuzz;

void require_sound(const QueryNode& node, ByteRange parent, int depth) {
    require(depth <= 4 * kMaxNesting, "a tree is no deeper than it may be");
    require(parent.contains(node.span), "a node lies in its parent");
    for (const QueryNode& child : node.children) require_sound(child, node.span, depth + 1);
}

void require_sound(const ParsedQuery& query) {
    const auto size = static_cast<std::uint32_t>(query.text.size());
    require(size <= kMaxQueryBytes, "a query is cut where it is too long");
    require_sound(query.root, {0, size}, 0);
    require(!to_string(query.root).empty(), "a tree can be shown");
    for (const QueryWarning& warning : query.warnings) {
        require(ByteRange{0, size}.contains(warning.span), "a warning points into the query");
        require(!warning.message.empty(), "a warning says something");
    }
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sinodex;
    const std::string_view bytes = fuzz::bytes_of(data, size);
    require_sound(parse_query(bytes));
    require_sound(parse_words(bytes));
    fuzz::accepts([&] { parse_amount_query(bytes); });
    fuzz::accepts([&] { parse_date_query(bytes); });
    return 0;
}
