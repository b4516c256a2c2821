// SPDX-License-Identifier: GPL-2.0-or-later

// Shards of a collection are disjoint, and together the whole.

#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/schema/shard.h"
#include "tests/indexer/indexing.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

IndexOptions of_shard(const std::string& shard) {
    IndexOptions options;
    options.shard = shard;
    return options;
}

class IndexedShards : public ::testing::Test {
 protected:
    std::string part(unsigned number) const { return folder_ / ("part-" + std::to_string(number)); }

    void index_parts(const std::string& lines, bool prune = false) {
        for (unsigned number = 1; number <= 3; ++number) {
            IndexOptions options = of_shard(std::to_string(number) + "/3");
            options.prune = prune;
            index_lines(part(number), lines, options);
        }
    }

    // Joins what all three hold; an article that is in two of them is an error.
    std::map<std::string, std::string> contents() const {
        std::map<std::string, std::string> all;
        for (unsigned number = 1; number <= 3; ++number) {
            for (const auto& [key, content] : contents_of(part(number))) {
                EXPECT_TRUE(all.emplace(key, content).second) << key << " is in two shards";
                const std::string id = key.substr(0, key.rfind('#'));
                EXPECT_TRUE((Shard{number, 3}.holds(id))) << id;
            }
        }
        return all;
    }

    TemporaryFolder folder_;
};

TEST_F(IndexedShards, AreDisjointAndTogetherTheWhole) {
    index_lines(folder_ / "all", sample_lines(100));
    index_parts(sample_lines(100));
    EXPECT_EQ(contents(), contents_of(folder_ / "all"));
    for (unsigned number = 1; number <= 3; ++number)
        EXPECT_GT(contents_of(part(number)).size(), 9U);
}

TEST_F(IndexedShards, StayThatWithUpdates) {
    index_parts(sample_lines(60));
    const std::string changed = sample_lines(50, 2) + json_line("new", sample_text(7));
    index_lines(folder_ / "all", changed);
    index_parts(changed, true);
    EXPECT_EQ(contents(), contents_of(folder_ / "all"));
}

// Repetitions of a source are known from all of its articles, whichever shard they are in.
TEST_F(IndexedShards, HoldArticlesAsAnIndexOfAllDoes) {
    std::string lines;
    for (unsigned i = 0; i < 30; ++i) {
        const std::string line =
            json_line("article-" + std::to_string(i), sample_text(i) +
                                                          "\n\nRead our newsletter about the "
                                                          "markets of tomorrow, every day.\n");
        lines += "{\"source\":\"Delta\"," + line.substr(1);
    }
    index_lines(folder_ / "all", lines);
    index_parts(lines);
    EXPECT_EQ(contents(), contents_of(folder_ / "all"));
}

TEST_F(IndexedShards, TellWhatIsNotTheirs) {
    const IndexReport report = index_lines(part(1), sample_lines(100), of_shard("1/3"));
    EXPECT_EQ(report.read, 100U);
    EXPECT_EQ(report.added + report.of_other_shards, 100U);
    EXPECT_EQ(report.added, report.articles);
}

TEST_F(IndexedShards, KeepTheirNumber) {
    index_lines(part(1), sample_lines(30), of_shard("1/3"));
    const auto before = contents_of(part(1));
    index_lines(part(1), sample_lines(30));
    EXPECT_EQ(contents_of(part(1)), before) << "without the option, its own shard stays in force";
    expect_error(ErrorKind::usage, "holds shard 1/3, not shard 2/3",
                 [&] { index_lines(part(1), sample_lines(30), of_shard("2/3")); });
    index_lines(folder_ / "all", sample_lines(3));
    expect_error(ErrorKind::usage, "holds all articles, not shard 2/3",
                 [&] { index_lines(folder_ / "all", sample_lines(3), of_shard("2/3")); });
    IndexOptions anew = of_shard("2/3");
    anew.rebuild = true;
    index_lines(part(1), sample_lines(30), anew);
    for (const auto& [key, content] : contents_of(part(1))) EXPECT_FALSE(before.contains(key));
}

TEST_F(IndexedShards, RefuseWhatIsNone) {
    for (const char* none : {"3", "0/3", "4/3", "a/3"}) {
        expect_error(ErrorKind::usage, std::string("shard ") + none + ": is none",
                     [&] { index_lines(folder_ / "x", sample_lines(1), of_shard(none)); });
    }
    EXPECT_FALSE(std::filesystem::exists(folder_ / "x"));
}

}  // namespace
}  // namespace sinodex
