// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/article_search.h"

#include <algorithm>
#include <utility>

#include "corpus/schema/fields.h"
#include "searcher/ranking/deleted_source.h"
#include "searcher/ranking/here_source.h"
#include "searcher/ranking/match_query.h"
#include "searcher/ranking/newer_source.h"
#include "searcher/ranking/synonym_query.h"

namespace sinodex {
namespace {

using Kind = MatchQuery::Kind;

Xapian::valueno slot_of(Field field) { return static_cast<Xapian::valueno>(info(field).slot); }

MatchQuery both(Kind kind, MatchQuery one, MatchQuery other) {
    std::vector<MatchQuery> children;
    children.push_back(std::move(one));
    children.push_back(std::move(other));
    return MatchQuery::of(kind, std::move(children));
}

// One of them; of many terms, by what has them, which servers do not know.
MatchQuery one_of(std::vector<MatchQuery> parts, const IndexReader& index) {
    constexpr std::size_t kManyTerms = 64;
    const bool terms = std::all_of(parts.begin(), parts.end(),
                                   [](const MatchQuery& part) { return part.kind == Kind::term; });
    const bool many = terms && !index.is_remote() && parts.size() >= kManyTerms;
    return MatchQuery::of(many ? Kind::one_of : Kind::any, std::move(parts));
}

double article_weight_of(const QueryConcept& named, const Weights& weights) {
    return by_kind(
        named, [&](const EntityMeaning& some) { return weights.mentions * some.rarity; },
        [&](const AmountMeaning&) { return weights.mentions; },
        [&](const TimeMeaning&) { return weights.mentions; },
        [&](const SynonymMeaning&) { return weights.synonyms; },
        [&](const SpellingMeaning&) { return weights.spelling; },
        [&](const RelatedMeaning&) { return weights.relatives; },
        [&](const TranslationMeaning& words) {
            return weights.translations * words.rarity * words.worth;
        });
}

std::vector<WayOfSaying> ways_of(const std::vector<std::string>& terms) {
    std::vector<WayOfSaying> ways;
    for (const std::string& term : terms) ways.push_back({term});
    return ways;
}

bool is_translation(const WayOfSaying& way, const UnderstoodQuery& query) {
    return std::any_of(
        query.concepts.begin(), query.concepts.end(), [&](const QueryConcept& named) {
            if (!std::holds_alternative<TranslationMeaning>(named.is)) return false;
            const auto words = alternatives_of(named);
            return std::any_of(words.begin(), words.end(),
                               [&](const Alternative& word) { return word.terms == way; });
        });
}

// What is a synonym and a translation of one word is scored as the latter, which counts more.
std::vector<WayOfSaying> ways_of(const QueryConcept& named, const UnderstoodQuery& query) {
    const bool synonyms = std::holds_alternative<SynonymMeaning>(named.is);
    std::vector<WayOfSaying> ways;
    for (const Alternative& other : alternatives_of(named)) {
        if (!synonyms || !is_translation(other.terms, query)) ways.push_back(other.terms);
    }
    return ways;
}

// All terms of an amount or a time are one; readings of an ambiguous name share its weight. Nothing
// where all ways of saying it are scored already.
MatchQuery scored(const QueryConcept& named, const UnderstoodQuery& query, const Weights& weights,
                  const IndexReader& index) {
    std::vector<WayOfSaying> ways = ways_of(named, query);
    if (ways.empty() && !alternatives_of(named).empty()) return {};
    const bool entity = std::holds_alternative<EntityMeaning>(named.is) && ways.empty();
    if (ways.empty()) ways = ways_of(named.terms);
    if (!entity) {
        return MatchQuery::scaled(synonym_query(ways, index), article_weight_of(named, weights));
    }
    std::vector<MatchQuery> terms;
    for (const std::string& term : named.terms) terms.push_back(MatchQuery::of_term(term));
    const double share = 1.0 / static_cast<double>(terms.size());
    return MatchQuery::scaled(MatchQuery::of(Kind::any, std::move(terms)),
                              article_weight_of(named, weights) * share);
}

// A term that is there twice counts 2q / (1 + q) times: BM25's k3 is 1. All forms of a prefix are
// one term. Nothing where no article holds any.
MatchQuery scored(const QueryTerm& term, const IndexReader& index) {
    MatchQuery query = MatchQuery::of_term(term.term, term.count);
    double weight = term.weight * term.rarity;
    if (term.prefix) {
        if (term.forms.empty()) return {};
        query = synonym_query(ways_of(term.forms), index);
        weight *= 2.0 * term.count / (1.0 + term.count);
    }
    return weight == 1 ? query : MatchQuery::scaled(std::move(query), weight);
}

MatchQuery scored(const UnderstoodQuery& query, const Weights& weights, const IndexReader& index) {
    std::vector<MatchQuery> parts;
    for (const QueryTerm& term : query.terms) {
        MatchQuery words = scored(term, index);
        if (!words.empty()) parts.push_back(std::move(words));
    }
    if (parts.empty()) return {};
    for (const QueryConcept& named : query.concepts) {
        if (named.terms.empty() && alternatives_of(named).empty()) continue;
        if (article_weight_of(named, weights) <= 0) continue;
        MatchQuery words = scored(named, query, weights, index);
        if (!words.empty()) parts.push_back(std::move(words));
    }
    return MatchQuery::of(Kind::any, std::move(parts));
}

MatchQuery match_of(const Condition& condition, const IndexReader& index);

// `query` without what an exclusion names. Where that turns on a phrase, articles are kept: whether
// it stands in them is known only when they are looked into.
MatchQuery excluding(const NoneOf& none, MatchQuery query, const IndexReader& index) {
    std::vector<MatchQuery> excluded;
    for (const Condition& child : none.children) {
        if (!has_phrase(child)) excluded.push_back(match_of(child, index));
    }
    if (excluded.empty()) return query;
    return both(Kind::without, std::move(query), one_of(std::move(excluded), index));
}

MatchQuery all_of(const std::vector<Condition>& children, const IndexReader& index) {
    std::vector<MatchQuery> parts;
    for (const Condition& child : children) {
        if (!std::holds_alternative<NoneOf>(child.is)) parts.push_back(match_of(child, index));
    }
    MatchQuery all =
        parts.empty() ? MatchQuery{Kind::everything} : MatchQuery::of(Kind::all, std::move(parts));
    for (const Condition& child : children) {
        if (const auto* none = std::get_if<NoneOf>(&child.is)) {
            all = excluding(*none, std::move(all), index);
        }
    }
    return all;
}

MatchQuery any_of(const std::vector<Condition>& children, const IndexReader& index) {
    std::vector<MatchQuery> parts;
    for (const Condition& child : children) parts.push_back(match_of(child, index));
    return one_of(std::move(parts), index);
}

// An article without a date is in no range, not even in an open one.
MatchQuery dated(const DateWithin& days) {
    MatchQuery dates{Kind::dates};
    dates.from = days.from.empty() ? "0" : days.from;
    dates.to = days.to.empty() ? "9" : days.to;
    return dates;
}

MatchQuery match_of(const Condition& condition, const IndexReader& index) {
    return by_kind(
        condition, [&](const AllOf& all) { return all_of(all.children, index); },
        [&](const AnyOf& any) { return any_of(any.children, index); },
        [&](const NoneOf& none) { return excluding(none, MatchQuery{Kind::everything}, index); },
        [](const HasTerm& has) { return MatchQuery::of_term(has.term); },
        [&](const HasPhrase& has) { return all_of(has.words.children, index); },
        [](const DateWithin& days) { return dated(days); });
}

MatchQuery whole_query(const UnderstoodQuery& query, const Weights& weights,
                       const IndexReader& index) {
    MatchQuery score = scored(query, weights, index);
    if (!query.condition) return score;
    MatchQuery must = MatchQuery::scaled(match_of(*query.condition, index), 0);
    if (score.empty()) return must;
    return both(Kind::maybe, std::move(must), std::move(score));
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
MatchQuery with_likely(MatchQuery query, const std::vector<LikelyTerm>& likely) {
    std::vector<MatchQuery> terms;
    for (const LikelyTerm& each : likely) {
        terms.push_back(MatchQuery::scaled(MatchQuery::of_term(each.term), each.weight));
    }
    return both(Kind::maybe, std::move(query), MatchQuery::of(Kind::any, std::move(terms)));
}

}  // namespace

ArticleSearch::ArticleSearch(const IndexReader& index, const UnderstoodQuery& query,
                             const Weights& weights, Revision since, SearchBounds bounds,
                             const std::vector<LikelyTerm>& likely)
    : index_(index),
      by_date_(query.terms.empty()),
      watch_(bounds),
      enquire_(index.database()),
      rest_(index.documents()) {
    if (bounds.any()) enquire_.add_matchspy(&watch_);
    MatchQuery match = whole_query(query, weights, index);
    empty_ = match.empty();
    if (empty_) return;
    if (!likely.empty()) match = with_likely(std::move(match), likely);
    Xapian::Query whole = match.to_xapian();
    description_ = whole.get_description();
    if (since == kNoRevision && !by_date_ && LocalMatch::can_run(match, index)) {
        local_.emplace(index, std::move(match), weights, std::move(bounds));
        return;
    }
    const Xapian::BM25Weight weighting(weights.k1, 0, 1, weights.b, weights.min_length);
    if (index.is_remote()) {
        remote_.emplace(index, queries_for(index, whole, since), weighting, by_date_);
        some_are_here_ = std::any_of(index.segments().begin(), index.segments().end(),
                                     [](const Segment& segment) { return !segment.remote; });
        if (!some_are_here_) return;
        whole = Xapian::Query(Xapian::Query::OP_FILTER, whole,
                              Xapian::Query((new HereSource(index))->release()));
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
    order_ties();
    if (!remote_) description_ = whole.get_description();
}

void ArticleSearch::Watch::operator()(const Xapian::Document&, double) {
    constexpr std::uint32_t kBetweenChecks = 64;
    if (seen_++ % kBetweenChecks == 0) bounds_.check();
}

// Equal scores are ordered by id, whatever the order in which articles came into the database: else
// the history would decide which of them are cut off. Where nothing scores, the newest come first.
void ArticleSearch::order_ties() {
    if (!by_date_) {
        enquire_.set_sort_by_relevance_then_value(slot_of(Field::id), false);
        return;
    }
    newest_first_.add_value(slot_of(Field::date), true);
    newest_first_.add_value(slot_of(Field::id));
    enquire_.set_sort_by_key(&newest_first_, false);
}

void ArticleSearch::ask(Xapian::doccount count, std::optional<Xapian::doccount> rest) {
    if (!remote_) return;
    remote_->ask(count);
    asked_ = count;
    if (rest) rest_ = *rest;
}

void ArticleSearch::take_first() {
    if (remote_) fetch(asked_);
}

void ArticleSearch::ask_rest() {
    take_first();
    if (!remote_) return;
    if (!fetched_all_ && fetched_.size() <= asked_) remote_->ask(std::max(asked_, rest_));
}

void ArticleSearch::ask_holders(const std::vector<std::string>& terms) {
    if (remote_) remote_->ask_holders(terms);
}

std::vector<std::vector<Xapian::docid>> ArticleSearch::holders() {
    return remote_ ? remote_->holders() : std::vector<std::vector<Xapian::docid>>();
}

void ArticleSearch::fetch(Xapian::doccount wanted) {
    if (wanted <= fetched_.size() || fetched_all_) return;
    if (remote_) {
        fetch_remote(wanted);
    } else {
        fetch_by_xapian(wanted);
    }
}

// Who asks a second time may ask often: the first ranks once more, and many behind them.
void ArticleSearch::fetch_by_xapian(Xapian::doccount wanted) {
    constexpr Xapian::doccount kAtOnce = 8000;
    const Xapian::doccount most = fetched_.empty() ? wanted : std::max(wanted, kAtOnce);
    const Xapian::MSet set = enquire_.get_mset(0, most);
    matches_ = set.get_matches_estimated();
    fetched_.clear();
    fetched_.reserve(set.size());
    for (auto at = set.begin(); at != set.end(); ++at) fetched_.push_back({*at, at.get_weight()});
    fetched_all_ = fetched_.size() < most;
}

void ArticleSearch::fetch_remote(Xapian::doccount wanted) {
    // By date there may be fewer than were asked for, without the day at which they end.
    const bool first = wanted <= asked_ || fetched_.empty();
    Xapian::doccount most = first ? asked_ : rest_;
    if (fetched_.size() > asked_) most = index_.documents();
    most = std::max(most, wanted);
    const auto here = [this](Xapian::doccount count) { return match_here(count); };
    fetched_.clear();
    for (const RemoteSearch::Found& one : remote_->best(most, wanted, here)) {
        fetched_.push_back({one.document, one.weight});
    }
    fetched_all_ = !remote_->left_out();
    matches_ = matches_here_ + static_cast<Xapian::doccount>(remote_->matches());
}

std::vector<RemoteSearch::Found> ArticleSearch::match_here(Xapian::doccount most) {
    std::vector<RemoteSearch::Found> found;
    if (!some_are_here_) return found;
    const Xapian::MSet set = enquire_.get_mset(0, most);
    matches_here_ = set.get_matches_estimated();
    for (auto at = set.begin(); at != set.end(); ++at) {
        const Xapian::Document document = at.get_document();
        found.push_back({*at, at.get_weight(), "", document.get_value(slot_of(Field::id))});
        if (by_date_) found.back().date = document.get_value(slot_of(Field::date));
    }
    return found;
}

std::vector<RankedArticle> ArticleSearch::get(Xapian::doccount first, Xapian::doccount count) {
    if (empty_) return {};
    if (local_) {
        std::vector<RankedArticle> found = local_->get(first, count);
        matches_ = local_->matches();
        return found;
    }
    fetch(first + count);
    const auto size = static_cast<Xapian::doccount>(fetched_.size());
    const auto begin = fetched_.begin() + std::min(first, size);
    return {begin, fetched_.begin() + std::min(first + count, size)};
}

}  // namespace sinodex
