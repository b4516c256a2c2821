// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "searcher/understanding/scoring_tokens.h"
#include "searcher/understanding/steps.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

bool overlap(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }

// Names what stands in for a word: a name, an amount, a time or other words that articles have.
bool stands_in(const QueryConcept& named, const IndexReader& index) {
    const auto exists = [&](const std::string& term) { return index.holds(term); };
    const auto others = alternatives_of(named);
    return std::any_of(named.terms.begin(), named.terms.end(), exists) ||
           std::any_of(others.begin(), others.end(), [&](const Alternative& other) {
               return std::all_of(other.terms.begin(), other.terms.end(), exists);
           });
}

class Missing {
 public:
    Missing(const ParsedQuery& query, const UnderstandingTools& tools,
            const UnderstoodQuery& understood)
        : query_(query), tools_(tools), understood_(understood) {}

    void visit(const QueryNode& node, bool excluded) {
        if (node.kind == Kind::field) return;
        excluded = excluded || node.kind == Kind::excluded;
        if ((node.kind == Kind::words || node.kind == Kind::phrase) && !node.prefix) {
            look_up(node, excluded);
        }
        for (const QueryNode& child : node.children) visit(child, excluded);
    }

    std::vector<ByteRange> result() && { return std::move(missing_); }

 private:
    // The parts of a longer Chinese word will do, and either spelling of e-commerce.
    void look_up(const QueryNode& node, bool excluded) {
        const auto begin = static_cast<std::uint32_t>(
            std::max<std::size_t>(query_.text.find(node.text, node.span.begin), node.span.begin));
        std::vector<ByteRange> held;
        std::vector<ByteRange> absent;
        for (const Token* token : scoring_tokens(tools_.analyzer.analyze(node.text))) {
            const std::string term(tools_.terms.term(*token));
            const bool known = is_common_word(token->text) || tools_.index.holds(term);
            (known ? held : absent)
                .push_back({token->range.begin + begin, token->range.end + begin});
        }
        for (const ByteRange range : absent) {
            const bool explained = std::any_of(
                held.begin(), held.end(), [&](ByteRange other) { return overlap(range, other); });
            if (!explained && (excluded || !is_replaced(range))) add(range);
        }
    }

    bool is_replaced(ByteRange range) const {
        return std::any_of(understood_.concepts.begin(), understood_.concepts.end(),
                           [&](const QueryConcept& named) {
                               return overlap(named.span, range) && stands_in(named, tools_.index);
                           });
    }

    void add(ByteRange range) {
        if (!missing_.empty() && overlap(missing_.back(), range)) {
            missing_.back().end = std::max(missing_.back().end, range.end);
        } else {
            missing_.push_back(range);
        }
    }

    const ParsedQuery& query_;
    const UnderstandingTools& tools_;
    const UnderstoodQuery& understood_;
    std::vector<ByteRange> missing_;
};

}  // namespace

UnderstoodQuery with_missing_words(UnderstoodQuery query, const QueryAtHand& at_hand) {
    Missing missing(at_hand.parsed, at_hand.tools, query);
    missing.visit(at_hand.parsed.root, false);
    query.missing = std::move(missing).result();
    return query;
}

}  // namespace sinodex
