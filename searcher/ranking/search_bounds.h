// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/api/request.h"

namespace sinodex {

// When a search is to give up: at a request's deadline, or as soon as it is cancelled. Thread-safe.
class SearchBounds {
 public:
    SearchBounds() = default;  // never
    explicit SearchBounds(const SearchRequest& request)
        : deadline_(request.deadline), cancelled_(request.cancelled) {}

    bool any() const { return deadline_.has_value() || cancelled_ != nullptr; }

    // Throws Error (interrupted) when it is time.
    void check() const;

 private:
    std::optional<std::chrono::steady_clock::time_point> deadline_;
    std::shared_ptr<const std::atomic<bool>> cancelled_;
};

}  // namespace sinodex
