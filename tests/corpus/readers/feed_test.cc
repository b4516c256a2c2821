// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Feed, ReadsRss) {
    const FileContent content = read_file_named("a.rss", R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour Gazette</title><link>https://example.org/</link><language>en</language>
<image><title>Logo</title><url>https://example.org/logo.png</url></image>
<item><media:title>A picture</media:title><title>Permits &amp;amp; exports</title>
 <link>https://example.org/permits</link><guid isPermaLink="false">g-1</guid>
 <pubDate>Thu, 17 Aug 2023 09:00:00 +0800</pubDate><dc:creator>Ana Reyes</dc:creator>
 <description>Short.</description>
 <content:encoded><![CDATA[<p>Four permits were listed on Thursday.</p><p>None was for
 germanium.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://example.org/second</link>
 <author>desk@example.org (Wu Fang)</author>
 <description>&lt;p&gt;Didi paid the fine on Friday.&lt;/p&gt;</description></item>
</channel></rss>)");
    ASSERT_THAT(content.ids(), ElementsAre("g-1", "https://example.org/second"));
    const Article& first = content.articles[0];
    EXPECT_EQ(first.title, "Permits & exports");
    EXPECT_EQ(first.text, "Four permits were listed on Thursday.\n\nNone was for germanium.");
    EXPECT_EQ(first.url, "https://example.org/permits");
    EXPECT_EQ(first.source, "Harbour Gazette");
    EXPECT_EQ(first.author, "Ana Reyes");
    EXPECT_EQ(first.date, "2023-08-17");
    EXPECT_EQ(first.lang, "en");
    EXPECT_EQ(content.articles[1].text, "Didi paid the fine on Friday.");
    EXPECT_EQ(content.articles[1].author, "Wu Fang");
    EXPECT_EQ(content.articles[1].date, "");
}

TEST(Feed, ReadsAtom) {
    const FileContent content = read_file_named("a.xml", R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title>长街观察</title>
<entry><id>tag:example.org,2025:1</id><title type="html">稀土&lt;b&gt;管制&lt;/b&gt;</title>
 <link rel="replies" href="https://example.org/1/replies"/>
 <link rel="alternate" href="https://example.org/1"/>
 <updated>2025-04-05T08:00:00+08:00</updated><published>2025-04-04T08:00:00+08:00</published>
 <author><name>王芳</name><email>w@example.org</email></author>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>商务部周四宣布实施出口管制，
自公布之日起施行。</p><p>Costs a &lt; b in all cases that were
counted there.</p></div></content></entry>
<entry><id>tag:example.org,2025:2</id><title>Two</title>
 <summary>1 &lt; 2, and "p" is no &lt;p&gt;.</summary></entry></feed>)");
    ASSERT_THAT(content.articles, SizeIs(2));
    const Article& first = content.articles[0];
    EXPECT_EQ(first.id, "tag:example.org,2025:1");
    EXPECT_EQ(first.title, "稀土管制");
    EXPECT_EQ(first.url, "https://example.org/1");
    EXPECT_EQ(first.author, "王芳");
    EXPECT_EQ(first.date, "2025-04-04");
    EXPECT_EQ(first.lang, "zh");
    EXPECT_EQ(first.source, "长街观察");
    EXPECT_THAT(first.text, HasSubstr("\n\nCosts a < b in"));
    EXPECT_EQ(content.articles[1].text, "1 < 2, and \"p\" is no <p>.");
}

TEST(Feed, PassesOverOtherXml) {
    const FileContent content =
        read_file_named("a.xml", "<urlset><url><loc>x</loc></url></urlset>");
    EXPECT_THAT(content.articles, IsEmpty());
    EXPECT_THAT(content.skipped, IsEmpty());
    EXPECT_EQ(content.parts.kinds.at("XML that is no feed"), 1u);
}

TEST(Feed, ReadsWhatIsNotWellFormed) {
    const std::string start =
        "\n<rss><channel><title>T</title><item><title>A&nbsp;B</title>"
        "<description>R&D costs rose by a fifth.</description></item>";
    const FileContent whole = read_file_named("a.rss", start + "</channel></rss>");
    ASSERT_THAT(whole.articles, SizeIs(1));
    EXPECT_EQ(whole.articles[0].title, "A B");
    EXPECT_THAT(whole.articles[0].text, HasSubstr("costs rose by a fifth."));
    const FileContent cut = read_file_named("a.rss", start + "<item><title>Cu");
    EXPECT_FALSE(cut.articles.empty());
    EXPECT_THAT(cut.skipped, ElementsAre(HasSubstr("ends too early")));
}

TEST(Feed, LosesNoWordBehindABareAmpersand) {
    const FileContent content = read_file_named(
        "a.rss",
        "<rss><channel><title>S&P</title><item><title>AT&T & M&A, Q&A &amp; &#65;</title>"
        "<description><![CDATA[<p>R&D of AT&amp;T & others rose.</p>]]></description>"
        "<link>https://example.org/?a=1&b=2</link></item></channel></rss>");
    ASSERT_EQ(content.articles.size(), 1u);
    EXPECT_EQ(content.articles[0].title, "AT&T & M&A, Q&A & A");
    EXPECT_EQ(content.articles[0].text, "R&D of AT&T & others rose.");
    EXPECT_EQ(content.articles[0].url, "https://example.org/?a=1&b=2");
    EXPECT_EQ(content.articles[0].source, "S&P");
}

TEST(Feed, MendsAmpersandsWhereverAPieceEnds) {
    for (std::size_t size = 16'300; size < 16'400; size += 7) {
        const std::string words(size, 'w');
        const FileContent content = read_file_named(
            "a.rss", "<rss><channel><item><title>t</title><description>" + words +
                         " R&D &#8212; <![CDATA[A&B]]></description></item></channel></rss>");
        ASSERT_EQ(content.articles.size(), 1u) << size;
        EXPECT_EQ(content.articles[0].text, words + " R&D — A&B") << size;
    }
}

TEST(Feed, DefinesNoEntitiesAndOpensNothing) {
    std::string bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c < 'k'; ++c) {
        const std::string before = std::string("&") + static_cast<char>(c - 1) + ';';
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) bomb += before;
        bomb += "\">";
    }
    bomb += "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    const FileContent content =
        read_file_named("a.rss", bomb +
                                     "<rss><channel><item><title>t</title><description>&j; &x; done"
                                     "</description></item></channel></rss>");
    ASSERT_THAT(content.articles, SizeIs(1));
    EXPECT_LT(content.articles[0].text.size(), 100u);
}

TEST(Feed, HoldsNoMoreThanADocumentMay) {
    std::string large = "<rss><channel><item><title>l</title><description>";
    for (int i = 0; i < 1000; ++i) large += "<b>xxxxxxxxxx</b>";
    large +=
        "</description></item><item><title>s</title><description>Fine.</description></item>"
        "</channel></rss>";
    const FileContent content = read_file_named("a.rss", large, {.max_document_bytes = 1000});
    EXPECT_THAT(content.articles, SizeIs(1));
    EXPECT_THAT(content.skipped, ElementsAre(HasSubstr("too large")));
}

}  // namespace
}  // namespace sinodex::testing
