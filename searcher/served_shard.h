// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "corpus/schema/remote_segment.h"

namespace sinodex {

// A shard that another machine serves, as it was when it was last looked at: every two seconds, or
// five where it was lost, so that a search does not wait for it each time. Thread-safe.
class ServedShard {
 public:
    explicit ServedShard(std::string place) : place_(std::move(place)) {}

    // The path of the outline of what is served; see corpus/schema/served_outline.h. Throws Error.
    std::string outline();

    // A connection of its own for a session that has opened an outline. Throws LostShard, also
    // where something else is served by now.
    std::shared_ptr<RemoteSegment> connect(const std::string& outline);

    // It takes no part for a while, or unless a look shows that it is there again.
    void lose(const std::string& reason, bool for_a_while);

 private:
    using Clock = std::chrono::steady_clock;

    const std::string place_;
    std::mutex mutex_;  // of all that follows
    Clock::time_point again_{};
    std::string outline_;
    std::string problem_;
};

}  // namespace sinodex
