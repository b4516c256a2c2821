#include "searcher/understanding/understand.h"

#include <algorithm>

#include "searcher/understanding/concepts.h"
#include "searcher/understanding/conditions.h"
#include "searcher/understanding/scoring_tokens.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

class Terms {
 public:
    Terms(const ParsedQuery& query, const UnderstandingTools& tools, UnderstoodQuery& understood)
        : query_(query), tools_(tools), result_(understood) {}

    void collect() {
        collect_terms(query_.root);
        drop_common_words();
        if (result_.terms.size() > kMaxTerms) {
            result_.warnings.push_back(
                {query_.root.span, "only the first 64 words were searched for"});
            result_.terms.resize(kMaxTerms);
        }
    }

 private:
    void collect_terms(const QueryNode& node) {
        if (node.kind == Kind::excluded || node.kind == Kind::field) return;
        if (node.kind == Kind::words || node.kind == Kind::phrase) add_terms(node);
        for (const QueryNode& child : node.children) collect_terms(child);
    }

    void add_terms(const QueryNode& node) {
        const auto text_begin = static_cast<std::uint32_t>(
            std::max<std::size_t>(query_.text.find(node.text, node.span.begin), node.span.begin));
        const std::vector<Token>& tokens = tools_.analyzer.analyze(node.text);
        for (const Token* token : scoring_tokens(tokens)) add_term(*token, text_begin);
        const std::uint32_t last = tokens.empty() ? 0 : tokens.back().position;
        position_ += last + 2;  // a gap, so that the words of two nodes are no neighbours
    }

    void add_term(const Token& token, std::uint32_t text_begin) {
        const std::string_view term = tools_.terms.term(token);
        for (QueryTerm& known : result_.terms) {
            if (known.term == term) {
                ++known.count;
                return;
            }
        }
        result_.terms.push_back({std::string(term),
                                 std::string(token.text),
                                 token.kind,
                                 {token.range.begin + text_begin, token.range.end + text_begin},
                                 position_ + token.position,
                                 1});
    }

    void drop_common_words() {
        auto& terms = result_.terms;
        const auto common = [](const QueryTerm& term) { return is_common_word(term.word); };
        if (!std::all_of(terms.begin(), terms.end(), common)) std::erase_if(terms, common);
    }

    const ParsedQuery& query_;
    const UnderstandingTools& tools_;
    UnderstoodQuery& result_;
    std::uint32_t position_ = 0;
};

}  // namespace

UnderstoodQuery understand(const ParsedQuery& query, const UnderstandingTools& tools, bool expand) {
    UnderstoodQuery understood;
    understood.warnings = query.warnings;
    understood.condition = condition_of(query, tools, understood);
    Terms(query, tools, understood).collect();
    if (expand) add_concepts(query, tools, understood);
    return understood;
}

}  // namespace sinodex
