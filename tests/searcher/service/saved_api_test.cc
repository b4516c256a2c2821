// SPDX-License-Identifier: GPL-2.0-or-later

// Tags, notes and saved searches over HTTP.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "searcher/service/service_routes.h"
#include "tests/searcher/news.h"
#include "tests/searcher/service/raw_client.h"
#include "tests/searcher/service/running_server.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;
using Kind = SavedChange::Kind;

TEST(SavedApi, IsTheFileBesideTheDatabase) {
    const TemporaryFolder folder;
    index_articles(folder / "db", news());
    const Indexes indexes({"news=" + folder / "db"});
    RunningServer server(service_routes(indexes));
    const auto get = [&](const std::string& target, const std::string& fields = "") {
        return RawClient(server.port()).get(target, fields);
    };
    const std::string query = "/v1/search?q=tag:fine+Alibaba";
    const RawResponse before = get(query);
    EXPECT_EQ(json::parse(before.body).at("hits").size(), 0U);
    EXPECT_EQ(json::parse(get("/v1/saved").body).at("marks"), json::array());

    const SavedFile file(SavedFile::path_beside(folder / "db"));
    file.add({{Kind::tag, "fine#0", "fine", "China"},
              {Kind::note, "fine", "look", ""},
              {Kind::search, "ali", R"({"query":"Alibaba tag:fine","unit":"article"})", ""}});
    const RawResponse after = get(query, "If-None-Match: " + before.fields.at("etag") + "\r\n");
    ASSERT_EQ(after.status, 200) << "what was saved is a new state";
    const json hit = json::parse(after.body).at("hits").at(0);
    EXPECT_EQ(hit.at("id"), "fine#0");
    EXPECT_EQ(hit.at("tags"), json::array({"fine"}));
    EXPECT_EQ(hit.at("note"), "look");
    EXPECT_EQ(get(query, "If-None-Match: " + after.fields.at("etag") + "\r\n").status, 304);

    EXPECT_EQ(json::parse(get("/v1/search?saved=ali").body).at("hits").at(0).at("id"), "fine");
    EXPECT_EQ(json::parse(get("/v1/facets?saved=ali").body).at("articles"), 1);
    EXPECT_EQ(json::parse(get("/v1/facets?q=-tag:fine+Alibaba").body).at("articles"), 3);
    EXPECT_THAT(get("/v1/export?saved=ali&unit=passage").body, HasSubstr("fine#0"));
    EXPECT_EQ(get("/v1/search?saved=bob").status, 400);
    EXPECT_EQ(get("/v1/search?saved=ali&q=x").status, 400);
    const json saved = json::parse(get("/v1/saved").body);
    EXPECT_EQ(saved.at("marks").size(), 2U);
    EXPECT_EQ(saved.at("searches").at(0).at("request").at("unit"), "article");
    EXPECT_THAT(get("/v1/saved?format=csv").body, HasSubstr("fine#0,fine,,China,20"));
    EXPECT_EQ(json::parse(get("/v1/suggest?q=tag:").body).at("completions").at(0).at("text"),
              "fine");
    EXPECT_THAT(get("/?q=tag:fine").body, HasSubstr("18.228 billion"));
}

}  // namespace
}  // namespace sinodex
