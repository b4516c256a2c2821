// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/search_bounds.h"

#include "corpus/error.h"

namespace sinodex {

void SearchBounds::check() const {
    if (cancelled_ && cancelled_->load(std::memory_order_relaxed)) {
        throw Error(ErrorKind::interrupted, "the search was cancelled");
    }
    if (deadline_ && std::chrono::steady_clock::now() >= *deadline_) {
        throw Error(ErrorKind::interrupted, "the search was not done in the time that it had",
                    "ask for something more specific, or allow more time");
    }
}

}  // namespace sinodex
