// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::SizeIs;

TEST(Table, ReadsRowsByTheNamesOfColumns) {
    const FileContent content = read_file_named(
        "a.csv",
        "\xEF\xBB\xBFID,Title,Content,Publish Date,Author,URL,\r\n"
        "7,\"Curbs, again\",\"Tencent fell.\nNetEase, too; they said \"\"no\"\".\",2023-12-22,Ana,"
        "https://example.org/7,\r\n"
        "\r\n"
        ",Short,Didi paid.,,,\r\n");
    ASSERT_THAT(content.articles, SizeIs(2));
    const Article& first = content.articles[0];
    EXPECT_EQ(first.id, "7");
    EXPECT_EQ(first.title, "Curbs, again");
    EXPECT_EQ(first.text, "Tencent fell.\nNetEase, too; they said \"no\".");
    EXPECT_EQ(first.date, "2023-12-22");
    EXPECT_EQ(first.author, "Ana");
    EXPECT_EQ(first.source, "example.org");
    EXPECT_THAT(content.articles[1].id, HasSubstr("a.csv:5"));
}

TEST(Table, FindsOutWhatSeparates) {
    for (const std::string separator : {",", ";", "\t", "|"}) {
        const std::string row = "1" + separator + "\"a, b; c\"" + separator + "Didi paid.\n";
        const FileContent content =
            read_file_named("a.csv", "id" + separator + "title" + separator + "text\n" + row);
        ASSERT_THAT(content.articles, SizeIs(1)) << separator;
        EXPECT_EQ(content.articles[0].title, "a, b; c");
        EXPECT_EQ(content.articles[0].text, "Didi paid.");
    }
}

TEST(Table, ReadsOtherEncodingsAndNames) {
    const FileContent content = read_file_named(
        "a.csv", encoded("标题,正文,日期\n稀土,商务部周四宣布对部分稀土实施出口管制，自公布之日起"
                         "施行。,2025年4月4日\n",
                         "GB18030"));
    ASSERT_THAT(content.articles, SizeIs(1));
    EXPECT_EQ(content.articles[0].title, "稀土");
    EXPECT_THAT(content.articles[0].text, HasSubstr("出口管制"));
    EXPECT_EQ(content.articles[0].date, "2025-04-04");
}

TEST(Table, PassesOverWhatHasNoText) {
    const FileContent content =
        read_file_named("qrels.tsv", "query-id\tcorpus-id\tscore\n1\t2\t1\n");
    EXPECT_THAT(content.articles, IsEmpty());
    EXPECT_THAT(content.skipped, IsEmpty());
    EXPECT_THAT(content.parts.kinds, Contains(Key("table without a column of text")));
    EXPECT_THAT(read_file_named("a.csv", "").articles, IsEmpty());
}

TEST(Table, SkipsRowsThatDoNotFit) {
    const FileContent content =
        read_file_named("a.csv", "id,text\n1,a,b\n2,fine\n", {.max_document_bytes = 1000});
    EXPECT_THAT(content.ids(), ElementsAre("2"));
    EXPECT_THAT(content.skipped, ElementsAre(HasSubstr("a.csv:2: malformed: 3 cells")));
}

TEST(Table, HoldsNoMoreThanADocumentMay) {
    const std::string open = "id,text\n1,fine\n2,\"" + std::string(1'000'000, 'x') + "\n3,lost\n";
    const FileContent content = read_file_named("a.csv", open, {.max_document_bytes = 1000});
    EXPECT_THAT(content.ids(), ElementsAre("1"));
    EXPECT_THAT(content.skipped, ElementsAre(HasSubstr("never closed")));
    const std::string closed = "id,text\n2," + std::string(2000, 'x') + "\n3,fine\n";
    EXPECT_THAT(read_file_named("a.csv", closed, {.max_document_bytes = 1000}).ids(),
                ElementsAre("3"));
}

TEST(Table, RefusesUtf16) {
    EXPECT_THAT(read_file_named("a.csv", "\xFF\xFEi").skipped, ElementsAre(HasSubstr("UTF-16")));
}

}  // namespace
}  // namespace sinodex::testing
