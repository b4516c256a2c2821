// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/understand.h"

#include <algorithm>

#include "searcher/query/parser.h"
#include "searcher/query/tags.h"
#include "searcher/understanding/asked.h"
#include "searcher/understanding/concepts.h"
#include "searcher/understanding/condition_parts.h"
#include "searcher/understanding/conditions.h"
#include "searcher/understanding/long_query.h"
#include "searcher/understanding/missing.h"
#include "searcher/understanding/scoring_tokens.h"
#include "searcher/understanding/spelling.h"
#include "searcher/understanding/translations.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

class Terms {
 public:
    Terms(const ParsedQuery& query, const UnderstandingTools& tools, UnderstoodQuery& understood)
        : query_(query), tools_(tools), result_(understood) {}

    void collect() {
        collect_terms(query_.root, 1);
        drop_common_words();
        if (result_.terms.size() > kMaxTerms) {
            result_.warnings.push_back(
                {query_.root.span, "only the 64 most telling words were searched for"});
            keep_telling();
        }
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
                term.forms = tools_.prefixes->of(term.word, "", true, node.span);
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
        if (!std::all_of(terms.begin(), terms.end(), common)) std::erase_if(terms, common);
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
    UnderstoodQuery& result_;
    std::uint32_t position_ = 0;
};

// Where one of some words will do, so will what they name.
void widen(Condition& condition, const std::vector<QueryConcept>& concepts) {
    for (Condition& child : condition.children) widen(child, concepts);
    if (condition.kind != Condition::Kind::any || condition.wanted.size() == 0) return;
    for (const QueryConcept& named : concepts) {
        if (!condition.wanted.contains(named.span)) continue;
        for (const std::string& term : named.terms) {
            condition.children.push_back(term_condition(term));
        }
        for (const Alternative& other : named.alternatives) {
            std::vector<Condition> words;
            for (const std::string& term : other.terms) words.push_back(term_condition(term));
            condition.children.push_back(group_condition(Condition::Kind::all, std::move(words)));
        }
    }
    if (condition.children.size() == 1) {
        Condition only = std::move(condition.children.front());
        condition = std::move(only);
    }
}

}  // namespace

UnderstoodQuery understand(const ParsedQuery& query, const UnderstandingTools& given,
                           const Expansions& expand) {
    UnderstoodQuery understood;
    understood.warnings = query.warnings;
    understood.collapse = query.collapse;
    if (has_tags(query.root)) understood.tags = query.root;
    Prefixes prefixes(given.index, given.terms, understood.warnings);
    UnderstandingTools tools = given;
    tools.prefixes = &prefixes;
    const std::vector<Token>& tokens = tools.analyzer.analyze(query.text);
    understood.asked = asked_for(query.text, tokens);
    understood.words = words_of(tokens);
    add_conditions(query, tools, understood);
    Terms(query, tools, understood).collect();
    add_concepts(query, tools, expand, understood);
    if (expand.translations) add_translations(query, tools, understood);
    understood.corrections = corrections_of(understood, tools);
    if (expand.spelling) add_spellings(tools, understood);
    understood.missing = missing_words(query, tools, understood);
    if (understood.condition) widen(*understood.condition, understood.concepts);
    if (understood.loosened) widen(*understood.loosened, understood.concepts);
    return understood;
}

}  // namespace sinodex
