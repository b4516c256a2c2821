// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/text/utf8.h"
#include "tests/searcher/news.h"
#include "tests/searcher/rendering/columns.h"
#include "tests/searcher/rendering/sample_result.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;

std::string json_of(const SearchResult& result, const std::string& qid = "") {
    std::ostringstream out;
    render_json(result, qid, JsonLayout::lines, out);
    return out.str();
}

std::vector<json> jsonl_of(const SearchResult& result, const std::string& qid = "") {
    std::ostringstream out;
    render_jsonl(result, qid, out);
    EXPECT_TRUE(out.str().empty() || out.str().ends_with('\n'));
    std::vector<json> objects;
    for (const std::string& line : lines_of(out.str())) objects.push_back(json::parse(line));
    return objects;
}

TEST(RenderJson, KeepsItsContract) {
    EXPECT_EQ(json::parse(json_of(sample_result())), json::parse(R"json({
        "version": 1,
        "query": "蚂蚁 \"ant paused\"",
        "interpretation": "any of 蚂蚁 ant paus",
        "articles": 7, "revision": 12,
        "relaxed": false,
        "took_ms": 1.25,
        "warnings": [
            {"start": 7, "end": 19, "message": "not found as a phrase"},
            {"start": 19, "end": 19, "message": "too long"}
        ],
        "hits": [
            {
                "rank": 1, "score": 12.5, "id": "wire/a b.txt#2",
                "article": {
                    "id": "wire/a b.txt", "title": "Ant’s float \"paused\"",
                    "url": "https://example.com/a?b=1&c=2", "source": "维港财经",
                    "author": "Li Na", "date": "2020-11-03", "lang": "zh-Hans"
                },
                "text": "é蚂蚁集团 and 🙂 Ant paused.",
                "start": 100, "end": 135, "start_codepoint": 40, "end_codepoint": 63,
                "highlights": [
                    {"start": 102, "end": 114, "start_codepoint": 41, "end_codepoint": 45, "why": "exact",
                     "query": [{"start": 0, "end": 6, "why": "exact"}]},
                    {"start": 124, "end": 134, "start_codepoint": 52, "end_codepoint": 62, "why": "phrase",
                     "query": [{"start": 7, "end": 19, "why": "phrase"}]}
                ]
            },
            {
                "rank": 2, "score": 1e-07, "id": "bare#0", "article": {"id": "bare"},
                "text": "Nothing but text.", "start": 0, "end": 17,
                "start_codepoint": 0, "end_codepoint": 17, "highlights": []
            }
        ]
    })json"));
}

TEST(RenderJson, CountsTheVersionsThatItDoesNotName) {
    SearchResult result = sample_result();
    EXPECT_FALSE(jsonl_of(result).at(0).contains("versions"));
    result.hits[0].versions = {"x", "y"};
    EXPECT_EQ(jsonl_of(result).at(0).at("versions"), json({"x", "y"}));
    EXPECT_FALSE(jsonl_of(result).at(0).contains("more_versions"));
    result.hits[0].more_versions = 30;
    EXPECT_EQ(jsonl_of(result).at(0).at("more_versions"), 30);
}

TEST(RenderJson, AddsBestSentencesAndContext) {
    SearchResult result = sample_result();
    result.hits[0].best = {{102, 114, 41, 45}};
    result.hits[0].before = {{{90, 99, 30, 39}, 1, "Something"}};
    result.hits[0].after = {{{140, 142, 64, 65}, 3, "é"}};
    const json hit = json::parse(json_of(result))["hits"][0];
    EXPECT_EQ(hit["best"], json::parse(R"j([
        {"start": 102, "end": 114, "start_codepoint": 41, "end_codepoint": 45}])j"));
    EXPECT_EQ(hit["before"], json::parse(R"j([
        {"passage": 1, "text": "Something",
         "start": 90, "end": 99, "start_codepoint": 30, "end_codepoint": 39}])j"));
    EXPECT_EQ(hit["after"], json::parse(R"j([
        {"passage": 3, "text": "é",
         "start": 140, "end": 142, "start_codepoint": 64, "end_codepoint": 65}])j"));
}

TEST(RenderJson, AddsWhatABatchAndAnExplanationBring) {
    SearchResult result = sample_result();
    result.stages = {{"parsed", "(list)"}};
    result.hits[0].parts = {{"words", 10}};
    const json object = json::parse(json_of(result, "q1"));
    EXPECT_EQ(object["qid"], "q1");
    EXPECT_EQ(object["stages"], json::parse(R"j([{"name":"parsed","text":"(list)"}])j"));
    EXPECT_EQ(object["hits"][0]["score_parts"], json::parse(R"({"words":10.0})"));
    EXPECT_FALSE(object["hits"][1].contains("score_parts"));
}

TEST(RenderJson, AddsWhatTheWordsNameOrMean) {
    SearchResult result = sample_result();
    EXPECT_FALSE(json::parse(json_of(result)).contains("understood"));
    result.understood = {{MatchRule::entity, 0, 6, {{"ant-group", "company", "Ant Group"}}, {}},
                         {MatchRule::time, 7, 9, {}, {}},
                         {MatchRule::synonym, 7, 9, {}, {"halt", "暂停"}}};
    EXPECT_EQ(json::parse(json_of(result))["understood"], json::parse(R"j([
        {"why": "entity", "start": 0, "end": 6,
         "entities": [{"id": "ant-group", "type": "company", "name": "Ant Group"}]},
        {"why": "time", "start": 7, "end": 9},
        {"why": "synonym", "start": 7, "end": 9, "words": ["halt", "暂停"]}])j"));
}

TEST(RenderJson, IsValidWhateverTheTextsHold) {
    SearchResult result = sample_result();
    result.query = "\"\\\n\x01\xFF</script>";
    result.hits[1].text = std::string("\0\x1B\xED\xA0\x80\u2028", 8);
    result.hits[1].article.title = "\xC3";
    EXPECT_NO_THROW(json::parse(json_of(result)));
    EXPECT_EQ(jsonl_of(result).size(), 2U);
}

TEST(RenderJson, NothingFoundIsAnEmptyList) {
    EXPECT_EQ(json::parse(json_of({}))["hits"], json::array());
    EXPECT_TRUE(jsonl_of({}).empty());
}

TEST(RenderJsonl, IsALineAHit) {
    const std::vector<json> lines = jsonl_of(sample_result(), "q1");
    ASSERT_EQ(lines.size(), 2U);
    json hit = json::parse(json_of(sample_result()))["hits"][1];
    hit["qid"] = "q1";
    hit["query"] = sample_result().query;
    EXPECT_EQ(lines[1], hit);
    EXPECT_FALSE(jsonl_of(sample_result())[0].contains("qid"));
}

// Byte and code-point offsets name the same characters of the article.
TEST(RenderJson, OffsetsPointIntoTheArticle) {
    const Searcher searcher(news_database().path());
    for (const char* query : {"蚂蚁集团 alibaba", "+\"golden pheasant\" 蚂蚁", "market’s yuan"}) {
        const json result = json::parse(json_of(search(searcher, query)));
        EXPECT_FALSE(result["hits"].empty());
        for (const json& hit : result["hits"]) {
            const std::string& text = news_database().text_of(hit["article"]["id"]);
            const auto expect_span = [&](const json& span) {
                const std::size_t start = span["start"];
                const std::size_t end = span["end"];
                EXPECT_EQ(span["start_codepoint"], count_code_points(text.substr(0, start)));
                EXPECT_EQ(span["end_codepoint"], count_code_points(text.substr(0, end)));
            };
            expect_span(hit);
            EXPECT_FALSE(hit["highlights"].empty());
            for (const json& mark : hit["highlights"]) expect_span(mark);
        }
    }
}

}  // namespace
}  // namespace sinodex
