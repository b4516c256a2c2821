// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Json, KnowsTheNamesThatCrawlersGive) {
    const Article extract =
        read(Format::json,
             R"({"raw_text":"no","title":"T","text":"One.","date":"2021-04-10",)"
             R"("hostname":"example.org","source":"https://example.org/a","author":null})");
    EXPECT_EQ(extract.url, "https://example.org/a");
    EXPECT_EQ(extract.source, "example.org");
    EXPECT_EQ(extract.text, "One.");
    const Article plus = read(Format::json, R"({"maintext":"One.","authors":["A","B"],)"
                                            R"("date_publish":"2021-04-10 08:00:00"})");
    EXPECT_EQ(plus.text, "One.");
    EXPECT_EQ(plus.author, "A, B");
    EXPECT_EQ(plus.date, "2021-04-10");
    EXPECT_EQ(read(Format::json, R"({"text":"t","timestamp":1618012800000})").date, "2021-04-10");
}

TEST(Json, HasNoAuthorWhereAPlaceholderIsGiven) {
    const auto author = [](const std::string& stated) {
        return read(Format::json, R"({"text":"One.","author":")" + stated + "\"}").author;
    };
    EXPECT_EQ(author("admin"), "");
    EXPECT_EQ(author("Staff Writer"), "");
    EXPECT_EQ(author("编辑部"), "");
    EXPECT_EQ(author("Harbour Works Ltd"), "Harbour Works Ltd");
}

TEST(JsonFiles, MayHoldListsOfArticles) {
    const std::string list = R"([{"id":"a","text":"One."},{"title":"T","text":"Two."}])";
    for (const std::string& file :
         {list, "{\"data\":" + list + "}", "{\"status\":\"ok\",\"articles\":" + list + "}",
          "\xEF\xBB\xBF{\"response\":{\"results\":" + list + "}}"}) {
        const FileContent content = read_file_named("a.json", file);
        ASSERT_THAT(content.articles, SizeIs(2)) << file;
        EXPECT_EQ(content.articles[0].id, "a");
        EXPECT_EQ(content.articles[0].text, "One.");
        EXPECT_THAT(content.articles[1].id, HasSubstr("a.json:2"));
        EXPECT_EQ(content.articles[1].title, "T");
    }
}

TEST(JsonFiles, AreOneArticleWhereTheyHaveAText) {
    const FileContent content = read_file_named(
        "a.json", R"({"title":"T","text":"One.","items":[{"text":"no"}],"data":[{"text":"no"}]})");
    ASSERT_THAT(content.articles, SizeIs(1));
    EXPECT_EQ(content.articles[0].id, "a.json");
    EXPECT_EQ(content.articles[0].text, "One.");
}

TEST(JsonFiles, MayBeJsonFeeds) {
    const FileContent content = read_file_named(
        "feed.json",
        R"({"version":"https://jsonfeed.org/version/1.1","title":"Pier News","language":"en",)"
        R"("items":[{"id":"7","url":"https://pier.example/7","title":"Lamps",)"
        R"("content_html":"Lamps <b>burn</b> &amp; shine.","date_published":"2021-04-10T08:00:00Z",)"
        R"("authors":[{"name":"Ana Reyes"}]}]})");
    ASSERT_THAT(content.articles, SizeIs(1));
    const Article& article = content.articles[0];
    EXPECT_EQ(article.id, "7");
    EXPECT_EQ(article.text, "Lamps burn & shine.");
    EXPECT_EQ(article.source, "Pier News");
    EXPECT_EQ(article.author, "Ana Reyes");
    EXPECT_EQ(article.date, "2021-04-10");
    EXPECT_EQ(article.lang, "en");
}

TEST(JsonFiles, MayBeWhatElasticsearchAnswers) {
    const FileContent content = read_file_named(
        "a.json", R"({"hits":{"total":1,"hits":[{"_id":"7","_source":{"text":"One."}}]}})");
    ASSERT_THAT(content.articles, SizeIs(1));
    EXPECT_EQ(content.articles[0].id, "7");
    EXPECT_EQ(content.articles[0].text, "One.");
}

TEST(JsonFiles, SayWhatIsWrongWithThem) {
    const FileContent broken = read_file_named("a.json", R"({"data":[{"text":"One."})");
    EXPECT_THAT(broken.articles, IsEmpty());
    EXPECT_THAT(broken.skipped, ElementsAre(HasSubstr("not valid JSON at byte")));
    StreamOptions options;
    options.max_document_bytes = 10;
    const FileContent large = read_file_named("a.json", R"([{"text":"One."}])", options);
    EXPECT_THAT(large.skipped, ElementsAre(HasSubstr("17 bytes")));
}

TEST(Json, ReadsAllFields) {
    const Article article = read(Format::json, R"({"id":"x1","title":" Two\n words ",
        "text":"One.\n\nTwo.","url":"https://example.org/a","source":"A source","author":"B",
        "date":"April 10, 2021","lang":"en","other":{"text":[1,2,{"title":"no"}]}})");
    EXPECT_EQ(article.id, "x1");
    EXPECT_EQ(article.title, "Two words");
    EXPECT_EQ(article.text, "One.\n\nTwo.");
    EXPECT_EQ(article.url, "https://example.org/a");
    EXPECT_EQ(article.source, "A source");
    EXPECT_EQ(article.author, "B");
    EXPECT_EQ(article.date, "2021-04-10");
    EXPECT_EQ(article.lang, "en");
    EXPECT_EQ(article.encoding, "UTF-8");
    EXPECT_TRUE(article.title_range.empty());
}

TEST(Json, ReadsOtherNames) {
    const Article article = read(Format::json, R"({"_id":7,"text":"a","publisher":"P",
        "author":["A","B"],"date_published":"2021-04-10T00:00:00Z","language":"zh"})");
    EXPECT_EQ(article.id, "7");
    EXPECT_EQ(article.source, "P");
    EXPECT_EQ(article.author, "A, B");
    EXPECT_EQ(article.date, "2021-04-10");
    EXPECT_EQ(article.lang, "zh");
}

TEST(Json, PrefersTheFirstNameAndTakesNullForAbsent) {
    const Article article =
        read(Format::json,
             R"({"_id":"b","id":"a","text":"t","date":null,"published":"2021","url":null})");
    EXPECT_EQ(article.id, "a");
    EXPECT_EQ(article.date, "2021");
}

TEST(JsonReader, TakesTimesThatAreNumbers) {
    for (const char* time :
         {R"("timestamp":1618012800)", R"("timestamp":"1618012800")",
          R"("published":1618012800000)", R"("date":1618012800.25)", R"("date":20210410)"}) {
        const std::string line = std::string(R"({"id":"a","text":"t",)") + time + "}";
        EXPECT_EQ(read(Format::json, line).date, "2021-04-10") << time;
    }
}

TEST(Json, TakesTheDocumentsIdWhenThereIsNone) {
    EXPECT_EQ(read(Format::json, R"({"text":"t"})").id, "the-id");
    EXPECT_EQ(read(Format::json, R"({"text":"t","id":""})").id, "the-id");
}

TEST(Json, TakesTheHostForASource) {
    EXPECT_EQ(read(Format::json, R"({"text":"t","url":"https://www.example.org/a"})").source,
              "example.org");
}

TEST(Json, JoinsPassages) {
    const Article article =
        read(Format::json, R"({"passages":["One.","","二。","Four."],"text":"not this"})");
    EXPECT_EQ(article.text, "One.\n\n二。\n\nFour.");
    ASSERT_EQ(article.own_passages.size(), 4u);
    EXPECT_EQ(slice(article.text, article.own_passages[0]), "One.");
    EXPECT_TRUE(article.own_passages[1].empty());
    EXPECT_EQ(slice(article.text, article.own_passages[2]), "二。");
    EXPECT_EQ(slice(article.text, article.own_passages[3]), "Four.");
}

TEST(Json, KeepsTheTextAsItIs) {
    EXPECT_EQ(read(Format::json, R"({"text":"  a \t b\r\nc "})").text, "  a \t b\nc ");
}

TEST(Json, TakesATitleAlone) { EXPECT_EQ(read(Format::json, R"({"title":"t"})").text, "t"); }

TEST(Json, ReplacesWhatIsNoText) {
    EXPECT_EQ(read(Format::json,
                   "{\"text\":\"a\xFF"
                   "b\"}")
                  .text,
              "a\uFFFDb");
    EXPECT_EQ(read(Format::json,
                   "{\"text\":\"a\xFF"
                   "b\"}")
                  .replaced_bytes,
              1u);
    EXPECT_EQ(read(Format::json, R"({"text":"a\u0000b"})").text, "a\uFFFDb");
    EXPECT_EQ(read(Format::json, R"({"text":"a\u0000b"})").replaced_bytes, 1u);
}

TEST(Json, MendsHalvesOfSurrogatePairs) {
    const Article article =
        read(Format::json, R"({"title":"\\ud83d \ud83d\ude00","text":"cut \ud83d","id":"\udc00"})");
    EXPECT_EQ(article.title, "\\ud83d \U0001F600");
    EXPECT_EQ(article.text, "cut \uFFFD");
    EXPECT_EQ(article.id, "\uFFFD");
    EXPECT_EQ(article.replaced_bytes, 2u);
}

TEST(Json, MayBeginWithAByteOrderMark) {
    EXPECT_EQ(read(Format::json, "\xEF\xBB\xBF{\"text\":\"t\"}").text, "t");
}

struct RefusedCase {
    const char* line;
    SkipReason reason;
    const char* detail;
};

class RefusedJson : public ::testing::TestWithParam<RefusedCase> {};

TEST_P(RefusedJson, SaysWhy) {
    EXPECT_EQ(refusal(Format::json, GetParam().line), GetParam().reason) << GetParam().line;
    EXPECT_THAT(refusal_detail(Format::json, GetParam().line), HasSubstr(GetParam().detail));
}

INSTANTIATE_TEST_SUITE_P(
    Lines, RefusedJson,
    ::testing::Values(
        RefusedCase{"", SkipReason::empty, "no text"}, RefusedCase{"  ", SkipReason::empty, ""},
        RefusedCase{"{}", SkipReason::empty, "no text"},
        RefusedCase{R"({"id":"a","url":"https://example.org"})", SkipReason::empty, "no title"},
        RefusedCase{R"({"text":"  \n","title":" "})", SkipReason::empty, "no text"},
        RefusedCase{R"({"passages":[]})", SkipReason::empty, "no text"},
        RefusedCase{R"({"text":"cut)", SkipReason::malformed, "not valid JSON at byte"},
        RefusedCase{"plain text", SkipReason::malformed, "not valid JSON"},
        RefusedCase{R"({"text":"a"} {"text":"b"})", SkipReason::malformed, "not valid JSON"},
        RefusedCase{R"([{"text":"a"}])", SkipReason::malformed, "array"},
        RefusedCase{R"("text")", SkipReason::malformed, "string"},
        RefusedCase{R"({"text":1})", SkipReason::malformed, "\"text\" is of type number"},
        RefusedCase{R"({"text":"a","title":["b"]})", SkipReason::malformed, "\"title\""},
        RefusedCase{R"({"text":"a","id":{}})", SkipReason::malformed, "\"id\""},
        RefusedCase{R"({"text":"a","_id":true})", SkipReason::malformed, "\"_id\""},
        RefusedCase{R"({"text":"a","author":[1]})", SkipReason::malformed, "\"author\""},
        RefusedCase{R"({"text":"a","site":{}})", SkipReason::malformed, "\"site\""},
        RefusedCase{R"({"passages":"a"})", SkipReason::malformed, "\"passages\""},
        RefusedCase{R"({"passages":["a",2]})", SkipReason::malformed, "\"passages[1]\""},
        RefusedCase{R"({"text":"a","n":1e999})", SkipReason::malformed, "out of range"}));

TEST(Json, SurvivesDeepNesting) {
    const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
    EXPECT_EQ(read(Format::json, "{\"text\":\"a\",\"x\":" + deep + "}").text, "a");
    EXPECT_EQ(refusal(Format::json, std::string(1'000'000, '[')), SkipReason::malformed);
}

TEST(Json, TakesHtmlForWhatItSaysAndObjectsForTheirNames) {
    const Article article = read(
        Format::json,
        R"({"title":"T","text":"<p>One &amp; two</p><p>Three</p>","author":{"name":"Ana Reyes"},)"
        R"("publisher":{"name":"Gazette"},"pub_date":"20230817"})");
    EXPECT_EQ(article.text, "One & two\n\nThree");
    EXPECT_EQ(article.author, "Ana Reyes");
    EXPECT_EQ(article.source, "Gazette");
    EXPECT_EQ(article.date, "2023-08-17");
    EXPECT_EQ(read(Format::json, R"({"text":"<p> is a tag of HTML."})").text,
              "<p> is a tag of HTML.");
}

}  // namespace
}  // namespace sinodex::testing
