// SPDX-License-Identifier: GPL-2.0-or-later

// JSON is written as the library would write it, byte for byte.

#include "corpus/json.h"

#include <gtest/gtest.h>

#include <random>

namespace sinodex {
namespace {

void expect_as_library(const Json& json) {
    for (const int indent : {-1, 0, 2}) {
        EXPECT_EQ(dump(json, indent),
                  json.dump(indent, ' ', false, Json::error_handler_t::replace));
    }
}

TEST(Json, IsWrittenAsTheLibraryDoes) {
    Json object{{"z", 1}, {"a", -5}, {"none", nullptr}, {"yes", true}, {"score", 17.25}};
    object["whole"] = 3.0;
    object["tiny"] = 1e-300;
    object["large"] = UINT64_MAX;
    object["small"] = INT64_MIN;
    object["empty"] = {{"list", Json::array()}, {"object", Json::object()}};
    object["lists"] = {{1, 2, {3, Json::object()}}, Json::array({Json::array()})};
    object["a \"key\"\n"] = "with \\ and / and \x7f";
    expect_as_library(object);
    for (const Json& alone : {Json("text"), Json(7), Json(), Json(false), Json::array()}) {
        expect_as_library(alone);
    }
}

TEST(Json, EscapesWhatMustBe) {
    std::string all;
    for (char letter = 0; letter >= 0 && letter < 0x7f; ++letter) all += letter;
    expect_as_library(all);
    EXPECT_EQ(dump(std::string("\x01\"\n"), -1), R"("\u0001\"\n")");
}

TEST(Json, ReplacesWhatIsNoUtf8) {
    for (const char* text :
         {"杭州 é 🀄", "\xC0\x80", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "a\xFF\"b", "\xE6\x9D", "\xE6\x9Dx",
          "\xF0\x9F\x80", "\xEF\xBF\xBF", "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF", "\xE0\xA0\x80"}) {
        expect_as_library(std::string(text));
    }
    std::mt19937 random(7);
    constexpr std::string_view kBytes = "a\"\n\x7f\x80\x9f\xa0\xbf\xc2\xe0\xe4\xed\xf0\xf4\xff";
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::size_t size = random() % 6; size > 0; --size) {
            text += kBytes[random() % kBytes.size()];
        }
        expect_as_library(text);
    }
}

}  // namespace
}  // namespace sinodex
