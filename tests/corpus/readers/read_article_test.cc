// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/read_article.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

TEST(ReadArticle, RefusesWhatTheStreamSkipped) {
    RawDocument document;
    document.skip = SkipReason::too_large;
    document.detail = "12 bytes";
    try {
        read_article(document);
        ADD_FAILURE();
    } catch (const UnreadableDocument& error) {
        EXPECT_EQ(error.reason(), SkipReason::too_large);
        EXPECT_STREQ(error.what(), "12 bytes");
    }
}

TEST(ReadArticle, MakesTheIdValidUtf8) {
    const RawDocument document{Format::json, "\xB0.jsonl:1", "", "{\"text\":\"t\"}", {}, ""};
    EXPECT_EQ(read_article(document).id, "\uFFFD.jsonl:1");
}

TEST(ReadArticle, TakesTheTitleForTheTextWhereThereIsNone) {
    for (const char* json :
         {R"({"title":"Didi probe ends","text":" \n"})", R"({"title":"Didi probe ends"})",
          R"({"title":"Didi probe ends","passages":["",""]})"}) {
        const Article article = read_article({Format::json, "a", "", json, {}, ""});
        EXPECT_EQ(article.text, "Didi probe ends") << json;
        EXPECT_EQ(article.title_range, (ByteRange{0, 15})) << json;
        EXPECT_TRUE(article.own_passages.empty()) << json;
    }
}

TEST(ReadArticle, IsTheSameOnManyThreads) {
    const std::vector<RawDocument> documents = {
        {Format::html, "a", "", fixture("news.html"), {}, ""},
        {Format::markdown, "b", "", fixture("front-matter.md"), {}, ""},
        {Format::text, "c", "", encoded("監管部門展開調查，罰款數額未定。", "Big5-HKSCS"), {}, ""},
        {Format::json, "d", "", R"({"text":"cut \ud83d","date":"10 April 2021"})", {}, ""}};
    std::vector<std::string> expected;
    for (const RawDocument& document : documents) expected.push_back(read_article(document).text);
    std::vector<int> differences(4);
    std::vector<std::thread> threads;
    for (int& different : differences) {
        threads.emplace_back([&] {
            for (std::size_t i = 0; i < 400; ++i) {
                const std::size_t n = i % documents.size();
                if (read_article(documents[n]).text != expected[n]) ++different;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(differences, std::vector<int>(4));
}

}  // namespace
}  // namespace sinodex::testing
