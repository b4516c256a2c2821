// SPDX-License-Identifier: GPL-2.0-or-later

// Measures a small change in bytes that are written.

#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "tests/indexer/indexing.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

class SmallUpdate : public ::testing::Test {
 protected:
    // Counts what the last run wrote.
    std::uint64_t written() const {
        std::uint64_t bytes = 0;
        const Manifest manifest = read_manifest(current_generation_path(database()));
        for (const SealedFile& file : manifest.own) bytes += file.size;
        return bytes;
    }
    std::size_t segments() const {
        return IndexReader(current_generation_path(database())).segments().size();
    }
    std::string database() const { return folder_ / "db"; }

    TemporaryFolder folder_;
};

TEST_F(SmallUpdate, WritesLittle) {
    index_lines(database(), sample_lines(6000));
    const std::uint64_t all = written();
    for (const auto& [id, text] : std::vector<std::pair<std::string, std::string>>{
             {"new", sample_text(7000)}, {"article-77", sample_text(77, 9)}}) {
        index_lines(database(), json_line(id, text));
        EXPECT_LT(written(), 150'000U) << id;
        EXPECT_LT(written() * 40, all) << id;
    }
    EXPECT_EQ(articles_of(database()).at("article-77"), sample_text(77, 9));
    EXPECT_EQ(articles_of(database()).size(), 6001U);
    EXPECT_GT(segments(), 1U);
    expect_tidy(database());
}

TEST_F(SmallUpdate, ThatOnlyDeletesWritesNoSegment) {
    index_lines(database(), sample_lines(600));
    IndexOptions options;
    options.prune = true;
    index_lines(database(), sample_lines(590), options);
    EXPECT_LT(written(), 1'000U);
    EXPECT_EQ(segments(), 1U);
    EXPECT_EQ(articles_of(database()).size(), 590U);
    expect_tidy(database());
}

TEST_F(SmallUpdate, FollowsManyOthers) {
    index_lines(database(), sample_lines(3000));
    std::uint64_t most = 0;
    for (unsigned i = 0; i < 60; ++i) {
        index_lines(database(), json_line("new-" + std::to_string(i), sample_text(i)));
        most = std::max(most, written());
    }
    EXPECT_LE(segments(), 12U);
    EXPECT_LT(most, 400'000U);
    EXPECT_EQ(articles_of(database()).size(), 3060U);
    expect_tidy(database());
}

TEST_F(SmallUpdate, IsMergedByOptimization) {
    index_lines(database(), sample_lines(300));
    index_lines(database(), sample_lines(300, 4));
    index_lines(database(), json_line("new", sample_text(7000)));
    IndexOptions options;
    options.database = database();
    options.optimize = true;
    const IndexReport report = index_documents(options);
    EXPECT_TRUE(report.wrote);
    EXPECT_EQ(report.revision, 3U) << "what articles there are is as it was";
    EXPECT_EQ(report.articles, 301U);
    EXPECT_EQ(segments(), 1U);
    expect_tidy(database());
    EXPECT_FALSE(index_documents(options).wrote);
    index_lines(folder_ / "fresh", sample_lines(300, 4) + json_line("new", sample_text(7000)));
    EXPECT_TRUE(contents_of(database()) == contents_of(folder_ / "fresh"));
}

}  // namespace
}  // namespace sinodex
