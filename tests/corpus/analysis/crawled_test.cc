// SPDX-License-Identifier: GPL-2.0-or-later

// Texts and pages of the kinds that crawlers leave, written for this test, and what they are
// called, who wrote them, when, and for whom: tests/fixtures/readers/crawled/expected.tsv has a row
// for each.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/analysis/article_analyzer.h"
#include "corpus/readers/document_stream.h"
#include "corpus/readers/read_article.h"

namespace sinodex {
namespace {

std::string crawled(const std::string& name) {
    const std::string path =
        std::string(SINODEX_SOURCE_DIR) + "/tests/fixtures/readers/crawled/" + name;
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> cells_of(const std::string& row) {
    std::vector<std::string> cells(1);
    for (const char c : row) {
        if (c == '\t') {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

TEST(CrawledTexts, AreKnownByTitleAuthorDateAndSource) {
    std::istringstream rows(crawled("expected.tsv"));
    const EntityFinder finder(Knowledge::built_in());
    ArticleAnalyzer analyzer(&finder);
    std::string row;
    std::getline(rows, row);
    while (std::getline(rows, row)) {
        const std::vector<std::string> cells = cells_of(row);
        ASSERT_EQ(cells.size(), 6u) << row;
        RawDocument document;
        document.id = "the-id";
        document.format = cells[0].ends_with(".html") ? Format::html : Format::text;
        document.bytes = crawled(cells[0]);
        const Article article = read_article(document);
        const auto published = analyzer.analyze(article).published;
        EXPECT_EQ(article.title, cells[1]) << row;
        EXPECT_EQ(article.author, cells[2]) << row;
        EXPECT_EQ(published ? published->text() : "", cells[3]) << row;
        EXPECT_EQ(article.source, cells[4]) << row;
    }
}

}  // namespace
}  // namespace sinodex
