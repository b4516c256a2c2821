// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

const std::string kText =
    "<p>The ministry listed four permits for gallium exports on Thursday, and none for "
    "germanium.</p>";

Article page_of(const std::string& host, const std::string& head, const std::string& body) {
    return read(Format::html, "<html><head><link rel=canonical href='https://" + host + "/a'>" +
                                  head + "</head><body>" + body + kText + "</body></html>");
}

TEST(PageTitle, IsTheArticlesOnPagesToBePrinted) {
    EXPECT_EQ(read(Format::html, "<title>四项许可 - 打印</title><p>正文。</p>").title, "四项许可");
}

TEST(PageTitle, IsTheArticlesWithoutTheSites) {
    struct {
        const char* what;
        std::string host, head, body;
        const char* title;
    } const cases[] = {
        {"name of the host behind", "harbourgazette.com",
         "<title>Four permits | Harbour Gazette</title>", "", "Four permits"},
        {"name of the host before", "www.bmas.example", "<title>BMAS - Four permits</title>", "",
         "Four permits"},
        {"host itself", "gazette.example", "<title>Four permits - gazette.example</title>", "",
         "Four permits"},
        {"part of the host's name", "wiki.python.org", "<title>Four permits - Python Wiki</title>",
         "", "Four permits"},
        {"umlauts", "baechli-sport.example", "<title>Four permits - Bächli-Sport</title>", "",
         "Four permits"},
        {"country's domain", "news.bbc.co.uk", "<title>Four permits - BBC News</title>", "",
         "Four permits"},
        {"not the site", "gazette.example", "<title>Four permits - and none for germanium</title>",
         "", "Four permits - and none for germanium"},
        {"not the site behind a colon", "apples.example",
         "<title>Rotten harvest: Apples rot</title>", "", "Rotten harvest: Apples rot"},
        {"sections before the headline", "customs.example",
         "<title>Online - Notices - Four permits for gallium</title>",
         "<h1>Four permits for gallium</h1>", "Four permits for gallium"},
        {"the site's name as the headline", "blog.example",
         "<title>Four permits for gallium exports in August - Odd metals</title>",
         "<h1>Odd metals</h1>", "Four permits for gallium exports in August - Odd metals"},
        {"headline in capitals", "gazette.example",
         "<title>Four permits for gallium - All the news of this harbour and of the sea around "
         "it</title>",
         "<h2>FOUR PERMITS FOR GALLIUM</h2>", "Four permits for gallium"},
        {"what search engines are told", "gazette.example",
         "<meta property=og:title content='Gallium permits explained'>"
         "<title>Gallium permits explained</title>",
         "<h1>Four permits for gallium, and none for germanium</h1>",
         "Four permits for gallium, and none for germanium"},
        {"a headline that says something else", "gazette.example",
         "<meta property=og:title content='Four permits for gallium'>", "<h1>Business today</h1>",
         "Four permits for gallium"},
        {"a logo", "gazette.example", "<meta property=og:title content='Four permits for gallium'>",
         "<div class=logo><h1>All the news of the harbour since 1871</h1></div>",
         "Four permits for gallium"},
        {"a line above the headline", "gazette.example",
         "<meta property=og:title content='Four permits for gallium'>",
         "<h1>Trade Four permits for gallium</h1>", "Four permits for gallium"},
        {"channels of a Chinese site", "news.example.cn",
         "<title>四项镓出口许可获批_财经频道_时代在线</title>", "", "四项镓出口许可获批"},
        {"a count of messages", "gazette.example", "<title>(3) Four permits - Gazette</title>", "",
         "Four permits"},
        {"what blogs put before", "gazette.example",
         "<title>Harbour Gazette » Blog Archive » Four permits</title>", "", "Four permits"},
        {"the day before", "gazette.example", "<title>17.08.2023 - Four permits</title>", "",
         "Four permits"},
        {"a section of a Chinese site", "163.example", "<title>四项镓出口许可获批_时代订阅</title>",
         "", "四项镓出口许可获批"},
        {"a quotation mark that nobody escaped", "gazette.example",
         "<meta property=og:title content=\"Four permits are \"rare\"\">"
         "<title>Four permits are \"rare\" - Gazette</title>",
         "<h1>Four permits are \"rare\"</h1>", "Four permits are \"rare\""},
        {"one of several headings that is all of it", "gazette.example",
         "<title>Permits: when they come - and what then</title>",
         "<h1>Permits: when they come - and what then</h1><h3>when they come - and what then</h3>",
         "Permits: when they come - and what then"},
        {"a label in the headline", "gazette.example",
         "<meta property=og:title content='Four permits for gallium, none for germanium'>",
         "<h1><span class=kicker>Trade</span> Four permits for gallium, none for germanium</h1>",
         "Four permits for gallium, none for germanium"},
        {"soft hyphens", "gazette.example",
         "<title>News - Per&shy;mits for gallium - Gazette</title>",
         "<h1>Per&shy;mits for gallium</h1>", "Permits for gallium"},
        {"the site, then the title that is stated", "odd.example",
         "<title>Odd metals: Four permits for gallium</title>"
         "<meta property=og:title content='Four permits for gallium'>",
         "<h1>Odd metals</h1>", "Four permits for gallium"},
        {"what is no site behind a bar", "gazette.example",
         "<title>Four permits for gallium | and none for germanium</title>", "",
         "Four permits for gallium | and none for germanium"},
        {"colons around the site", "pixnet.net", "<title>秋天的山路 :: PIXNET</title>", "",
         "秋天的山路"},
    };
    for (const auto& [what, host, head, body, title] : cases) {
        EXPECT_EQ(page_of(host, head, body).title, title) << what;
    }
}

std::string author_of(const std::string& head, const std::string& body) {
    return page_of("gazette.example", head, "<h1>Four permits</h1>" + body).author;
}

TEST(PageAuthor, IsAName) {
    struct {
        const char* stated;
        const char* author;
    } const cases[] = {
        {"By Ana Reyes", "Ana Reyes"},
        {"Von: Ana Reyes", "Ana Reyes"},
        {"Ursula von der Leyen", "Ursula von der Leyen"},
        {"Posted on May 3, 2023 by Ana Reyes", "Ana Reyes"},
        {"Veröffentlicht von Ana Reyes", "Ana Reyes"},
        {"Auteur: Ana Reyes", "Ana Reyes"},
        {"Ana Reyes, 01.12.2021", "Ana Reyes"},
        {"Ana Reyes Stand: 05. Februar 2020", "Ana Reyes"},
        {"Ana Reyes March 11, 2015 3:46 PM", "Ana Reyes"},
        {"Ana Reyes | Gazette desk", "Ana Reyes"},
        {"Ana Reyes, Gazette", "Ana Reyes"},
        {"Ana Reyes, Bo Lind", "Ana Reyes, Bo Lind"},
        {"c1ph4", "c1ph4"},
        {"ANA REYES, Staff Writer", "ANA REYES"},
        {"A. Writer, B. Writer", "A. Writer, B. Writer"},
        {"本报记者 张三", "张三"},
        {"Gazette", ""},
        {"Name *", ""},
        {"Name (required)", ""},
        {"No Author", ""},
        {"publisher", ""},
        {"Harbour Media GmbH", ""},
        {"Last updated: January 7, 2025", ""},
        {"ana[at]example.org", ""},
        {"facebook.com/gazette", ""},
        {"佚名", ""},
        {"未知 责任编辑：李四", ""},
        {"责任编辑：李四", ""},
        {"张三 责任编辑：李四", "张三"},
        {"Artikel von", ""},
        {"Donnerstag", ""},
        {"Bo Lind sagt", ""},
        {"Text und Interview: Ana Reyes", "Ana Reyes"},
        {"View all posts by Ana Reyes", "Ana Reyes"},
        {"Web Commerce www.harbour.example", ""},
        {"Super User", ""},
        {"wordpressadmin", ""},
        {"Published by", ""},
        {"zvg", ""},
        {"编辑部", ""},
        {"Ana Reyes am Samstag", "Ana Reyes"},
        {"Ana Reyes on Tuesday", "Ana Reyes"},
        {"Dare more ferries!", ""},
        {"Harbour Press, Kiel, Germany", ""},
        {"the harbour in cooperation with the", ""},
        {"Juana de la Cruz", "Juana de la Cruz"},
        {"Ludwig van der Berg", "Ludwig van der Berg"},
        {"Staff Reporter", ""},
        {"Gazette Web Desk", ""},
        {"Our Foreign Staff", ""},
        {"超级管理员", ""},
        {"Harbour Radio (www.harbour.example)", ""},
    };
    for (const auto& [stated, author] : cases) {
        EXPECT_EQ(author_of("<meta name=author content='" + std::string(stated) + "'>", ""), author)
            << stated;
    }
}

TEST(PageAuthor, IsFoundWherePagesShowIt) {
    const struct {
        const char* what;
        const char* body;
        const char* author;
    } cases[] = {
        {"class", "<span class=byline>By <a href=a>Ana Reyes</a></span>", "Ana Reyes"},
        {"line", "<p>By Ana Reyes and Bo Lind</p>", "Ana Reyes and Bo Lind"},
        {"line in German", "<p>Von Ana Reyes</p>", "Ana Reyes"},
        {"in the lead",
         "<p>本网八月十七日电 (记者 "
         "张三)四项镓出口许可于周四获批，锗的申请无一获批，有关公司均未回应。</p>",
         "张三"},
        {"reporter and place", "<p>〔記者張三／台北報導〕四項出口許可於週四獲准。</p>", "張三"},
        {"behind a bar", "<p>文 | 张三 编辑 | 李四</p>", "张三"},
        {"what the reporter learned", "<p>记者从港务局获悉，四项出口许可于周四获批。</p>", ""},
        {"not a sentence", "<p>By the end of the year permits ran out</p>", ""},
        {"not of a comment", "<div class=comments><cite class=author>Bo Lind</cite></div>", ""},
        {"not a field's label", "<form><label class=author>Your name</label></form>", ""},
        {"class in Spanish", "<div class=nombre-autor><a>Ana Reyes</a></div>", "Ana Reyes"},
        {"at the end of an article",
         "<article><footer class=post-footer><span class=post-author>Ana Reyes</span></footer>"
         "</article>",
         "Ana Reyes"},
        {"not at the end of the page", "<footer><p class=author>Bo Lind</p></footer>", ""},
        {"posted by", "<p>Posted by Ana Reyes</p>", "Ana Reyes"},
        {"not who commented", "<article><div class='comment-author vcard'>Bo Lind</div></article>",
         ""},
        {"not of another story", "<div class=related-posts><span class=author>Bo Lind</span></div>",
         ""},
    };
    for (const auto& [what, body, author] : cases) EXPECT_EQ(author_of("", body), author) << what;
}

TEST(PageAuthor, AreAllWhoAreStated) {
    const std::string linked =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Four "
        "permits\",\"author\":\"Ana Reyes\"}</script>";
    EXPECT_EQ(author_of(linked + "<meta name=author content='Ana Reyes, Bo Lind'>", ""),
              "Ana Reyes, Bo Lind");
    EXPECT_EQ(author_of(linked + "<meta name=author content='Ana Reyes, Gazette'>", ""),
              "Ana Reyes");
}

TEST(PageAuthor, MayStandInAWrapperWithTheNameOfATeaser) {
    const std::string body =
        "<div class=teaser-small><h1>Four permits</h1><span class=author>Ana Reyes</span></div>";
    EXPECT_EQ(page_of("gazette.example", "", body).author, "Ana Reyes");
}

std::string author_in_json_ld(const std::string& script) {
    return author_of("<script type='application/ld+json'>" + script + "</script>", "");
}

TEST(PageAuthor, IsReadFromDirtyJsonLd) {
    const std::string start = R"({"@type":"NewsArticle","headline":"Four permits",)";
    for (const char* rest : {
             R"("author":{"@type":"Person","name":["Ana Reyes"]}})",
             R"("description":"He said "no" to it","author":"Ana Reyes"})",
             "/* by a program */\"datePublished\":\"2023-08-17\", // day\n\"author\":\"Ana "
             "Reyes\"}",
             R"("url":"https://example.org/a","author":"Ana Reyes",};)",
             R"("author":{"@type":"Person","name":"Ana Reyes")",
             R"('author': 'Ana Reyes'})",
         }) {
        EXPECT_EQ(author_in_json_ld(start + rest), "Ana Reyes") << rest;
    }
}

TEST(PageDate, IsThatOfPublicationAmongSeveral) {
    struct {
        const char* what;
        std::string body;
        const char* date;
    } const cases[] = {
        {"cells of a notice",
         "<table><tr><td>成文日期：</td><td>2023年08月01日</td></tr><tr><td>发布日期：</td>"
         "<td>2023年08月17日</td></tr></table>",
         "2023-08-17"},
        {"one line", "<p>Updated 20 Aug 2023 · Published 17 Aug 2023</p>", "2023-08-17"},
        {"years of the republic", "<p>發布日期：112年8月17日</p>", "2023-08-17"},
        {"beginning of a paragraph", "<p>(17.08.2023) " + kText.substr(3), "2023-08-17"},
        {"a label", "<p><span>Datum:</span> <span>17.08.2023</span></p>", "2023-08-17"},
        {"a label of something else", "<p>更新日期：2023-08-20</p><p>日期：2023-08-17</p>",
         "2023-08-17"},
        {"no date line",
         "<p>On July 31, 2019, a senator brought in a bill that would tax the "
         "gallium which comes through the harbour, and much else that nobody "
         "there had ever heard of, as the ministry told the newspaper.</p>",
         ""},
        {"a day in a paragraph",
         kText + "<p>" + kText.substr(3, kText.size() - 7) + kText.substr(3, kText.size() - 7) +
             " It has been so, the ministry said in a letter, <b>since 1 January 2018</b> in all "
             "of the harbour.</p>",
         ""},
        {"when it was made", "<footer>Page generated 2024-05-05</footer>", ""},
    };
    for (const auto& [what, body, date] : cases) {
        EXPECT_EQ(page_of("gazette.example", "", "<h1>Four permits</h1>" + body).date, date)
            << what;
    }
}

TEST(PageDate, MayStandInAWrapperWithTheNameOfASidebar) {
    EXPECT_EQ(page_of("gazette.example", "",
                      "<div class=sidebar_content><h1>Gallium</h1><p class=date>17 Aug 2023</p>"
                      "</div>")
                  .date,
              "2023-08-17");
}

TEST(PageDate, IsReadInTheOrderOfThePagesLanguage) {
    const auto date_in = [](const std::string& lang) {
        return read(Format::html, "<html lang=" + lang +
                                      "><h1>Gallium</h1><span class=time>02/10/2020</span>" + kText)
            .date;
    };
    EXPECT_EQ(date_in("en-GB"), "2020-10-02");
    EXPECT_EQ(date_in("fr"), "2020-10-02");
    EXPECT_EQ(date_in("en-US"), "2020-02-10");
    EXPECT_EQ(date_in("en"), "");
}

TEST(PageDate, StandsBelowTheHeadlineThatIsTheTitle) {
    EXPECT_EQ(page_of("gazette.example", "<title>Four permits</title>",
                      "<h1>Harbour Gazette</h1><p class=date>20 Aug 2023</p>" + kText + kText +
                          kText + kText + "<h2>Four permits</h2><p>17 Aug 2023</p>")
                  .date,
              "2023-08-17");
}

}  // namespace
}  // namespace sinodex::testing
