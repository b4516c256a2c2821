// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

TEST(Html, ReadsAWholePage) {
    const Article article = read(Format::html, fixture("news.html"));
    EXPECT_EQ(article.title, "Planner praises platforms & chips");
    EXPECT_EQ(article.date, "2023-07-12");
    EXPECT_EQ(article.author, "A. Writer, B. Writer");
    EXPECT_EQ(article.source, "Harbour Gazette");
    EXPECT_EQ(article.url, "https://example.org/planner");
    EXPECT_EQ(article.lang, "en-GB");
    EXPECT_EQ(article.text,
              "The state planner praised three firms. It named their chips.\n\n"
              "First point\nSecond point\n\n"
              "Firm\tSum\nOne\t5\n\n"
              "A line\nand another.\n\nA new paragraph.");
}

struct FieldCase {
    const char* what;
    const char* head;
    std::string Article::*field;
    const char* value;
};

class HtmlField : public ::testing::TestWithParam<FieldCase> {};

TEST_P(HtmlField, IsFound) {
    const auto& [what, head, field, value] = GetParam();
    const Article article =
        read(Format::html, "<html><head>" + std::string(head) + "</head><body><p>Text.</p></body>");
    EXPECT_EQ(article.*field, value) << what;
    EXPECT_EQ(article.text.substr(article.text.size() - 5), "Text.") << what;
}

INSTANTIATE_TEST_SUITE_P(
    Title, HtmlField,
    ::testing::Values(
        FieldCase{"title", "<title> A\n title </title>", &Article::title, "A title"},
        FieldCase{"site known",
                  "<title>A - B | The Site</title><meta property=og:site_name "
                  "content='the site'>",
                  &Article::title, "A - B"},
        FieldCase{"site as in Chinese",
                  "<title>标题_平台周报</title><meta property=og:site_name "
                  "content=平台周报>",
                  &Article::title, "标题"},
        FieldCase{"site by the headline", "<title>A title » Site</title><body><h1>A title</h1>",
                  &Article::title, "A title"},
        FieldCase{"site unknown", "<title>A title - Part two</title>", &Article::title,
                  "A title - Part two"},
        FieldCase{"only a headline", "<body><h1>A <i>title</i></h1>", &Article::title, "A title"},
        FieldCase{"headline of JSON-LD",
                  "<title>T</title><script type='application/ld+json'>[{\"headline\":\"H\"}]"
                  "</script>",
                  &Article::title, "H"},
        FieldCase{"none", "", &Article::title, ""}));

INSTANTIATE_TEST_SUITE_P(
    Others, HtmlField,
    ::testing::Values(
        FieldCase{"date", "<meta property='article:published_time' content='2021-04-10T01:02Z'>",
                  &Article::date, "2021-04-10"},
        FieldCase{"date", "<meta name=pubdate content='10 April 2021'>", &Article::date,
                  "2021-04-10"},
        FieldCase{"date", "<meta name='DC.Date' content=2021-04>", &Article::date, "2021-04"},
        FieldCase{"date", "<body><time>x</time><time datetime=2021-04-10></time>", &Article::date,
                  "2021-04-10"},
        FieldCase{"impossible date", "<meta name=date content=2021-99-99>", &Article::date, ""},
        FieldCase{"author", "<meta name=author content='A. Writer'>", &Article::author,
                  "A. Writer"},
        FieldCase{"author's page", "<meta property=article:author content='https://example.org/a'>",
                  &Article::author, ""},
        FieldCase{"source by host", "<link rel=canonical href='https://www.example.org/a'>",
                  &Article::source, "example.org"},
        FieldCase{"publisher",
                  "<script type='application/ld+json'>{\"headline\":\"H\",\"publisher\":"
                  "{\"name\":\"P\"}}</script>",
                  &Article::source, "P"},
        FieldCase{"relative canonical",
                  "<link rel=canonical href='/a'><meta property=og:url "
                  "content='https://example.org/b'>",
                  &Article::url, "https://example.org/b"},
        FieldCase{"JSON-LD in single quotation marks",
                  "<script type='application/ld+json'>{'@type': 'NewsArticle', 'headline': "
                  "'The pier\\'s \"new\" lamps', 'datePublished': '2021-04-10'}</script>",
                  &Article::title, "The pier's \"new\" lamps"},
        FieldCase{"broken JSON-LD",
                  "<script type='application/ld+json'>{\"headline\":</script><title>T</title>",
                  &Article::title, "T"},
        FieldCase{"odd JSON-LD",
                  "<script type='application/ld+json'>[1,null,{\"headline\":{\"a\":1}},"
                  "{\"headline\":\"H\",\"author\":7}]</script>",
                  &Article::title, "H"}));

// Pages of kinds that were misread once, and what is right of them: pages.tsv has a line for each.
TEST(Html, ReadsPagesOfManyKinds) {
    std::istringstream rows(fixture("pages/pages.tsv"));
    for (std::string row; std::getline(rows, row);) {
        std::istringstream fields(row);
        std::string file, what, value;
        std::getline(fields, file, '\t');
        std::getline(fields, what, '\t');
        std::getline(fields, value);
        const Article article = read(Format::html, fixture("pages/" + file));
        if (what == "holds") {
            EXPECT_THAT(article.text, ::testing::HasSubstr(value)) << file;
        } else if (what == "lacks") {
            EXPECT_THAT(article.text, ::testing::Not(::testing::HasSubstr(value))) << file;
        } else {
            const std::map<std::string, std::string> fields_of_article = {
                {"title", article.title}, {"author", article.author}, {"date", article.date}};
            EXPECT_EQ(fields_of_article.at(what), value) << file;
        }
    }
}

struct BodyCase {
    const char* what;
    std::string body;
    std::string text;
};

class HtmlBody : public ::testing::TestWithParam<BodyCase> {};

TEST_P(HtmlBody, GivesTheMainText) {
    EXPECT_EQ(read(Format::html, GetParam().body).text, GetParam().text) << GetParam().what;
}

const std::string kLong = "A long paragraph that tells what this article is about, in many words.";
const std::string kMenu = "<div><a href=a>One</a> <a href=b>Two</a> <a href=c>Three</a></div>";

INSTANTIATE_TEST_SUITE_P(
    Pages, HtmlBody,
    ::testing::Values(
        BodyCase{"no body", "<p>One<p>Two", "One\n\nTwo"},
        BodyCase{"plain text", "Just text & more", "Just text & more"},
        BodyCase{"unclosed", "<html><body><div><p>One <b>bold<p>Two", "One bold\n\nTwo"},
        BodyCase{"capitals", "<BODY><P>One</P><SCRIPT>no</SCRIPT></BODY>", "One"},
        BodyCase{"two articles", "<article>Short.</article><article>" + kLong + "</article>",
                 kLong},
        BodyCase{"main", "<p>Before</p><main><p>" + kLong + "</p></main>", kLong},
        BodyCase{"role", "<p>Before</p><div role=main>" + kLong + "</div>", kLong},
        BodyCase{"articleBody", "Before<div itemprop=articleBody>" + kLong + "</div>", kLong},
        BodyCase{"teasers", "<main><p>" + kLong + kLong + "</p><article>Teaser</article></main>",
                 kLong + kLong},
        BodyCase{"densest block",
                 kMenu + "<div><p>" + kLong + "</p><p>" + kLong + "</p></div>" + kMenu,
                 kLong + "\n\n" + kLong},
        BodyCase{"paragraphs in blocks of their own",
                 kMenu + "<div><div><p>" + kLong + "</p></div><div><p>" + kLong +
                     "</p></div><div><p>" + kLong + "</p></div></div>",
                 kLong + "\n\n" + kLong + "\n\n" + kLong},
        BodyCase{"a page within a form", "<form><h1>T</h1><p>" + kLong + "</p></form>", kLong},
        BodyCase{"all within an unclosed nav", "<nav><p>" + kLong + "</p><p>" + kLong,
                 kLong + "\n\n" + kLong},
        BodyCase{"telling classes",
                 "<div class='has-sidebar tag-market-share'><p>" + kLong +
                     "</p></div><div class='Related-posts'>no</div><p class=share>no</p>"
                     "<div id=cookie_notice>no</div><div class='post-share'>no</div>",
                 kLong},
        BodyCase{"behind a paywall",
                 "<article><p>" + kLong + "</p><div class=paywall-body><p>" + kLong +
                     "</p></div><div class=paywall-offer><p>no</p></div></article>",
                 kLong + "\n\n" + kLong},
        BodyCase{"hidden until scripts have run",
                 "<div class=rich_media_content style='visibility: hidden'><p>" + kLong +
                     "</p></div><p>no</p>",
                 kLong},
        BodyCase{"wrapped in a debris class",
                 "<div class=modal><h1>T</h1><p>" + kLong + "</p></div>", kLong},
        BodyCase{"white space", "<p> a \n b&nbsp;&nbsp;c </p> <p>　　中文　字</p>",
                 "a b c\n\n中文　字"},
        BodyCase{"inline elements", "<p>a<b>b</b><span> c</span></p>", "ab c"},
        BodyCase{"preformatted", "<pre>a\n  b</pre>", "a\nb"},
        BodyCase{"entities", "<p>&lt;a&gt; &quot;&eacute;&#20013;&#x56FD;&rsquo; &unknown;</p>",
                 "<a> \"é中国’ &unknown;"},
        BodyCase{"processing of comments", "<p>a<!-- no --><!--[if IE]>no<![endif]-->b</p>",
                 "ab"}));

// Markup that is kept from the parser leaves no trace in what it makes of the rest.
INSTANTIATE_TEST_SUITE_P(
    LeanPages, HtmlBody,
    ::testing::Values(
        BodyCase{"script within a script's comment",
                 "<p>a</p><script><!-- <script>x</script> <p>no</p> --></script><p>b</p>",
                 "a\n\nb"},
        BodyCase{"end of a comment in a script", "<script><!-- x --> <script> </script><p>a</p>",
                 "a"},
        BodyCase{"script that names its end", "<script>'</scripts>'</SCRIPT ><p>a</p>", "a"},
        BodyCase{"style", "<style>p > a { } <p>no</p></style><p>a</p>", "a"},
        BodyCase{"quoted brackets", "<p data-a='>' title=\"<p>\" class = x >a</p>", "a"},
        BodyCase{"values without quotes", "<p data-a=b/><br class=x /><a href=/x/y/>a</a></p>",
                 "a"},
        BodyCase{"short comments", "<p>a<!-->b<!--->c<!-- no --!>d</p>", "abcd"},
        BodyCase{"angle brackets around a comment", "<p>1 <<!-- no -->p>2</p>", "1 <p>2"},
        BodyCase{"drawing", "<p>a<svg><style/><title/><path d='M0'/></svg>b</p>", "ab"},
        BodyCase{"text area", "<p>a</p><textarea><p>no</p></textarea><p>b</p>", "a\n\nb"},
        BodyCase{"tag that never ends", "<p>a</p><p>b <i class='", "a\n\nb"},
        BodyCase{"hidden", "<p>a</p><p data-x=1 HIDDEN>no</p><p data-hidden>b</p>", "a\n\nb"}));

// Pages that a browser builds from data have their article in a script only.
TEST(Html, TakesTheBodyThatAScriptHolds) {
    const std::string three =
        "The port closes two quays. Both are old. Ships were told in January. The work will cost "
        "340 "
        "million, of which the province pays half, according to the harbour master. The northern "
        "basin "
        "takes what it can, and the rest goes to the neighbour.";
    const std::string state =
        R"(<div id=app></div><script>window.__STATE__={"article":{"title":"A",)"
        R"("content":")";
    EXPECT_EQ(
        read(Format::html, state + "<p>" + three + "<\\/p><p>It ends.<\\/p>\"}};</script>").text,
        three + "\n\nIt ends.");
    EXPECT_EQ(read(Format::html, state + three + "\"}}</script>").text, three);
    EXPECT_EQ(read(Format::html, "<p>Short.</p>" + state + "a.b.c\"}}</script>").text, "Short.");
    EXPECT_EQ(read(Format::html, "<p>Short.</p>" + state + three).text, "Short.");
    EXPECT_EQ(
        read(Format::html, "<p>" + three + "</p>" + state + three + " More.\"}}</script>").text,
        three);
}

TEST(Html, TakesATitleWithoutText) {
    const Article article = read(Format::html, "<title>T</title><body></body>");
    EXPECT_EQ(article.title, "T");
    EXPECT_EQ(article.text, "T");
}

TEST(Html, HasNoHeadlineWhereTheTitleIsOnlyPartOfAParagraph) {
    const Article article = read(Format::html, "<title>Two words</title><p>Two words more.</p>");
    EXPECT_TRUE(article.title_range.empty());
}

TEST(Html, SurvivesDeepNesting) {
    std::string page;
    for (int i = 0; i < 5'000; ++i) page += "<div>";
    EXPECT_EQ(read(Format::html, page + "<p>Deep.</p>").text, "Deep.");
    for (int i = 0; i < 100'000; ++i) page += "<div>";
    EXPECT_EQ(refusal(Format::html, page + "<p>Deep.</p>"), SkipReason::malformed);
}

TEST(Html, RefusesWhatWouldTakeMinutes) {
    std::string opened, closed, paragraphs;
    for (int i = 0; i < 200'000; ++i) {
        opened += "<b>";
        closed += "</i>";
        paragraphs += "</p>";
    }
    EXPECT_EQ(refusal(Format::html, opened + closed), SkipReason::malformed);
    EXPECT_EQ(refusal(Format::html, opened + paragraphs), SkipReason::malformed);
}

TEST(Html, SaysNothingOnStandardError) {
    ::testing::internal::CaptureStderr();
    read(Format::html, "<p id=a>x</i><p id=a>&unknown; <unknown>y");
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(Html, SurvivesManyElements) {
    std::string page;
    for (int i = 0; i < 100'000; ++i) page += "<p class='a b'>x</i>";
    EXPECT_EQ(read(Format::html, page).text.size(), 100'000u * 3 - 2);
}

TEST(Html, SurvivesWhatIsHardlyHtml) {
    for (const char* page : {"<",
                             "<<<>>>",
                             "</p>",
                             "<a",
                             "<p title=\"never closed",
                             "<!--",
                             "<![CDATA[",
                             "<!DOCTYPE",
                             "&#0;&#xD800;&#99999999;",
                             "<html",
                             "<script>",
                             "<title>",
                             "<!--->",
                             "<style>a{}</styl",
                             "<script><!--<script>",
                             "<p =",
                             "<p a='",
                             "<svg><title",
                             "</",
                             "<plaintext>"}) {
        refusal(Format::html, page);  // empty or not: it must only return
    }
    EXPECT_EQ(refusal(Format::html, "<html><body></body></html>"), SkipReason::empty);
    EXPECT_EQ(refusal(Format::html, "<script>var a;</script>"), SkipReason::empty);
}

std::string shown_on(const std::string& body) {
    return read(Format::html, "<html><body><h1>Four permits</h1>" + body + "</body>").date;
}

TEST(HtmlDates, AreTakenFromWherePagesShowThem) {
    const std::string text =
        "<article><p>The ministry listed four permits for gallium exports on Thursday, and none "
        "for germanium.</p></article>";
    struct {
        const char* what;
        std::string body;
        const char* date;
    } const cases[] = {
        {"in a list", "<ul><li class=date><time>17.08.2023</time></li></ul>" + text, "2023-08-17"},
        {"in a link", "<a rel=bookmark><time>17 August 2023</time></a>" + text, "2023-08-17"},
        {"of the post, not of another",
         "<span class=date>1 May 2022</span><span class=entry-date>17 Aug 2023</span>" + text,
         "2023-08-17"},
        {"of its making, not of its change",
         "<p><time class=updated>1 May 2024</time> <time>17 Aug 2023</time></p>" + text,
         "2023-08-17"},
        {"far below", text + std::string(100, ' ') + "<div class=meta>Posted 17 Aug 2023</div>",
         "2023-08-17"},
        {"in a script",
         text + "<script>var page = {\"publishedFirst\":\"17.08.2023 15:28\"};</script>",
         "2023-08-17"},
        {"of comments", text + "<div class=comments><time>17 Aug 2023</time></div>", ""},
        {"of other stories, which disagree",
         text + "<aside class=related><time>17 Aug 2023</time> <time>1 May 2022</time></aside>",
         ""},
        {"of no web page", text + "<div class=date>2280-01-11</div>", ""},
    };
    for (const auto& [what, body, date] : cases) EXPECT_EQ(shown_on(body), date) << what;
}

TEST(HtmlDates, AreRatherShownThanThoseOfAFile) {
    EXPECT_EQ(shown_on("<meta name=date content=2023-08-20><time>17 August 2023</time>"
                       "<p>Four permits were listed.</p>"),
              "2023-08-17");
    EXPECT_EQ(shown_on("<meta property='article:published_time' content=2023-08-17T08:00:00Z>"
                       "<time>20 August 2023</time><p>Four permits were listed.</p>"),
              "2023-08-17");
}

TEST(HtmlDates, KeepTheirDayWhereNoClockCouldShowAnother) {
    const std::string stated =
        "<meta property='article:published_time' content='2023-08-17T05:00:00Z'>";
    EXPECT_EQ(shown_on(stated + "<time>16 August 2023</time><p>Text.</p>"), "2023-08-16");
    EXPECT_EQ(shown_on(stated + "<time>18 August 2023</time><p>Text.</p>"), "2023-08-17");
}

}  // namespace
}  // namespace sinodex::testing
