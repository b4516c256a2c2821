// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/merge_plan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace sinodex {
namespace {

constexpr std::uint64_t kSmallest = 64U << 10U;  // bytes
constexpr std::size_t kOfAClass = 5;
constexpr std::size_t kMostSegments = 32;
constexpr std::uint64_t kFreeBytes = 16'000'000;
constexpr std::uint64_t kTimesNew = 8;

std::size_t class_of(std::uint64_t bytes) {
    return (std::bit_width(bytes / kSmallest) + std::size_t{1}) / 2;
}

bool deserves_rewriting(const SegmentSize& segment) {
    return 5ULL * segment.deleted >= segment.documents;
}

bool must_be_rewritten(const SegmentSize& segment) {
    return 2ULL * segment.deleted >= segment.documents;
}

class Planner {
 public:
    Planner(const std::vector<SegmentSize>& segments, std::uint64_t new_bytes)
        : segments_(segments),
          fates_(segments.size(), SegmentFate::kept),
          bound_(std::max(kFreeBytes, kTimesNew * new_bytes)),
          merged_(new_bytes),
          merges_(new_bytes > 0) {}

    std::vector<SegmentFate> run() {
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            if (segments_[i].is_empty()) fates_[i] = SegmentFate::dropped;
        }
        rewrite();
        for (std::size_t size = full_class(bound_); size > 0; size = full_class(bound_)) {
            merge_up_to(size - 1);
        }
        if (kept() >= kMostSegments) {
            const std::size_t size = full_class(~std::uint64_t{0});
            if (size > 0) merge_up_to(size - 1);
        }
        leave_alone_what_is_alone();
        return fates_;
    }

 private:
    void merge(std::size_t i) {
        fates_[i] = SegmentFate::merged;
        merged_ += segments_[i].live_bytes();
        merges_ = true;
    }

    void rewrite() {
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            if (fates_[i] != SegmentFate::kept) continue;
            const bool fits = merged_ + segments_[i].live_bytes() <= bound_;
            if (must_be_rewritten(segments_[i]) || (fits && deserves_rewriting(segments_[i]))) {
                merge(i);
            }
        }
    }

    // The smallest class that has too many segments and may be merged with all smaller ones within
    // the bound, plus 1; 0: none.
    std::size_t full_class(std::uint64_t bound) const {
        std::array<std::size_t, 65> count{};
        std::array<std::uint64_t, 65> bytes{};
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            if (fates_[i] != SegmentFate::kept) continue;
            const std::size_t size = class_of(segments_[i].live_bytes());
            ++count.at(size);
            bytes.at(size) += segments_[i].live_bytes();
        }
        if (merges_) ++count.at(class_of(merged_));
        std::uint64_t all = merged_;
        for (std::size_t size = 0; size < count.size(); ++size) {
            all += bytes.at(size);
            if (all > bound) return 0;
            if (count.at(size) >= kOfAClass) return size + 1;
        }
        return 0;
    }

    void merge_up_to(std::size_t size) {
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            if (fates_[i] == SegmentFate::kept && class_of(segments_[i].live_bytes()) <= size) {
                merge(i);
            }
        }
    }

    std::size_t kept() const {
        return static_cast<std::size_t>(
            std::count(fates_.begin(), fates_.end(), SegmentFate::kept));
    }

    // A segment of which nothing is deleted is not written anew for nothing.
    void leave_alone_what_is_alone() {
        const auto alone = std::find(fates_.begin(), fates_.end(), SegmentFate::merged);
        if (alone == fates_.end()) return;
        const SegmentSize& segment = segments_[static_cast<std::size_t>(alone - fates_.begin())];
        if (merged_ == segment.live_bytes() && segment.deleted == 0) *alone = SegmentFate::kept;
    }

    const std::vector<SegmentSize>& segments_;
    std::vector<SegmentFate> fates_;
    std::uint64_t bound_;
    std::uint64_t merged_;  // bytes of the segment to be
    bool merges_;
};

}  // namespace

std::vector<SegmentFate> plan_merge(const std::vector<SegmentSize>& segments,
                                    std::uint64_t new_bytes) {
    return Planner(segments, new_bytes).run();
}

std::vector<SegmentFate> plan_optimization(const std::vector<SegmentSize>& segments,
                                           std::uint64_t new_bytes) {
    std::vector<SegmentFate> fates;
    for (const SegmentSize& segment : segments) {
        fates.push_back(segment.is_empty() ? SegmentFate::dropped : SegmentFate::merged);
    }
    const bool clean = segments.size() == 1 && segments.front().deleted == 0;
    if (clean && new_bytes == 0) fates.front() = SegmentFate::kept;
    return fates;
}

}  // namespace sinodex
