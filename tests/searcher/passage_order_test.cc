// SPDX-License-Identifier: GPL-2.0-or-later

// Checks which of an article's passages comes first.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/news.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

// The number of the passage that comes first.
std::uint32_t first_of(const std::vector<std::string>& passages, const std::string& query) {
    const TemporaryFolder folder;
    index_passages(folder / "db", passages);
    SearchRequest request;
    request.query = query;
    const SearchResult result = Searcher(folder / "db").search(request);
    return result.hits.empty() ? UINT32_MAX : result.hits.front().passage;
}

TEST(PassageOrder, AWordComesBeforeAnyNumberOfOtherWordsForIt) {
    EXPECT_EQ(first_of({"The penalty was a punishment: the sanction, the penalty, the forfeit and "
                        "the punishment of sellers came as one penalty.",
                        "The company got a fine which the owner of the market had expected to be "
                        "much larger than it became."},
                       "fine"),
              1);
}

TEST(PassageOrder, EvidenceForOneWordDoesNotOutweighTwoWords) {
    EXPECT_EQ(first_of({"Alibaba, said Alibaba's chairman, is no longer what Alibaba was when "
                        "Alibaba began; Ali is Alibaba.",
                        "The recall of toys by Alibaba ended in the summer of that same year."},
                       "Alibaba recall"),
              1);
}

TEST(PassageOrder, AQuestionPrefersWhatItAsksFor) {
    const std::vector<std::string> passages{
        "Didi raised money in New York, which its founders had long wished for.",
        "Didi raised 4.4 billion dollars in New York by what its founders sold.",
        "Didi raised money in New York because its founders had long wished to."};
    EXPECT_EQ(first_of(passages, "how much did Didi raise in New York"), 1);
    EXPECT_EQ(first_of(passages, "why did Didi raise money in New York"), 2);
}

TEST(PassageOrder, WhatAnswersCountsNearTheWordsItBelongsTo) {
    const std::vector<std::string> passages{
        "The bridge opened with music and speeches. A stall sold 4 million dollars' worth of "
        "lottery tickets in the same week.",
        "The bridge opened with music and speeches. It opened, the bridge, 4 million dollars over "
        "what the city's council had planned."};
    EXPECT_EQ(first_of(passages, "what did it cost to open the bridge"), 1);
    EXPECT_EQ(first_of({passages[1], passages[0]}, "what did it cost to open the bridge"), 0);
}

TEST(PassageOrder, ADayComesBeforeItsNumbersApart) {
    const std::vector<std::string> passages{
        "In July the office listed 10 deals of 2021, 10 of which had been made in a July before.",
        "The merger of the two platforms was forbidden on 10 July 2021, said the state office."};
    EXPECT_EQ(first_of(passages, "office 10 July 2021"), 1);
    EXPECT_EQ(first_of({passages[1], passages[0]}, "office 10 July 2021"), 0);
}

TEST(PassageOrder, AnAmountComesBeforeItsNumbersApart) {
    EXPECT_EQ(first_of({"Of 750 shops 12 million buyers know, 12 pay in yuan and 750 do not.",
                        "The regulator said that the shop would have to pay RMB750m for that."},
                       "shop pay 750 million yuan"),
              1);
}

TEST(PassageOrder, AHeadingComesAfterWhatItAnnounces) {
    EXPECT_EQ(first_of({"Fine for Alibaba",
                        "Alibaba got a fine from the market regulator in April, which had looked "
                        "into how the company kept sellers from other platforms for some years."},
                       "Alibaba fine"),
              1);
}

TEST(PassageOrder, WhatIsLikeTheOtherAnswersComesFirst) {
    const std::vector<std::string> passages{
        "The recall of teachers to the villages, a plan of the ministry of education, fills empty "
        "schools in the mountains of the south with young people from the towns.",
        "The recall of batteries, said the maker of scooters, takes cells that overheat from all "
        "shops, and buyers of scooters get new batteries for those that overheat.",
        "The recall of batteries goes on: scooters whose cells overheat are taken back by shops, "
        "and the maker of scooters gives buyers batteries for cells that overheat."};
    EXPECT_NE(first_of(passages, "recall"), 0);
}

TEST(PassageOrder, APassageThatOnlyRepeatsAClaimComesAfterItsEvidence) {
    EXPECT_EQ(
        first_of({"Didi took the pictures and the addresses of sixty million of its passengers.",
                  "Inspectors found that pictures, addresses and ages of passengers were taken by "
                  "Didi, and that of the faces of drivers sixty million records were kept in "
                  "plain text on its servers for years."},
                 "Didi took the pictures and the addresses of sixty million of its passengers."),
        1);
}

TEST(PassageOrder, WhatPresentsAClaimComesAfterWhatExaminesIt) {
    const std::vector<std::string> passages{
        "The senator spoke of schools, pupils and mathematics when he toured the state in May.",
        "Two thirds of all pupils of the state cannot do mathematics at the level of their grade.",
        "The senator spoke of schools, pupils and mathematics when he toured the state in June."};
    EXPECT_EQ(first_of(passages, passages[1]), 2) << "what stands behind the claim";
    EXPECT_EQ(first_of(passages, "pupils mathematics grade"), 1) << "some words are no claim";
}

}  // namespace
}  // namespace sinodex
