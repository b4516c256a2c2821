// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "searcher/query/parser.h"
#include "searcher/understanding/long_query.h"
#include "searcher/understanding/scoring_tokens.h"
#include "searcher/understanding/steps.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

class Terms {
 public:
    Terms(const QueryAtHand& at_hand, UnderstoodQuery query)
        : query_(at_hand.parsed),
          tools_(at_hand.tools),
          prefixes_(at_hand.prefixes),
          result_(std::move(query)) {}

    UnderstoodQuery collect() && {
        collect_terms(query_.root, 1);
        drop_common_words();
        if (result_.terms.size() > kMaxTerms) {
            result_.warnings.push_back(
                {query_.root.span, "only the 64 most telling words were searched for"});
            keep_telling();
        }
        return std::move(result_);
    }

 private:
    void collect_terms(const QueryNode& node, double outer) {
        if (node.kind == Kind::excluded || node.kind == Kind::field) return;
        const double weight = std::clamp(outer * node.weight, kMinWeight, kMaxWeight);
        if (node.kind == Kind::words || node.kind == Kind::phrase) add_terms(node, weight);
        for (const QueryNode& child : node.children) collect_terms(child, weight);
    }

    void add_terms(const QueryNode& node, double weight) {
        const auto text_begin = static_cast<std::uint32_t>(
            std::max<std::size_t>(query_.text.find(node.text, node.span.begin), node.span.begin));
        const std::vector<Token>& tokens = tools_.analyzer.analyze(node.text);
        for (const Token* token : scoring_tokens(tokens)) {
            QueryTerm term;
            term.word = token->text;
            term.kind = token->kind;
            term.span = {token->range.begin + text_begin, token->range.end + text_begin};
            term.position = position_ + token->position;
            term.weight = weight;
            term.prefix = is_beginning(node, *token, tokens);
            if (term.prefix) {
                term.term = term.word + "*";
                term.forms = prefixes_.of(term.word, "", true, node.span, result_.warnings);
            } else {
                term.term = tools_.terms.term(*token);
            }
            add_term(std::move(term));
        }
        const std::uint32_t last = tokens.empty() ? 0 : tokens.back().position;
        position_ += last + 2;  // a gap, so that the words of two nodes are no neighbours
    }

    void add_term(QueryTerm term) {
        for (QueryTerm& known : result_.terms) {
            if (known.term == term.term) {
                ++known.count;
                known.weight = std::max(known.weight, term.weight);
                return;
            }
        }
        result_.terms.push_back(std::move(term));
    }

    void drop_common_words() {
        auto& terms = result_.terms;
        const auto common = [this](const QueryTerm& term) {
            return !term.prefix && is_common_word(term.word) && !stands_out(term.span);
        };
        std::vector<ByteRange> dropped;
        for (const QueryTerm& term : terms) {
            if (common(term)) dropped.push_back(term.span);
        }
        // The pairs of characters inside of one go with it: 时候 of 什么时候.
        const auto goes = [&](const QueryTerm& term) {
            return std::any_of(dropped.begin(), dropped.end(),
                               [&](ByteRange word) { return word.contains(term.span); });
        };
        if (!std::all_of(terms.begin(), terms.end(), goes)) std::erase_if(terms, goes);
    }

    // The most telling ones stay, in their order.
    void keep_telling() {
        std::vector<double> tells;
        for (const QueryTerm& term : result_.terms) {
            const std::string& usual = term.forms.empty() ? term.term : term.forms.front();
            tells.push_back(term.count * term.weight * how_telling(usual, tools_.index.database()));
        }
        std::vector<double> sorted = tells;
        std::nth_element(sorted.begin(), sorted.begin() + kMaxTerms, sorted.end(), std::greater());
        const double least = sorted[kMaxTerms];
        std::size_t i = 0;
        std::erase_if(result_.terms, [&](const QueryTerm&) { return tells[i++] < least; });
        if (result_.terms.size() > kMaxTerms) result_.terms.resize(kMaxTerms);
    }

    // Whether a word is in capitals and others are not: WHO advice.
    bool stands_out(ByteRange span) const {
        const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
        const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
        const std::string_view all = query_.text;
        const std::string_view word = all.substr(span.begin, span.size());
        return word.size() > 1 && std::all_of(word.begin(), word.end(), is_capital) &&
               std::any_of(all.begin(), all.end(), is_small);
    }

    const ParsedQuery& query_;
    const UnderstandingTools& tools_;
    Prefixes& prefixes_;
    UnderstoodQuery result_;
    std::uint32_t position_ = 0;
};

}  // namespace

UnderstoodQuery with_terms(UnderstoodQuery query, const QueryAtHand& at_hand) {
    return Terms(at_hand, std::move(query)).collect();
}

}  // namespace sinodex
