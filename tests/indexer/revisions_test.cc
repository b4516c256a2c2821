// SPDX-License-Identifier: GPL-2.0-or-later

// Tells which passages of a database a run makes new.

#include "corpus/schema/revisions.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "tests/indexer/indexing.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;
using ByFirstWord = std::map<std::string, unsigned>;

// A paragraph that is a passage by itself.
std::string paragraph(const std::string& first_word, unsigned sentences = 6) {
    std::string text = first_word;
    for (unsigned i = 0; i < sentences; ++i) {
        text += (i == 0 ? " is" : " So " + first_word + " is") +
                std::string(" said to be of sentence ") + std::to_string(i) +
                " in the report about it.";
    }
    return text + "\n\n";
}

class RevisionsOfPassages : public ::testing::Test {
 protected:
    IndexReport index(const std::map<std::string, std::string>& articles,
                      IndexOptions options = {}) {
        std::string lines;
        for (const auto& [id, text] : articles) lines += json_line(id, text);
        return index_lines(database(), lines, options);
    }
    ByFirstWord revisions(const std::string& id) const {
        return revisions_of_article(database(), id);
    }
    std::string database() const { return folder_ / "db"; }
    TemporaryFolder folder_;
};

TEST_F(RevisionsOfPassages, AreThoseOfTheRunsThatBroughtThem) {
    const std::string old = paragraph("Alpha") + paragraph("Beta") + paragraph("Gamma");
    EXPECT_EQ(index({{"a", old}, {"b", paragraph("Delta")}}).revision, 1U);
    EXPECT_EQ(revisions("a"), (ByFirstWord{{"Alpha", 1}, {"Beta", 1}, {"Gamma", 1}}));

    const std::string changed = paragraph("Alpha") + paragraph("Bravo") + paragraph("Gamma");
    EXPECT_EQ(index({{"a", changed}, {"b", paragraph("Delta")}, {"c", "New one."}}).revision, 2U);
    EXPECT_EQ(revisions("a"), (ByFirstWord{{"Alpha", 1}, {"Bravo", 2}, {"Gamma", 1}}));
    EXPECT_EQ(revisions("b"), (ByFirstWord{{"Delta", 1}}));
    EXPECT_EQ(revisions("c"), (ByFirstWord{{"New", 2}}));

    index({{"a", changed + paragraph("Omega")}});
    EXPECT_EQ(revisions("a"),
              (ByFirstWord{{"Alpha", 1}, {"Bravo", 2}, {"Gamma", 1}, {"Omega", 3}}));
}

TEST_F(RevisionsOfPassages, DoNotGrowWithoutAChange) {
    index({{"a", paragraph("Alpha")}});
    EXPECT_EQ(index({{"a", paragraph("Alpha")}}).revision, 1U);
    EXPECT_EQ(revisions_of(current_generation_path(database())).newest(), 1U);
}

TEST_F(RevisionsOfPassages, CountARunThatOnlyRemoves) {
    index({{"a", paragraph("Alpha")}, {"b", paragraph("Beta")}});
    IndexOptions prune;
    prune.prune = true;
    EXPECT_EQ(index({{"a", paragraph("Alpha")}}, prune).revision, 2U);
    EXPECT_EQ(revisions("a"), (ByFirstWord{{"Alpha", 1}}));
    EXPECT_EQ(index({{"b", paragraph("Beta")}}).revision, 3U);
    EXPECT_EQ(revisions("b"), (ByFirstWord{{"Beta", 3}})) << "it was away meanwhile";
}

// Short paragraphs are joined; another one before them makes other passages of the same text.
TEST_F(RevisionsOfPassages, LookAtTheTextRatherThanAtHowItIsCut) {
    std::string old;
    for (const char* word : {"Alpha", "Beta", "Gamma", "Delta"}) old += paragraph(word, 2);
    index({{"a", old}});
    ASSERT_EQ(revisions("a"), (ByFirstWord{{"Alpha", 1}, {"Gamma", 1}}));
    index({{"a", paragraph("News", 2) + old}});
    EXPECT_EQ(revisions("a"), (ByFirstWord{{"News", 2}, {"Beta", 1}, {"Delta", 1}}));
}

TEST_F(RevisionsOfPassages, StayWhenAnArticleIsReadAnewForWhatIsKnown) {
    index({{"a", paragraph("Alpha")}});
    IndexOptions words_only;
    words_only.words_only = true;
    const IndexReport report = index({{"a", paragraph("Alpha")}}, words_only);
    EXPECT_EQ(report.replaced, 1U);
    EXPECT_EQ(report.revision, 2U);
    EXPECT_EQ(revisions("a"), (ByFirstWord{{"Alpha", 1}}));
}

TEST_F(RevisionsOfPassages, GoOnWhenADatabaseIsRebuilt) {
    index({{"a", paragraph("Alpha")}});
    index({{"a", paragraph("Beta")}});
    IndexOptions rebuild;
    rebuild.rebuild = true;
    EXPECT_EQ(index({{"a", paragraph("Beta")}}, rebuild).revision, 3U);
    EXPECT_EQ(revisions("a"), (ByFirstWord{{"Beta", 3}}));
    // Nothing is known of a damaged one.
    std::filesystem::resize_file(current_generation_path(database()) + "/postlist.glass", 100);
    EXPECT_EQ(index({{"a", paragraph("Beta")}}, rebuild).revision, 1U);
}

TEST_F(RevisionsOfPassages, AreKeptInEachSectionOfALongArticle) {
    std::string text;
    for (int i = 0; i < 400; ++i) text += paragraph("W" + std::to_string(i));
    index({{"a", text}});
    ASSERT_GT(documents_of(database(), "a"), 1U);
    index({{"a", text + paragraph("Last")}});
    const ByFirstWord found = revisions("a");
    ASSERT_EQ(found.size(), 401U);
    for (const auto& [word, revision] : found) EXPECT_EQ(revision, word == "Last" ? 2U : 1U);
}

TEST_F(RevisionsOfPassages, AreTheSameWithAnyNumberOfThreads) {
    for (const unsigned threads : {1U, 8U}) {
        IndexOptions options;
        options.threads = threads;
        const std::string path = folder_ / ("db" + std::to_string(threads));
        index_lines(path, sample_lines(1500, 0), options);
        index_lines(path, sample_lines(1500, 1), options);
        for (const unsigned i : {0U, 1U, 999U, 1001U, 1497U}) {
            const auto found = revisions_of_article(path, "article-" + std::to_string(i));
            ASSERT_FALSE(found.empty());
            EXPECT_EQ(found.at("Report"), i % 3 == 0 ? 2U : 1U) << i;
        }
    }
}

}  // namespace
}  // namespace sinodex
