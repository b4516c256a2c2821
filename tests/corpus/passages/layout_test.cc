// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/passages/boilerplate.h"
#include "tests/corpus/text/sample_texts.h"

namespace sinodex {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A sentence of so many words.
std::string sentence(std::size_t words) { return "The" + repeated(" word", words - 1) + "."; }

Article article(std::string text) {
    Article result;
    result.text = std::move(text);
    return result;
}

// Where `part` stands in the article's text, which has it once.
ByteRange range_of(const Article& article, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(article.text.find(part));
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

std::vector<std::string> slices(const Article& article, const std::vector<ByteRange>& ranges) {
    std::vector<std::string> result;
    result.reserve(ranges.size());
    for (const ByteRange range : ranges) result.emplace_back(slice(article.text, range));
    return result;
}

Layout lay_out(const Article& article) {
    return LayoutMaker(Boilerplate::built_in()).lay_out(article);
}

std::vector<std::string> passages(const std::string& text) {
    const Article one = article(text);
    return slices(one, lay_out(one).passages);
}

TEST(Layout, NothingToLayOut) {
    EXPECT_THAT(passages(""), IsEmpty());
    EXPECT_THAT(passages(" \n\n\u3000\n"), IsEmpty());
    EXPECT_THAT(passages("Advertisement\n\nShare this:\n"), IsEmpty());
}

TEST(Layout, AParagraphIsAPassage) {
    const std::string a = sentence(40);
    const std::string b = sentence(120);
    EXPECT_THAT(passages(a + "\n\n" + b), ElementsAre(a, b));
}

TEST(Layout, ShortParagraphsAreJoined) {
    const std::string a = sentence(15);
    const std::string all = a + "\n\n" + a + "\n\n" + a;
    EXPECT_THAT(passages(all + "\n\n" + a), ElementsAre(all, a));
    // A passage does not grow beyond at_most.
    const std::string b = sentence(110);
    EXPECT_THAT(passages(a + "\n\n" + b), ElementsAre(a, b));
}

TEST(Layout, LongParagraphsAreCutEvenly) {
    const std::string a = sentence(50);
    EXPECT_THAT(passages(a + " " + a + " " + a + " " + a), ElementsAre(a + " " + a, a + " " + a));
    EXPECT_THAT(passages(a + " " + a + " " + a), ElementsAre(a + " " + a, a));
}

TEST(Layout, ChineseIsCutToo) {
    const std::string a = repeated("蚂蚁", 49) + "。";  // about 50 words
    const std::string b = a + a;
    EXPECT_THAT(passages(b + b), ElementsAre(b, b));
}

TEST(Layout, HeadingsStayWithWhatFollows) {
    const std::string a = sentence(30);
    const std::string b = sentence(118);
    const std::string c = sentence(80) + " " + sentence(80);
    EXPECT_THAT(passages("What happened\n\n" + b), ElementsAre("What happened\n\n" + b));
    EXPECT_THAT(passages(a + "\n\nWhat happened\n\n" + b), ElementsAre(a, "What happened\n\n" + b));
    const std::string short_one = sentence(10);
    EXPECT_THAT(passages(short_one + "\n\nWhat happened\n\n" + b),
                ElementsAre(short_one, "What happened\n\n" + b));
    EXPECT_THAT(passages("## Next\n\nWhat happened\n\n" + b),
                ElementsAre("## Next\n\nWhat happened\n\n" + b));
    EXPECT_THAT(passages("What happened\n\n" + c),
                ElementsAre("What happened\n\n" + sentence(80), sentence(80)));
    EXPECT_THAT(passages(a + "\n\nThe end"), ElementsAre(a, "The end"));
}

TEST(Layout, ListsAreNotAllHeadings) {
    std::string list;
    for (int i = 0; i < 300; ++i) list += "Deal number " + std::to_string(i) + "\n";
    const auto found = passages(list);
    EXPECT_GT(found.size(), 7U);
    EXPECT_LT(found.size(), 50U);
}

TEST(Layout, BulletsStayTogether) {
    const std::string list = "• Hangzhou made deals.\n• Alibaba was fined.\n• Didi left New York.";
    EXPECT_THAT(passages(list), ElementsAre(list));
}

TEST(Layout, HardWrappedText) {
    std::string wrapped =
        repeated("The regulator said that it had fined the company for abuse\n", 12);
    wrapped += "of its position.";
    EXPECT_THAT(passages(wrapped + "\n\n" + sentence(50)), ElementsAre(wrapped, sentence(50)));
}

TEST(Layout, TitleIsApart) {
    Article one = article("Ant is stopped\n\n" + sentence(40));
    one.title_range = range_of(one, "Ant is stopped");
    const Layout layout = lay_out(one);
    EXPECT_EQ(layout.title, one.title_range);
    EXPECT_THAT(slices(one, layout.passages), ElementsAre(sentence(40)));
}

TEST(Layout, ATitleAloneIsThePassage) {
    Article one = article("Ant is stopped\n");
    one.title_range = range_of(one, "Ant is stopped");
    const Layout layout = lay_out(one);
    EXPECT_EQ(layout.title, one.title_range);
    EXPECT_THAT(slices(one, layout.passages), ElementsAre("Ant is stopped"));
}

TEST(Layout, TitleWithinAParagraph) {
    Article one = article(
        "By our reporter\n# Ant is stopped by order of the regulator in Shanghai\nand so it is.");
    one.title_range = range_of(one, "Ant is stopped by order of the regulator in Shanghai");
    EXPECT_THAT(slices(one, lay_out(one).passages),
                ElementsAre("By our reporter\n#", "and so it is."));
}

TEST(Layout, BoilerplateIsApart) {
    const std::string a = sentence(20);
    const Article one =
        article("Share this:\n" + a + "\n\nAdvertisement\n\n" + a + "\n\nExit mobile version");
    const Layout layout = lay_out(one);
    EXPECT_THAT(slices(one, layout.passages), ElementsAre(a, a));
    EXPECT_THAT(slices(one, layout.boilerplate),
                ElementsAre("Share this:", "Advertisement", "Exit mobile version"));
}

TEST(Layout, TheTitleAgainIsBoilerplate) {
    const std::string a = sentence(40);
    Article one = article(
        "Ant Group's record share sale is halted before trading begins\n"
        "Home > Markets\nAnt Groupâ€™s record share sale is halted before trading begin\n\n" +
        a +
        "\n\nAnt Group's record share sale is halted before trading begins\nExit mobile version");
    one.title = "Ant Group's record share sale is halted before trading begins";
    one.title_range = {0, static_cast<std::uint32_t>(one.title.size())};
    EXPECT_THAT(slices(one, lay_out(one).passages), ElementsAre(a));
}

TEST(Layout, ALeadThatSaysMoreThanTheTitleIsContent) {
    for (const char* lead :
         {"Ant's record share sale is halted, the exchange in Shanghai said on Tuesday night",
          "Ant's record share sale is halted."}) {
        Article one = article(lead);
        one.title = "Ant's record share sale is halted";
        EXPECT_THAT(slices(one, lay_out(one).passages), ElementsAre(lead));
    }
}

TEST(Layout, WhatSaysNothingButItsTitleIsFoundByIt) {
    Article one = article("Ant's record share sale is halted\nShare this:");
    one.title = "Ant's record share sale is halted";  // from beside the text
    EXPECT_THAT(slices(one, lay_out(one).passages), ElementsAre(one.title));
}

TEST(Layout, HeadlinesOfOtherArticlesAreBoilerplate) {
    const std::string a = sentence(40);
    for (const auto& [text, passages] : std::vector<std::pair<std::string, std::string>>{
             {a + "\n\nRelated\nAlibaba shares slide as its affiliate's listing collapses\n"
                  "• What is the STAR market?\n\nExit mobile version",
              a},
             {a + "\n\nRelated stories:\n\nAlibaba slides\n\nWhat is STAR?\n", a},
             {a + "\n\nRelated:\n\n• Alibaba slides\n• What is STAR?\n\nLike Loading...", a},
             {"Related\nAlibaba slides\nWhat is STAR?\n\nWhat comes next\n" + a,
              "What comes next\n" + a},
             {"Related\nAlibaba slides.\n" + a, "Alibaba slides.\n" + a}}) {
        const Article one = article(text);
        EXPECT_THAT(slices(one, lay_out(one).passages), ElementsAre(passages)) << text;
    }
}

TEST(Layout, DebrisIsBoilerplate) {
    Article one = article("---\ndate: 2021\n---\n" + sentence(40) + " <!-- x --> End.");
    one.debris = {range_of(one, "---\ndate: 2021\n---"), range_of(one, "<!-- x -->")};
    const Layout layout = lay_out(one);
    EXPECT_THAT(slices(one, layout.passages), ElementsAre(sentence(40) + " <!-- x --> End."));
    EXPECT_EQ(layout.boilerplate, one.debris);
}

TEST(Layout, DebrisAtTheEndsOfAParagraph) {
    Article one = article("<b> <i> Ant is stopped. </i> </b>");
    one.debris = {range_of(one, "<b>"), range_of(one, "<i>"), range_of(one, "</i>"),
                  range_of(one, "</b>")};
    EXPECT_THAT(slices(one, lay_out(one).passages), ElementsAre("Ant is stopped."));
}

TEST(Layout, DebrisWithinBoilerplateIsNotTold) {
    Article one = article("Read more: [Ant](x) is stopped");
    one.debris = {range_of(one, "(x)")};
    EXPECT_THAT(slices(one, lay_out(one).boilerplate), ElementsAre(one.text));
}

TEST(Layout, OwnPassagesAreKept) {
    Article one = article("Advertisement\n\n" + sentence(900) + "\n\nshort");
    one.own_passages = {range_of(one, "Advertisement"), {13, 13}, range_of(one, sentence(900))};
    const Layout layout = lay_out(one);
    EXPECT_EQ(layout.passages, one.own_passages);
    EXPECT_THAT(layout.boilerplate, IsEmpty());
}

TEST(Layout, HopelessSentencesAreCutAtSpaces) {
    const std::string text = "Before." + repeated(" word", 2000) + ". After it all.";
    for (const std::string& passage : passages(text)) {
        EXPECT_LE(passage.size(), 120U * 12) << passage;
        EXPECT_TRUE(passage.ends_with("word") || passage.ends_with('.')) << passage;
    }
}

TEST(Layout, SizesMayBeChosen) {
    const Article one = article(sentence(10) + " " + sentence(10) + "\n\n" + sentence(10));
    LayoutMaker small(Boilerplate::built_in(), {.at_least = 5, .at_most = 10});
    EXPECT_THAT(slices(one, small.lay_out(one).passages),
                ElementsAre(sentence(10), sentence(10), sentence(10)));
    LayoutMaker none(Boilerplate::built_in(), {.at_least = 0, .at_most = 0});
    EXPECT_FALSE(none.lay_out(one).passages.empty());
}

TEST(Layout, SameTextSameLayoutWhateverCameBefore) {
    LayoutMaker maker(Boilerplate::built_in());
    const Article one = article("What happened\n\n" + sentence(200) + "\n\nThe end");
    const Layout first = maker.lay_out(one);
    maker.lay_out(article("Another\n\nheading"));
    const Layout second = maker.lay_out(one);
    EXPECT_EQ(first.passages, second.passages);
    EXPECT_EQ(first.boilerplate, second.boilerplate);
}

}  // namespace
}  // namespace sinodex
