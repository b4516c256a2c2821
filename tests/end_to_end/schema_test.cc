// SPDX-License-Identifier: GPL-2.0-or-later

// Holds what the programs print as JSON against docs/schema/.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/end_to_end/programs.h"
#include "tests/end_to_end/transcripts.h"

namespace sinodex {
namespace {

using namespace testing;

constexpr int kNoValidator = 77;

// Asks a schema about objects, a line each: it prints the faults, then how many objects there were.
ProcessEnd validated(const std::string& schema, const std::string& objects) {
    return run_process({"/usr/bin/python3", SINODEX_SOURCE_DIR "/tests/end_to_end/validate.py",
                        SINODEX_SOURCE_DIR "/docs/schema", schema},
                       objects);
}

void expect_valid(const std::string& schema, const std::string& objects) {
    const ProcessEnd end = validated(schema, objects);
    if (end.status == kNoValidator) GTEST_SKIP() << "there is no python3-jsonschema";
    EXPECT_EQ(end.err, "");
    EXPECT_EQ(end.out, std::to_string(lines_of(objects).size()) + "\n");
}

const std::string kRequests =
    R"({"id": "a", "query": "Alibaba fine", "limit": 5, "context": 2, "explain": true}
{"q": "螞蟻集團", "unit": "article", "sort": "date", "all-versions": true, "per_article": 1}
{"query": "xylophones", "expand": ["names"]}
{"query": "Alibbaba (fine foo:bar", "expand": "none"}
{"query": "Didi", "view": "facets", "top": 2}
{"query": "Didi", "view": "timeline", "by": "mentioned"}
{"query": "Didi", "view": "related"}
{"query": "Didi fine", "view": "figures", "limit": 3}
{"like": "deals-ai-001", "id": 7}
{"verify": "its name to deals with a shop window, two games studios and a lock"}
{"verify": "a unicorn in every garden"}
{"complete": "company:ali", "cursor": 11, "limit": 3}
)";

TEST(Schema, OfRequestsTakesThem) { expect_valid("request-1", kRequests); }

TEST(Schema, OfAnswersIsWhatIsPrinted) {
    const std::string answers =
        search_corpus({"-f", "jsonl"}, kRequests + "gallium\n\n{\"limit\": 0}\n").out;
    EXPECT_EQ(lines_of(answers).size(), 15U);
    expect_valid("answer-1", answers);
}

TEST(Schema, OfHitLinesIsWhatIsPrinted) {
    expect_valid("hit-line-1",
                 search_corpus({"-f", "jsonl", "-Q", "-"}, "q1\tHangzhou\nq2\t罚款\n").out);
}

TEST(Schema, RefusesWhatIsNotSo) {
    const std::string answer = search_corpus({"-f", "jsonl", "-n", "1"}, "gallium\n").out;
    for (const char* change : {"/hits/0/rank", "/hits/0/article/id", "/took_ms", "/version"}) {
        nlohmann::json object = nlohmann::json::parse(answer);
        object[nlohmann::json::json_pointer(change)] = nullptr;
        const ProcessEnd end = validated("answer-1", object.dump() + "\n");
        if (end.status == kNoValidator) GTEST_SKIP() << "there is no python3-jsonschema";
        EXPECT_NE(end.out, "1\n") << change;
    }
    for (const char* request :
         {R"({"query": 3})", R"({"limit": 0, "query": "x"})", R"({"a": 1})"}) {
        const ProcessEnd end = validated("request-1", std::string(request) + "\n");
        if (end.status != kNoValidator) {
            EXPECT_NE(end.out, "1\n") << request;
        }
    }
}

}  // namespace
}  // namespace sinodex
