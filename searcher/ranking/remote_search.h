// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/remote_segment.h"

namespace sinodex {

// A match in an index of which other machines have some segments. One round trip asks all of them
// for their best, with what is stored of these: each server is told the statistics of all segments,
// which are known here, so that it weighs as if it had everything. What its segment cannot hold, by
// the terms that it has, is not asked for.
//
// Where nothing scores, the newest come first, and equal days in the order of ids. A server orders
// by one value only: so a second round trip may ask for the day at which the list ends in that
// order.
class RemoteSearch {
 public:
    struct Found {
        Xapian::docid document = 0;
        double weight = 0;
        std::string date;  // where the newest come first
        std::string id;    // by which equal ones are ordered
    };
    // Finds the best so many in the segments that are here.
    using MatchHere = std::function<std::vector<Found>(Xapian::doccount most)>;

    // A query for each segment of an index, which outlives this.
    RemoteSearch(const IndexReader& index, std::vector<Xapian::Query> queries,
                 const Xapian::Weight& weighting, bool by_date);

    // Asks for the best so many; sent with the next flush of the index.
    void ask(Xapian::doccount most);

    // The best so many that ask() has asked for, or that this asks for; or fewer, but at least
    // `wanted`, where more would take another round trip.
    std::vector<Found> best(Xapian::doccount most, Xapian::doccount wanted, const MatchHere& here);

    // As best() has found: about how many match on other machines, and whether it left any out.
    std::uint64_t matches() const { return matches_; }
    bool left_out() const { return left_out_; }

    // Fetches for each term the documents on other machines that match and have it, in any order:
    // one round trip, or none where ask_holders() has asked with what was sent already.
    void ask_holders(const std::vector<std::string>& terms);
    std::vector<std::vector<Xapian::docid>> holders();

 private:
    // By segment; none where it was not asked.
    using Tickets = std::vector<RemoteSegment::Ticket>;

    MatchAsked asked(const Xapian::Query& query, Xapian::doccount most) const;
    MatchStatistics statistics_of(const Xapian::Query& query) const;
    Tickets send(const std::vector<Xapian::Query>& queries, const MatchAsked& how);
    template <typename Take>
    void take(const Tickets& tickets, Take take) const;
    std::vector<Found> from_servers(Xapian::doccount most);
    void end_by_id(std::vector<Found>& found, std::vector<Found> here, Xapian::doccount most,
                   Xapian::doccount wanted);
    std::vector<Found> of_day(const std::string& day, Xapian::doccount most);
    std::string id_of(Xapian::docid document) const;

    const IndexReader& index_;
    std::vector<Xapian::Query> queries_;
    std::string weighting_;
    std::string parameters_;
    bool by_date_;
    Tickets asked_;
    Xapian::doccount asked_most_ = 0;
    std::vector<Tickets> holders_;
    std::uint64_t matches_ = 0;
    bool left_out_ = false;
};

}  // namespace sinodex
