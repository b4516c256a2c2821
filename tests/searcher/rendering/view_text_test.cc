// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/view_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/searcher/rendering/columns.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::Not;

template <typename View>
std::string text_of(const View& view, const TextStyle& style = {false, 60}) {
    std::ostringstream out;
    render_text(view, style, out);
    return out.str();
}

MatchSummary matches(std::uint64_t articles) {
    MatchSummary summary;
    summary.query = "fine";
    summary.articles = articles;
    return summary;
}

Facets sample_facets() {
    Facets view;
    view.matches = matches(1200);
    view.facets = {{"company",
                    {{"didi", "Didi Global", "company:didi", 1200},
                     {"ant-group", "蚂蚁集团", "company:ant-group", 300}},
                    5,
                    0},
                   {"source", {{"维港财经", "维港财经", "source:维港财经", 1}}, 1, 1199}};
    return view;
}

Timeline sample_timeline() {
    Timeline view;
    view.matches = matches(9);
    view.months = {{2020, 12, 4}, {2021, 3, 2}, {2022, 1, 1}};
    view.longer_only = 1;
    view.undated = 2;
    return view;
}

RelatedEntities sample_related() {
    RelatedEntities view;
    view.matches = matches(4);
    view.others = 1000;
    view.entities = {{"cac", "regulator", "Cyberspace Administration of China", "regulator:cac", 3,
                      0.75, 0.0125, 9, "wire/a.txt#2"},
                     {"didi", "company", "Didi Global", "company:didi", 1, 0.25, 0, 3, ""},
                     {"samr", "regulator", "SAMR", "regulator:samr", 2, 0.5, 0.0004, 2, "b#0"}};
    return view;
}

TEST(RenderFacets, PrintsATableForEach) {
    EXPECT_EQ(text_of(sample_facets()),
              "fine: 1,200 articles match\n"
              "\n"
              "company, 2 of 5\n"
              "  ████████████  1,200  Didi Global   company:didi\n"
              "  ███             300  蚂蚁集团      company:ant-group\n"
              "\n"
              "source, 1,199 articles without\n"
              "  ▏                 1  维港财经      source:维港财经\n"
              "\n");
}

TEST(RenderFacets, CutsNamesButNeverFilters) {
    Facets view = sample_facets();
    view.facets[0].values[0].name = "A company whose name is longer than any line has room for";
    for (std::size_t width = 1; width < 150; ++width) {
        const std::string text = text_of(view, {false, width});
        EXPECT_THAT(text, HasSubstr("  company:didi\n"));
        EXPECT_THAT(text, HasSubstr("  company:ant-group\n"));
        for (const std::string& line : lines_of(text)) {
            if (line.starts_with("  ")) {
                EXPECT_LE(width_of(line), std::max<std::size_t>(width, 54)) << line;
            }
        }
    }
}

TEST(RenderTimeline, PrintsEmptyMonthsAndCountsLongStretches) {
    EXPECT_EQ(text_of(sample_timeline(), {false, 26}),
              "fine: 9 articles match, by month of publication\n"
              "\n"
              "2020-12      4  ██████████\n"
              "2021-01\n"
              "2021-02\n"
              "2021-03      2  █████\n"
              "      ⋮  9 months without any\n"
              "2022-01      1  ██▌\n"
              "\n"
              "1 article of which only the year is known\n"
              "2 articles without a date\n"
              "\n");
}

TEST(RenderTimeline, SaysWhatItCounts) {
    Timeline view = sample_timeline();
    view.by = TimelineBy::mentioned;
    const std::string text = text_of(view);
    EXPECT_THAT(text, HasSubstr("by the months that they mention"));
    EXPECT_THAT(text, HasSubstr("1 article with longer times only"));
    EXPECT_THAT(text, HasSubstr("2 articles without any time"));
    EXPECT_THAT(text, Not(HasSubstr("publication")));
}

TEST(RenderTimeline, FillsTheTerminal) {
    for (std::size_t width = 26; width < 150; ++width) {
        std::size_t widest = 0;
        for (const std::string& line : lines_of(text_of(sample_timeline(), {false, width}))) {
            if (line.starts_with("20")) widest = std::max(widest, width_of(line));
        }
        EXPECT_EQ(widest, width);
    }
}

TEST(RenderRelated, PrintsSharesAndExamples) {
    EXPECT_EQ(text_of(sample_related()),
              "fine: 4 articles match; what they mention more often than others\n"
              "\n"
              " 1. Cyberspace Administration of China  regulator:cac\n"
              "    3 articles, 75%; elsewhere 1.3%  [wire/a.txt#2]\n"
              "\n"
              " 2. Didi Global  company:didi\n"
              "    1 article, 25%; elsewhere none\n"
              "\n"
              " 3. SAMR  regulator:samr\n"
              "    2 articles, 50%; elsewhere <0.1%  [b#0]\n"
              "\n");
}

TEST(RenderRelated, ComparesNothingWhereThereIsNothingElse) {
    RelatedEntities view = sample_related();
    view.others = 0;
    EXPECT_THAT(text_of(view), Not(HasSubstr("elsewhere")));
    view.entities.clear();
    EXPECT_THAT(text_of(view), HasSubstr("None.\n"));
}

TEST(RenderViews, SayThatMoreMatch) {
    Facets view = sample_facets();
    EXPECT_THAT(text_of(view), Not(HasSubstr("More match")));
    view.matches.complete = false;
    EXPECT_THAT(text_of(view), HasSubstr("More match: these are the best 10,000."));
}

TEST(RenderViews, PrintNothingOfNothing) {
    EXPECT_EQ(text_of(Facets{}) + text_of(Timeline{}) + text_of(RelatedEntities{}), "");
}

TEST(RenderViews, ColoursChangeNothingElse) {
    const TextStyle colored{true, 60};
    EXPECT_EQ(without_colors(text_of(sample_facets(), colored)), text_of(sample_facets()));
    EXPECT_EQ(without_colors(text_of(sample_timeline(), colored)), text_of(sample_timeline()));
    EXPECT_EQ(without_colors(text_of(sample_related(), colored)), text_of(sample_related()));
    EXPECT_NE(text_of(sample_related(), colored), text_of(sample_related()));
}

TEST(RenderViews, LetNoDocumentSteerTheTerminal) {
    Facets facets = sample_facets();
    facets.matches.query = "\x1B[2J";
    facets.facets[1].values[0] = {"\x1B", "\x1B[2J\n", "source:\"\x1B\r\"", 1};
    RelatedEntities related = sample_related();
    related.entities[0].name = "\x1B]0;";
    related.entities[0].example = "\x07#1";
    for (const char c : text_of(facets) + text_of(related)) {
        EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << int{c};
    }
}

}  // namespace
}  // namespace sinodex
