// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/article_search.h"

#include <algorithm>

#include "corpus/schema/fields.h"
#include "searcher/ranking/deleted_source.h"

namespace sinodex {
namespace {

Xapian::valueno slot_of(Field field) { return static_cast<Xapian::valueno>(info(field).slot); }

// Not the shared Query::MatchAll, whose reference count is not safe across threads.
Xapian::Query everything() { return Xapian::Query(std::string()); }

Xapian::Query combined(Xapian::Query::op op, const std::vector<Xapian::Query>& parts) {
    return {op, parts.begin(), parts.end()};
}

double weight_of(const QueryConcept& named, const Weights& weights) {
    switch (named.kind) {
        case QueryConcept::Kind::synonym:
            return weights.synonyms;
        case QueryConcept::Kind::spelling:
            return weights.spelling;
        case QueryConcept::Kind::related:
            return weights.relatives;
        case QueryConcept::Kind::translation:
            return weights.translations * named.rarity;
        default:
            return weights.mentions * named.rarity;
    }
}

// All terms of an amount or a time are one; readings of an ambiguous name share its weight.
Xapian::Query scored(const QueryConcept& named, const Weights& weights) {
    std::vector<Xapian::Query> terms;
    if (!named.alternatives.empty()) {
        for (const Alternative& other : named.alternatives) {
            std::vector<Xapian::Query> words;
            for (const std::string& term : other.terms) words.emplace_back(term);
            terms.push_back(combined(Xapian::Query::OP_AND, words));
        }
        return {Xapian::Query::OP_SCALE_WEIGHT, combined(Xapian::Query::OP_SYNONYM, terms),
                weight_of(named, weights)};
    }
    for (const std::string& term : named.terms) terms.emplace_back(term);
    const bool entity = named.kind == QueryConcept::Kind::entity;
    const double share = entity ? 1.0 / static_cast<double>(terms.size()) : 1.0;
    const auto op = entity ? Xapian::Query::OP_OR : Xapian::Query::OP_SYNONYM;
    return {Xapian::Query::OP_SCALE_WEIGHT, combined(op, terms), weight_of(named, weights) * share};
}

// A term that is there twice counts 2q / (1 + q) times: BM25's k3 is 1. All forms of a prefix are
// one term. Nothing where no article holds any.
Xapian::Query scored(const QueryTerm& term) {
    Xapian::Query query(term.term, term.count);
    double weight = term.weight;
    if (term.prefix) {
        if (term.forms.empty()) return {};
        std::vector<Xapian::Query> forms;
        for (const std::string& form : term.forms) forms.emplace_back(form);
        query = combined(Xapian::Query::OP_SYNONYM, forms);
        weight *= 2.0 * term.count / (1.0 + term.count);
    }
    return weight == 1 ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, weight);
}

Xapian::Query scored(const UnderstoodQuery& query, const Weights& weights) {
    std::vector<Xapian::Query> parts;
    for (const QueryTerm& term : query.terms) {
        Xapian::Query words = scored(term);
        if (!words.empty()) parts.push_back(std::move(words));
    }
    if (parts.empty()) return {};
    for (const QueryConcept& named : query.concepts) {
        if (weight_of(named, weights) > 0 && !(named.terms.empty() && named.alternatives.empty()))
            parts.push_back(scored(named, weights));
    }
    return combined(Xapian::Query::OP_OR, parts);
}

Xapian::Query to_xapian(const Condition& condition);

bool has_phrase(const Condition& condition) {
    return condition.kind == Condition::Kind::phrase ||
           std::any_of(condition.children.begin(), condition.children.end(), has_phrase);
}

// `query` without what an exclusion names. Where that turns on a phrase, articles are kept: whether
// it stands in them is known only when they are looked into.
Xapian::Query excluding(const Condition& none, const Xapian::Query& query) {
    std::vector<Xapian::Query> excluded;
    for (const Condition& child : none.children) {
        if (!has_phrase(child)) excluded.push_back(to_xapian(child));
    }
    if (excluded.empty()) return query;
    return {Xapian::Query::OP_AND_NOT, query, combined(Xapian::Query::OP_OR, excluded)};
}

Xapian::Query all_of(const std::vector<Condition>& children) {
    std::vector<Xapian::Query> parts;
    for (const Condition& child : children) {
        if (child.kind != Condition::Kind::none) parts.push_back(to_xapian(child));
    }
    Xapian::Query all = parts.empty() ? everything() : combined(Xapian::Query::OP_AND, parts);
    for (const Condition& child : children) {
        if (child.kind == Condition::Kind::none) all = excluding(child, all);
    }
    return all;
}

Xapian::Query any_of(const std::vector<Condition>& children) {
    std::vector<Xapian::Query> parts;
    for (const Condition& child : children) parts.push_back(to_xapian(child));
    return combined(Xapian::Query::OP_OR, parts);
}

Xapian::Query to_xapian(const Condition& condition) {
    using Kind = Condition::Kind;
    switch (condition.kind) {
        case Kind::term:
            return Xapian::Query(condition.term);
        case Kind::date:
            // An article without a date is in no range, not even in an open one.
            return {Xapian::Query::OP_VALUE_RANGE, slot_of(Field::date),
                    condition.from.empty() ? "0" : condition.from,
                    condition.to.empty() ? "9" : condition.to};
        case Kind::any:
            return any_of(condition.children);
        case Kind::all:
            return all_of(condition.children);
        case Kind::none:
            return excluding(condition, everything());
        case Kind::phrase:
            return to_xapian(condition.children.front());
    }
    return everything();
}

Xapian::Query whole_query(const UnderstoodQuery& query, const Weights& weights) {
    const Xapian::Query score = scored(query, weights);
    if (!query.condition) return score;
    const Xapian::Query must(Xapian::Query::OP_SCALE_WEIGHT, to_xapian(*query.condition), 0.0);
    if (score.empty()) return must;
    return {Xapian::Query::OP_AND_MAYBE, must, score};
}

}  // namespace

ArticleSearch::ArticleSearch(const IndexReader& index, const UnderstoodQuery& query,
                             const Weights& weights, Revision since, SearchBounds bounds)
    : watch_(bounds), enquire_(index.database()) {
    if (bounds.any()) enquire_.add_matchspy(&watch_);
    Xapian::Query whole = whole_query(query, weights);
    empty_ = whole.empty();
    if (empty_) return;
    if (since != kNoRevision) {
        const Xapian::Query newer(Xapian::Query::OP_VALUE_GE, slot_of(Field::revision),
                                  Xapian::sortable_serialise(since + 1.0));
        whole = Xapian::Query(Xapian::Query::OP_FILTER, whole, newer);
    }
    if (index.has_deleted()) {
        const Xapian::Query deleted((new DeletedSource(index))->release());
        whole = Xapian::Query(Xapian::Query::OP_AND_NOT, whole, deleted);
    }
    enquire_.set_query(whole);
    enquire_.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire_.set_weighting_scheme(
        Xapian::BM25Weight(weights.k1, 0, 1, weights.b, weights.min_length));
    order_ties(query.terms.empty());
    description_ = whole.get_description();
}

void ArticleSearch::Watch::operator()(const Xapian::Document&, double) {
    constexpr std::uint32_t kBetweenChecks = 64;
    if (seen_++ % kBetweenChecks == 0) bounds_.check();
}

// Equal scores are ordered by id, whatever the order in which articles came into the database: else
// the history would decide which of them are cut off. Where nothing scores, the newest come first.
void ArticleSearch::order_ties(bool by_date) {
    if (!by_date) {
        enquire_.set_sort_by_relevance_then_value(slot_of(Field::id), false);
        return;
    }
    newest_first_.add_value(slot_of(Field::date), true);
    newest_first_.add_value(slot_of(Field::id));
    enquire_.set_sort_by_key(&newest_first_, false);
}

std::vector<RankedArticle> ArticleSearch::get(Xapian::doccount first, Xapian::doccount count) {
    std::vector<RankedArticle> found;
    if (empty_) return found;
    const Xapian::MSet set = enquire_.get_mset(first, count);
    matches_ = set.get_matches_estimated();
    found.reserve(set.size());
    for (auto at = set.begin(); at != set.end(); ++at) found.push_back({*at, at.get_weight()});
    return found;
}

}  // namespace sinodex
