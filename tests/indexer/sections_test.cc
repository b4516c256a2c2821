// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "corpus/schema/fields.h"
#include "tests/indexer/indexing.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

constexpr std::size_t kSectionBytes = 128 * 1024;

std::string long_text(unsigned seed, std::size_t bytes) {
    std::string text;
    for (unsigned i = 0; text.size() < bytes; ++i) text += sample_text(seed + i) + "\n";
    return text;
}

TEST(Sections, OfAnArticleAreFoundReplacedAndPrunedTogether) {
    const TemporaryFolder folder;
    const std::string database = folder / "db";
    const std::string old_text = long_text(1, 5 * kSectionBytes);
    index_lines(database, json_line("long", old_text) + json_line("short", "Some text."));
    EXPECT_GE(documents_of(database, "long"), 5U);
    EXPECT_EQ(articles_of(database).at("long"), old_text);

    const std::string new_text = long_text(500, 3 * kSectionBytes);
    IndexReport report = index_lines(database, json_line("long", new_text));
    EXPECT_EQ(report.replaced, 1U);
    EXPECT_EQ(report.articles, 2U);
    EXPECT_GE(documents_of(database, "long"), 3U);
    EXPECT_LE(documents_of(database, "long"), 4U);
    EXPECT_EQ(articles_of(database).at("long"), new_text);

    IndexOptions prune;
    prune.prune = true;
    report = index_lines(database, json_line("short", "Some text."), prune);
    EXPECT_EQ(report.pruned, 1U) << "articles count, not sections";
    EXPECT_EQ(report.articles, 1U);
    EXPECT_EQ(documents_of(database, "long"), 0U);
    EXPECT_EQ(frequency_of(database, std::string(info(Field::section).prefix)), 0U);
    expect_tidy(database);
}

TEST(Sections, AreCountedAsOneArticleWhenManyVanish) {
    const TemporaryFolder folder;
    const std::string database = folder / "db";
    std::string lines;
    for (unsigned i = 0; i < 6; ++i) {
        lines += json_line("long-" + std::to_string(i), long_text(i * 1000, 2 * kSectionBytes));
        lines += json_line("short-" + std::to_string(i), sample_text(i));
    }
    EXPECT_EQ(index_lines(database, lines).articles, 12U);
    IndexOptions prune;
    prune.prune = true;
    const IndexReport report = index_lines(database, json_line("short-3", sample_text(3)), prune);
    EXPECT_EQ(report.pruned, 11U);
    EXPECT_EQ(report.articles, 1U);
}

TEST(Sections, StartExactlyWhereTheLimitIs) {
    for (const std::size_t bytes : {kSectionBytes - 1, kSectionBytes, kSectionBytes + 1}) {
        const TemporaryFolder folder;
        std::string text = long_text(1, bytes);
        text.resize(bytes - 1, ' ');
        while ((static_cast<unsigned char>(text.back()) & 0x80U) != 0) text.pop_back();
        text += '.';
        index_lines(folder / "db", json_line("a", text));
        EXPECT_EQ(articles_of(folder / "db").at("a"), text);
    }
}

TEST(LongInputs, AMillionWordsOnOneLine) {
    const TemporaryFolder folder;
    std::string text;
    for (unsigned i = 0; i < 1'000'000; ++i) text += "word" + std::to_string(i % 1000) + ' ';
    const std::string path = folder.write("a.txt", text);
    EXPECT_EQ(index_path(folder / "db", path).added, 1U);
    EXPECT_EQ(articles_of(folder / "db").at("a.txt"), text);
    EXPECT_GE(documents_of(folder / "db", "a.txt"), text.size() / kSectionBytes);
    EXPECT_EQ(frequency_of(folder / "db", "word777"), documents_of(folder / "db", "a.txt"));
}

TEST(LongInputs, AWordThatNeverEnds) {
    const TemporaryFolder folder;
    const std::string text = "Before " + std::string(3'000'000, 'x') + " after.";
    index_lines(folder / "db", json_line("a", text));
    EXPECT_EQ(articles_of(folder / "db").at("a"), text);
    EXPECT_EQ(frequency_of(folder / "db", "after"), 1U);
}

TEST(LongInputs, IdsThatDifferOnlyLate) {
    const TemporaryFolder folder;
    const std::string database = folder / "db";
    const auto lines = [](unsigned version) {
        std::string all;
        for (unsigned i = 0; i < 300; ++i) {
            all += json_line(std::string(490, 'i') + std::to_string(1000 + i),
                             sample_text(i, i % 2 == 0 ? version : 0));
        }
        return all;
    };
    EXPECT_EQ(index_lines(database, lines(0)).added, 300U);
    EXPECT_EQ(index_lines(database, lines(0)).unchanged, 300U);
    const IndexReport report = index_lines(database, lines(1));
    EXPECT_EQ(report.replaced, 150U);
    EXPECT_EQ(report.unchanged, 150U);
    EXPECT_EQ(articles_of(database).size(), 300U);
    EXPECT_EQ(articles_of(database).at(std::string(490, 'i') + "1298"), sample_text(298, 1));
}

TEST(LongInputs, IdsWithoutMeasureAreRefused) {
    const TemporaryFolder folder;
    const IndexReport report =
        index_lines(folder / "db", json_line(std::string(4096, 'i'), "Fine.") +
                                       json_line(std::string(4097, 'i'), "Too long."));
    EXPECT_EQ(report.added, 1U);
    ASSERT_EQ(report.skipped, 1U);
    EXPECT_EQ(report.skipped_documents[0].origin, "-:2");
    EXPECT_NE(report.skipped_documents[0].reason.find("longer than 4096"), std::string::npos);
}

TEST(LongInputs, FieldsOfAllSizes) {
    const TemporaryFolder folder;
    for (const std::size_t size : {std::size_t{1}, std::size_t{300}, std::size_t{100'000}}) {
        const std::string word(size, 'w');
        const std::string line = R"({"id":"a","text":"Text.","title":")" + word + R"(","url":")" +
                                 word + R"(","source":")" + word + R"(","author":")" + word +
                                 R"(","lang":")" + word + "\"}\n";
        index_lines(folder / "db", line);
        EXPECT_EQ(articles_of(folder / "db").at("a"), "Text.") << size;
    }
}

}  // namespace
}  // namespace sinodex
