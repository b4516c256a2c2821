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
    struct Case {
        std::string query, suggestion;
        bool corrected;
    };
    for (const Case& one : std::vector<Case>{
             {"regulators", "", false},
             {"regulaters", "regulators", true},                              // a letter
             {"paltform", "platform", true},                                  // swapped ones
             {"commonprosperity", "common prosperity", true},                 // run together
             {"prosperty platforms", "prosperity platforms", false},          // one word is right
             {"\"platfrms\" -prosperity", "\"platform\" -prosperity", true},  // the rest stays
             {"platfrm*", "", false},                                         // a beginning
             {"xyzzy", "", false},                                            // nothing is near
             {"ab", "", false},                                               // too short to tell
             {"平臺", "", false},
         }) {
        const SearchResult result = search(searcher, one.query);
        EXPECT_EQ(result.suggestion, one.suggestion) << one.query;
        EXPECT_EQ(result.corrected, one.corrected) << one.query;
        EXPECT_EQ(result.query, one.query);
        EXPECT_TRUE(!one.corrected || !result.hits.empty()) << one.query;
    }
}

}  // namespace
}  // namespace sinodex
