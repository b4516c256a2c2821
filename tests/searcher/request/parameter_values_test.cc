// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/request/parameter_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/request/request.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Parameters, HaveDefaultsThatCanBeUsed) {
    const ParameterValues none;
    for (const Parameter& parameter : kParameters) {
        EXPECT_FALSE(parameter.help.empty()) << parameter.name;
        EXPECT_FALSE(none.has(parameter.name));
        switch (parameter.type) {
            case ParameterType::text:
                EXPECT_EQ(none.text(parameter.name), "");
                break;
            case ParameterType::number:
                EXPECT_LE(parameter.least, none.number(parameter.name));
                break;
            case ParameterType::choice:
                EXPECT_THAT(parameter.values, Contains(none.text(parameter.name)));
                break;
            case ParameterType::list:
                EXPECT_EQ(none.list(parameter.name).size(), parameter.values.size());
                break;
            case ParameterType::flag:
                EXPECT_FALSE(none.flag(parameter.name));
                break;
        }
    }
}

TEST(ParameterValues, OfAQueryStringAreDecoded) {
    const ParameterValues values = values_of_query_string(
        "?q=%E6%9D%AD%E5%B7%9E+100%25&limit=20&per_article=0&explain&all-versions=false&&view=");
    EXPECT_EQ(values.text("query"), "杭州 100%");
    EXPECT_EQ(values.number("limit"), 20U);
    EXPECT_EQ(values.number("per-article"), 0U);
    EXPECT_TRUE(values.flag("explain"));
    EXPECT_FALSE(values.flag("all-versions"));
    EXPECT_EQ(values.text("view"), "");
    EXPECT_FALSE(values.has("unit"));
}

TEST(ParameterValues, OfJsonAreOfItsTypes) {
    const ParameterValues values = values_of_json(
        R"({"query": "a&b=c", "limit": 20, "explain": true, "expand": ["names", "spelling"],
            "all_versions": false, "view": null})");
    EXPECT_EQ(values.text("query"), "a&b=c");
    EXPECT_EQ(values.number("limit"), 20U);
    EXPECT_TRUE(values.flag("explain"));
    EXPECT_THAT(values.list("expand"), ElementsAre("names", "spelling"));
    EXPECT_FALSE(values.flag("all-versions"));
    EXPECT_FALSE(values.has("view"));
    EXPECT_THAT(values_of_json(R"({"expand": []})").list("expand"), IsEmpty());
}

TEST(ParameterValues, AreRefusedInTheWordsOfWhereTheyCameFrom) {
    ParameterValues options(Wording::options);
    options.set("limit", "many");
    expect_error(ErrorKind::usage, "--limit: many is not a number from 1 to 1000000",
                 [&] { options.number("limit"); });
    expect_error(ErrorKind::usage, "limit: 1e3 is not a number from 1 to 1000000",
                 [] { decode_request(values_of_query_string("limit=1e3")); });
    expect_error(ErrorKind::usage, "unit: book is not one of passage, article",
                 [] { decode_request(values_of_json(R"({"unit": "book"})")); });
    expect_error(ErrorKind::usage, "explain: maybe is not one of true, false",
                 [] { decode_request(values_of_query_string("explain=maybe")); });
    expect_error(ErrorKind::usage, "expand: 'rhymes' is none of its values",
                 [] { decode_request(values_of_query_string("expand=names,rhymes")); });
}

TEST(ParameterValues, ThatAreNoneAreRefused) {
    for (const char* text : {"colour=red", "=1", "quer=a"}) {
        expect_error(ErrorKind::usage, "there is no parameter",
                     [&] { values_of_query_string(text); });
    }
    expect_error(ErrorKind::usage, "there is no parameter quer",
                 [] { values_of_json(R"({"quer": "a"})"); });
    for (const char* text : {"q=%", "q=%2", "q=%zz", "q=%+1"}) {
        expect_error(ErrorKind::usage, "%", [&] { values_of_query_string(text); });
    }
    for (const char* text : {"", "[]", "{", R"("query")", R"({"query": "a"} x)"}) {
        expect_error(ErrorKind::usage, "no JSON object", [&] { values_of_json(text); });
    }
    expect_error(ErrorKind::usage, "query: an object is no value",
                 [] { values_of_json(R"({"query": {"text": "a"}})"); });
}

}  // namespace
}  // namespace sinodex
