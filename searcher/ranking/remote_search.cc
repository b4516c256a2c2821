// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/remote_search.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "corpus/schema/fields.h"
#include "corpus/schema/remote_segment.h"

namespace sinodex {
namespace {

Xapian::valueno served_slot(Field field) { return static_cast<Xapian::valueno>(info(field).slot); }

RemoteSegment& remote_of(const IndexReader& index, std::size_t segment) {
    return *index.segments()[segment].remote;
}

struct DatedDocument {
    std::string date;
    RemoteSearch::Found found;
};

bool heavier_or_before(const RemoteSearch::Found& a, const RemoteSearch::Found& b) {
    return a.weight != b.weight ? a.weight > b.weight
                                : std::tie(a.id, a.document) < std::tie(b.id, b.document);
}

bool newer_or_before(const DatedDocument& a, const DatedDocument& b) {
    return a.date != b.date
               ? a.date > b.date
               : std::tie(a.found.id, a.found.document) < std::tie(b.found.id, b.found.document);
}

// Restricts a query to a day; to what has no date where the day is empty.
Xapian::Query of_the_day(const Xapian::Query& query, const std::string& day) {
    const Xapian::valueno slot = served_slot(Field::date);
    if (day.empty()) {
        return {Xapian::Query::OP_AND_NOT, query,
                Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, "0")};
    }
    return {Xapian::Query::OP_FILTER, query,
            Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, day, day)};
}

// An estimate in two digits, which is more than it knows.
std::uint64_t rounded(std::uint64_t estimate) {
    std::uint64_t unit = 1;
    while (estimate / unit >= 100) unit *= 10;
    return (estimate + unit / 2) / unit * unit;
}

template <typename T, typename Before>
void keep_first(std::vector<T>& all, std::size_t most, Before before) {
    std::sort(all.begin(), all.end(), before);
    if (all.size() > most) all.erase(all.begin() + static_cast<std::ptrdiff_t>(most), all.end());
}

}  // namespace

RemoteSearch::RemoteSearch(const IndexReader& index, std::vector<Xapian::Query> queries,
                           const Xapian::Weight& weighting, bool by_date)
    : index_(index),
      queries_(std::move(queries)),
      weighting_(weighting.name()),
      parameters_(weighting.serialise()),
      by_date_(by_date) {}

MatchStatistics RemoteSearch::statistics_of(const Xapian::Query& query) const {
    const Xapian::Database& all = index_.database();
    MatchStatistics statistics{all.get_doccount(), all.get_total_length(), {}};
    for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term) {
        auto [at, fresh] = statistics.terms.try_emplace(*term);
        if (fresh) at->second = {all.get_termfreq(*term), all.get_collection_freq(*term)};
    }
    return statistics;
}

MatchAsked RemoteSearch::asked(const Xapian::Query& query, Xapian::doccount most) const {
    MatchAsked match;
    match.query = query.serialise();
    match.query_length = query.get_length();
    match.weighting = weighting_;
    match.parameters = parameters_;
    match.most = most;
    return match;
}

RemoteSearch::Tickets RemoteSearch::send(const std::vector<Xapian::Query>& queries,
                                         const MatchAsked& how) {
    Tickets tickets;
    const MatchStatistics statistics = statistics_of(queries.front());
    for (std::size_t i = 0; i < queries.size(); ++i) {
        MatchAsked match = how;
        match.query = queries[i].serialise();
        match.most =
            std::min<std::uint32_t>(how.most, index_.segments()[i].database.get_doccount());
        tickets.push_back(remote_of(index_, i).link().ask_match(match, statistics));
    }
    return tickets;
}

MatchFound RemoteSearch::take(const Tickets& tickets, std::size_t segment) {
    MatchFound found = remote_of(index_, segment).link().match(tickets[segment]);
    for (FoundDocument& one : found.documents) one.document = RemoteSegment::own(one.document);
    return found;
}

void RemoteSearch::ask(Xapian::doccount most) {
    MatchAsked how = asked(queries_.front(), most);
    how.order = by_date_ ? MatchOrder::value : MatchOrder::weight_then_value;
    how.order_slot = served_slot(by_date_ ? Field::date : Field::id);
    how.descending = by_date_;
    if (!by_date_) how.with = served_slot(Field::record);
    asked_ = send(queries_, how);
    asked_most_ = most;
}

std::vector<RemoteSearch::Found> RemoteSearch::best(Xapian::doccount most) {
    if (asked_.empty() || asked_most_ != most) ask(most);
    index_.flush();
    matches_ = 0;
    std::vector<Found> found = by_date_ ? best_by_date(most) : best_by_weight(most);
    asked_.clear();
    return found;
}

std::vector<RemoteSearch::Found> RemoteSearch::best_by_weight(Xapian::doccount most) {
    std::vector<Found> all;
    bool more = false;  // than a server has told of
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        MatchFound found = take(asked_, i);
        matches_ += found.matches;
        more = more || found.documents.size() >= most;
        for (FoundDocument& one : found.documents) {
            all.push_back({index_.number_in(i, one.document), one.weight, std::move(one.order)});
            remote_of(index_, i).keep(one.document, std::move(one.with));
        }
    }
    if (more) matches_ = rounded(matches_);
    keep_first(all, most, heavier_or_before);
    return all;
}

std::string RemoteSearch::id_of(Xapian::docid document) const {
    return index_.database().get_document(document).get_value(served_slot(Field::id));
}

std::vector<RemoteSearch::Found> RemoteSearch::best_by_date(Xapian::doccount most) {
    std::vector<DatedDocument> dated;
    bool more = false;  // than a server has told of
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        MatchFound found = take(asked_, i);
        matches_ += found.matches;
        more = more || found.documents.size() >= most;
        for (FoundDocument& one : found.documents) {
            const Xapian::docid number = index_.number_in(i, one.document);
            dated.push_back({std::move(one.order), {number, 0, id_of(number)}});
        }
    }
    if (more) matches_ = rounded(matches_);
    keep_first(dated, most, newer_or_before);
    const std::string last = more && most > 0 ? dated.back().date : std::string();
    std::vector<Found> best;
    for (DatedDocument& one : dated) {
        if (more && one.date <= last) break;
        best.push_back(std::move(one.found));
    }
    if (more && most > 0) {
        const auto left = static_cast<Xapian::doccount>(most - best.size());
        for (Found& one : of_day(last, left)) best.push_back(std::move(one));
    }
    for (const Found& one : best) index_.want(one.document);
    index_.flush();
    return best;
}

std::vector<RemoteSearch::Found> RemoteSearch::of_day(const std::string& day,
                                                      Xapian::doccount most) {
    std::vector<Xapian::Query> queries;
    for (const Xapian::Query& query : queries_) queries.push_back(of_the_day(query, day));
    MatchAsked how = asked(queries.front(), most);
    how.order = MatchOrder::value;
    how.order_slot = served_slot(Field::id);
    const Tickets tickets = send(queries, how);
    index_.flush();
    std::vector<Found> all;
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        for (FoundDocument& one : take(tickets, i).documents) {
            all.push_back({index_.number_in(i, one.document), 0, std::move(one.order)});
        }
    }
    keep_first(all, most, heavier_or_before);
    return all;
}

void RemoteSearch::ask_holders(const std::vector<std::string>& terms) {
    for (const std::string& term : terms) {
        std::vector<Xapian::Query> queries;
        for (const Xapian::Query& query : queries_) {
            queries.emplace_back(Xapian::Query::OP_FILTER, query, Xapian::Query(term));
        }
        MatchAsked how = asked(queries.front(), index_.database().get_doccount());
        how.order = MatchOrder::value;
        how.order_slot = served_slot(Field::date);
        holders_.push_back(send(queries, how));
    }
}

std::vector<std::vector<Xapian::docid>> RemoteSearch::holders() {
    index_.flush();
    std::vector<std::vector<Xapian::docid>> all;
    for (const Tickets& tickets : std::exchange(holders_, {})) {
        all.emplace_back();
        for (std::size_t i = 0; i < tickets.size(); ++i) {
            for (const FoundDocument& one : take(tickets, i).documents) {
                all.back().push_back(index_.number_in(i, one.document));
            }
        }
    }
    return all;
}

}  // namespace sinodex
