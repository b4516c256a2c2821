// SPDX-License-Identifier: GPL-2.0-or-later

// sinodex-search --format jsonl behind a pipe: a line in, a line out.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "tests/end_to_end/programs.h"
#include "tests/end_to_end/transcripts.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;
using ::testing::HasSubstr;

std::string protocol(const std::string& input, std::vector<std::string> options = {}) {
    options.insert(options.end(), {"--format", "jsonl"});
    const ProcessEnd end = search_corpus(options, input);
    EXPECT_EQ(end.err, "");
    return end.out;
}

std::vector<json> answers(const std::string& input, const std::vector<std::string>& options = {}) {
    std::vector<json> parsed;
    for (const std::string& line : lines_of(protocol(input, options))) {
        parsed.push_back(json::parse(line));
    }
    return parsed;
}

json answer(const std::string& line, const std::vector<std::string>& options = {}) {
    const std::vector<json> all = answers(line + "\n", options);
    EXPECT_EQ(all.size(), 1U) << line;
    return all.empty() ? json() : all.front();
}

TEST(LineProtocol, AnswersEachLineWithALine) {
    const std::vector<json> all =
        answers("\xEF\xBB\xBFgallium\r\n\nxylophones\n{\"query\": \"Ant\"}", {"-n", "2"});
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0]["id"], 1);
    EXPECT_EQ(all[0]["query"], "gallium");
    EXPECT_EQ(all[0]["hits"].size(), 2U);
    EXPECT_EQ(all[1]["error"]["message"], "the line is empty");
    EXPECT_EQ(all[2]["hits"], json::array());
    EXPECT_EQ(all[3]["id"], 4);
    EXPECT_EQ(all[3]["hits"].size(), 2U);
}

TEST(LineProtocol, KnowsAllThatCanBeAsked) {
    EXPECT_EQ(answer(R"({"id": "a", "query": "gallium", "limit": 3})")["hits"].size(), 3U);
    EXPECT_EQ(answer(R"({"id": "a", "query": "gallium"})")["id"], "a");
    EXPECT_EQ(answer(R"({"id": 2.5, "query": "gallium"})")["id"], 2.5);
    EXPECT_EQ(answer(R"({"q": "Didi", "view": "facets", "top": 1})")["view"], "facets");
    EXPECT_EQ(answer(R"({"q": "Didi", "view": "facets"})", {"-n", "3"})["view"], "facets");
    EXPECT_EQ(answer(R"({"q": "Didi"})", {"-v", "timeline"})["view"], "timeline");
    EXPECT_FALSE(answer(R"({"like": "deals-ai-001", "limit": 1})")["hits"].empty());
    EXPECT_EQ(answer(R"({"verify": "a shop window, a games studio and a lock"})")["verdict"],
              "exactly");
    EXPECT_EQ(answer(R"({"complete": "comp"})")["completions"][0]["text"], "company:");
    EXPECT_FALSE(answer(R"({"q": "Ant", "explain": true})")["stages"].empty());
}

TEST(LineProtocol, TellsWhatIsWrong) {
    struct Case {
        std::string line, kind, words;
    };
    for (const Case& one : std::vector<Case>{
             {"", "usage", "empty"},
             {" \t ", "usage", "empty"},
             {"{", "usage", "none"},
             {"{\"query\": \"x\"} y", "usage", "none"},
             {"{}", "usage", "no query"},
             {R"({"query": "x", "limit": 0})", "usage", "limit: 0 is not a number from 1"},
             {R"({"query": "x", "limits": 3})", "usage", "there is no parameter limits"},
             {R"({"query": "x", "format": "json"})", "usage", "format"},
             {R"({"query": "x", "id": [1]})", "usage", "id"},
             {R"({"query": {"a": 1}})", "usage", "query"},
             {R"({"query": [["a"]]})", "usage", "list"},
             {R"({"verify": 3})", "usage", "verify"},
             {R"({"verify": "x"})", "query", "1 word"},
             {R"({"verify": "a b c d", "view": "facets"})", "usage", "exclude"},
             {R"({"complete": "x", "cursor": 7})", "usage", "cursor"},
             {R"({"complete": "x", "cursor": -1})", "usage", "cursor"},
             {R"({"query": "x", "cursor": 1})", "usage", "cursor"},
             {R"({"like": "nobody"})", "query", "no article"},
             {std::string(1 << 20, 'a') + "b", "usage", "longer"},
             {std::string(200'000, '['), "", ""},
             {"{\"a\":" + std::string(200'000, '['), "usage", "none"},
         }) {
        const json given = answer(one.line);
        if (one.kind.empty()) continue;
        EXPECT_EQ(given["error"].value("kind", ""), one.kind) << one.line.substr(0, 80) << given;
        EXPECT_THAT(given["error"].dump(), HasSubstr(one.words));
    }
}

// Whatever comes: as many lines out as in, each with its number, and the next request is answered.
TEST(LineProtocol, IsNeverOutOfStep) {
    std::mt19937 random(7);
    const std::vector<std::string> pieces{
        "{",  "}",    "\"",   "query", ":", "[", "]", "\\",   "\0",      "\xFF",        "é",
        "蚂", "\x1b", "null", "1e9",   ",", "(", "-", "NEAR", "date:..", "\xED\xA0\x80"};
    std::string input;
    constexpr int kLines = 400;
    for (int i = 0; i < kLines; ++i) {
        if (random() % 3 == 0) input += '{';
        for (std::size_t n = random() % 8; n > 0; --n) {
            const std::string& piece = pieces[random() % pieces.size()];
            input += piece.empty() ? std::string(1, '\0') : piece;
        }
        input += '\n';
    }
    const std::vector<json> all = answers(input + "gallium\n", {"-n", "1"});
    ASSERT_EQ(all.size(), kLines + 1U);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i]["id"], i + 1);
        EXPECT_EQ(all[i]["version"], 1);
    }
    EXPECT_EQ(all.back()["hits"].size(), 1U);
}

TEST(LineProtocol, EndsWithTheStatusOfASearch) {
    EXPECT_EQ(search_corpus({"-f", "jsonl"}, "gallium\n").status, 0);
    EXPECT_EQ(search_corpus({"-f", "jsonl"}, "xylophones\n").status, 1);
    EXPECT_EQ(search_corpus({"-f", "jsonl"}, "").status, 1);
    EXPECT_EQ(search_corpus({"-f", "jsonl", "-n", "0"}, "gallium\n").status, 2);
}

}  // namespace
}  // namespace sinodex
