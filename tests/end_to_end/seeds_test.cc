// SPDX-License-Identifier: GPL-2.0-or-later

// The two questions that Sinodex was begun for, over the articles that they were asked about. These
// are not ours to ship; the tests are passed over where they are not at hand.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/programs.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kSeeds = SINODEX_SOURCE_DIR "/../shared/seeds";

class Seeds : public ::testing::Test {
 protected:
    void SetUp() override {
        if (!std::filesystem::is_directory(kSeeds)) GTEST_SKIP() << kSeeds << " is not there";
    }

    static nlohmann::json first_hit(const std::string& query) {
        const IndexedFolder seeds(kSeeds);
        const ProcessEnd end =
            run_process({kSearchProgram, "--db", seeds.database(), "-f", "json", query});
        EXPECT_EQ(end.status, 0) << end.err;
        return nlohmann::json::parse(end.out).at("hits").at(0);
    }
};

TEST_F(Seeds, HangzhouDeals) {
    const nlohmann::json hit = first_hit("Hangzhou deals");
    EXPECT_THAT(hit["id"], StartsWith("001"));
    EXPECT_THAT(hit["text"], HasSubstr("Qihoo 360"));
    EXPECT_THAT(hit["text"], HasSubstr("Hangzhou"));
}

TEST_F(Seeds, EquityStakes) {
    EXPECT_THAT(first_hit("equity stakes")["text"], HasSubstr("1% equity stakes"));
    EXPECT_THAT(first_hit("\"equity stakes\"")["text"], HasSubstr("1% equity stakes"));
}

}  // namespace
}  // namespace sinodex
