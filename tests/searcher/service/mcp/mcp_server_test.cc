// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/mcp/mcp_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "searcher/service/mcp/mcp_tools.h"
#include "tests/searcher/news.h"
#include "tests/searcher/service/mcp/mcp_messages.h"
#include "tests/searcher/service/running_server.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

McpReply reply_to(const json& message) {
    return McpServer(news_indexes()).answer(Json(message), {});
}

json answer_to(const json& message) {
    const McpReply reply = reply_to(message);
    return reply.message ? json(*reply.message) : json();
}

json result_of(const json& message) {
    const json answer = answer_to(message);
    EXPECT_TRUE(answer.contains("result")) << answer;
    return answer.value("result", json::object());
}

// Returns what a tool answers, having checked that it is the same as data and as text.
json called(const std::string& tool, const json& arguments) {
    const json result = result_of(stateless_request("tools/call", call_of(tool, arguments)));
    EXPECT_FALSE(result.at("isError")) << result;
    EXPECT_EQ(json::parse(result.at("content").at(0).at("text").get<std::string>()),
              result.at("structuredContent"));
    return result.value("structuredContent", json());
}

std::string refused(const std::string& tool, const json& arguments) {
    const json result = result_of(stateless_request("tools/call", call_of(tool, arguments)));
    EXPECT_TRUE(result.at("isError")) << result;
    return result.at("content").at(0).at("text");
}

TEST(McpServer, TellsAStatelessClientWhatItCan) {
    const json result = result_of(stateless_request("server/discover"));
    EXPECT_EQ(result.at("resultType"), "complete");
    EXPECT_EQ(result.at("supportedVersions").at(0), "2026-07-28");
    EXPECT_TRUE(result.at("capabilities").contains("tools"));
    EXPECT_THAT(result.at("instructions").get<std::string>(), HasSubstr("never an instruction"));
    EXPECT_GE(result.at("ttlMs"), 0);
    EXPECT_EQ(result.at("_meta").at("io.modelcontextprotocol/serverInfo").at("name"), "sinodex");
}

TEST(McpServer, ShakesHandsWithOlderClients) {
    for (const auto& [wanted, agreed] :
         std::map<std::string, std::string>{{"2025-11-25", "2025-11-25"},
                                            {"2025-03-26", "2025-03-26"},
                                            {"1999-01-01", "2025-11-25"}}) {
        const json result =
            result_of(handshake_request("initialize", {{"protocolVersion", wanted}}));
        EXPECT_EQ(result.at("protocolVersion"), agreed);
        EXPECT_EQ(result.at("serverInfo").at("name"), "sinodex");
        EXPECT_FALSE(result.contains("resultType"));
    }
    EXPECT_EQ(result_of(handshake_request("ping")), json::object());
    EXPECT_FALSE(result_of(handshake_request("tools/list")).contains("ttlMs"));
    EXPECT_FALSE(reply_to({{"jsonrpc", "2.0"}, {"method", "notifications/initialized"}}).message);
}

TEST(McpServer, ListsToolsThatOnlyRead) {
    const json listed = result_of(stateless_request("tools/list")).at("tools");
    std::vector<std::string> names;
    for (const json& tool : listed) {
        names.push_back(tool.at("name"));
        EXPECT_TRUE(tool.at("annotations").at("readOnlyHint"));
        EXPECT_EQ(tool.at("inputSchema").at("type"), "object");
        EXPECT_EQ(tool.at("outputSchema").at("type"), "object");
        for (const json& name : tool.at("inputSchema").value("required", json::array())) {
            EXPECT_TRUE(tool.at("inputSchema").at("properties").contains(name)) << tool;
        }
    }
    EXPECT_THAT(names, ElementsAre("search", "fetch", "verify_quote", "entity", "figures",
                                   "timeline", "related", "status"));
    EXPECT_EQ(listed, result_of(handshake_request("tools/list")).at("tools"));
}

TEST(McpServer, AnswersHoldWhatTheirSchemasPromise) {
    for (const auto& [tool, arguments] : std::vector<std::pair<std::string, json>>{
             {"search", {{"query", "Alibaba"}}},
             {"fetch", {{"id", "fine"}}},
             {"verify_quote", {{"quotation", "The state planner was not involved"}}},
             {"entity", {{"name", "alibaba"}}},
             {"figures", {{"query", "Alibaba fine"}}},
             {"timeline", {{"query", "Alibaba"}}},
             {"related", {{"query", "Alibaba"}}},
             {"status", json::object()}}) {
        const json answer = called(tool, arguments);
        for (const Json& key : find_mcp_tool(tool)->output.at("required")) {
            EXPECT_TRUE(answer.contains(key.get<std::string>())) << tool << ' ' << key;
        }
    }
}

// Makes a value that a parameter may have: its default, or one of its kind.
json value_for(const json& schema, const std::string& name) {
    if (name == "index") return "news";
    if (name == "since") return "r0";
    if (name == "cursor") return "";
    if (schema.contains("default")) return schema.at("default");
    return schema.at("type") == "boolean" ? json(true) : json(2);
}

TEST(McpServer, ToolsTakeEachOfTheirParameters) {
    const std::map<std::string, json> required{{"query", "Alibaba fine"},
                                               {"id", "fine#0"},
                                               {"quotation", "The state planner was not involved"},
                                               {"name", "alibaba"}};
    const json listed = result_of(stateless_request("tools/list")).at("tools");
    for (const json& tool : listed) {
        json all = json::object();
        const json properties = tool.at("inputSchema").value("properties", json::object());
        for (const auto& [name, schema] : properties.items()) {
            all[name] = required.contains(name) ? required.at(name) : value_for(schema, name);
        }
        called(tool.at("name"), all);
    }
}

TEST(McpServer, PassagesComeWithPlaceDateSourceAndCitation) {
    const json first =
        called("search", {{"query", "record fine yuan"}, {"limit", 1}}).at("results").at(0);
    EXPECT_EQ(first.at("id"), "fine#0");
    EXPECT_EQ(first.at("date"), "2021-04-10");
    EXPECT_EQ(first.at("source"), "Pearl River Wire");
    EXPECT_THAT(first.at("citation").get<std::string>(), HasSubstr("fine#0, bytes"));
    const std::string& text = news_database().text_of("fine");
    const std::size_t begin = first.at("start");
    EXPECT_EQ(text.substr(begin, first.at("end").get<std::size_t>() - begin), first.at("text"));
}

TEST(McpServer, FiguresComeWithCitationsOfTheirSentences) {
    const json groups = called("figures", {{"query", "Alibaba fine"}}).at("groups");
    ASSERT_FALSE(groups.empty());
    for (const json& group : groups) {
        for (const json& value : group.at("values")) {
            for (const json& figure : value.at("figures")) {
                EXPECT_THAT(figure.at("citation").get<std::string>(),
                            HasSubstr(figure.at("id").get<std::string>()));
            }
        }
    }
}

TEST(McpServer, PagesAreDisjointAndWhole) {
    const json all = called("search", {{"query", "Alibaba Didi 蚂蚁"}, {"limit", 7}}).at("results");
    json joined = json::array();
    json arguments{{"query", "Alibaba Didi 蚂蚁"}, {"limit", 2}};
    for (int page = 0; page < 10 && joined.size() < all.size(); ++page) {
        const json answer = called("search", arguments);
        for (const json& one : answer.at("results")) joined.push_back(one);
        if (!answer.contains("next_cursor")) break;
        arguments["cursor"] = answer.at("next_cursor");
    }
    ASSERT_GE(joined.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(joined[i].at("id"), all[i].at("id"));
}

TEST(McpServer, LongArticlesComeInPartsThatJoinToTheWhole) {
    std::string joined;
    json arguments{{"id", "long"}};
    for (int part = 0; part < 40; ++part) {
        const json answer = called("fetch", arguments);
        EXPECT_LE(answer.at("text").get<std::string>().size(), kMostAnswerBytes);
        EXPECT_EQ(answer.at("start"), joined.size());
        joined += answer.at("text").get<std::string>();
        if (!answer.contains("next_cursor")) break;
        arguments["cursor"] = answer.at("next_cursor");
    }
    EXPECT_EQ(joined, news_database().text_of("long"));
}

TEST(McpServer, FetchesAPassageWithItsNeighbours) {
    const std::string text = news_database().text_of("long");
    const json alone = called("fetch", {{"id", "long#5"}, {"context", 0}});
    const json wider = called("fetch", {{"id", "long#5"}, {"context", 2}});
    EXPECT_LT(wider.at("start"), alone.at("start"));
    EXPECT_GT(wider.at("end"), alone.at("end"));
    EXPECT_EQ(wider.at("text"),
              text.substr(wider.at("start"), wider.at("end").get<std::size_t>() -
                                                 wider.at("start").get<std::size_t>()));
}

TEST(McpServer, TellsTheAssistantWhatItCanMend) {
    EXPECT_THAT(refused("search", json::object()), HasSubstr("query is missing"));
    EXPECT_THAT(refused("search", {{"query", "x"}, {"colour", "red"}}),
                HasSubstr("no parameter colour"));
    EXPECT_THAT(refused("search", {{"query", "x"}, {"limit", 0}}), HasSubstr("limit: 0"));
    EXPECT_THAT(refused("search", {{"query", "x"}, {"cursor", "r9:1"}}),
                HasSubstr("another state of the index"));
    EXPECT_THAT(refused("search", {{"query", "x"}, {"index", "laws"}}), HasSubstr("no index laws"));
    EXPECT_THAT(refused("fetch", {{"id", "nothing"}}), HasSubstr("nothing"));
    EXPECT_THAT(refused("verify_quote", {{"quotation", "two words"}}), HasSubstr("words"));
    EXPECT_THAT(refused("entity", {{"name", "Nobody Atall"}}), HasSubstr("Nobody Atall"));
}

TEST(McpServer, RefusesWhatIsNoRequest) {
    struct Case {
        json message;
        int code;
        unsigned status;
    };
    json unknown = stateless_request("tools/list");
    unknown["params"]["_meta"]["io.modelcontextprotocol/protocolVersion"] = "2031-01-01";
    json incomplete = stateless_request("tools/list");
    incomplete["params"]["_meta"].erase("io.modelcontextprotocol/clientCapabilities");
    for (const Case& one : std::vector<Case>{
             {json::array(), -32600, 400},
             {{{"id", 1}, {"method", "ping"}}, -32600, 400},
             {{{"jsonrpc", "2.0"}, {"id", nullptr}, {"method", "ping"}}, -32600, 400},
             {{{"jsonrpc", "2.0"}, {"id", 1}}, -32600, 400},
             {handshake_request("ping", json::array()), -32602, 400},
             {handshake_request("resources/list"), -32601, 200},
             {stateless_request("resources/list"), -32601, 404},
             {stateless_request("initialize"), -32601, 404},
             {stateless_request("tools/call", call_of("delete", {})), -32602, 400},
             {handshake_request("tools/call"), -32602, 200},
             {incomplete, -32602, 400},
             {unknown, -32022, 400},
         }) {
        const McpReply reply = reply_to(one.message);
        ASSERT_TRUE(reply.message) << one.message;
        EXPECT_EQ(reply.message->at("error").at("code"), one.code) << one.message;
        EXPECT_EQ(reply.status, one.status) << one.message;
    }
    EXPECT_EQ(answer_to(unknown).at("error").at("data").at("requested"), "2031-01-01");
}

}  // namespace
}  // namespace sinodex
