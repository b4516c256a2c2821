// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "corpus/text/utf8.h"
#include "tests/searcher/news.h"
#include "tests/searcher/views/press.h"
#include "tests/support/expect_error.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;

const Searcher& news_searcher() {
    static const Searcher searcher(news_database().path());
    return searcher;
}

std::string at(const StoredArticle& article, const TextSpan& place) {
    return article.text.substr(place.begin, place.end - place.begin);
}

// Places are in order, apart, within the text, and where they are in code points too.
template <typename Places>
void expect_sound(const StoredArticle& article, const Places& places) {
    std::uint32_t free = 0;
    for (const TextSpan& place : places) {
        EXPECT_GE(place.begin, free);
        EXPECT_LT(place.begin, place.end);
        EXPECT_LE(place.end, article.text.size());
        EXPECT_EQ(place.begin_code_point,
                  count_code_points(std::string_view(article.text).substr(0, place.begin)));
        free = place.end;
    }
}

TEST(StoredArticles, AreAsTheyWereRead) {
    std::vector<NewsArticle> all = news();
    all.push_back(long_article());
    for (const NewsArticle& wanted : all) {
        const StoredArticle article = news_searcher().article(wanted.id);
        EXPECT_EQ(article.article.id, wanted.id);
        EXPECT_EQ(article.article.source, wanted.source);
        EXPECT_EQ(article.text, wanted.text) << wanted.id;
        EXPECT_EQ(article.revision, 1U);
        EXPECT_FALSE(article.passages.empty());
        for (std::size_t i = 0; i < article.passages.size(); ++i) {
            EXPECT_EQ(article.passages[i].number, i);
            EXPECT_EQ(article.passages[i].revision, 1U);
        }
        expect_sound(article, article.passages);
        expect_sound(article, article.boilerplate);
    }
}

TEST(StoredArticles, HaveTheirPassagesWhereSearchesFindThem) {
    for (const char* query : {"golden pheasant", "fined a record sum", "蚂蚁"}) {
        const SearchResult found = search(news_searcher(), query);
        ASSERT_FALSE(found.hits.empty()) << query;
        for (const SearchHit& hit : found.hits) {
            const StoredArticle article = news_searcher().article(hit.article.id);
            const ArticlePassage& passage = article.passages.at(hit.passage);
            EXPECT_EQ(passage.begin, hit.begin) << hit.id;
            EXPECT_EQ(passage.begin_code_point, hit.begin_code_point) << hit.id;
            EXPECT_EQ(at(article, passage), hit.text) << hit.id;
            const SearchHit asked = news_searcher().passage(hit.id);
            EXPECT_EQ(asked.text, hit.text);
            EXPECT_EQ(asked.begin_code_point, hit.begin_code_point);
            EXPECT_EQ(asked.article.title, hit.article.title);
        }
    }
}

TEST(StoredArticles, SayWhatTheirTextMentions) {
    const StoredArticle article = press_searcher().article("fine");
    expect_sound(article, article.mentions);
    expect_sound(article, article.amounts);
    expect_sound(article, article.dates);
    std::vector<std::string> filters;
    for (const ArticleEntity& entity : article.entities) filters.push_back(entity.filter);
    EXPECT_THAT(filters, Contains("company:alibaba"));
    EXPECT_THAT(filters, Contains("regulator:samr"));
    const NamedPlace& first = article.mentions.front();
    EXPECT_EQ(at(article, first), "China");
    EXPECT_EQ(article.entities.at(first.entity).id, "china");
    EXPECT_EQ(first.kind, "name");
    const AmountPlace& fine = article.amounts.front();
    EXPECT_EQ(at(article, fine), "18.228 billion yuan");
    EXPECT_EQ(std::pair(fine.low, fine.unit), std::pair(18.228e9, std::string("cny")));
    const DatePlace& day = article.dates.front();
    EXPECT_EQ(at(article, day), "10 April 2021");
    EXPECT_EQ(std::pair(day.from, day.to), std::pair(std::string("2021-04-10"), day.from));
    EXPECT_EQ(day.precision, "day");
    EXPECT_THAT(article.versions, ElementsAre("fine-copy"));
}

TEST(StoredArticles, OfSeveralSectionsMentionWhatTheLastOneDoes) {
    const StoredArticle article = press_searcher().article("long");
    expect_sound(article, article.mentions);
    const NamedPlace& last = article.mentions.back();
    EXPECT_EQ(at(article, last), "Huawei");
    EXPECT_EQ(article.entities.at(last.entity).id, "huawei");
}

TEST(StoredArticles, GivePassagesWithThoseAround) {
    const SearchHit hit = search(news_searcher(), "golden pheasant").hits.front();
    const SearchHit passage = news_searcher().passage(hit.id, 2);
    ASSERT_EQ(passage.before.size(), 2U);
    EXPECT_EQ(passage.before.back().passage + 1, passage.passage);
    EXPECT_EQ(news_searcher().passage("long#0", 3).before.size(), 0U);
}

TEST(StoredArticles, AreRefusedByIdsThatAreNone) {
    const std::string last =
        "long#" + std::to_string(news_searcher().article("long").passages.size());
    for (const std::string& id :
         {std::string("none"), std::string(), std::string("didi#"), std::string("didi#x"),
          std::string("didi#99"), std::string("#"), std::string("didi#-1"), last,
          std::string("didi#18446744073709551616")}) {
        expect_error(ErrorKind::query, "has this id", [&] { news_searcher().article(id); });
        expect_error(ErrorKind::query, "has this id", [&] { news_searcher().passage(id); });
    }
    expect_error(ErrorKind::query, "has this id", [&] { news_searcher().passage("didi"); });
}

TEST(KnownEntities, AreFoundByTheBeginningsOfNames) {
    const auto ids = [](std::string_view beginning, std::size_t limit = 10) {
        std::vector<std::string> all;
        for (const KnownEntity& one : press_searcher().entities(beginning, limit)) {
            EXPECT_GT(one.articles, 0U);
            EXPECT_EQ(one.filter, one.type + ":" + one.id);
            all.push_back(one.id);
        }
        return all;
    };
    EXPECT_THAT(ids("ali"), Contains("alibaba"));
    EXPECT_THAT(ids("阿里"), Contains("alibaba"));
    EXPECT_THAT(ids("jack m"), ElementsAre("jack-ma"));
    EXPECT_EQ(ids("a", 1).size(), 1U);
    EXPECT_THAT(ids(""), IsEmpty());
    EXPECT_THAT(ids("meit"), IsEmpty());  // known, but nowhere mentioned
    EXPECT_THAT(ids(std::string(2000, 'a')), IsEmpty());
    EXPECT_THAT(ids("\xff\xfe"), IsEmpty());
}

TEST(KnownEntities, TellWhatIsKnown) {
    const EntityDetails alibaba = press_searcher().entity("alibaba");
    EXPECT_EQ(alibaba.type, "company");
    EXPECT_GT(alibaba.articles, 0U);
    EXPECT_THAT(alibaba.names, Contains("阿里巴巴"));
    EXPECT_FALSE(alibaba.note.empty());
    ASSERT_FALSE(alibaba.relations.empty());
    EXPECT_FALSE(alibaba.relations.front().name.empty());
    expect_error(ErrorKind::query, "no entity", [] { press_searcher().entity("nobody"); });
}

}  // namespace
}  // namespace sinodex
