// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/programs.h"

namespace sinodex {
namespace {

using namespace testing;

TEST(EmbeddingExample, Searches) {
    const ProcessEnd end =
        run_process({SINODEX_EMBEDDING_EXAMPLE, corpus_database(), "gallium germanium"});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, ::testing::StartsWith("1\twire/2023-07-gallium-germanium.txt#"));
}

TEST(EmbeddingExample, CatchesWhatIsWrong) {
    const ProcessEnd end = run_process({SINODEX_EMBEDDING_EXAMPLE, "/nowhere/at/all", "gallium"});
    EXPECT_EQ(end.status, 1);
    EXPECT_THAT(end.err, ::testing::HasSubstr("/nowhere/at/all: there is no Sinodex database"));
}

}  // namespace
}  // namespace sinodex
