// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/answer_cache.h"

#include <utility>

namespace sinodex {

// With about what the lists themselves take.
std::size_t AnswerCache::bytes_of(const Kept& kept) {
    constexpr std::size_t kOverhead = 512;
    return kept.key.size() + kept.answer->body.size() + kOverhead;
}

AnswerCache::Answer AnswerCache::find(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto at = places_.find(key);
    if (at == places_.end()) {
        ++figures_.misses;
        return nullptr;
    }
    ++figures_.hits;
    kept_.splice(kept_.begin(), kept_, at->second);
    return at->second->answer;
}

void AnswerCache::keep(const std::string& key, const HttpResponse& answer) {
    constexpr std::size_t kLeastKept = 8;
    Kept kept{key, std::make_shared<const HttpResponse>(answer)};
    const std::size_t bytes = bytes_of(kept);
    if (bytes > most_bytes_ / kLeastKept) return;
    const std::lock_guard lock(mutex_);
    if (places_.contains(key)) return;  // another thread was quicker
    while (figures_.bytes + bytes > most_bytes_) drop_oldest();
    kept_.push_front(std::move(kept));
    places_.emplace(kept_.front().key, kept_.begin());
    figures_.bytes += bytes;
}

void AnswerCache::drop_oldest() {
    figures_.bytes -= bytes_of(kept_.back());
    places_.erase(kept_.back().key);
    kept_.pop_back();
}

AnswerCacheFigures AnswerCache::figures() const {
    const std::lock_guard lock(mutex_);
    return figures_;
}

}  // namespace sinodex
