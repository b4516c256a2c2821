// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/session_pool.h"

#include <sys/stat.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/schema/generation.h"

namespace sinodex {
namespace {

constexpr const char* kHint =
    "check it with sinodex-index --check; build it anew with sinodex-index --rebuild";

// So long it is not looked whether files that no writer changes are there. A writer that puts
// another generation in force is seen at once.
constexpr std::chrono::milliseconds kFollowed{100};

// Tells a file from one that was put in its place; empty where there is none.
std::string identity_of(const std::string& path) {
    struct stat file {};
    if (stat(path.c_str(), &file) != 0) return {};
    std::string identity;
    for (const auto part : {std::uint64_t{file.st_ino}, static_cast<std::uint64_t>(file.st_size),
                            static_cast<std::uint64_t>(file.st_mtim.tv_sec),
                            static_cast<std::uint64_t>(file.st_mtim.tv_nsec)}) {
        identity += std::to_string(part) + " ";
    }
    return identity;
}

bool same_generations(const ShardStates& a, const ShardStates& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x.generation == y.generation; });
}

std::string place_of(const IndexReader& index) {
    const auto& remote = index.segments().front().remote;
    return remote ? remote->link().place() : index.manifest().database;
}

void refuse_other_knowledge(const IndexReader& index, const IndexReader& first) {
    const std::string what = difference(first, index);
    if (what.empty()) return;
    throw Error(ErrorKind::database,
                place_of(index) + ": its " + what + " is not that of " + place_of(first),
                "index all shards with the same version, --entities and --dictionary");
}

}  // namespace

SessionPool::SessionPool(std::vector<IndexPlace> places, bool require_all)
    : places_(std::move(places)), require_all_(require_all), watches_(places_.size()) {
    for (const IndexPlace& place : places_) {
        served_.push_back(is_served(place) ? std::make_unique<ServedShard>(place.path) : nullptr);
    }
}

SessionPool::Lease SessionPool::take() {
    std::shared_ptr<const ShardStates> known;
    {
        const std::lock_guard lock(mutex_);
        note_damage();
        if (!idle_.empty()) {
            Lease lease{in_force_, std::move(idle_.back())};
            idle_.pop_back();
            return lease;
        }
        known = in_force_;
    }
    return open(known);
}

void SessionPool::give_back(Lease lease) {
    const std::lock_guard lock(mutex_);
    if (in_force_ && *lease.shards == *in_force_) idle_.push_back(std::move(lease.session));
}

// Reads the pointers under the lock, so that of two threads none turns back. What was wrong with a
// generation stays wrong.
bool SessionPool::refresh() {
    const std::lock_guard lock(mutex_);
    const auto time = std::chrono::steady_clock::now();
    const std::string at_hand = pointers();
    const bool followed = !at_hand.empty() && at_hand == pointers_ && time < look_again_;
    if (followed && in_force_ && missing(*in_force_).empty()) return false;
    ShardStates now = look();
    pointers_ = at_hand;
    look_again_ = time + kFollowed;
    for (std::size_t i = 0; in_force_ && i < now.size(); ++i) {
        const ShardState& before = (*in_force_)[i];
        if (before.generation == now[i].generation) now[i].problem = before.problem;
    }
    return turn(in_force_, now);
}

std::vector<MissingShard> SessionPool::missing() const {
    const std::lock_guard lock(mutex_);
    return in_force_ ? missing(*in_force_) : std::vector<MissingShard>();
}

std::vector<MissingShard> SessionPool::missing(const ShardStates& shards) const {
    std::vector<MissingShard> missing;
    for (std::size_t i = 0; i < shards.size(); ++i) {
        if (!shards[i].problem.empty()) missing.push_back({places_[i].name, shards[i].problem});
    }
    return missing;
}

std::shared_ptr<const NameTable> SessionPool::names_of(const std::shared_ptr<const Domain>& known) {
    {
        const std::lock_guard lock(mutex_);
        if (names_.first == known) return names_.second;
    }
    auto table = std::make_shared<const NameTable>(known->knowledge);
    const std::lock_guard lock(mutex_);
    names_ = {known, table};
    return table;
}

void SessionPool::fail(const ShardStates& shards, const Xapian::Error& error) const {
    const std::string path = shards.size() == 1 ? shards.front().generation + ": " : "";
    throw Error(ErrorKind::database, path + error.get_description(), kHint);
}

// What says which generations are in force; empty where it has to be asked for or is not there.
std::string SessionPool::pointers() const {
    std::string all;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const std::string one =
            served_[i] ? std::string() : identity_of(places_[i].path + "/" + kStubName);
        if (one.empty()) return {};
        all += one;
    }
    return all;
}

std::string SessionPool::path_of(std::size_t place) const {
    if (served_[place]) return served_[place]->outline();
    return current_generation_path(places_[place].path);
}

ShardState SessionPool::look_at(std::size_t place) const {
    try {
        return {path_of(place), ""};
    } catch (const Error& error) {
        if (!may_miss()) throw;
        return {"", error.what()};
    }
}

ShardStates SessionPool::look() const {
    ShardStates states;
    for (std::size_t i = 0; i < places_.size(); ++i) states.push_back(look_at(i));
    return states;
}

void SessionPool::set_aside(const LostShard& lost, bool for_a_while) const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const bool is_it = served_[i] && places_[i].path == lost.place();
        if (is_it) served_[i]->lose(lost.what(), for_a_while);
    }
}

void SessionPool::lose(const LostShard& lost, bool again) {
    if (again && !may_miss()) throw LostShard(lost);
    set_aside(lost, may_miss() && (again || lost.slow()));
    const std::lock_guard lock(mutex_);
    idle_.clear();
    turn(in_force_, look());
}

// Damage that was found while searches went on.
void SessionPool::note_damage() {
    for (std::size_t i = 0; in_force_ && i < places_.size(); ++i) {
        const ShardState& state = (*in_force_)[i];
        const auto& [generation, watch] = watches_[i];
        if (!watch || generation != state.generation || !state.problem.empty()) continue;
        try {
            watch->check();
        } catch (const Error& error) {
            if (!may_miss()) throw;
            ShardStates states = *in_force_;
            states[i].problem = error.what();
            turn(in_force_, states);
        }
    }
}

// Unless another thread has turned on already.
bool SessionPool::turn(const std::shared_ptr<const ShardStates>& from, const ShardStates& to) {
    if (in_force_ != from || (in_force_ && *in_force_ == to)) return false;
    in_force_ = std::make_shared<const ShardStates>(to);
    idle_.clear();
    return true;
}

// Opens generations, or the newest ones when a writer has put those in their place: the tables of
// the others may be going while they are opened.
SessionPool::Lease SessionPool::open(const std::shared_ptr<const ShardStates>& known) {
    constexpr int kTries = 10;
    for (int i = 1;; ++i) {
        ShardStates states = known && i == 1 ? *known : look();
        try {
            std::unique_ptr<Session> session = open_now(states);
            if (same_generations(look(), states) || i == kTries) {
                const std::lock_guard lock(mutex_);
                turn(known, states);
                domain_ = {states, session->domain()};
                return {std::make_shared<const ShardStates>(std::move(states)), std::move(session)};
            }
        } catch (const Xapian::Error& error) {
            if (i == kTries) fail(states, error);
        } catch (const LostShard& lost) {
            set_aside(lost, may_miss() && (i > 1 || lost.slow()));
            if (i == kTries || !may_miss()) throw;
        } catch (const Error&) {
            if (i == kTries || same_generations(look(), states)) throw;
        }
    }
}

std::unique_ptr<Session> SessionPool::open_now(ShardStates& states) {
    std::vector<IndexReader> indexes = open_indexes(states);
    if (indexes.empty()) refuse(states);
    IndexReader index =
        indexes.size() > 1 ? IndexReader(std::move(indexes)) : std::move(indexes.front());
    return std::make_unique<Session>(std::move(index), domain_of(states));
}

std::vector<IndexReader> SessionPool::open_indexes(ShardStates& states) {
    std::vector<IndexReader> indexes;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (states[i].problem.empty()) open_index(i, states[i], indexes);
    }
    return indexes;
}

IndexReader SessionPool::opened(std::size_t place, const std::string& generation) const {
    if (!served_[place]) return IndexReader(generation);
    try {
        return {generation, served_[place]->connect(generation)};
    } catch (const LostShard&) {
        throw;
    } catch (const Error& error) {  // about the outline
        throw Error(error.kind(), places_[place].path + ": " + error.what(), error.hint());
    }
}

void SessionPool::open_index(std::size_t place, ShardState& state,
                             std::vector<IndexReader>& indexes) {
    const auto leave_out = [&](const std::string& reason) {
        if (!may_miss() || look_at(place).generation != state.generation) return false;
        state.problem = reason;
        if (served_[place]) {
            served_[place]->lose(reason, true);
            state.generation.clear();
        }
        return true;
    };
    try {
        watch_of(place, state.generation);
        IndexReader index = opened(place, state.generation);
        if (!indexes.empty()) refuse_other_knowledge(index, indexes.front());
        indexes.push_back(std::move(index));
    } catch (const Error& error) {
        if (!leave_out(error.what())) throw;
    } catch (const Xapian::Error& error) {
        if (!leave_out(error.get_description())) throw;
    }
}

// Returns what is known of generations, if a session has read it already.
std::shared_ptr<const Domain> SessionPool::domain_of(const ShardStates& states) {
    const std::lock_guard lock(mutex_);
    return domain_.first == states ? domain_.second : nullptr;
}

// Begins to watch a generation, unless somebody does.
void SessionPool::watch_of(std::size_t place, const std::string& generation) {
    SoundFiles sound;
    {
        const std::lock_guard lock(mutex_);
        const auto& [watched, watch] = watches_[place];
        if (watch && watched == generation) return;
        if (watch) sound = watch->sound();
    }
    auto watch = std::make_shared<const DamageWatch>(generation, std::move(sound));
    const std::lock_guard lock(mutex_);
    watches_[place] = {generation, std::move(watch)};
}

void SessionPool::refuse(const ShardStates& states) const {
    throw Error(ErrorKind::database, places_.front().name + ": " + states.front().problem,
                "none of the " + std::to_string(places_.size()) + " shards can be searched");
}

}  // namespace sinodex
