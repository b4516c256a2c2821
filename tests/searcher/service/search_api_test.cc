// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "searcher/rendering/json.h"
#include "tests/searcher/news.h"
#include "tests/searcher/service/raw_client.h"
#include "tests/searcher/service/running_server.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;

RawResponse get_json(const std::string& target, const std::string& fields = "") {
    return RawClient(news_server().port()).get(target, fields);
}

TEST(SearchApi, FindsWhatTheSearcherFinds) {
    const RawResponse response = get_json("/v1/search?q=antitrust+fine&limit=3");
    ASSERT_EQ(response.status, 200);
    EXPECT_EQ(response.fields.at("content-type"), "application/json");
    const json found = json::parse(response.body);
    const SearchResult wanted =
        search(Searcher(news_database().path()), "antitrust fine", SearchUnit::passage, 3);
    ASSERT_FALSE(wanted.hits.empty());
    std::vector<std::string> ids;
    for (const json& hit : found.at("hits")) ids.push_back(hit.at("id"));
    EXPECT_EQ(ids, ids_of(wanted));
}

TEST(SearchApi, SaysWhatIsWrongWithARequest) {
    struct Case {
        const char* target;
        int status;
        const char* words;
    };
    for (const Case& one : std::initializer_list<Case>{
             {"/v1/search?q=x&limit=0", 400, "limit: 0 is not a number"},
             {"/v1/search?q=x&colour=red", 400, "no parameter colour"},
             {"/v1/search?q=x&view=facets&limit=3", 400, "limit has no meaning"},
             {"/v1/search?q=x&index=laws", 400, "there is no index laws"},
             {"/v1/search?q=%zz", 400, "two hexadecimal digits"},
             {"/v1/search", 400, "no query was given"},
             {"/v1/search?q=x&limit=9000&context=50", 400, "more than 20000 passages"},
             {"/v1/search?like=nobody", 400, "no article or passage has this id"},
             {"/v1/facets?q=x&format=trec", 400, "is no trec"},
             {"/v1/facets?q=x&limit=3", 400, "no parameter limit"},
             {"/v1/verify", 400, "quotation is missing"},
             {"/v1/verify?quotation=too+short", 400, "words"},
             {"/v1/articles/nobody", 404, "no article or passage has this id"},
             {"/v1/articles/%2e%2e/%2e%2e/etc/passwd", 404, "no article or passage has this id"},
             {"/v1/articles/../../etc/passwd", 404, "no article or passage has this id"},
             {"/v1/articles/", 404, "nothing at this address"},
             {"/v1/passages/didi", 404, "no article or passage has this id"},
             {"/v1/like/nobody", 404, "no article or passage has this id"},
             {"/v1/entities/nobody", 404, "no entity has this id"},
             {"/v1/names", 400, "ids is missing"},
             {"/v1/names?ids=didi&lang=fr", 400, "lang: fr is not one of en, zh"},
             {"/v1/nothing", 404, "nothing at this address"},
             {"/v2/search?q=x", 404, "does not speak v2"},
             {"/v0", 404, "does not speak v0"},
             {"/verbs", 404, "nothing at this address"},
         }) {
        const RawResponse response = get_json(one.target);
        EXPECT_EQ(response.status, one.status) << one.target;
        EXPECT_EQ(response.fields.at("content-type"), "application/problem+json") << one.target;
        const json problem = json::parse(response.body);
        EXPECT_EQ(problem.at("status"), one.status) << one.target;
        EXPECT_THAT(problem.at("detail").get<std::string>(), HasSubstr(one.words)) << one.target;
    }
}

TEST(SearchApi, NamesItsVersion) {
    EXPECT_EQ(json::parse(get_json("/v1").body).at("versions"), json::array({"v1"}));
    for (const char* target : {"/v1/search?q=x", "/v1/articles/nobody"}) {
        EXPECT_EQ(get_json(target).fields.at("sinodex-api"), "v1") << target;
    }
    const json unknown = json::parse(get_json("/v2/search?q=x").body);
    EXPECT_THAT(unknown.at("hint").get<std::string>(), HasSubstr("/v1/search"));
}

TEST(SearchApi, HasArticlesAndPassagesByTheirIds) {
    const json article = json::parse(get_json("/v1/articles/didi").body);
    EXPECT_EQ(article.at("text"), news_database().text_of("didi"));
    EXPECT_EQ(get_json("/v1/articles/didi?format=text").body, news_database().text_of("didi"));
    const json passage = json::parse(get_json("/v1/passages/long%235?context=1").body);
    EXPECT_EQ(passage.at("id"), "long#5");
    EXPECT_EQ(passage.at("before").size(), 1U);
    EXPECT_EQ(passage.at("after").size(), 1U);
}

TEST(SearchApi, TellsNamesInALanguage) {
    const auto names = [](const std::string& parameters) {
        return json::parse(get_json("/v1/names?ids=" + parameters).body).at("names");
    };
    EXPECT_EQ(names("alibaba,cac,nobody&lang=zh"),
              json({{"alibaba", "阿里巴巴"}, {"cac", "国家互联网信息办公室"}}));
    EXPECT_EQ(names("alibaba&lang=en"), json({{"alibaba", "Alibaba Group"}}));
    EXPECT_EQ(names("alibaba"), json({{"alibaba", "Alibaba Group"}}));
    EXPECT_EQ(names("nobody"), json::object());
}

TEST(SearchApi, ExportHonoursFilters) {
    const auto lines = [](const std::string& query) {
        const std::string body = get_json("/v1/export?format=jsonl&q=" + query).body;
        return std::count(body.begin(), body.end(), '\n');
    };
    const auto april = lines("alibaba+date:2021-04");
    const auto others = lines("alibaba+-date:2021-04");
    EXPECT_GT(april, 0);
    EXPECT_GT(others, 0);
    EXPECT_EQ(april + others, lines("alibaba"));
}

TEST(SearchApi, ExportsFiles) {
    struct Case {
        const char* parameters;
        const char* type;
        const char* file;
        const char* words;
    };
    for (const Case& one : std::initializer_list<Case>{
             {"", "text/csv; charset=utf-8", "sinodex.csv", "Alibaba fined a record sum"},
             {"&format=jsonl", "application/x-ndjson", "sinodex.jsonl", "\"rank\":1"},
             {"&format=bibtex", "application/x-bibtex; charset=utf-8", "sinodex.bib", "{fine,"},
             {"&format=csl-json", "application/vnd.citationstyles.csl+json", "sinodex.json",
              "\"id\""},
             {"&view=facets", "text/csv; charset=utf-8", "sinodex.csv", "company"},
         }) {
        const RawResponse response =
            get_json("/v1/export?q=Alibaba+fined" + std::string(one.parameters));
        EXPECT_EQ(response.status, 200) << response.body;
        EXPECT_EQ(response.fields.at("content-type"), one.type);
        EXPECT_THAT(response.fields.at("content-disposition"), HasSubstr(one.file));
        EXPECT_THAT(response.body, HasSubstr(one.words));
    }
    EXPECT_EQ(get_json("/v1/export?q=x&format=text").status, 400);
}

TEST(SearchApi, CompressesForWhoReadsIt) {
    const auto encoding = [](const std::string& accepted) {
        const auto fields =
            get_json("/openapi.json", "Accept-Encoding: " + accepted + "\r\n").fields;
        const auto found = fields.find("content-encoding");
        return found == fields.end() ? "" : found->second;
    };
    EXPECT_EQ(encoding("br, gzip"), "gzip");
    EXPECT_EQ(encoding("*"), "gzip");
    EXPECT_EQ(encoding("gzip;q=0, br"), "");
    EXPECT_EQ(encoding("identity"), "");
}

TEST(SearchApi, LeavesOutWhatTheClientHas) {
    const std::string target = "/v1/search?q=antitrust";
    const std::string etag = get_json(target).fields.at("etag");
    const RawResponse again = get_json(target, "If-None-Match: W/\"other\", " + etag + "\r\n");
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(get_json(target, "If-None-Match: W/\"other\"\r\n").status, 200);
    EXPECT_EQ(get_json(target, "If-None-Match: *\r\n").status, 304);
    EXPECT_EQ(get_json("/v1/articles/nobody", "If-None-Match: *\r\n").status, 404);
}

}  // namespace
}  // namespace sinodex
