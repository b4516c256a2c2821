// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/saved/saved_work.h"

#include <gtest/gtest.h>

#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;

TEST(SavedWork, IsWhatItsLinesSayLast) {
    const SavedWork work = read_saved_work(R"({"tag":"fine","id":"a#2","text":"The","at":"t1"}
{"tag":"used","id":"a#2","text":"The regulator","at":"t2"}
{"tag":"fine","id":"b","at":"t3"}
{"note":"ask \"them\"\n蚂蚁","id":"b","at":"t4"}
{"untag":"used","id":"a#2","at":"t5"}
{"search":"didi","request":{"query":"company:didi","unit":"article"},"at":"t6"}
{"search":"old","request":{"query":"x"}}
{"search":"old","request":{}}
{"note":"gone","id":"c"}
{"note":"","id":"c"}
)");
    EXPECT_EQ(work.marks.size(), 2U);
    const SavedMark& passage = work.marks.at("a#2");
    EXPECT_THAT(passage.tags, ElementsAre("fine"));
    EXPECT_EQ(passage.text, "The regulator");
    EXPECT_EQ(passage.at, "t5");
    EXPECT_EQ(work.marks.at("b").note, "ask \"them\"\n蚂蚁");
    EXPECT_EQ(work.searches.size(), 1U);
    EXPECT_EQ(work.searches.at("didi"), R"({"query":"company:didi","unit":"article"})");
    EXPECT_THAT(work.tags->at("fine"), ElementsAre("a#2", "b"));
    EXPECT_FALSE(work.tags->contains("used"));
    EXPECT_EQ(work.lines, 10U);
    EXPECT_THAT(work.passed_over, IsEmpty());
}

TEST(SavedWork, PassesOverWhatItDoesNotKnowAndKeepsIt) {
    const SavedWork work = read_saved_work(
        "{\"colour\":\"red\",\"id\":\"a\"}\n\nnonsense\n{\"tag\":7,\"id\":\"a\"}\n"
        "{\"tag\":\"x\"}\n{\"search\":\"s\"}\n[1]\n{\"tag\":\"x\",\"id\":\"a\"}\n{\"tag\":\"y");
    EXPECT_THAT(work.passed_over, ElementsAre(1U, 3U, 4U, 5U, 6U, 7U));
    EXPECT_THAT(work.tags->at("x"), ElementsAre("a"));
    EXPECT_EQ(work.tags->size(), 1U);
    const SavedWork again = read_saved_work(saved_lines(work));
    EXPECT_EQ(again.others, work.others);
    EXPECT_THAT(again.tags->at("x"), ElementsAre("a"));
}

TEST(SavedWork, IsTheSameInFewerLines) {
    std::string lines;
    for (int i = 0; i < 100; ++i) {
        lines += "{\"tag\":\"x\",\"id\":\"a#1\",\"text\":\"t\",\"at\":\"2026\"}\n";
        lines += "{\"untag\":\"x\",\"id\":\"b\"}\n";
    }
    lines += "{\"note\":\"n\",\"id\":\"a#1\",\"text\":\"t\",\"at\":\"2027\"}\n";
    lines += "{\"search\":\"s\",\"request\":{\"query\":\"q\"}}\n";
    const SavedWork work = read_saved_work(lines);
    const SavedWork again = read_saved_work(saved_lines(work));
    EXPECT_EQ(again.lines, 3U);
    EXPECT_EQ(again.marks.at("a#1").note, "n");
    EXPECT_EQ(again.marks.at("a#1").at, "2027");
    EXPECT_EQ(again.marks.at("a#1").text, "t");
    EXPECT_EQ(again.searches, work.searches);
    EXPECT_EQ(*again.tags, *work.tags);
}

TEST(SavedWork, DescribesAPassageByItselfAndItsArticle) {
    const SavedWork work = read_saved_work(R"({"tag":"x","id":"a"}
{"note":"of the article","id":"a"}
{"tag":"x","id":"a#3"}
{"tag":"y","id":"a#3"}
{"note":"of the passage","id":"a#3"}
{"tag":"z","id":"a#4"}
)");
    const auto described = [&](const std::string& article, std::uint32_t passage) {
        SearchHit hit;
        hit.article.id = article;
        hit.passage = passage;
        describe(hit, work);
        return hit;
    };
    EXPECT_THAT(described("a", 3).tags, ElementsAre("x", "y"));
    EXPECT_EQ(described("a", 3).note, "of the article / of the passage");
    EXPECT_THAT(described("a", 0).tags, ElementsAre("x"));
    EXPECT_EQ(described("a", 0).note, "of the article");
    EXPECT_THAT(described("b", 3).tags, IsEmpty());
}

}  // namespace
}  // namespace sinodex
