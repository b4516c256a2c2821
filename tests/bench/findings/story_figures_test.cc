// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/story_figures.h"

#include <gtest/gtest.h>

#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using testing::expect_error;
using testing::TemporaryFolder;

StoryPairs pairs_in(const std::string& lines, const std::string& split = "") {
    const TemporaryFolder folder;
    return read_story_pairs(folder.write("pairs.tsv", lines), split);
}

TEST(StoryPairs, HaveKindsAndSplits) {
    const std::string lines = "a\tb\tspun\tdev\n\nc\td\tnear\theld-out\ne\tf\n";
    EXPECT_EQ(pairs_in(lines).pairs.size(), 3U);
    const StoryPairs dev = pairs_in(lines, "dev");
    ASSERT_EQ(dev.pairs.size(), 2U);
    EXPECT_EQ(dev.pairs[0].version, "a");
    EXPECT_EQ(dev.pairs[0].original, "b");
    EXPECT_EQ(dev.pairs[0].kind, "spun");
    EXPECT_EQ(dev.pairs[1].version, "e");
    EXPECT_TRUE(dev.pairs[1].place.ends_with("pairs.tsv:4")) << dev.pairs[1].place;
    EXPECT_EQ(dev.left_out, (std::unordered_set<std::string>{"c"}));
}

TEST(StoryPairs, NameFileAndLineOfWhatIsWrong) {
    for (const char* line : {"a", "a\t", "\tb", "a\tb\tc\td\te", "a b"}) {
        expect_error(ErrorKind::input, "pairs.tsv:2: not a pair",
                     [&] { pairs_in(std::string("x\ty\n") + line); });
    }
    expect_error(ErrorKind::input, "holds no pairs", [] { pairs_in("\n"); });
    expect_error(ErrorKind::input, "holds no pairs", [] { pairs_in("a\tb\tspun\tdev", "test"); });
}

TEST(StoryFigures, CountPairsWithinStories) {
    const StoryPairs pairs =
        pairs_in("a\tb\tspun\nc\tb\tnear\nd\te\tspun\nf\tg\tspun\tother\n", "x");
    // a and c follow from b; x is a stranger; f is left out.
    const std::vector<StoryVersion> story{
        {"a", ""}, {"b", "spun"}, {"c", "near"}, {"x", "spun"}, {"f", "spun"}};
    const Stories stories(std::vector<std::vector<StoryVersion>>{story});
    const StoryFigures figures = compare_stories(stories, pairs);
    ASSERT_EQ(figures.kinds.size(), 3U);
    EXPECT_EQ(figures.kinds[0].name, "all");
    EXPECT_EQ(figures.kinds[0].pairs, 3U);
    EXPECT_EQ(figures.kinds[0].found, 2U);
    EXPECT_EQ(figures.kinds[1].name, "spun");
    EXPECT_DOUBLE_EQ(figures.kinds[1].recall(), 0.5);
    EXPECT_EQ(figures.right, 3U);
    EXPECT_EQ(figures.falsely.size(), 3U);  // a, b and c, each with x
    EXPECT_DOUBLE_EQ(figures.precision(), 0.5);
    ASSERT_EQ(figures.missed.size(), 1U);
    EXPECT_EQ(figures.missed[0].version, "d");
}

TEST(StoryFigures, OfNoStoriesAreNotFalse) {
    const StoryFigures figures = compare_stories(Stories(), pairs_in("a\tb\n"));
    EXPECT_DOUBLE_EQ(figures.precision(), 1);
    EXPECT_DOUBLE_EQ(figures.kinds.at(0).recall(), 0);
}

}  // namespace
}  // namespace sinodex
