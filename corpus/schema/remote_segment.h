// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/remote/shard_link.h"

namespace sinodex {

// A segment that another machine serves, behind a database without documents that tells of it; see
// served_outline.h. Documents are those of the segment, by their numbers in it. Throws LostShard.
// Not thread-safe.
class RemoteSegment {
 public:
    // Waits so long for an answer.
    explicit RemoteSegment(const std::string& place,
                           ShardLink::Clock::duration patience = kPatience)
        : link_(place, patience) {}

    using Ticket = ShardLink::Ticket;

    ShardLink& link() { return link_; }

    // A server counts documents of two databases in turn: its number for a document, and back.
    static std::uint32_t served(std::uint32_t document) { return 2 * document; }
    static std::uint32_t own(std::uint32_t served) { return served / 2; }

    // Asks for a match: once for the same, so that what may be needed later can be asked for ahead,
    // with what is needed now. Records that it brings along, by Field::record, are kept.
    Ticket ask(const MatchAsked& match, const MatchStatistics& statistics);
    const MatchFound& match(Ticket ticket);

    // Whether the record of a document is kept. Else it is wanted, by the term of its article's id,
    // which so many documents have; all that are wanted come with one match, which flush() asks
    // for, or at last packed() does.
    bool keeps(std::uint32_t document) const { return kept_.contains(document); }
    void want(std::uint32_t document, const std::string& id_term, std::uint32_t holders);
    void flush();
    std::string packed(std::uint32_t document);

    // Documents that have a term.
    std::vector<std::uint32_t> documents_with(const std::string& term);

    // What was kept and asked for until now is not wanted any more.
    void forget();

    static constexpr std::chrono::seconds kPatience{5};

 private:
    ShardLink link_;
    std::map<MatchAsked, Ticket> tickets_;
    std::unordered_map<Ticket, MatchFound> matches_;       // that were answered
    std::unordered_map<std::uint32_t, std::string> kept_;  // records, packed
    std::map<std::string, std::uint32_t> wanted_;  // terms of ids, and how many documents have them
    std::set<std::string> coming_;                 // those that were asked for
    std::vector<Ticket> asked_;                    // in these matches
};

}  // namespace sinodex
