// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sequencer.h"

namespace sinodex {

void Sequencer::Turn::wait() {
    std::unique_lock lock(turns_.mutex_);
    turns_.changed_.wait(lock, [this] { return turns_.next_ == batch_; });
}

void Sequencer::Turn::end() {
    if (over_) return;
    over_ = true;
    const std::lock_guard lock(turns_.mutex_);
    turns_.over_.insert(batch_);
    while (turns_.over_.erase(turns_.next_) > 0) ++turns_.next_;
    turns_.changed_.notify_all();
}

}  // namespace sinodex
