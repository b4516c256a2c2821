// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/weights_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using ::testing::HasSubstr;

constexpr const char* kTable = SINODEX_SOURCE_DIR "/searcher/ranking/weights.inc";

TEST(WeightsFile, IsTheSameForTheWeightsInForce) {
    const std::string table = testing::read_file(kTable);
    EXPECT_EQ(with_weights(table, {}), table);
}

TEST(WeightsFile, ChangesValuesAndNothingElse) {
    const std::string table = testing::read_file(kTable);
    Weights weights;
    weights.lead = 0.4375;
    weights.smoothing = 137.5;
    const std::string changed = with_weights(table, weights);
    EXPECT_THAT(changed, HasSubstr("WEIGHT(lead, 0.438, 0, 1, part, "));
    EXPECT_THAT(changed, HasSubstr("WEIGHT(smoothing, 138, 1, 400, parameter, "));
    EXPECT_EQ(with_weights(changed, {}), table);
}

TEST(WeightsFile, RefusesATableOfAnotherVersion) {
    testing::expect_error(ErrorKind::input, "no row for k1",
                          [] { with_weights("WEIGHT(k9, 1, 0, 1, part, \"\")\n", {}); });
    const testing::TemporaryFolder folder;
    testing::expect_error(ErrorKind::input, "none.inc",
                          [&] { write_weights(folder / "none.inc", {}); });
}

TEST(WeightsFile, IsReplacedAsAWhole) {
    const testing::TemporaryFolder folder;
    const std::string path = folder.write("weights.inc", testing::read_file(kTable));
    Weights weights;
    weights.lead = 0.5;
    write_weights(path, weights);
    EXPECT_THAT(testing::read_file(path), HasSubstr("WEIGHT(lead, 0.5, "));
}

}  // namespace
}  // namespace sinodex
