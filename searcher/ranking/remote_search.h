// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/remote/shard_link.h"
#include "corpus/schema/index_reader.h"

namespace sinodex {

// A match in shards on other machines. One round trip asks all of them for their best, with what is
// stored of these: each server is told the statistics of all shards, which are known here, so that
// it weighs as if it had everything.
//
// Where nothing scores, the newest come first, and equal days in the order of ids. A server orders
// by one value only: so a second round trip asks for the day at which the list ends in that order,
// and a last one for what is stored.
class RemoteSearch {
 public:
    struct Found {
        Xapian::docid document = 0;
        double weight = 0;
        std::string id;  // by which equal ones are ordered
    };

    // A query for each segment of an index, which outlives this.
    RemoteSearch(const IndexReader& index, std::vector<Xapian::Query> queries,
                 const Xapian::Weight& weighting, bool by_date);

    // Asks for the best so many; sent with the next flush of the index.
    void ask(Xapian::doccount most);

    // The best so many that ask() has asked for, or that this asks for.
    std::vector<Found> best(Xapian::doccount most);

    // About so many match, as best() has found.
    std::uint64_t matches() const { return matches_; }

    // Fetches for each term the documents that match and have it, in any order: one round trip, or
    // none where ask_holders() has asked with what was sent already.
    void ask_holders(const std::vector<std::string>& terms);
    std::vector<std::vector<Xapian::docid>> holders();

 private:
    using Tickets = std::vector<ShardLink::Ticket>;  // by segment

    MatchAsked asked(const Xapian::Query& query, Xapian::doccount most) const;
    MatchStatistics statistics_of(const Xapian::Query& query) const;
    Tickets send(const std::vector<Xapian::Query>& queries, const MatchAsked& how);
    MatchFound take(const Tickets& tickets, std::size_t segment);
    std::vector<Found> best_by_weight(Xapian::doccount most);
    std::vector<Found> best_by_date(Xapian::doccount most);
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
};

}  // namespace sinodex
