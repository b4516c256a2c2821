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
    const auto place = [](int batch) { return static_cast<std::size_t>(batch) % kMost; };
    turns_.over_.set(place(batch_));
    while (turns_.over_.test(place(turns_.next_))) turns_.over_.reset(place(turns_.next_++));
    turns_.changed_.notify_all();
}

}  // namespace sinodex
