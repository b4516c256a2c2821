// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/indexer/indexing.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

// Lines in which "same" comes at the given places among others, with the place as its version.
std::string lines_with_duplicates(unsigned count, const std::set<unsigned>& places) {
    std::string lines;
    for (unsigned i = 0; i < count; ++i) {
        lines += places.contains(i) ? json_line("same", sample_text(7, i))
                                    : json_line("other-" + std::to_string(i), sample_text(i));
    }
    return lines;
}

// A batch holds 500 documents; a segment 5,000, or 12 MB.
struct Case {
    const char* name;
    unsigned count;
    std::set<unsigned> places;
    unsigned threads;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Duplicates : public ::testing::TestWithParam<Case> {};

TEST_P(Duplicates, TheLastOneStands) {
    const Case& c = GetParam();
    const TemporaryFolder folder;
    const std::string database = folder / "db";
    const std::string lines = lines_with_duplicates(c.count, c.places);
    IndexOptions options;
    options.threads = c.threads;
    const IndexReport report = index_lines(database, lines, options);
    EXPECT_EQ(report.added, c.count - c.places.size() + 1);
    EXPECT_EQ(report.articles, report.added);
    EXPECT_EQ(report.duplicates, c.places.size() - 1);
    EXPECT_EQ(report.duplicate_ids, std::vector<std::string>(report.duplicates, "same"));
    EXPECT_EQ(documents_of(database, "same"), 1U);
    const auto articles = articles_of(database);
    EXPECT_EQ(articles.at("same"), sample_text(7, *c.places.rbegin()));
    EXPECT_EQ(articles.size(), report.added);

    const auto stamps = stamps_of(database);
    const IndexReport again = index_lines(database, lines, options);
    EXPECT_EQ(again.unchanged, report.added);
    EXPECT_EQ(again.added + again.replaced, 0U);
    EXPECT_FALSE(again.wrote);
    EXPECT_EQ(stamps_of(database), stamps);
}

INSTANTIATE_TEST_SUITE_P(
    Places, Duplicates,
    ::testing::Values(Case{"Neighbours", 10, {3, 4}, 1}, Case{"OneBatch", 100, {0, 50, 99}, 2},
                      Case{"TwoBatches", 1100, {10, 600, 1050}, 2},
                      Case{"ManyThreads", 3000, {1, 501, 1001, 1501, 2001, 2501, 2999}, 8},
                      Case{"TwoSegments", 5600, {2, 5500}, 1}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(DuplicateIds, AllOfThemTheSame) {
    const TemporaryFolder folder;
    std::string lines;
    for (unsigned i = 0; i < 2000; ++i) lines += json_line("same", sample_text(1, i));
    IndexOptions options;
    options.threads = 8;
    const IndexReport report = index_lines(folder / "db", lines, options);
    EXPECT_EQ(report.duplicates, 1999U);
    EXPECT_EQ(report.duplicate_ids.size(), IndexReport::kMaxNamed);
    EXPECT_EQ(articles_of(folder / "db"),
              (std::map<std::string, std::string>{{"same", sample_text(1, 1999)}}));
}

// The version of before comes last: it stands, and what came in between leaves nothing.
TEST(DuplicateIds, TheLastOneMayBeThatOfBefore) {
    const TemporaryFolder folder;
    const std::string database = folder / "db";
    index_lines(database, json_line("a", "First text."));
    const IndexReport report =
        index_lines(database, json_line("a", "Second text.") + json_line("a", "First text."));
    EXPECT_EQ(report.unchanged, 1U);
    EXPECT_FALSE(report.wrote);
    EXPECT_EQ(articles_of(database).at("a"), "First text.");
}

TEST(DuplicateIds, TheFirstOneMayBeThatOfBefore) {
    const TemporaryFolder folder;
    const std::string database = folder / "db";
    index_lines(database, json_line("a", "First text."));
    const IndexReport report =
        index_lines(database, json_line("a", "First text.") + json_line("a", "Second text."));
    EXPECT_EQ(report.replaced, 1U);
    EXPECT_EQ(articles_of(database), (std::map<std::string, std::string>{{"a", "Second text."}}));
    EXPECT_EQ(frequency_of(database, "first"), 0U);
}

// A long article that loses leaves none of its sections.
TEST(DuplicateIds, MayBeLong) {
    const TemporaryFolder folder;
    std::string text;
    for (unsigned i = 0; i < 400; ++i) text += sample_text(i);
    const std::string lines =
        json_line("a", text) + json_line("a", "Short.") + json_line("b", text);
    index_lines(folder / "db", lines);
    EXPECT_EQ(documents_of(folder / "db", "a"), 1U);
    EXPECT_EQ(articles_of(folder / "db"),
              (std::map<std::string, std::string>{{"a", "Short."}, {"b", text}}));
}

}  // namespace
}  // namespace sinodex
