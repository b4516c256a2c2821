// SPDX-License-Identifier: GPL-2.0-or-later

// New revisions come while requests run.

#include <gtest/gtest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "searcher/service/service_routes.h"
#include "tests/searcher/news.h"
#include "tests/searcher/service/raw_client.h"
#include "tests/searcher/service/running_server.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;

// This is about failures, not about how fast a machine is.
constexpr std::chrono::minutes kPatience(2);

struct Seen {
    std::size_t answers = 0;
    std::uint32_t last = 0;  // revision
    std::string failure;     // the first one
};

// Asks again and again, over one connection, until it is told to stop; revisions never go back.
Seen ask(std::uint16_t port, const std::string& target, const std::atomic<bool>& stop) {
    Seen seen;
    RawClient client(port);
    while (seen.failure.empty() && !stop) {
        client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const RawResponse response = client.read(false, kPatience);
        if (response.status != 200) {
            seen.failure = target + ": " + std::to_string(response.status) + response.body;
            break;
        }
        const json answer = json::parse(response.body);
        const auto revision = answer.value("revision", seen.last);
        if (revision < seen.last) seen.failure = target + ": went back";
        seen.last = revision;
        ++seen.answers;
    }
    return seen;
}

TEST(Revisions, ComeWithoutARequestThatFails) {
    const TemporaryFolder folder;
    index_articles(folder / "db", news());
    const Indexes indexes({"news=" + folder / "db"});
    ServerOptions options;
    options.answer = kPatience;
    AnswerCache kept(1U << 20U);
    RunningServer server(service_routes(indexes, &kept), options);
    const std::vector<std::string> targets{
        "/v1/search?q=Alibaba",
        "/v1/search?q=%22equity+stakes%22&unit=article",
        "/v1/facets?q=Alibaba",
        "/v1/articles/fine",
        "/v1/passages/fine%230?context=1",
        "/v1/verify?quotation=The+state+planner+was+not+involved",
        "/v1/suggest?q=ali",
        "/v1/like/didi"};
    std::atomic<bool> stop = false;
    std::vector<Seen> seen(targets.size());
    std::vector<std::thread> clients;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        clients.emplace_back([&, i] { seen[i] = ask(server.port(), targets[i], stop); });
    }
    constexpr std::uint32_t kRuns = 6;
    std::vector<NewsArticle> articles = news();
    for (std::uint32_t run = 0; run < kRuns; ++run) {
        articles.front().text +=
            "Alibaba was in the news once more, run " + std::to_string(run) + " said.\n";
        index_articles(folder / "db", articles);
    }
    stop = true;
    for (std::thread& one : clients) one.join();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        EXPECT_EQ(seen[i].failure, "");
        EXPECT_GT(seen[i].answers, 0U) << targets[i];
    }
    const json last = json::parse(RawClient(server.port()).get(targets[0]).body);
    EXPECT_EQ(last.at("revision"), kRuns + 1);
}

}  // namespace
}  // namespace sinodex
