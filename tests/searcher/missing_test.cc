// SPDX-License-Identifier: GPL-2.0-or-later

// Words of a query that no article holds are named.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/searcher/news.h"
#include "tests/support/temporary_folder.h"

namespace sinodex::testing {
namespace {

struct MissingCase {
    std::string query;
    std::vector<std::string> missing;
};

class MissingWords : public ::testing::TestWithParam<MissingCase> {
 protected:
    static void SetUpTestSuite() {
        folder_ = new TemporaryFolder;
        index_passages(*folder_ / "db", {"The harbour was closed for a day by fog and by strikes.",
                                         "The fines were paid, 吴先生说。恩人到达了港口。"});
    }
    static void TearDownTestSuite() { delete folder_; }

    static inline TemporaryFolder* folder_ = nullptr;
};

TEST_P(MissingWords, AreNamed) {
    const Searcher searcher(*folder_ / "db");
    EXPECT_EQ(search(searcher, GetParam().query).missing, GetParam().missing);
}

INSTANTIATE_TEST_SUITE_P(
    Queries, MissingWords,
    ::testing::Values(MissingCase{"harbour fog", {}}, MissingCase{"harbours", {}},
                      MissingCase{"harbour xyzzy", {"xyzzy"}},
                      MissingCase{"\"fog plugh\"", {"plugh"}},
                      MissingCase{"Xyzzy's fog", {"Xyzzy's"}}, MissingCase{"the fog", {}},
                      MissingCase{"fog -xyzzy", {"xyzzy"}}, MissingCase{"fog -strikes", {}},
                      MissingCase{"lang:xyzzy fog", {}}, MissingCase{"吴恩达", {"吴恩达"}},
                      MissingCase{"吴恩达 港口", {"吴恩达"}}, MissingCase{"港口", {}}));

TEST_F(MissingWords, OfANameAreNoSingleCharacters) {
    EXPECT_THAT(ids_of(search(Searcher(*folder_ / "db"), "吴恩达")), ::testing::IsEmpty());
}

// A misspelt word behind a minus does not exclude what it may mean.
TEST_F(MissingWords, ExcludeNothing) {
    const Searcher searcher(*folder_ / "db");
    EXPECT_THAT(ids_of(search(searcher, "fog -harbuor")), ::testing::ElementsAre("a#0"));
    EXPECT_THAT(ids_of(search(searcher, "fog -harbour")), ::testing::IsEmpty());
}

}  // namespace
}  // namespace sinodex::testing
