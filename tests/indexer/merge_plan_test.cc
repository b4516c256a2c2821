// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/merge_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sinodex {
namespace {

using Fate = SegmentFate;

constexpr std::uint64_t kArticle = 3000;  // bytes
constexpr std::uint64_t kLeast = 40'000;  // of the smallest segment

SegmentSize segment(std::uint32_t documents, std::uint32_t deleted = 0) {
    return {std::max(kLeast, documents * kArticle), documents, deleted};
}

// Makes what a plan says of the segments; returns the bytes that are written.
std::uint64_t carry_out(const std::vector<SegmentFate>& fates, std::uint32_t fresh,
                        std::vector<SegmentSize>& segments) {
    std::vector<SegmentSize> after;
    std::uint32_t documents = fresh;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (fates[i] == Fate::kept) after.push_back(segments[i]);
        if (fates[i] == Fate::merged) documents += segments[i].documents - segments[i].deleted;
    }
    segments = after;
    if (documents == 0) return 0;
    segments.push_back(segment(documents));
    return segments.back().bytes;
}

TEST(MergePlan, KeepsTheRunsOfALargeIndexCheap) {
    std::vector<SegmentSize> segments{segment(1'000'000)};
    std::uint64_t written = 0;
    std::size_t most = 0;
    for (int run = 0; run < 3000; ++run) {
        const std::uint64_t bytes = carry_out(plan_merge(segments, kLeast), 1, segments);
        EXPECT_LT(bytes, 17'000'000U) << run;
        written += bytes;
        most = std::max(most, segments.size());
    }
    EXPECT_LT(written / 3000, 300'000U) << "on average";
    EXPECT_LE(most, 20U);
    EXPECT_EQ(segments.front().documents, 1'000'000U) << "a large segment stays as it is";
}

TEST(MergePlan, BoundsTheNumberOfSegments) {
    std::mt19937 random(3);
    std::vector<SegmentSize> segments;
    std::uint64_t written = 0;
    std::uint64_t fresh_bytes = 0;
    for (int run = 0; run < 2000; ++run) {
        const auto fresh = static_cast<std::uint32_t>(1 + random() % 3000);
        const SegmentSize size = segment(fresh);
        written += carry_out(plan_merge(segments, size.bytes), fresh, segments);
        fresh_bytes += size.bytes;
        ASSERT_LE(segments.size(), 33U);
    }
    EXPECT_LT(written, 8 * fresh_bytes);
}

TEST(MergePlan, WritesAnewWhatHasLostMuch) {
    const std::vector<SegmentSize> segments{segment(1000),
                                            segment(1000, 100),
                                            segment(1000, 250),
                                            segment(1'000'000, 250'000),
                                            segment(1'000'000, 600'000),
                                            segment(10, 10)};
    EXPECT_EQ(plan_merge(segments, 0),
              (std::vector<Fate>{Fate::kept, Fate::kept, Fate::merged, Fate::kept, Fate::merged,
                                 Fate::dropped}));
}

TEST(MergePlan, LeavesAloneWhatNeedsNothing) {
    EXPECT_TRUE(plan_merge({}, 0).empty());
    EXPECT_EQ(plan_merge({segment(10), segment(10)}, 0),
              (std::vector<Fate>{Fate::kept, Fate::kept}));
    EXPECT_EQ(plan_optimization({segment(10)}, 0), std::vector<Fate>{Fate::kept});
    EXPECT_EQ(plan_optimization({segment(10, 1)}, 0), std::vector<Fate>{Fate::merged});
    EXPECT_EQ(plan_optimization({segment(10)}, 1), std::vector<Fate>{Fate::merged});
    EXPECT_EQ(plan_optimization({segment(10), segment(1'000'000), segment(5, 5)}, 0),
              (std::vector<Fate>{Fate::merged, Fate::merged, Fate::dropped}));
}

}  // namespace
}  // namespace sinodex
