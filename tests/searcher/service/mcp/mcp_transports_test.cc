// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "searcher/service/mcp/mcp_stdio.h"
#include "tests/searcher/service/mcp/mcp_messages.h"
#include "tests/searcher/service/raw_client.h"
#include "tests/searcher/service/running_server.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;

RawResponse post(const std::string& body, const std::string& fields) {
    RawClient client(news_server().port());
    client.send("POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
                fields + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return client.read();
}

std::string fields_of(const std::string& version, const std::string& method,
                      const std::string& name = "") {
    std::string fields = "MCP-Protocol-Version: " + version + "\r\nMcp-Method: " + method + "\r\n";
    if (!name.empty()) fields += "Mcp-Name: " + name + "\r\n";
    return fields;
}

TEST(McpOverHttp, AnswersBothKindsOfClients) {
    const json call = call_of("search", {{"query", "golden shares"}});
    const RawResponse stateless = post(stateless_request("tools/call", call).dump(),
                                       fields_of("2026-07-28", "tools/call", "search"));
    EXPECT_EQ(stateless.status, 200);
    EXPECT_EQ(stateless.fields.at("content-type"), "application/json");
    const RawResponse handshake = post(handshake_request("tools/call", call).dump(), "");
    EXPECT_EQ(handshake.status, 200);
    EXPECT_EQ(json::parse(stateless.body).at("result").at("structuredContent"),
              json::parse(handshake.body).at("result").at("structuredContent"));
}

TEST(McpOverHttp, ComparesTheHeaderWithTheBody) {
    const std::string call =
        stateless_request("tools/call", call_of("status", json::object())).dump();
    struct Case {
        std::string fields;
        int status;
    };
    for (const Case& one : std::vector<Case>{
             {fields_of("2026-07-28", "tools/call", "status"), 200},
             {fields_of("2026-07-28", "tools/call", "=?base64?c3RhdHVz?="), 200},
             {fields_of("2026-07-28", "tools/call", "search"), 400},
             {fields_of("2026-07-28", "tools/call"), 400},
             {fields_of("2026-07-28", "tools/list", "status"), 400},
             {fields_of("2025-11-25", "tools/call", "status"), 400},
             {"", 400},
         }) {
        const RawResponse response = post(call, one.fields);
        EXPECT_EQ(response.status, one.status) << one.fields;
        if (one.status == 400) {
            EXPECT_EQ(json::parse(response.body).at("error").at("code"), -32020) << one.fields;
        }
    }
}

// What reads a value goes one level deeper into the stack for each level of it.
TEST(McpOverHttp, RefusesWhatIsNestedWithoutEnd) {
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    for (const std::string& body :
         {deep, R"({"jsonrpc": "2.0", "id": )" + deep + "}",
          R"({"jsonrpc": "2.0", "id": 1, "method": "ping", "params": )" + deep + "}",
          R"({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "search", )"
          R"("arguments": {"query": )" +
              deep + "}}}",
          R"({"jsonrpc": "2.0", "id": 1, "method": "ping", "params": {"_meta": )"
          R"({"io.modelcontextprotocol/protocolVersion": )" +
              deep + "}}}"}) {
        const RawResponse response = post(body, "");
        EXPECT_EQ(response.status, 400);
        EXPECT_EQ(json::parse(response.body).at("error").at("code"), -32700);
    }
}

TEST(McpOverHttp, SaysWhatIsWrong) {
    EXPECT_EQ(json::parse(post("{", "").body).at("error").at("code"), -32700);
    EXPECT_EQ(post(handshake_request("ping").dump(), fields_of("2026-07-28", "ping")).status, 400);
    EXPECT_EQ(post(R"({"jsonrpc": "2.0", "method": "notifications/initialized"})", "").status, 202);
    const RawResponse got = RawClient(news_server().port()).get("/mcp");
    EXPECT_EQ(got.status, 405);
    EXPECT_EQ(got.fields.at("allow"), "POST");
    EXPECT_EQ(post(handshake_request("ping").dump(), "Origin: https://evil.example\r\n").status,
              403);
}

std::vector<json> conversation(const std::string& lines) {
    std::istringstream in(lines);
    std::ostringstream out;
    serve_mcp(news_indexes(), std::chrono::seconds(10), in, out);
    std::vector<json> answers;
    std::istringstream written(out.str());
    for (std::string line; std::getline(written, line);) answers.push_back(json::parse(line));
    return answers;
}

TEST(McpOverStreams, AnswersEachRequestInOneLine) {
    json second = stateless_request("tools/list");
    second["id"] = "two";
    const std::vector<json> answers =
        conversation(handshake_request("initialize", {{"protocolVersion", "2025-11-25"}}).dump() +
                     "\n\n" + R"({"jsonrpc": "2.0", "method": "notifications/initialized"})" +
                     "\r\n" + second.dump() + "\nno JSON\n" + std::string((1U << 20U) + 10, 'x') +
                     "\n" + handshake_request("ping").dump());
    ASSERT_EQ(answers.size(), 5U);
    EXPECT_EQ(answers[0].at("id"), 1);
    EXPECT_EQ(answers[1].at("id"), "two");
    EXPECT_EQ(answers[2].at("error").at("code"), -32700);
    EXPECT_EQ(answers[3].at("error").at("code"), -32700);
    EXPECT_EQ(answers[4].at("result"), json::object());
}

TEST(McpOverStreams, GivesUpWhatIsCancelled) {
    std::string lines;
    for (int i = 0; i < 50; ++i) {
        json request =
            handshake_request("tools/call", call_of("search", {{"query", "蚂蚁 paragraph"}}));
        request["id"] = i;
        lines += request.dump() + "\n";
    }
    lines +=
        R"({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 49}})";
    const std::vector<json> answers = conversation(lines + "\n");
    ASSERT_FALSE(answers.empty());
    EXPECT_EQ(answers[0].at("id"), 0);
    EXPECT_NE(answers.back().at("id"), 49);
}

}  // namespace
}  // namespace sinodex
