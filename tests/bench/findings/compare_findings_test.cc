// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/compare_findings.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

using Findings = std::vector<Finding>;

Finding entity(std::uint32_t begin, std::uint32_t end, const std::string& id) {
    return {{begin, end}, FindingKind::entity, id};
}

Finding role(std::uint32_t begin, std::uint32_t end, const std::string& id) {
    return {{begin, end}, FindingKind::role, id};
}

TEST(CompareFindings, AsksForOverlapAndMeaning) {
    const Findings labels{entity(0, 5, "a"), entity(10, 15, "b"), entity(20, 25, "c")};
    const FindingsComparison result =
        compare_findings(labels, {entity(3, 8, "a"), entity(10, 15, "x"), entity(25, 30, "c")});
    EXPECT_EQ(result.right, (Findings{labels[0]}));
    EXPECT_EQ(result.missed, (Findings{labels[1], labels[2]}));
    EXPECT_EQ(result.falsely, (Findings{entity(10, 15, "x"), entity(25, 30, "c")}));
}

TEST(CompareFindings, CountsEachOnce) {
    const FindingsComparison one =
        compare_findings({entity(0, 9, "a")}, {entity(0, 4, "a"), entity(5, 9, "a")});
    EXPECT_EQ(one.right.size(), 1U);
    EXPECT_EQ(one.falsely.size(), 1U);
    const FindingsComparison other =
        compare_findings({entity(0, 4, "a"), entity(5, 9, "a")}, {entity(0, 9, "a")});
    EXPECT_EQ(other.right.size(), 1U);
    EXPECT_EQ(other.missed.size(), 1U);
}

TEST(CompareFindings, TakesRolesForNamesButAmountsForAmountsOnly) {
    EXPECT_EQ(compare_findings({role(0, 4, "a")}, {entity(0, 4, "a")}).right,
              (Findings{role(0, 4, "a")}));
    const Finding date{{0, 4}, FindingKind::date, "?"};
    EXPECT_TRUE(compare_findings({date}, {{{0, 4}, FindingKind::amount, "?"}}).right.empty());
    EXPECT_EQ(compare_findings({date}, {date}).right.size(), 1U);
    EXPECT_EQ(compare_findings({date}, {}).missed.size(), 1U);
}

TEST(CompareFindings, TakesWhatIsToldForTheNameAndForNoRole) {
    const Finding told{{0, 4}, FindingKind::told, "a"};
    EXPECT_EQ(compare_findings({entity(0, 4, "a")}, {told}).right.size(), 1U);
    EXPECT_EQ(compare_findings({told}, {told}).right, (Findings{told}));
    EXPECT_EQ(compare_findings({}, {told}).falsely, (Findings{told}));
}

TEST(CompareFindings, DoesNotAskForTheUnknown) {
    EXPECT_TRUE(compare_findings({entity(0, 4, "?"), role(5, 9, "?")}, {}).missed.empty());
    EXPECT_EQ(compare_findings({entity(0, 4, "?")}, {entity(0, 4, "a")}).falsely.size(), 1U);
}

TEST(FindingCounts, GivePrecisionRecallAndTheirMean) {
    FindingCounts counts{6, 6, 2};
    EXPECT_DOUBLE_EQ(counts.precision(), 0.75);
    EXPECT_DOUBLE_EQ(counts.recall(), 0.5);
    EXPECT_DOUBLE_EQ(counts.f1(), 0.6);
    EXPECT_DOUBLE_EQ(FindingCounts{}.f1(), 1);
    EXPECT_DOUBLE_EQ((FindingCounts{0, 1, 1}.f1()), 0);
}

}  // namespace
}  // namespace sinodex
