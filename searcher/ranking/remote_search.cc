// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/remote_search.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "corpus/schema/fields.h"

namespace sinodex {
namespace {

using Found = RemoteSearch::Found;

constexpr RemoteSegment::Ticket kNotAsked = 0;

Xapian::valueno served_slot(Field field) { return static_cast<Xapian::valueno>(info(field).slot); }

RemoteSegment& remote_of(const IndexReader& index, std::size_t segment) {
    return *index.segments()[segment].remote;
}

// The heaviest first, then the newest, then by id.
bool comes_before(const Found& a, const Found& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    if (a.date != b.date) return a.date > b.date;
    return std::tie(a.id, a.document) < std::tie(b.id, b.document);
}

void keep_first(std::vector<Found>& all, std::size_t most) {
    std::sort(all.begin(), all.end(), comes_before);
    if (all.size() > most) all.resize(most);
}

bool may_match(const Xapian::Query& query, const Xapian::Database& database);

std::size_t parts_that_may_match(const Xapian::Query& query, const Xapian::Database& database) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (may_match(query.get_subquery(i), database)) ++count;
    }
    return count;
}

// Whether any document may match, by which terms the database has.
bool may_match(const Xapian::Query& query, const Xapian::Database& database) {
    switch (query.get_type()) {
        case Xapian::Query::LEAF_MATCH_NOTHING:
            return false;
        case Xapian::Query::LEAF_TERM:
            return database.term_exists(*query.get_terms_begin());
        case Xapian::Query::OP_OR:
        case Xapian::Query::OP_SYNONYM:
            return parts_that_may_match(query, database) > 0;
        case Xapian::Query::OP_AND:
        case Xapian::Query::OP_FILTER:
            return parts_that_may_match(query, database) == query.get_num_subqueries();
        case Xapian::Query::OP_AND_NOT:
        case Xapian::Query::OP_AND_MAYBE:
        case Xapian::Query::OP_SCALE_WEIGHT:
            return may_match(query.get_subquery(0), database);
        default:
            return true;
    }
}

// An estimate in two digits, which is more than it knows.
std::uint64_t rounded(std::uint64_t estimate) {
    std::uint64_t unit = 1;
    while (estimate / unit >= 100) unit *= 10;
    return (estimate + unit / 2) / unit * unit;
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
    Tickets tickets(queries.size(), kNotAsked);
    const MatchStatistics statistics = statistics_of(queries.front());
    for (std::size_t i = 0; i < queries.size(); ++i) {
        const Segment& segment = index_.segments()[i];
        if (!segment.remote || !may_match(queries[i], segment.database)) continue;
        MatchAsked match = how;
        match.query = queries[i].serialise();
        match.most = std::min<std::uint32_t>(how.most, segment.database.get_doccount());
        tickets[i] = segment.remote->ask(match, statistics);
    }
    return tickets;
}

// Calls take(document, found, answer) with what each server has found.
template <typename Take>
void RemoteSearch::take(const Tickets& tickets, Take take) const {
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        if (tickets[i] == kNotAsked) continue;
        const MatchFound& answer = remote_of(index_, i).match(tickets[i]);
        for (const FoundDocument& one : answer.documents) {
            take(index_.number_in(i, one.document), one);
        }
    }
}

void RemoteSearch::ask(Xapian::doccount most) {
    MatchAsked how = asked(queries_.front(), most);
    how.order = by_date_ ? MatchOrder::value : MatchOrder::weight_then_value;
    how.order_slot = served_slot(by_date_ ? Field::date : Field::id);
    how.descending = by_date_;
    how.with = served_slot(Field::record);
    asked_ = send(queries_, how);
    asked_most_ = most;
}

std::vector<Found> RemoteSearch::best(Xapian::doccount most, Xapian::doccount wanted,
                                      const MatchHere& here) {
    if (asked_.empty() || asked_most_ != most) ask(most);
    index_.flush();
    const std::vector<Found> found_here = here(most);
    std::vector<Found> found = from_servers(most);
    const bool cut = left_out_;
    found.insert(found.end(), found_here.begin(), found_here.end());
    const bool may_leave_out = most < index_.documents();
    left_out_ = left_out_ || (may_leave_out && found_here.size() >= most) || found.size() > most;
    keep_first(found, most);
    if (by_date_ && cut && !found.empty()) end_by_id(found, found_here, most, wanted);
    asked_.clear();
    return found;
}

// Says whether servers may have left some out.
std::vector<Found> RemoteSearch::from_servers(Xapian::doccount most) {
    matches_ = 0;
    left_out_ = false;
    const bool may_leave_out = most < index_.documents();
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        if (asked_[i] == kNotAsked) continue;
        const MatchFound& answer = remote_of(index_, i).match(asked_[i]);
        matches_ += answer.matches;
        left_out_ = left_out_ || (may_leave_out && answer.documents.size() >= most);
    }
    if (left_out_) matches_ = rounded(matches_);
    std::vector<Found> found;
    take(asked_, [&](Xapian::docid document, const FoundDocument& one) {
        if (by_date_) {
            found.push_back({document, 0, one.order, id_of(document)});
        } else {
            found.push_back({document, one.weight, "", one.order});
        }
    });
    return found;
}

std::string RemoteSearch::id_of(Xapian::docid document) const {
    return index_.database().get_document(document).get_value(served_slot(Field::id));
}

// Of the day at which a server's list ends it has sent any, and not the first by their ids.
void RemoteSearch::end_by_id(std::vector<Found>& found, std::vector<Found> here,
                             Xapian::doccount most, Xapian::doccount wanted) {
    const std::string last = found.back().date;
    std::erase_if(found, [&](const Found& one) { return one.date == last; });
    left_out_ = true;
    if (found.size() >= wanted) return;
    const auto left = static_cast<Xapian::doccount>(most - found.size());
    std::vector<Found> of_last = of_day(last, left);
    std::erase_if(here, [&](const Found& one) { return one.date != last; });
    of_last.insert(of_last.end(), here.begin(), here.end());
    keep_first(of_last, left);
    found.insert(found.end(), of_last.begin(), of_last.end());
}

std::vector<Found> RemoteSearch::of_day(const std::string& day, Xapian::doccount most) {
    std::vector<Xapian::Query> queries;
    for (const Xapian::Query& query : queries_) queries.push_back(of_the_day(query, day));
    MatchAsked how = asked(queries.front(), most);
    how.order = MatchOrder::value;
    how.order_slot = served_slot(Field::id);
    how.with = served_slot(Field::record);
    const Tickets tickets = send(queries, how);
    index_.flush();
    std::vector<Found> all;
    take(tickets, [&](Xapian::docid document, const FoundDocument& one) {
        all.push_back({document, 0, day, one.order});
    });
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
        take(tickets,
             [&](Xapian::docid document, const FoundDocument&) { all.back().push_back(document); });
    }
    return all;
}

}  // namespace sinodex
