// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/served_shard.h"

#include "corpus/error.h"
#include "corpus/schema/served_outline.h"

namespace sinodex {
namespace {

constexpr std::chrono::seconds kLookAgain{2};
constexpr std::chrono::seconds kLeaveAlone{5};
constexpr std::chrono::seconds kLookPatience{2};  // besides what fetching an outline takes

}  // namespace

std::string ServedShard::outline() {
    const std::lock_guard lock(mutex_);
    if (Clock::now() >= again_) {
        try {
            ShardLink link(place_, kLookPatience);
            outline_ = outline_of(link, outline_cache());
            problem_.clear();
            again_ = Clock::now() + kLookAgain;
        } catch (const Error& error) {
            problem_ = error.what();
            again_ = Clock::now() + kLeaveAlone;
            throw;
        }
    }
    if (problem_.empty()) return outline_;
    throw Error(ErrorKind::database, problem_, "it is looked at again in some seconds");
}

std::shared_ptr<RemoteSegment> ServedShard::connect(const std::string& outline) {
    auto segment = std::make_shared<RemoteSegment>(place_);
    if (outline_of(segment->link(), outline_cache()) == outline) return segment;
    throw LostShard(place_, "serves another state than it did", false);
}

void ServedShard::lose(const std::string& reason, bool for_a_while) {
    const std::lock_guard lock(mutex_);
    problem_ = reason;
    again_ = for_a_while ? Clock::now() + kLeaveAlone : Clock::time_point();
}

}  // namespace sinodex
