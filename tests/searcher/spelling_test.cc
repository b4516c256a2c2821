// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/news.h"

namespace sinodex {
namespace {

using namespace testing;

TEST(Spelling, IsSuggestedFromTheDatabasesWords) {
    const TemporaryFolder folder;
    index_articles(
        folder / "db",
        {{"a", "Regulators meet firms", "Regulators spoke of common prosperity.", "", "", "", "en"},
         {"b", "A platform", "The platform fell. A plateau was reached.", "", "", "", "en"}});
    const Searcher searcher(folder / "db");
    struct SpellingCase {
        std::string query, suggestion;
        bool corrected;
    };
    for (const SpellingCase& one : std::vector<SpellingCase>{
             {"regulators", "", false},
             {"regulaters", "regulators", true},                                // a letter
             {"paltform", "platform", true},                                    // swapped ones
             {"commonprosperity", "common prosperity", true},                   // run together
             {"prosperty platforms", "prosperity platforms", false},            // one word is right
             {"+\"platfrms\" -prosperity", "+\"platform\" -prosperity", true},  // the rest stays
             {"platfrm*", "", false},                                           // a beginning
             {"xyzzy", "", false},                                              // nothing is near
             {"ab", "", false},                                                 // too short to tell
             {"平臺", "", false},
         }) {
        const SearchResult result = search(searcher, one.query);
        EXPECT_EQ(result.suggestion, one.suggestion) << one.query;
        EXPECT_EQ(result.corrected, one.corrected) << one.query;
        EXPECT_EQ(result.query, one.query);
        EXPECT_TRUE(!one.corrected || !result.hits.empty()) << one.query;
    }
}

// Beside a word that is right, and below it.
TEST(Spelling, WhatIsMeantIsFoundBesideOtherWords) {
    const TemporaryFolder folder;
    index_articles(folder / "db",
                   {{"a", "", "Regulators barred Micron.", "", "", "", "en"},
                    {"b", "", "Regulators met. Nothing else was said of it.", "", "", "", "en"},
                    {"c", "", "The infrastructure is old.", "", "", "", "en"}});
    const Searcher searcher(folder / "db");
    const SearchResult result = search(searcher, "regulators infrastucture");
    EXPECT_THAT(ids_of(result), ::testing::UnorderedElementsAre("a#0", "b#0", "c#0"));
    EXPECT_EQ(result.suggestion, "regulators infrastructure");
    EXPECT_FALSE(result.corrected);
    for (const SearchHit& hit : result.hits) {
        if (hit.id != "c#0") continue;
        ASSERT_EQ(hit.highlights.size(), 1U);
        EXPECT_EQ(hit.highlights[0].why, MatchRule::spelling);
        EXPECT_EQ(hit.text.substr(hit.highlights[0].begin - hit.begin, 14), "infrastructure");
    }
    SearchRequest words;
    words.query = "regulators infrastucture";
    words.expand.spelling = false;
    EXPECT_THAT(ids_of(searcher.search(words)), ::testing::UnorderedElementsAre("a#0", "b#0"));
    EXPECT_TRUE(search(searcher, "+old +infrastucture").corrected);
}

struct SpellingCase {
    std::string query, suggestion;
};

void expect_suggestions(const std::vector<SpellingCase>& cases, const std::string& text) {
    const TemporaryFolder folder;
    index_articles(folder / "db", {{"a", "", text, "", "", "", "en"}});
    const Searcher searcher(folder / "db");
    for (const SpellingCase& one : cases) {
        EXPECT_EQ(search(searcher, one.query).suggestion, one.suggestion) << one.query;
    }
}

TEST(Spelling, LeavesOtherWordsThatAreNearAlone) {
    expect_suggestions(
        {
            {"who replaced the chief executive", ""},  // two edits, too few letters
            {"losses", ""},                            // near only as stems
            {"repetaed", "repeated"},
        },
        "The chief executive, who repeated it, lost.\n");
}

TEST(Spelling, CorrectsMistypedWords) {
    expect_suggestions(
        {
            {"Tencet", ""},  // is understood as it stands
            {"crakdown", "crackdown"},
            {"regulaters", "regulators"},
            {"regualtors", "regulators"},  // the stemmer does not know the ending
            {"investigaton", "investigation"},
            {"inot", ""},  // nobody searches for "into"
            {"antitrsut", "antitrust"},
            {"anttitrust", "antitrust"},
            {"anttitrsuts", "antitrust"},  // two edits, and a plural
            {"antritrsuct", ""},           // three
            {"crakdwon", ""},              // two, too few letters
        },
        "The crackdown began: the regulators opened an antitrust investigation into it.\n");
}

// Both "antitrsut" and "trsut" are words of the query there.
TEST(Spelling, CorrectsAWordWithHyphensOnce) {
    expect_suggestions({{"anti-trsut platfrom", "antitrust platform"}},
                       "The trust lost the antitrust case against the platform.\n");
}

}  // namespace
}  // namespace sinodex
