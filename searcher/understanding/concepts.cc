#include "searcher/understanding/concepts.h"

#include "corpus/error.h"
#include "corpus/quantities/date_query.h"
#include "corpus/schema/fields.h"
#include "searcher/understanding/expansion.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

class Concepts {
 public:
    Concepts(const UnderstandingTools& tools, UnderstoodQuery& understood)
        : tools_(tools), result_(understood) {}

    void collect_concepts(const QueryNode& node) {
        if (node.kind == Kind::excluded || node.kind == Kind::field) return;
        if (node.kind == Kind::words) add_concepts(node);
        for (const QueryNode& child : node.children) collect_concepts(child);
    }

    void add_concepts(const QueryNode& node) {
        for (const Mention& mention : tools_.domain.finder.find_in_query(node.text)) {
            add_entity(mention, node);
        }
        for (const Amount& amount : tools_.amounts.find(node.text)) add_amount(amount, node);
        for (const DateMention& date : tools_.dates.find(node.text, std::nullopt)) {
            if (date.days) add_date(date, node);
        }
    }

    // A possessive is part of its word's span, not of a name's.
    static bool is_word_of(const QueryTerm& term, ByteRange name) {
        const bool spaced = term.kind == TokenKind::word || term.kind == TokenKind::number;
        const bool begins = name.begin <= term.span.begin && term.span.begin < name.end;
        return spaced ? begins : name.contains(term.span);
    }

    // A concept of some words of a node, unless they are none of the query's terms.
    QueryConcept* add_concept(QueryConcept::Kind kind, ByteRange range, const QueryNode& node) {
        QueryConcept named;
        named.kind = kind;
        named.label = slice(node.text, range);
        named.span = {range.begin + node.span.begin, range.end + node.span.begin};
        for (std::size_t i = 0; i < result_.terms.size(); ++i) {
            if (is_word_of(result_.terms[i], named.span)) named.covers.push_back(i);
        }
        if (named.covers.empty()) return nullptr;
        result_.concepts.push_back(std::move(named));
        return &result_.concepts.back();
    }

    void add_entity(const Mention& mention, const QueryNode& node) {
        const std::string& id = tools_.domain.knowledge.entity(mention.entity).id;
        const std::string term = std::string(info(Field::entity).prefix) + id;
        const std::uint32_t begin = mention.range.begin + node.span.begin;
        QueryConcept* named = nullptr;
        for (QueryConcept& known : result_.concepts) {  // another reading of the same words
            if (known.kind == QueryConcept::Kind::entity && known.span.begin == begin) {
                named = &known;
            }
        }
        if (named == nullptr) {
            named = add_concept(QueryConcept::Kind::entity, mention.range, node);
            if (named == nullptr) return;
            named->label.clear();
        }
        named->label.append(named->label.empty() ? "" : " or ").append(id);
        named->entities.push_back(id);
        named->terms.push_back(term);
    }

    void add_amount(const Amount& amount, const QueryNode& node) {
        QueryConcept* named = add_concept(QueryConcept::Kind::amount, amount.range, node);
        if (named == nullptr) return;
        try {
            named->amount = parse_amount_query(named->label);
            named->terms = terms_of(named->amount, tools_.database, kMaxAmountTerms);
        } catch (const Error&) {  // an amount in running text that is none by itself
            result_.concepts.pop_back();
        }
    }

    void add_date(const DateMention& date, const QueryNode& node) {
        QueryConcept* named = add_concept(QueryConcept::Kind::date, date.range, node);
        if (named == nullptr) return;
        named->days = *date.days;
        named->terms = terms_of({date.days->from, date.days->to}, tools_.database);
    }

    const UnderstandingTools& tools_;
    UnderstoodQuery& result_;
};

}  // namespace

void add_concepts(const ParsedQuery& query, const UnderstandingTools& tools,
                  UnderstoodQuery& understood) {
    Concepts(tools, understood).collect_concepts(query.root);
}

}  // namespace sinodex
