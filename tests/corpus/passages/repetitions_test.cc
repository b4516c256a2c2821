// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/repetitions.h"

#include <gtest/gtest.h>

#include "corpus/passages/boilerplate.h"
#include "corpus/passages/layout.h"

namespace sinodex {
namespace {

// Paragraphs that tell something else for each number.
std::string story(unsigned number, unsigned paragraphs = 2) {
    std::string text;
    unsigned state = number * 7919 + 17;
    for (unsigned paragraph = 0; paragraph < paragraphs; ++paragraph) {
        if (paragraph > 0) text += "\n\n";
        text += "Report";
        for (unsigned word = 0; word < 50; ++word) {
            state = state * 1664525 + 1013904223;
            text += " w" + std::to_string(state >> 8U);
        }
        text += ".";
    }
    return text;
}

Article article(const std::string& id, const std::string& text,
                const std::string& source = "Daily") {
    Article result;
    result.id = id;
    result.text = text;
    result.source = source;
    return result;
}

ArticleEdges edges(const Article& one) { return edges_of(one, Boilerplate::built_in()); }

// The repeated paragraphs of an article, one a line.
std::string found(const Repetitions& repetitions, const Article& one) {
    std::string lines;
    for (const ByteRange range : repetitions.find(edges(one))) {
        lines.append(slice(one.text, range)).append("\n");
    }
    return lines;
}

// Learns three articles of a source with these paragraphs around them, and tells what is found in
// the third.
std::string found_around(const std::string& before, const std::string& after) {
    Repetitions repetitions;
    Article one;
    for (unsigned i = 0; i < 3; ++i) {
        one = article(std::to_string(i), before + story(i) + after);
        repetitions.learn(edges(one));
    }
    return found(repetitions, one);
}

TEST(Repetitions, AreFoundInTheThirdArticle) {
    Repetitions repetitions;
    const std::string footer = "\n\nWe write for people who have no time.";
    for (unsigned i = 0; i < 3; ++i) {
        const Article one = article(std::to_string(i), story(i) + footer);
        EXPECT_EQ(found(repetitions, one), "");
        repetitions.learn(edges(one));
    }
    for (unsigned i = 0; i < 4; ++i) {
        EXPECT_EQ(found(repetitions, article(std::to_string(i), story(i) + footer)),
                  "We write for people who have no time.\n");
    }
    EXPECT_EQ(found(repetitions, article("4", story(4) + footer, "Weekly")), "") << "of others";
    EXPECT_EQ(found(repetitions, article("5", story(5) + footer, "")), "") << "of nobody";
}

struct Case {
    const char* before;
    const char* after;
    const char* found;
};

TEST(Repetitions, AreFoundAroundAnArticle) {
    const std::vector<Case> cases{
        {"", "\n\nTap here to go on\n\nHear it in our app",
         "Tap here to go on\nHear it in our app\n"},
        {"Skip this bar.\n\n", "", "Skip this bar.\n"},
        {"Big\nSmall\nListen to it now.\n\n", "", "Big\nSmall\nListen to it now.\n"},
        {"", "\n\nHear  it\n\nin our app", "Hear  it\nin our app\n"},
        {"", "\n\n（撰文：张三）\n\n想看更多请装客户端。",
         "（撰文：张三）\n想看更多请装客户端。\n"},
        // Patterns know the first one; the other is behind it.
        {"", "\n\nHear it in our app.\n\nExit mobile version", "Hear it in our app.\n"},
        // A number makes no fact of what is no sentence.
        {"", "\n\nRoom 12, 3 Long Street", "Room 12, 3 Long Street\n"},
    };
    for (const Case& one : cases) EXPECT_EQ(found_around(one.before, one.after), one.found);
}

TEST(Repetitions, AreNotFoundInWhatTellsSomething) {
    const std::vector<Case> cases{
        // A heading of what follows.
        {"Key points\n\n", "", ""},
        {"分析\n\n", "", ""},
        // Quotations.
        {"", "\n\n\"Houses are for living in, not for speculation.\"", ""},
        {"", "\n\n“We comply with the law.”", ""},
        {"", "\n\n「房子是用来住的。」", ""},
        // Background with a figure.
        {"", "\n\nThe sale, worth $37 billion, was halted two days before it was due.", ""},
    };
    for (const Case& one : cases) EXPECT_EQ(found_around(one.before, one.after), one.found);
    const std::string middle = "\n\nThe company gave no answer.\n\n";
    EXPECT_EQ(found_around(story(9) + middle, ""), "") << "between paragraphs that differ";
    std::string longer = "\n\nThis";
    for (unsigned i = 0; i < 45; ++i) longer += " is";
    EXPECT_EQ(found_around("", longer + " long."), "");
}

// A sentence of its own behind it makes the paragraph one of the text.
TEST(Repetitions, EndWhereTheTextBegins) {
    Repetitions repetitions;
    const std::string footer = "\n\nThe company gave no answer.";
    for (unsigned i = 0; i < 3; ++i) {
        repetitions.learn(edges(article(std::to_string(i), story(i) + footer)));
    }
    EXPECT_NE(found(repetitions, article("3", story(3) + footer)), "");
    EXPECT_EQ(found(repetitions, article("3", story(3) + footer + "\n\nNobody else did.")), "");
    EXPECT_NE(found(repetitions, article("3", story(3) + footer + "\n\nA line")), "");
}

TEST(Repetitions, OfOneStoryDoNotCount) {
    Repetitions repetitions;
    const std::string quotation = "\n\nWe shall comply, the company said.";
    for (unsigned copy = 0; copy < 9; ++copy) {
        // Each copy has another ending, and one has another beginning.
        const std::string text = (copy == 4 ? "Corrected: " : "") + story(1, 6) + "\n\n" +
                                 story(100 + copy, 1) + quotation;
        const Article one = article(std::to_string(copy), text);
        repetitions.learn(edges(one));
        EXPECT_EQ(found(repetitions, one), "") << copy;
    }
    // Nor do versions of one article.
    for (unsigned version = 0; version < 9; ++version) {
        repetitions.learn(edges(article("live", story(20 + version) + quotation)));
    }
    EXPECT_EQ(found(repetitions, article("new", story(50) + quotation)), "");
    repetitions.learn(edges(article("third", story(51) + quotation)));
    EXPECT_NE(found(repetitions, article("new", story(50) + quotation)), "");
}

TEST(Repetitions, AreNotLookedForInPassagesOfTheSource) {
    Article one = article("a", story(1) + "\n\nHear it in our app");
    ASSERT_FALSE(edges(one).paragraphs.empty());
    one.own_passages = {{0, 10}};
    EXPECT_TRUE(edges(one).paragraphs.empty());
    EXPECT_TRUE(edges(article("b", "")).paragraphs.empty());
}

TEST(Repetitions, ComeBackAsTheyWere) {
    Repetitions whole;
    Repetitions parts;
    for (unsigned i = 0; i < 12; ++i) {
        const std::string text = story(i) + "\n\nHear it in our app number " +
                                 std::to_string(i % 5) + "\n\nOften" + (i < 7 ? "\n\nSoon" : "");
        whole.learn(edges(article(std::to_string(i), text)));
        parts = Repetitions::decode(parts.encode());
        parts.learn(edges(article(std::to_string(i), text)));
        EXPECT_EQ(parts.encode(), whole.encode());
    }
    EXPECT_EQ(found(parts, article("x", story(99) + "\n\nHear it in our app number 1\n\nOften")),
              "Hear it in our app number 1\nOften\n");
    const std::string bytes = whole.encode();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_LE(Repetitions::decode(bytes.substr(0, size)).encode().size(), bytes.size());
    }
}

TEST(Repetitions, TakeBoundedSpace) {
    Repetitions repetitions;
    for (unsigned i = 0; i < 20000; ++i) {
        std::string text = story(i, 1);
        for (unsigned line = 0; line < 7; ++line) {
            text += "\n\nOnly here " + std::to_string(i * 10 + line);
        }
        repetitions.learn(edges(article(std::to_string(i), text + "\n\nIn all")));
    }
    EXPECT_LT(repetitions.encode().size(), 66000U * 21);
    EXPECT_EQ(found(repetitions, article("x", story(1) + "\n\nIn all")), "In all\n");
}

// The layout takes them for boilerplate like any other.
TEST(Repetitions, AreBoilerplateToTheLayout) {
    Article one = article("a", "Hear it\n\n" + story(1, 1) + "\n\nHear it");
    LayoutMaker maker(Boilerplate::built_in());
    EXPECT_TRUE(maker.lay_out(one).boilerplate.empty());
    const auto end = static_cast<std::uint32_t>(one.text.size());
    one.repeated = {{end - 7, end}};
    const Layout layout = maker.lay_out(one);
    EXPECT_EQ(layout.boilerplate, one.repeated);
    ASSERT_EQ(layout.passages.size(), 1U);
    EXPECT_EQ(layout.passages[0], (ByteRange{0, end - 9}));
}

}  // namespace
}  // namespace sinodex
