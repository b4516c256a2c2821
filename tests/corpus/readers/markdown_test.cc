// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Markdown, ReadsFrontMatter) {
    const std::string text = fixture("front-matter.md");
    const Article article = read(Format::markdown, text);
    EXPECT_EQ(article.text, text);
    EXPECT_EQ(article.title, "A \"quoted\" title: with a colon");
    EXPECT_EQ(article.date, "2021-04-10");
    EXPECT_EQ(article.source, "It's a source");
    EXPECT_EQ(article.url, "https://example.org/a?b=c:d");
    EXPECT_EQ(article.author, "An author");
    EXPECT_EQ(article.lang, "zh-Hans");
    ASSERT_FALSE(article.debris.empty());
    const std::string front(slice(article.text, article.debris[0]));
    EXPECT_TRUE(front.starts_with("---\ntitle") && front.ends_with("\n---"));
}

TEST(Markdown, ReadsTomlFrontMatter) {
    const Article article =
        read(Format::markdown, "+++\ntitle = \"A title\"\ndate = 2021-04-10\n+++\nText.");
    EXPECT_EQ(article.title, "A title");
    EXPECT_EQ(article.date, "2021-04-10");
}

struct NoFrontMatterCase {
    const char* what;
    const char* text;
};

class NoFrontMatter : public ::testing::TestWithParam<NoFrontMatterCase> {};

TEST_P(NoFrontMatter, LeavesTheFieldsEmpty) {
    const Article article = read(Format::markdown, GetParam().text);
    EXPECT_EQ(article.title, "") << GetParam().what;
    EXPECT_EQ(article.date, "") << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Lines, NoFrontMatter,
    ::testing::Values(NoFrontMatterCase{"never closed", "---\ntitle: A\ndate: 2021-04-10\n\nText."},
                      NoFrontMatterCase{"not on top", "Text.\n\n---\ntitle: A\n---\n"},
                      NoFrontMatterCase{"two rules", "---\n\nSome text.\n\n---\n\nMore."},
                      NoFrontMatterCase{"an indented value",
                                        "---\nlayout: x\n  title: A\n---\nText."},
                      NoFrontMatterCase{"only a fence", "---\n"}));

struct HeadingCase {
    const char* what;
    const char* text;
    const char* title;
    const char* part;
};

class Heading : public ::testing::TestWithParam<HeadingCase> {};

TEST_P(Heading, GivesTheTitle) {
    const Article article = read(Format::markdown, GetParam().text);
    EXPECT_EQ(article.title, GetParam().title) << GetParam().what;
    EXPECT_EQ(titled_part(article), GetParam().part) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Heading,
    ::testing::Values(
        HeadingCase{"level 1", "# The title\n\nText.", "The title", "The title"},
        HeadingCase{"closed", "#  The title ##\nText.", "The title", "The title"},
        HeadingCase{"a sharp in it", "# About C# and F#\n\nText.", "About C# and F#",
                    "About C# and F#"},
        HeadingCase{"emphasised", "# **The title**\n", "The title", "The title"},
        HeadingCase{"a link", "# The [title](https://example.org/a) here\n", "The title here",
                    "The [title](https://example.org/a) here"},
        HeadingCase{"underlined", "The title\n=========\n\nText.", "The title", "The title"},
        HeadingCase{"underlined, level 2", "The title\n---\n\nText.", "The title", "The title"},
        HeadingCase{"level 2 on top", "\n## The title\n\nText.", "The title", "The title"},
        HeadingCase{"level 2 later", "Text.\n\n## Part one\n", "", ""},
        HeadingCase{"level 1 later", "Text.\n\n# The title\n", "The title", "The title"},
        HeadingCase{"behind a comment", "<!-- # no -->\n# The title\n", "The title", "The title"},
        HeadingCase{"in code", "```\n# no\n```\n", "", ""},
        HeadingCase{"a hashtag", "#topic of the day\n", "", ""},
        HeadingCase{"seven", "####### no\n", "", ""},
        HeadingCase{"the same as in front matter", "---\ntitle: The Title\n---\n# The title\n",
                    "The Title", "The title"},
        HeadingCase{"another than in front matter", "---\ntitle: A\n---\n# B\n", "A", ""},
        HeadingCase{"Chinese", "# 平台经济 #\n正文", "平台经济", "平台经济"}));

struct DebrisCase {
    const char* text;
    std::vector<std::string> debris;
};

class MarkdownDebris : public ::testing::TestWithParam<DebrisCase> {};

TEST_P(MarkdownDebris, IsMarkupOnly) {
    EXPECT_EQ(debris_of(read(Format::markdown, GetParam().text)), GetParam().debris)
        << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, MarkdownDebris,
    ::testing::Values(
        DebrisCase{"Text.\n\n## Part\n", {"## "}}, DebrisCase{"## Part ##\n", {"## ", " ##"}},
        DebrisCase{"Part\n----\n", {"----"}}, DebrisCase{"a\n\n* * *\n\nb", {"* * *"}},
        DebrisCase{"a <!-- b --> c", {"<!-- b -->"}},
        DebrisCase{"a\n<!-- b\n\n# c\n-->\nd", {"<!-- b\n\n# c\n-->"}},
        DebrisCase{"a <!-- never closed\n", {}},
        DebrisCase{"```cpp\na[b](c) <!-- d -->\n```\n", {"```cpp", "```"}},
        DebrisCase{"~~~\n```\n~~~\n", {"~~~", "~~~"}}, DebrisCase{"a ```b``` c\n", {}},
        DebrisCase{"a [b](https://c.d) e", {"[", "](https://c.d)"}},
        DebrisCase{"![b](c.png \"d\")", {"![", "](c.png \"d\")"}},
        DebrisCase{"[![b](c)](d)", {"[", "![", "](c)", "](d)"}},
        DebrisCase{"a [b] c, d](e) \\[f](g)", {}}, DebrisCase{"[b](never closed", {}},
        DebrisCase{"`[b](c)` d", {}}, DebrisCase{"[1]: https://c.d\n", {"[1]: https://c.d"}},
        DebrisCase{"[b][c] d\n\n[c]: ./e.md \"f\"\n", {"[", "][c]", "[c]: ./e.md \"f\""}},
        DebrisCase{"[C][] d\n\n[c]: #e\n", {"[", "][]", "[c]: #e"}}, DebrisCase{"[b][1] d", {}},
        DebrisCase{"[Speaker]: Yes, they did.\n", {}},
        DebrisCase{"a<br>b <a name=\"c\">d</a>", {"<br>", "<a name=\"c\">", "</a>"}},
        DebrisCase{"1 < 2 and 3 > 2, <https://c.d>, `<b>`", {}},
        DebrisCase{"| a | b |\n|:--|--:|\n| c | d |\n", {"|:--|--:|"}},
        DebrisCase{"- a\n- b\n> c\n*d*\n", {}}));

TEST(Markdown, IsReadInLinearTime) {
    std::string brackets, comments, code, links, tags, references;
    for (int i = 0; i < 1'000'000; ++i) {
        brackets += '[';
        comments += "<!--";
        code += "`a``b";
        links += "[](";
        tags += "<a ";
        references += "][";
    }
    for (const std::string& text : {brackets, comments, code, links, tags, references}) {
        EXPECT_THAT(read(Format::markdown, text).debris, IsEmpty());
    }
}

}  // namespace
}  // namespace sinodex::testing
