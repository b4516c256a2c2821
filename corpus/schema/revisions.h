// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// A run of the indexer that changes a database makes a revision of it, numbered from 1. Every
// passage knows the one in which its text came into its article.
using Revision = std::uint32_t;
inline constexpr Revision kNoRevision = 0;  // before the first

// A database's revisions with their times, as its metadata keeps them: line n is when revision n
// was made, 2026-11-22T17:37:20Z. Times never fall, whatever the clock does.
class Revisions {
 public:
    // A text that cannot be read as such lines counts as none.
    static Revisions decode(std::string_view bytes);
    std::string encode() const;

    Revision newest() const { return static_cast<Revision>(times_.size()); }
    // When the newest was made; empty without any.
    std::string newest_time() const { return times_.empty() ? "" : times_.back(); }
    // The newest one made before a time, which is written as above.
    Revision before(std::string_view time) const;

    void add(std::string time);
    const std::vector<std::string>& times() const { return times_; }  // of revision 1 first

 private:
    std::vector<std::string> times_;
};

// The revisions of several indexes that are read as one: all of theirs in the order of their times,
// of equal times in the order of their own numbers, then of the indexes.
class JoinedRevisions {
 public:
    JoinedRevisions() = default;
    explicit JoinedRevisions(const std::vector<Revisions>& indexes);

    const Revisions& all() const { return all_; }
    // The number among all of them of an index's own revision.
    Revision joined(std::size_t index, Revision own) const;
    // An index's own revision that is the newest up to one of all of them.
    Revision own(std::size_t index, Revision joined) const;

 private:
    Revisions all_;
    std::vector<std::vector<Revision>> joined_;  // by index, by own revision - 1; ascending
};

// The present time in UTC, written as above.
std::string now_utc();

// How people write a revision: r12.
std::string revision_text(Revision revision);

}  // namespace sinodex
