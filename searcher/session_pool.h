// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "corpus/schema/shard_list.h"
#include "searcher/api/missing_shard.h"
#include "searcher/completion/names.h"
#include "searcher/retrieval/damage_watch.h"
#include "searcher/retrieval/session.h"
#include "searcher/served_shard.h"

namespace sinodex {

// One of the indexes that are searched as one, as it is at one moment.
struct ShardState {
    std::string generation;  // path of the one in force; empty where none can be found
    std::string problem;     // why it takes no part; empty where it does

    bool operator==(const ShardState&) const = default;
};

using ShardStates = std::vector<ShardState>;  // by place

// Sessions that no search is using wait here, all of the generations in force; one that a search
// gives back after these have changed is dropped. Searchers of other weights share them, and so
// what they know of the articles. Thread-safe.
//
// Where there are several indexes, those that cannot be opened, are damaged, of another version, or
// were read with other knowledge than the first take no part, and are looked at again by refresh().
// So do those on other machines that do not answer.
class SessionPool {
 public:
    struct Lease {
        std::shared_ptr<const ShardStates> shards;
        std::unique_ptr<Session> session;
    };

    // `require_all`: an index that cannot take part is an error, as it is where there is only one.
    SessionPool(std::vector<IndexPlace> places, bool require_all);

    // A session of the generations in force, which are looked up where none was opened yet. Throws
    // Error (database).
    Lease take();
    void give_back(Lease lease);

    // Turns to the newest generations; true when there is any that was not in force before. Throws
    // Error (database) where nothing can be searched.
    bool refresh();

    // A shard on another machine was lost while these were searched. Looks whether it is there
    // again; where it was lost `again`, or is slow, it takes no part for some seconds. Throws that
    // error where it must take part and was lost twice.
    void lose(const LostShard& lost, bool again);

    // The indexes that take no part, of those in force and of those that a lease was made of.
    std::vector<MissingShard> missing() const;
    std::vector<MissingShard> missing(const ShardStates& shards) const;

    // Made when somebody wants to complete a name; a search does without.
    std::shared_ptr<const NameTable> names_of(const std::shared_ptr<const Domain>& known);

    // Throws Error (database): Xapian has failed while these were searched.
    [[noreturn]] void fail(const ShardStates& shards, const Xapian::Error& error) const;

 private:
    using Watch = std::shared_ptr<const DamageWatch>;

    bool may_miss() const { return places_.size() > 1 && !require_all_; }
    std::string pointers() const;
    ShardState look_at(std::size_t place) const;
    std::string path_of(std::size_t place) const;
    IndexReader opened(std::size_t place, const std::string& generation) const;
    void set_aside(const LostShard& lost, bool for_a_while) const;
    ShardStates look() const;
    void note_damage();
    bool turn(const std::shared_ptr<const ShardStates>& from, const ShardStates& to);
    Lease open(const std::shared_ptr<const ShardStates>& known);
    std::unique_ptr<Session> open_now(ShardStates& states);
    std::vector<IndexReader> open_indexes(ShardStates& states);
    void open_index(std::size_t place, ShardState& state, std::vector<IndexReader>& indexes);
    std::shared_ptr<const Domain> domain_of(const ShardStates& states);
    void watch_of(std::size_t place, const std::string& generation);
    [[noreturn]] void refuse(const ShardStates& states) const;

    const std::vector<IndexPlace> places_;
    const bool require_all_;
    std::vector<std::unique_ptr<ServedShard>> served_;  // by place; null: it is a folder
    mutable std::mutex mutex_;                          // of all that follows
    std::shared_ptr<const ShardStates> in_force_;
    std::string pointers_;                              // as they were when they were followed
    std::chrono::steady_clock::time_point look_again_;  // whatever they are
    std::vector<std::unique_ptr<Session>> idle_;
    std::pair<ShardStates, std::shared_ptr<const Domain>> domain_;
    std::vector<std::pair<std::string, Watch>> watches_;  // by place, with the generation's path
    std::pair<std::shared_ptr<const Domain>, std::shared_ptr<const NameTable>> names_;
};

}  // namespace sinodex
