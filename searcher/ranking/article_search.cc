// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/article_search.h"

#include <algorithm>

#include "corpus/schema/fields.h"
#include "searcher/ranking/deleted_source.h"
#include "searcher/ranking/newer_source.h"
#include "searcher/ranking/synonym_query.h"
#include "searcher/ranking/terms_source.h"

namespace sinodex {
namespace {

Xapian::valueno slot_of(Field field) { return static_cast<Xapian::valueno>(info(field).slot); }

// The shared Query::MatchAll will not do: its reference count is not safe across threads.
Xapian::Query everything() { return Xapian::Query(std::string()); }

Xapian::Query combined(Xapian::Query::op op, const std::vector<Xapian::Query>& parts) {
    return {op, parts.begin(), parts.end()};
}

// One of them; of many terms, by what has them, which servers do not know.
Xapian::Query one_of(const std::vector<Xapian::Query>& parts, const IndexReader& index) {
    constexpr std::size_t kManyTerms = 64;
    const bool terms = std::all_of(parts.begin(), parts.end(), [](const Xapian::Query& part) {
        return part.get_type() == Xapian::Query::LEAF_TERM;
    });
    if (!terms || index.is_remote() || parts.size() < kManyTerms)
        return combined(Xapian::Query::OP_OR, parts);
    std::vector<std::string> names;
    for (const Xapian::Query& part : parts) names.push_back(*part.get_terms_begin());
    return Xapian::Query((new TermsSource(std::move(names)))->release());
}

double article_weight_of(const QueryConcept& named, const Weights& weights) {
    return by_kind(
        named, [&](const EntityMeaning& some) { return weights.mentions * some.rarity; },
        [&](const AmountMeaning&) { return weights.mentions; },
        [&](const TimeMeaning&) { return weights.mentions; },
        [&](const SynonymMeaning&) { return weights.synonyms; },
        [&](const SpellingMeaning&) { return weights.spelling; },
        [&](const RelatedMeaning&) { return weights.relatives; },
        [&](const TranslationMeaning& words) { return weights.translations * words.rarity; });
}

std::vector<WayOfSaying> ways_of(const std::vector<std::string>& terms) {
    std::vector<WayOfSaying> ways;
    for (const std::string& term : terms) ways.push_back({term});
    return ways;
}

// All terms of an amount or a time are one; readings of an ambiguous name share its weight.
Xapian::Query scored(const QueryConcept& named, const Weights& weights, const IndexReader& index) {
    std::vector<WayOfSaying> ways;
    for (const Alternative& other : alternatives_of(named)) ways.push_back(other.terms);
    const bool entity = std::holds_alternative<EntityMeaning>(named.is) && ways.empty();
    if (ways.empty()) ways = ways_of(named.terms);
    if (!entity) {
        return {Xapian::Query::OP_SCALE_WEIGHT, synonym_query(ways, index),
                article_weight_of(named, weights)};
    }
    std::vector<Xapian::Query> terms;
    for (const std::string& term : named.terms) terms.emplace_back(term);
    const double share = 1.0 / static_cast<double>(terms.size());
    return {Xapian::Query::OP_SCALE_WEIGHT, combined(Xapian::Query::OP_OR, terms),
            article_weight_of(named, weights) * share};
}

// A term that is there twice counts 2q / (1 + q) times: BM25's k3 is 1. All forms of a prefix are
// one term. Nothing where no article holds any.
Xapian::Query scored(const QueryTerm& term, const IndexReader& index) {
    Xapian::Query query(term.term, term.count);
    double weight = term.weight;
    if (term.prefix) {
        if (term.forms.empty()) return {};
        query = synonym_query(ways_of(term.forms), index);
        weight *= 2.0 * term.count / (1.0 + term.count);
    }
    return weight == 1 ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, weight);
}

Xapian::Query scored(const UnderstoodQuery& query, const Weights& weights,
                     const IndexReader& index) {
    std::vector<Xapian::Query> parts;
    for (const QueryTerm& term : query.terms) {
        Xapian::Query words = scored(term, index);
        if (!words.empty()) parts.push_back(std::move(words));
    }
    if (parts.empty()) return {};
    for (const QueryConcept& named : query.concepts) {
        if (named.terms.empty() && alternatives_of(named).empty()) continue;
        if (article_weight_of(named, weights) > 0) parts.push_back(scored(named, weights, index));
    }
    return combined(Xapian::Query::OP_OR, parts);
}

Xapian::Query to_xapian(const Condition& condition, const IndexReader& index);

// `query` without what an exclusion names. Where that turns on a phrase, articles are kept: whether
// it stands in them is known only when they are looked into.
Xapian::Query excluding(const NoneOf& none, const Xapian::Query& query, const IndexReader& index) {
    std::vector<Xapian::Query> excluded;
    for (const Condition& child : none.children) {
        if (!has_phrase(child)) excluded.push_back(to_xapian(child, index));
    }
    if (excluded.empty()) return query;
    return {Xapian::Query::OP_AND_NOT, query, one_of(excluded, index)};
}

Xapian::Query all_of(const std::vector<Condition>& children, const IndexReader& index) {
    std::vector<Xapian::Query> parts;
    for (const Condition& child : children) {
        if (!std::holds_alternative<NoneOf>(child.is)) parts.push_back(to_xapian(child, index));
    }
    Xapian::Query all = parts.empty() ? everything() : combined(Xapian::Query::OP_AND, parts);
    for (const Condition& child : children) {
        if (const auto* none = std::get_if<NoneOf>(&child.is)) all = excluding(*none, all, index);
    }
    return all;
}

Xapian::Query any_of(const std::vector<Condition>& children, const IndexReader& index) {
    std::vector<Xapian::Query> parts;
    for (const Condition& child : children) parts.push_back(to_xapian(child, index));
    return one_of(parts, index);
}

// An article without a date is in no range, not even in an open one.
Xapian::Query dated(const DateWithin& days) {
    return {Xapian::Query::OP_VALUE_RANGE, slot_of(Field::date),
            days.from.empty() ? "0" : days.from, days.to.empty() ? "9" : days.to};
}

Xapian::Query to_xapian(const Condition& condition, const IndexReader& index) {
    return by_kind(
        condition, [&](const AllOf& all) { return all_of(all.children, index); },
        [&](const AnyOf& any) { return any_of(any.children, index); },
        [&](const NoneOf& none) { return excluding(none, everything(), index); },
        [](const HasTerm& has) { return Xapian::Query(has.term); },
        [&](const HasPhrase& has) { return all_of(has.words.children, index); },
        [](const DateWithin& days) { return dated(days); });
}

Xapian::Query whole_query(const UnderstoodQuery& query, const Weights& weights,
                          const IndexReader& index) {
    const Xapian::Query score = scored(query, weights, index);
    if (!query.condition) return score;
    const Xapian::Query must(Xapian::Query::OP_SCALE_WEIGHT, to_xapian(*query.condition, index),
                             0.0);
    if (score.empty()) return must;
    return {Xapian::Query::OP_AND_MAYBE, must, score};
}

// Newer than a segment's own revision.
Xapian::Query newer_than(Revision since) {
    return {Xapian::Query::OP_VALUE_GE, slot_of(Field::revision),
            Xapian::sortable_serialise(since + 1.0)};
}

Xapian::Query newer_than(Revision since, const IndexReader& index) {
    if (index.indexes() > 1) return Xapian::Query((new NewerSource(index, since))->release());
    return newer_than(since);
}

// The query for each segment on another machine.
std::vector<Xapian::Query> queries_for(const IndexReader& index, const Xapian::Query& whole,
                                       Revision since) {
    std::vector<Xapian::Query> queries;
    for (const Segment& segment : index.segments()) {
        queries.push_back(whole);
        if (since == kNoRevision) continue;
        queries.back() = Xapian::Query(Xapian::Query::OP_FILTER, whole,
                                       newer_than(index.own_revision(segment, since)));
    }
    return queries;
}

// The same articles, by the weights of further terms as well.
Xapian::Query with_likely(const Xapian::Query& query, const std::vector<LikelyTerm>& likely) {
    std::vector<Xapian::Query> terms;
    for (const LikelyTerm& each : likely) {
        terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(each.term), each.weight);
    }
    return {Xapian::Query::OP_AND_MAYBE, query, combined(Xapian::Query::OP_OR, terms)};
}

}  // namespace

ArticleSearch::ArticleSearch(const IndexReader& index, const UnderstoodQuery& query,
                             const Weights& weights, Revision since, SearchBounds bounds,
                             const std::vector<LikelyTerm>& likely)
    : watch_(bounds), enquire_(index.database()) {
    if (bounds.any()) enquire_.add_matchspy(&watch_);
    Xapian::Query whole = whole_query(query, weights, index);
    empty_ = whole.empty();
    if (empty_) return;
    if (!likely.empty()) whole = with_likely(whole, likely);
    const Xapian::BM25Weight weighting(weights.k1, 0, 1, weights.b, weights.min_length);
    if (index.is_remote()) {
        description_ = whole.get_description();
        remote_.emplace(index, queries_for(index, whole, since), weighting, query.terms.empty());
        return;
    }
    if (since != kNoRevision) {
        whole = Xapian::Query(Xapian::Query::OP_FILTER, whole, newer_than(since, index));
    }
    if (index.has_deleted()) {
        const Xapian::Query deleted((new DeletedSource(index))->release());
        whole = Xapian::Query(Xapian::Query::OP_AND_NOT, whole, deleted);
    }
    enquire_.set_query(whole);
    enquire_.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire_.set_weighting_scheme(weighting);
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

void ArticleSearch::ask(Xapian::doccount count) {
    if (!remote_) return;
    remote_->ask(count);
    asked_ = count;
}

void ArticleSearch::ask_holders(const std::vector<std::string>& terms) {
    if (remote_) remote_->ask_holders(terms);
}

std::vector<std::vector<Xapian::docid>> ArticleSearch::holders() {
    return remote_ ? remote_->holders() : std::vector<std::vector<Xapian::docid>>();
}

// Who asks a second time may ask often: the first ranks once more, and many behind them.
void ArticleSearch::fetch(Xapian::doccount most) {
    constexpr Xapian::doccount kAtOnce = 5000;
    if (most <= fetched_most_) return;
    most = std::max(most, asked_);
    if (fetched_most_ > 0) {
        if (fetched_.size() < fetched_most_) return;
        most = std::max(most, kAtOnce);
    }
    fetched_.clear();
    for (const RemoteSearch::Found& one : remote_->best(most)) {
        fetched_.push_back({one.document, one.weight});
    }
    fetched_most_ = most;
    matches_ = static_cast<Xapian::doccount>(remote_->matches());
}

std::vector<RankedArticle> ArticleSearch::get(Xapian::doccount first, Xapian::doccount count) {
    std::vector<RankedArticle> found;
    if (empty_) return found;
    if (remote_) {
        fetch(first + count);
        const auto end = std::min<std::size_t>(first + count, fetched_.size());
        for (std::size_t i = first; i < end; ++i) found.push_back(fetched_[i]);
        return found;
    }
    const Xapian::MSet set = enquire_.get_mset(first, count);
    matches_ = set.get_matches_estimated();
    found.reserve(set.size());
    for (auto at = set.begin(); at != set.end(); ++at) found.push_back({*at, at.get_weight()});
    return found;
}

}  // namespace sinodex
