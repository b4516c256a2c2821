// SPDX-License-Identifier: GPL-2.0-or-later

// The page as it is without scripts: well-formed, whatever the texts, questions and addresses hold.

#include "searcher/service/page/pages.h"

#include <gtest/gtest.h>

#include <set>
#include <stack>

#include "searcher/service/page/html.h"
#include "searcher/service/page/page_address.h"
#include "searcher/service/page/page_words.h"
#include "tests/searcher/news.h"
#include "tests/searcher/service/raw_client.h"
#include "tests/searcher/service/running_server.h"
#include "tests/support/matchers.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

constexpr const char* kHostile =
    "</p><script>alert(1)</script><img src=x onerror=alert(1)> & \" ' peahen";

// An index of articles that mean no good, with a server of its pages.
class HostilePages {
 public:
    HostilePages() : database_(made(folder_ / "db")), indexes_({database_}), server_(routes()) {}

    RawResponse get_page(const std::string& target) {
        return RawClient(server_.port()).get(target);
    }

 private:
    static std::string made(const std::string& path) {
        const std::string evil(kHostile);
        index_articles(path, {{evil, evil, evil + "\n\nMore on the peahen.", evil, evil, "2024-05",
                               "en\" onclick=\"alert(1)"}});
        return path;
    }
    Routes routes() const {
        Routes all;
        add_pages(all, indexes_);
        return all;
    }

    TemporaryFolder folder_;
    std::string database_;
    Indexes indexes_;
    RunningServer server_;
};

RawResponse get_page(const std::string& target, const std::string& fields = "") {
    return RawClient(news_server().port()).get(target, fields);
}

// The tags of a page in their order, "a", "/a"; adds a failure where one is not closed as it was
// opened. None of the page's own texts holds < or >.
std::vector<std::string> tags_of(const std::string& html) {
    static const std::set<std::string> kAlone{"!doctype", "meta", "link", "input"};
    std::vector<std::string> tags;
    std::stack<std::string> open;
    for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        const std::string tag = html.substr(at + 1, html.find_first_of(" >\n", at) - at - 1);
        tags.push_back(tag);
        if (kAlone.contains(tag)) continue;
        if (tag.front() != '/') {
            open.push(tag);
        } else if (open.empty() || open.top() != tag.substr(1)) {
            ADD_FAILURE() << tag << " closes nothing, at " << html.substr(at, 80);
            return tags;
        } else {
            open.pop();
        }
    }
    EXPECT_TRUE(open.empty()) << "left open: " << open.top();
    return tags;
}

std::string encoded(const std::string& text) {
    PageAddress address;
    const std::string href = address.with("q", text).href();
    return href.substr(href.find('=') + 1);
}

TEST(Pages, HoldWhatIsSearchedFor) {
    struct Case {
        const char* target;
        int status;
        const char* words;
    };
    for (const Case& one : std::initializer_list<Case>{
             {"/", 200, "For example"},
             {"/?ui=zh", 200, "例如"},
             {"/?q=alibaba", 200, "<mark class=\"mark-exact\">"},
             {"/?q=alibaba&n=1", 200, "n=21\">More passages"},
             {"/?q=alibaba&f=lang:en", 200, "aria-label=\"remove lang:en\""},
             {"/?q=%2Bzzqx", 200, "Nothing matches"},
             {"/?f=lang:zh", 200, "class=\"result\""},
             {"/?q=alibaba&view=timeline", 200, "This view needs scripts"},
             {"/?view=verify", 200, "This view needs scripts"},
             {"/saved", 200, "This view needs scripts"},
             {"/article?id=nothing", 404, "no article has this id"},
             {"/?q=alibaba&ui=zh", 200, "<span class=\"value\">阿里巴巴</span>"},
             {"/?q=alibaba&ui=en", 200, "<span class=\"value\">Alibaba Group</span>"},
             {"/?q=fine&f=company:alibaba&ui=zh", 200, "aria-label=\"去掉 阿里巴巴\""},
             {"/?q=fine&f=date:2021-04", 200, "aria-label=\"remove April 2021\""},
             {"/?q=alibaba&nonsense=x", 200, "?q=alibaba&amp;f=lang:en"},
             {"/?q=alibaba&index=laws", 400, "there is no index laws"},
             {"/?q=alibaba&expand=colours", 400, "expand"},
             {"/?q=%zz", 400, "two hexadecimal digits"},
         }) {
        const RawResponse response = get_page(one.target);
        EXPECT_EQ(response.status, one.status) << one.target;
        EXPECT_EQ(response.fields.at("content-type"), "text/html; charset=utf-8") << one.target;
        EXPECT_THAT(response.body, HasSubstr(one.words)) << one.target;
        tags_of(response.body);
    }
}

TEST(Pages, AnAddressIsBounded) {
    std::string filters;
    for (int i = 0; i < 400; ++i) filters += "&f=lang:en";
    const RawResponse response = get_page("/?q=alibaba" + filters);
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(response.body, HasSubstr("more than 50 filters"));
}

// With several indexes there is a choice of them, which a form without scripts sends.
TEST(Pages, OfferTheIndexesThatThereAre) {
    const Indexes indexes({"news=" + news_database().path(), "old=" + news_database().path()});
    Routes routes;
    add_pages(routes, indexes);
    RunningServer server(std::move(routes));
    const RawResponse response = RawClient(server.port()).get("/?q=alibaba&index=old");
    EXPECT_THAT(response.body, HasSubstr("<option>news</option><option selected>old</option>"));
    tags_of(response.body);
    EXPECT_EQ(get_page("/").body.find("<select"), std::string::npos);
}

TEST(Pages, LetNothingBeRunButWhatTheServiceServes) {
    for (const char* target : {"/", "/?q=alibaba", "/article?id=nothing"}) {
        const std::string policy = get_page(target).fields.at("content-security-policy");
        EXPECT_THAT(policy, HasSubstr("default-src 'none'; script-src 'self'; style-src 'self'"));
        EXPECT_EQ(policy.find("unsafe"), policy.npos);
    }
}

TEST(Pages, AFilterFindsAsManyAsItSays) {
    const std::string page = get_page("/?q=alibaba").body;
    const std::string mark = "f=lang:en\"><span class=\"value\">en</span> <span class=\"count\">";
    const std::size_t place = page.find(mark);
    ASSERT_NE(place, page.npos);
    const int counted = std::stoi(page.substr(place + mark.size()));
    EXPECT_GT(counted, 1);
    EXPECT_THAT(get_page("/?q=alibaba&f=lang:en").body,
                HasSubstr(std::to_string(counted) + " articles match"));
}

TEST(Pages, AnArticleIsThereWithItsPassagesInOrder) {
    const NewsArticle& first = news().front();
    const std::string target = "/article?id=" + encoded(first.id) + "&p=0";
    const std::string page = get_page(target).body;
    EXPECT_THAT(page, HasSubstr(Html().text(first.title).bytes()));
    EXPECT_THAT(page, HasSubstr("class=\"passage in-view\" id=\"p0\""));
    EXPECT_LT(page.find("id=\"p0\""), page.find("</article>"));
    const std::string long_page = get_page("/article?id=" + encoded(long_article().id)).body;
    EXPECT_LT(long_page.find("id=\"p1\""), long_page.find("id=\"p9\""));
    EXPECT_LT(long_page.find("id=\"p9\""), long_page.find("id=\"p10\""));
}

TEST(Pages, TheBrowserChoosesTheLanguageUnlessTheAddressDoes) {
    const std::string chinese = "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n";
    EXPECT_THAT(get_page("/", chinese).body, HasSubstr("<html lang=\"zh-Hans\">"));
    EXPECT_THAT(get_page("/?ui=en", chinese).body, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(get_page("/", "Accept-Language: en-GB,zh\r\n").body,
                HasSubstr("<html lang=\"en\">"));
}

// Whatever comes from an article, a question or an address is text: a page has the tags that it has
// with harmless ones.
TEST(Pages, NoTextBecomesMarkup) {
    HostilePages pages;
    const std::string evil = encoded(kHostile) + "%FF";
    for (const std::string& target :
         {std::string("/?q=peahen"), "/?q=" + evil, "/?q=peahen&f=" + evil, "/?index=" + evil,
          "/?q=peahen&view=" + evil, "/?q=peahen&expand=" + evil, "/?q=peahen&ui=" + evil,
          "/?q=peahen&n=" + evil, "/article?q=peahen&p=0&id=" + encoded(kHostile),
          "/article?q=" + evil + "&p=" + evil + "&id=" + encoded(kHostile),
          "/article?id=x" + evil}) {
        const RawResponse response = pages.get_page(target);
        EXPECT_NE(response.status, 500) << target;
        for (const std::string& tag : tags_of(response.body)) EXPECT_NE(tag, "img") << target;
        EXPECT_EQ(response.body.find("<script>"), response.body.npos) << target;
        EXPECT_EQ(response.body.find("\" onclick"), response.body.npos) << target;
        EXPECT_EQ(response.body.find('\xFF'), response.body.npos) << target;
    }
    EXPECT_THAT(pages.get_page("/?q=peahen").body,
                HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST(Html, EscapesWhatIsNotItsOwn) {
    EXPECT_EQ(Html().text("a<b>&\"'\n\xC3(\x01\xE2\x80\xA8").bytes(),
              "a&lt;b&gt;&amp;&quot;&#39;\n\xEF\xBF\xBD( \xE2\x80\xA8");
    EXPECT_EQ(link_to("/?q=\"x\"", "<y>").bytes(), "<a href=\"/?q=&quot;x&quot;\">&lt;y&gt;</a>");
}

TEST(PageAddress, IsReadAndWrittenAlike) {
    for (const char* target :
         {"/", "/?q=Alibaba+fine", "/?q=a&view=timeline&f=company:didi&f=date:2021-01..2022-12",
          "/article?q=%22golden+share%22&id=odd/markup+%3Cscript%3E&p=3", "/?q=%E8%9A%82"}) {
        const std::string whole = target;
        const std::size_t mark = whole.find('?');
        HttpRequest request;
        request.path = whole.substr(0, mark);
        request.query = mark == whole.npos ? "" : whole.substr(mark + 1);
        EXPECT_EQ(page_address(request).href(), whole);
    }
}

TEST(PageAddress, FiltersHoldWhateverIsTyped) {
    struct Case {
        const char *typed, *query;
    };
    for (const Case& one : std::initializer_list<Case>{
             {"", "lang:en"},
             {"fine", "fine lang:en"},
             {"\"golden share", "\"golden share\" lang:en"},
             {"(a b", "(a b) lang:en"},
             {"a OR b", "(a OR b) lang:en"},
             {"a) OR b", "((a) OR b) lang:en"},
         }) {
        PageAddress address;
        address.filters = {"lang:en"};
        EXPECT_EQ(address.with("q", one.typed).query(), one.query);
    }
}

TEST(PageWords, DatesAreAsPreciseAsTheyAreKnown) {
    HttpRequest http;
    PageAddress address;
    const PageWords& english = page_words(address, http);
    const PageWords& chinese = page_words(address.with("ui", "zh"), http);
    EXPECT_EQ(date_in_words(english, "2021-04-09"), "9 April 2021");
    EXPECT_EQ(date_in_words(english, "2021-04"), "April 2021");
    EXPECT_EQ(date_in_words(english, "2021"), "2021");
    EXPECT_EQ(date_in_words(english, ""), "");
    EXPECT_EQ(date_in_words(chinese, "2021-04-09"), "2021年4月9日");
}

}  // namespace
}  // namespace sinodex
