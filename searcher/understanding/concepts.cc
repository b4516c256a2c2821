// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/concepts.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/quantities/date_query.h"
#include "corpus/schema/fields.h"
#include "searcher/understanding/expansion.h"
#include "searcher/understanding/long_query.h"

namespace sinodex {
namespace {

using Kind = QueryNode::Kind;

// Entities that belong to one that is named, at most.
constexpr std::size_t kMaxRelated = 16;
constexpr std::size_t kMaxShown = 3;  // in explanations

// A possessive is part of its word's span, not of a name's.
bool is_word_of(const QueryTerm& term, ByteRange name) {
    const bool spaced = term.kind == TokenKind::word || term.kind == TokenKind::number;
    const bool begins = name.begin <= term.span.begin && term.span.begin < name.end;
    return spaced ? begins : name.contains(term.span);
}

class Concepts {
 public:
    Concepts(const UnderstandingTools& tools, const Expansions& expand, UnderstoodQuery& understood)
        : tools_(tools), expand_(expand), result_(understood) {}

    void collect(const QueryNode& root) {
        if (expand_.names) visit_words(root, &Concepts::add_names);
        if (expand_.names && expand_.related) add_related();
        if (expand_.synonyms) visit_words(root, &Concepts::add_synonyms);
    }

 private:
    using AddConcepts = void (Concepts::*)(const QueryNode&);

    void visit_words(const QueryNode& node, AddConcepts add) {
        if (node.kind == Kind::excluded || node.kind == Kind::field) return;
        if (node.kind == Kind::words) (this->*add)(node);
        for (const QueryNode& child : node.children) visit_words(child, add);
    }

    void add_names(const QueryNode& node) {
        add_names_in({0, static_cast<std::uint32_t>(node.text.size())}, node,
                     QueryConcept::Kind::entity);
        for (const Amount& amount : tools_.amounts.find(node.text)) add_amount(amount, node);
        for (const DateMention& date : tools_.dates.find(node.text, std::nullopt)) {
            if (date.days) add_date(date, node);
        }
    }

    // The names in a part of a node, and as related those inside of them. An event is named by its
    // words, so that who is among them is named as well: Alibaba in "Alibaba fine".
    void add_names_in(ByteRange part, const QueryNode& node, QueryConcept::Kind kind) {
        for (Mention mention : tools_.domain.finder.find_in_query(slice(node.text, part))) {
            mention.range = {mention.range.begin + part.begin, mention.range.end + part.begin};
            if (!add_entity(mention, node, kind)) continue;
            const std::string_view name = slice(node.text, mention.range);
            const std::size_t first = name.find(' ');
            if (first == name.npos || !expand_.related) continue;
            const auto behind = mention.range.begin + static_cast<std::uint32_t>(first) + 1;
            const auto before = mention.range.begin + static_cast<std::uint32_t>(name.rfind(' '));
            const auto inner = is_event(mention.entity) ? kind : QueryConcept::Kind::related;
            add_names_in({mention.range.begin, before}, node, inner);
            add_names_in({behind, mention.range.end}, node, inner);
        }
    }

    // A concept of some words of a node, unless they are none of the query's terms.
    QueryConcept* add_concept(QueryConcept::Kind kind, ByteRange range, const QueryNode& node) {
        QueryConcept named;
        named.kind = kind;
        named.label = slice(node.text, range);
        named.span = {range.begin + node.span.begin, range.end + node.span.begin};
        named.covers = terms_within(result_, named.span);
        if (named.covers.empty()) return nullptr;
        result_.concepts.push_back(std::move(named));
        return &result_.concepts.back();
    }

    // False when it is known of these words, or of more with them, already.
    bool add_entity(const Mention& mention, const QueryNode& node, QueryConcept::Kind kind) {
        const std::string& id = tools_.domain.knowledge.entity(mention.entity).id;
        const std::string term = std::string(info(Field::entity).prefix) + id;
        const ByteRange span{mention.range.begin + node.span.begin,
                             mention.range.end + node.span.begin};
        QueryConcept* named = nullptr;
        for (QueryConcept& known : result_.concepts) {  // another reading of the same words
            const auto& ids = known.entities;
            if (known.span.contains(span) && std::find(ids.begin(), ids.end(), id) != ids.end()) {
                return false;
            }
            if (known.kind == kind && known.span == span) named = &known;
        }
        if (named == nullptr) {
            named = add_concept(kind, mention.range, node);
            if (named == nullptr) return false;
            named->label.clear();
        }
        named->label.append(named->label.empty() ? "" : " or ").append(id);
        named->entities.push_back(id);
        named->terms.push_back(term);
        named->ambiguous = named->ambiguous || mention.ambiguous;
        if (is_event(mention.entity)) set_event(term, *named);
        return true;
    }

    bool is_event(EntityNumber entity) const {
        return tools_.domain.knowledge.entity(entity).type == EntityType::event;
    }

    void set_event(const std::string& term, QueryConcept& named) {
        named.event = true;
        double words = 0;
        for (const std::size_t word : named.covers) {
            words = std::max(words, how_telling(result_.terms[word].term, tools_.index.database()));
        }
        const double own = how_telling(term, tools_.index.database());
        if (own > 0 && words > 0) named.rarity = std::min(1.0, words / own);
    }

    // What belongs to the entities that the query names, and what they belong to.
    void add_related() {
        const std::size_t named = result_.concepts.size();
        for (std::size_t i = 0; i < named; ++i) {
            if (result_.concepts[i].kind != QueryConcept::Kind::entity) continue;
            QueryConcept related;
            related.kind = QueryConcept::Kind::related;
            related.span = result_.concepts[i].span;
            related.covers = result_.concepts[i].covers;
            for (const std::string& id : result_.concepts[i].entities) {
                add_relatives(*tools_.domain.knowledge.find(id), related);
            }
            if (!related.entities.empty()) result_.concepts.push_back(std::move(related));
        }
    }

    void add_relatives(EntityNumber number, QueryConcept& related) {
        for (const EntityNumber relative : tools_.domain.relatives.of(number)) {
            if (related.entities.size() == kMaxRelated) return;
            const std::string& id = tools_.domain.knowledge.entity(relative).id;
            if (related.entities.size() < kMaxShown) {
                related.label.append(related.label.empty() ? "" : ", ").append(id);
            } else if (related.entities.size() == kMaxShown) {
                related.label.append(", ...");
            }
            related.entities.push_back(id);
            related.terms.push_back(std::string(info(Field::entity).prefix) + id);
        }
    }

    // Other words for some that name no entity, amount or time.
    void add_synonyms(const QueryNode& node) {
        const std::vector<Token>& tokens = tools_.analyzer.analyze(node.text);
        for (SynonymTable::Match& match : tools_.domain.synonyms.find(tokens, tools_.terms)) {
            if (is_named({match.range.begin + node.span.begin, match.range.end + node.span.begin}))
                continue;
            std::erase_if(match.alternatives,
                          [this](const Alternative& other) { return is_asked_for(other); });
            if (match.alternatives.empty()) continue;
            QueryConcept* same = add_concept(QueryConcept::Kind::synonym, match.range, node);
            if (same == nullptr) continue;
            same->label.clear();
            for (const Alternative& alternative : match.alternatives) {
                same->label.append(same->label.empty() ? "" : ", ").append(alternative.text);
            }
            same->alternatives = std::move(match.alternatives);
        }
    }

    // Whether the query has the words of an alternative by themselves: in `equity stakes`, equity
    // is no evidence for the stakes.
    bool is_asked_for(const Alternative& other) const {
        return std::all_of(other.terms.begin(), other.terms.end(), [&](const std::string& term) {
            return std::any_of(result_.terms.begin(), result_.terms.end(),
                               [&](const QueryTerm& asked) { return asked.term == term; });
        });
    }

    bool is_named(ByteRange range) const {
        return std::any_of(result_.concepts.begin(), result_.concepts.end(),
                           [&](const QueryConcept& named) {
                               return is_mere_name(named) && named.span.begin < range.end &&
                                      range.begin < named.span.end;
                           });
    }

    void add_amount(const Amount& amount, const QueryNode& node) {
        QueryConcept* named = add_concept(QueryConcept::Kind::amount, amount.range, node);
        if (named == nullptr) return;
        try {
            named->amount = parse_amount_query(named->label);
            named->terms = terms_of(named->amount, tools_.index.database(), kMaxAmountTerms);
        } catch (const Error&) {  // an amount in running text that is none by itself
            result_.concepts.pop_back();
        }
    }

    void add_date(const DateMention& date, const QueryNode& node) {
        QueryConcept* named = add_concept(QueryConcept::Kind::date, date.range, node);
        if (named == nullptr) return;
        named->days = *date.days;
        named->terms = terms_of({date.days->from, date.days->to}, tools_.index.database());
    }

    const UnderstandingTools& tools_;
    const Expansions& expand_;
    UnderstoodQuery& result_;
};

}  // namespace

std::vector<std::size_t> terms_within(const UnderstoodQuery& query, ByteRange part) {
    std::vector<std::size_t> within;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        if (is_word_of(query.terms[i], part)) within.push_back(i);
    }
    return within;
}

void add_concepts(const ParsedQuery& query, const UnderstandingTools& tools,
                  const Expansions& expand, UnderstoodQuery& understood) {
    Concepts(tools, expand, understood).collect(query.root);
}

}  // namespace sinodex
