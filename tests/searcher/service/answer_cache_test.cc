// SPDX-License-Identifier: GPL-2.0-or-later

// Finished answers are kept for who asks the same, as long as they are true.

#include "searcher/service/answer_cache.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searcher/service/operation_routes.h"
#include "searcher/service/service_routes.h"
#include "tests/searcher/news.h"
#include "tests/searcher/service/raw_client.h"
#include "tests/searcher/service/running_server.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;

HttpResponse answer_of(std::size_t bytes) {
    HttpResponse answer;
    answer.body = std::string(bytes, 'a');
    return answer;
}

TEST(AnswerCache, KeepsWhatWasAskedForLast) {
    constexpr std::size_t kMost = 32U << 10U;
    AnswerCache cache(kMost);
    for (const char* key : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) {
        cache.keep(key, answer_of(3000));
        EXPECT_NE(cache.find("a"), nullptr) << "it is asked for again and again";
        EXPECT_LE(cache.figures().bytes, kMost);
    }
    EXPECT_EQ(cache.find("b"), nullptr);
    EXPECT_NE(cache.find("j"), nullptr);
    EXPECT_EQ(cache.find("j")->body.size(), 3000U);
    const AnswerCacheFigures figures = cache.figures();
    EXPECT_EQ(figures.hits, 12U);
    EXPECT_EQ(figures.misses, 1U);
    EXPECT_GT(figures.bytes, 3000U * 8);
}

TEST(AnswerCache, KeepsNothingThatIsTooLarge) {
    AnswerCache cache(32U << 10U);
    cache.keep("large", answer_of(10'000));
    EXPECT_EQ(cache.find("large"), nullptr);
    AnswerCache none(0);
    none.keep("small", answer_of(0));
    EXPECT_EQ(none.find("small"), nullptr);
    EXPECT_EQ(none.figures().bytes, 0U);
}

// A service that keeps answers.
class KeptAnswers : public ::testing::Test {
 protected:
    RawResponse get(const std::string& target, const std::string& fields = "") const {
        return RawClient(server_.port()).get(target, fields);
    }
    static Routes routes(const Indexes& indexes, AnswerCache& kept, ServiceMetrics& metrics) {
        metrics.kept = &kept;
        Routes routes = service_routes(indexes, &kept);
        add_metrics(routes, indexes, metrics);
        return routes;
    }
    static const std::string& made(const std::string& database) {
        index_articles(database, news());
        return database;
    }

    TemporaryFolder folder_;
    std::string database_ = made(folder_ / "db");
    Indexes indexes_{{"news=" + database_}};
    AnswerCache kept_{1U << 20U};
    ServiceMetrics metrics_;
    RunningServer server_{routes(indexes_, kept_, metrics_)};
};

TEST_F(KeptAnswers, AreThoseThatWereGiven) {
    for (const char* target : {"/v1/search?q=Alibaba", "/v1/facets?q=Alibaba", "/v1/articles/fine",
                               "/v1/export?q=Alibaba&format=csv"}) {
        const std::uint64_t before = kept_.figures().hits;
        const RawResponse first = get(target);
        const RawResponse second = get(target);
        EXPECT_EQ(kept_.figures().hits, before + 1) << target;
        EXPECT_EQ(first.body, second.body) << "with the time that the first one took";
        EXPECT_EQ(first.fields.at("etag"), second.fields.at("etag"));
        EXPECT_EQ(first.fields.at("content-type"), second.fields.at("content-type"));
        EXPECT_EQ(first.fields.at("sinodex-api"), second.fields.at("sinodex-api"));
    }
    EXPECT_NE(get("/metrics").body.find("sinodex_kept_answers_hits_total 4"), std::string::npos);
    EXPECT_NE(get("/v1/search?q=Alibaba&limit=1").body, get("/v1/search?q=Alibaba").body);
}

TEST_F(KeptAnswers, AreCompressedForWhoReadsThat) {
    const std::string target = "/v1/search?q=Alibaba";
    const RawResponse plain = get(target);
    const RawResponse packed = get(target, "Accept-Encoding: gzip\r\n");
    EXPECT_FALSE(plain.fields.contains("content-encoding"));
    ASSERT_EQ(packed.fields.at("content-encoding"), "gzip");
    EXPECT_LT(packed.body.size(), plain.body.size());
    EXPECT_EQ(get(target, "Accept-Encoding: gzip\r\n").body, packed.body);
    EXPECT_EQ(get(target).body, plain.body);
    EXPECT_EQ(plain.fields.at("vary"), "Accept-Encoding");
}

TEST_F(KeptAnswers, AreNotGivenOfAnotherState) {
    const std::string target = "/v1/search?q=Alibaba";
    const std::string first = get(target).body;
    const SavedFile file(SavedFile::path_beside(database_));
    file.add({{SavedChange::Kind::note, "fine", "look", ""}});
    EXPECT_NE(get(target).body.find("\"note\": \"look\""), std::string::npos);
    std::vector<NewsArticle> articles = news();
    articles.front().text += "Alibaba was in the news once more.\n";
    index_articles(database_, articles);
    EXPECT_EQ(json::parse(get(target).body).at("revision"),
              json::parse(first).at("revision").get<int>() + 1);
}

TEST_F(KeptAnswers, AreNoneOfFailures) {
    for (const char* target : {"/v1/search?q=", "/v1/articles/nothing", "/v1/search?colour=red"}) {
        EXPECT_NE(get(target).status, 200);
        EXPECT_NE(get(target).status, 200);
    }
    EXPECT_EQ(kept_.figures().hits, 0U);
    EXPECT_EQ(kept_.figures().bytes, 0U);
}

}  // namespace
}  // namespace sinodex
