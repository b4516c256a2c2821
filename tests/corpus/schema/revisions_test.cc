// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/revisions.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

Revisions three() {
    Revisions revisions;
    revisions.add("2026-01-01T00:00:00Z");
    revisions.add("2026-01-02T08:30:00Z");
    revisions.add("2026-02-01T12:00:00Z");
    return revisions;
}

TEST(Revisions, AreCountedFromOne) {
    EXPECT_EQ(Revisions().newest(), 0U);
    EXPECT_EQ(Revisions().newest_time(), "");
    EXPECT_EQ(three().newest(), 3U);
    EXPECT_EQ(three().newest_time(), "2026-02-01T12:00:00Z");
}

TEST(Revisions, ComeBackAsTheyWere) {
    const std::string bytes = three().encode();
    EXPECT_EQ(bytes, "2026-01-01T00:00:00Z\n2026-01-02T08:30:00Z\n2026-02-01T12:00:00Z\n");
    EXPECT_EQ(Revisions::decode(bytes).encode(), bytes);
    EXPECT_EQ(Revisions::decode("").newest(), 0U);
    for (const char* other : {"\n", "12\n", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z\nx\n"}) {
        EXPECT_EQ(Revisions::decode(other).newest(), 0U) << other;
    }
}

TEST(Revisions, AreFoundByTheirTime) {
    EXPECT_EQ(three().before("2025-12-31T00:00:00Z"), 0U);
    EXPECT_EQ(three().before("2026-01-01T00:00:00Z"), 0U);
    EXPECT_EQ(three().before("2026-01-01T00:00:01Z"), 1U);
    EXPECT_EQ(three().before("2026-01-31T00:00:00Z"), 2U);
    EXPECT_EQ(three().before("2099-01-01T00:00:00Z"), 3U);
}

TEST(Revisions, StayInOrderWhenTheClockIsSetBack) {
    Revisions revisions = three();
    revisions.add("2020-01-01T00:00:00Z");
    EXPECT_EQ(revisions.newest(), 4U);
    EXPECT_EQ(revisions.before("2026-01-31T00:00:00Z"), 2U);
    EXPECT_EQ(revisions.before("2026-02-02T00:00:00Z"), 4U);
}

TEST(JoinedRevisions, AreInTheOrderOfTheirTimes) {
    Revisions other;
    other.add("2026-01-02T00:00:00Z");
    other.add("2026-01-02T08:30:00Z");
    const JoinedRevisions joined({three(), other, Revisions()});
    EXPECT_EQ(joined.all().encode(),
              "2026-01-01T00:00:00Z\n2026-01-02T00:00:00Z\n2026-01-02T08:30:00Z\n"
              "2026-01-02T08:30:00Z\n2026-02-01T12:00:00Z\n");
    struct Case {
        std::size_t index;
        std::vector<Revision> of_own;     // own 0, 1, 2, ... among all
        std::vector<Revision> of_joined;  // own that is the newest up to 0, 1, 2, ...
    };
    for (const Case& c : {Case{0, {0, 1, 3, 5}, {0, 1, 1, 2, 2, 3}},
                          Case{1, {0, 2, 4}, {0, 0, 1, 1, 2, 2}}, Case{2, {0}, {0, 0, 0, 0}}}) {
        for (Revision own = 0; own < c.of_own.size(); ++own) {
            EXPECT_EQ(joined.joined(c.index, own), c.of_own[own]) << c.index << ' ' << own;
        }
        for (Revision all = 0; all < c.of_joined.size(); ++all) {
            EXPECT_EQ(joined.own(c.index, all), c.of_joined[all]) << c.index << ' ' << all;
        }
    }
}

// Two runs over two indexes, all within a second: the first of both, then the second.
TEST(JoinedRevisions, OfOneSecondAreInTheOrderOfTheirNumbers) {
    Revisions twice;
    twice.add("2026-01-01T00:00:00Z");
    twice.add("2026-01-01T00:00:00Z");
    const JoinedRevisions joined({twice, twice});
    EXPECT_EQ(joined.joined(0, 1), 1U);
    EXPECT_EQ(joined.joined(1, 1), 2U);
    EXPECT_EQ(joined.joined(0, 2), 3U);
    EXPECT_EQ(joined.joined(1, 2), 4U);
}

TEST(Revisions, AreTheTimeOfNow) {
    EXPECT_GT(now_utc(), "2024-01-01T00:00:00Z");
    EXPECT_EQ(now_utc().size(), 20U);
}

}  // namespace
}  // namespace sinodex
