// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "corpus/text/utf8.h"
#include "tests/searcher/news.h"
#include "tests/searcher/rendering/columns.h"
#include "tests/searcher/rendering/sample_result.h"

namespace sinodex {
namespace {

using namespace testing;

std::string text_of_result(const SearchResult& result, TextStyle style = {}) {
    std::ostringstream out;
    render_text(result, style, out);
    return out.str();
}

TEST(RenderText, PrintsAHitWithItsOriginAndMarks) {
    EXPECT_EQ(text_of_result(sample_result()),
              "Ant’s float \"paused\"\n"
              "维港财经, 2020-11-03, Li Na  https://example.com/a?b=1&c=2\n"
              " 1. é*蚂蚁集团* and 🙂 *Ant paused*. [wire/a b.txt#2, bytes 100-135]\n"
              "\n"
              "bare\n"
              " 2. Nothing but text. [bare#0, bytes 0-17]\n"
              "\n");
}

TEST(RenderText, PutsTheHitsOfAnArticleTogether) {
    SearchResult result = sample_result();
    result.hits.push_back(result.hits[0]);
    result.hits[2].rank = 3;
    result.hits[2].passage = 0;
    result.hits[0].versions = {"x", "y"};
    EXPECT_EQ(text_of_result(result),
              "Ant’s float \"paused\"\n"
              "维港财经, 2020-11-03, Li Na  https://example.com/a?b=1&c=2\n"
              " 1. é*蚂蚁集团* and 🙂 *Ant paused*. [wire/a b.txt#2, bytes 100-135]\n"
              " 3. é*蚂蚁集团* and 🙂 *Ant paused*. [wire/a b.txt#0, bytes 100-135]\n"
              "    and 2 more versions: x, y\n"
              "\n"
              "bare\n"
              " 2. Nothing but text. [bare#0, bytes 0-17]\n"
              "\n");
    result.hits[0].versions = {"a", "b", "c", "d"};
    result.hits[0].more_versions = 30;
    EXPECT_NE(text_of_result(result).find("\n    and 34 more versions: a, b, c, ...\n"),
              std::string::npos);
    result.hits[2].rank = 123;
    EXPECT_NE(text_of_result(result).find("\n123. é*"), std::string::npos);
}

TEST(RenderText, CitesInALineOfItsOwn) {
    TextStyle style;
    style.cite = true;
    EXPECT_NE(text_of_result(sample_result(), style)
                  .find("Ant paused*.\n    Li Na：《Ant’s float \"paused\"》，维港财经，"),
              std::string::npos);
}

TEST(RenderText, LeadsToArticlesWhereTheTerminalHasLinks) {
    TextStyle style;
    style.links = true;
    SearchResult result = sample_result();
    const std::string text = text_of_result(result, style);
    EXPECT_TRUE(
        text.starts_with("\033]8;;https://example.com/a?b=1&c=2\033\\Ant’s float \"paused\""
                         "\033]8;;\033\\\n维港财经, 2020-11-03, Li Na\n"));
    for (const char* url :
         {"javascript:alert(1)", "https://e.com/\033[2J", "https://e.com/ a", ""}) {
        result.hits[0].article.url = url;
        EXPECT_EQ(text_of_result(result, style).find('\033'), std::string::npos) << url;
    }
}

TEST(RenderText, MakesOneMarkOfThoseThatTouch) {
    SearchResult result = sample_result();
    result.hits[0].highlights.insert(
        result.hits[0].highlights.begin() + 1,
        {{114, 119, 45, 50}, MatchRule::stem, {{0, 6, MatchRule::stem}}});
    EXPECT_NE(text_of_result(result).find("é*蚂蚁集团 and* 🙂"), std::string::npos)
        << text_of_result(result);
    result.hits[0].highlights[1].why = MatchRule::synonym;
    EXPECT_NE(text_of_result(result).find("é*蚂蚁集团 and* 🙂"), std::string::npos)
        << text_of_result(result);
    EXPECT_NE(text_of_result(result, {true, 100}).find("蚂蚁集团\033[0m \033[1;36mand"),
              std::string::npos);
}

TEST(RenderText, ColoursTakeTheMarksPlace) {
    const std::string colored = text_of_result(sample_result(), {true, 100});
    EXPECT_NE(colored.find("é\033[1;33m蚂蚁集团\033[0m and"), std::string::npos) << colored;
    std::string plain = text_of_result(sample_result());
    std::erase(plain, '*');
    EXPECT_EQ(without_colors(colored), plain);
}

TEST(RenderText, PrintsWhatAScoreIsMadeOf) {
    SearchResult result = sample_result();
    result.hits[0].parts = {{"words", 10}, {"pairs", 2.5}};
    EXPECT_NE(text_of_result(result).find("    matches 蚂蚁: exact; \"ant paused\": phrase\n"),
              std::string::npos);
    EXPECT_NE(text_of_result(result).find("    score 12.5 of  words 10  pairs 2.5\n"),
              std::string::npos);
}

TEST(RenderText, PrintsOfALongPassageTheBestSentences) {
    SearchResult result = sample_result();
    result.hits[0].best = {{102, 114, 41, 45}, {124, 134, 52, 62}};
    EXPECT_NE(text_of_result(result).find("\n 1. ... *蚂蚁集团* ... *Ant paused* ... [wire/a"),
              std::string::npos)
        << text_of_result(result);
    result.hits[0].best = {{100, 129, 40, 57}};  // ends within a mark
    EXPECT_NE(text_of_result(result).find("\n 1. é*蚂蚁集团* and 🙂 *Ant p* ... [wire/a"),
              std::string::npos)
        << text_of_result(result);
}

TEST(RenderText, PrintsContextBesideABar) {
    SearchResult result = sample_result();
    result.hits[1].before = {{{}, 0, "Before.\n\nIt."}};
    result.hits[1].after = {{{}, 2, "After."}};
    EXPECT_NE(
        text_of_result(result).find("bare\n 2. | Before.\n    |\n    | It.\n"
                                    "    Nothing but text. [bare#0, bytes 0-17]\n    | After.\n"),
        std::string::npos)
        << text_of_result(result);
    EXPECT_NE(text_of_result(result, {true, 100}).find("    | \033[2mAfter.\033[0m\n"),
              std::string::npos);
}

TEST(RenderText, PrintsOfLongContextWhatIsNearest) {
    std::string words;
    for (int i = 0; i < 500; ++i) words += "中" + std::to_string(i) + (i % 3 == 0 ? " " : "é");
    SearchResult result = sample_result();
    result.hits[1].before = {{{}, 0, words}};
    result.hits[1].after = {{{}, 2, words}};
    const std::string text = text_of_result(result);
    EXPECT_NE(text.find(" 2. | ... "), std::string::npos);
    EXPECT_NE(text.find("中499é\n    Nothing but text. [bare#0, bytes 0-17]\n    | 中0 中1é"),
              std::string::npos)
        << text;
    EXPECT_TRUE(text.ends_with(" ...\n\n")) << text;
    EXPECT_EQ(text.find("中250"), std::string::npos);
    EXPECT_EQ(valid_utf8(without_space(text)), without_space(text));
}

TEST(RenderLegend, NamesTheRulesOfTheHits) {
    SearchResult result = sample_result();
    std::ostringstream out;
    render_legend(result, {}, out);
    EXPECT_EQ(out.str(), "");
    result.stages = {{"parsed", "(list)"}};
    result.hits[0].highlights[0].query.push_back({0, 6, MatchRule::entity});
    render_legend(result, {}, out);
    EXPECT_EQ(out.str(),
              "marks       *phrase*    a phrase of the query\n"
              "            *exact*     a word as it was typed\n"
              "            *entity*    the same entity, by any of its names\n"
              "\n");
}

// Names that nobody can know are told where they are printed.
TEST(RenderLegend, SaysWhatEachPartOfAScoreIs) {
    const Searcher searcher(news_database().path());
    SearchRequest request;
    request.query = "alibaba regulator";
    request.explain = true;
    const SearchResult result = searcher.search(request);
    ASSERT_FALSE(result.hits.empty());
    std::ostringstream out;
    render_legend(result, {}, out);
    for (const ScorePart& part : result.hits[0].parts) {
        EXPECT_THAT(out.str(),
                    ::testing::ContainsRegex("(score  |   ) +" + part.name + "  +[a-z]"));
    }
}

TEST(RenderLegend, HasRoomForEveryRule) {
    SearchResult result = sample_result();
    result.stages = {{"parsed", "(list)"}};
    for (const MatchRuleInfo& rule : kMatchRules) {
        result.hits[0].highlights[0].query.push_back({0, 6, rule.rule});
    }
    std::ostringstream out;
    render_legend(result, {}, out);
    for (const MatchRuleInfo& rule : kMatchRules) {
        const std::string name = "*" + std::string(rule.name) + "* ";
        EXPECT_THAT(out.str(), ::testing::HasSubstr(name));
        EXPECT_THAT(out.str(), ::testing::HasSubstr(" " + std::string(rule.meaning) + "\n"));
    }
}

TEST(RenderText, LeavesAnEmptyPassageAway) {
    SearchResult result = sample_result();
    result.hits.erase(result.hits.begin());
    result.hits[0].text.clear();
    result.hits[0].end = 0;
    EXPECT_EQ(text_of_result(result), "bare\n 2. [bare#0, bytes 0-0]\n\n");
}

// Documents come from anywhere.
TEST(RenderText, LetsNoDocumentSteerTheTerminal) {
    SearchResult result = sample_result();
    SearchHit& hit = result.hits[1];
    hit.text =
        "a\x1B]0;title\x07 b\xC2\x9B"
        "31m";
    hit.end = static_cast<std::uint32_t>(hit.text.size());
    hit.article = {"i\x1B[2J", "t\x1B[2J\n", "u\x1B", "s\r\n", "a\x7F", "d", ""};
    for (const char c : text_of_result(result)) {
        EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << int{c};
        EXPECT_NE(c, '\x7F');
    }
    EXPECT_EQ(text_of_result(result).find("\xC2\x9B"), std::string::npos);
}

TEST(RenderText, KeepsToTheWidthAndEndsNoLineInSpace) {
    const Searcher searcher(news_database().path());
    for (const char* query : {"alibaba regulator \"equity stakes\"", "螞蟻集團暫緩上市",
                              "date:2020..", "paragraph 7 蚂蚁"}) {
        const SearchResult result = search(searcher, query);
        ASSERT_FALSE(result.hits.empty());
        for (std::size_t width = 20; width <= 200; ++width) {
            const std::string plain = text_of_result(result, {false, width});
            for (const std::string& line : lines_of(plain)) {
                EXPECT_FALSE(line.ends_with(' ')) << line;
                if (!line.starts_with("    ") || line.starts_with("    [")) continue;
                const bool one_word = line.find(' ', 4) == std::string::npos;
                const bool origin = line.find(", 20") != std::string::npos;
                EXPECT_TRUE(one_word || origin ||
                            width_of(line) <= std::max<std::size_t>(width, 24))
                    << width << line;
            }
            std::string unmarked = plain;
            std::erase(unmarked, '*');
            const std::string colored = without_colors(text_of_result(result, {true, width}));
            EXPECT_EQ(without_space(colored), without_space(unmarked));
        }
    }
}

TEST(RenderWarnings, MarksThePartOfTheQuery) {
    std::ostringstream out;
    render_warnings(sample_result().query, sample_result().warnings, out);
    EXPECT_EQ(out.str(),
              "note: \"ant paused\": not found as a phrase\n"
              "      蚂蚁 \"ant paused\"\n"
              "           ^^^^^^^^^^^^\n"
              "note: too long\n");
}

TEST(RenderWarnings, ShowsOfALongQueryWhatIsAroundThePlace) {
    SearchResult result;
    for (int i = 0; i < 60; ++i) result.query += "蚂蚁 ";
    const auto begin = static_cast<std::uint32_t>(result.query.size());
    result.query += "date:蚂 ";
    result.warnings = {{begin, begin + 8, "is no date"}};
    for (int i = 0; i < 60; ++i) result.query += "word ";
    std::ostringstream out;
    render_warnings(result.query, result.warnings, out);
    const std::vector<std::string> lines = lines_of(out.str());
    ASSERT_GE(lines.size(), 3U);
    EXPECT_TRUE(lines[1].ends_with("..."));
    const std::size_t place = lines[1].find("date:");
    ASSERT_NE(place, std::string::npos);
    EXPECT_LT(testing::width_of(lines[1]), 100U);
    EXPECT_EQ(lines[2].find('^'), testing::width_of(lines[1].substr(0, place)));
    EXPECT_EQ(std::count(lines[2].begin(), lines[2].end(), '^'), 7);
}

TEST(RenderStages, KeepsTheIndentationOfLines) {
    SearchResult result = sample_result();
    result.stages = {{"parsed", "list [0-1]\n  words a [0-1]"}};
    std::ostringstream out;
    render_stages(result, out);
    EXPECT_EQ(out.str(), "parsed      list [0-1]\n              words a [0-1]\n\n");
}

TEST(RenderStages, PrintsNothingUnlessAskedFor) {
    std::ostringstream out;
    render_stages(sample_result(), out);
    EXPECT_EQ(out.str(), "");
}

TEST(RenderStages, PrintsALineOrMoreAStage) {
    SearchResult result = sample_result();
    result.stages = {{"parsed", "(list (words a))"},
                     {"terms", ""},
                     {"xapian", std::string(60, 'a') + " " + std::string(60, 'b')}};
    std::ostringstream out;
    render_stages(result, out);
    EXPECT_EQ(out.str(), "parsed      (list (words a))\nterms\nxapian      " +
                             std::string(60, 'a') + "\n            " + std::string(60, 'b') +
                             "\n\n");
}

}  // namespace
}  // namespace sinodex
