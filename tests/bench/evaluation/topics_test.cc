// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/topics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/bench/evaluation/temporary_file.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;

// Topics as "id|text", which is easier to compare and to read in a failure.
std::vector<std::string> read(std::string_view content, const std::string& name = "topics") {
    const TemporaryFile file(content, name);
    std::vector<std::string> lines;
    for (const Topic& topic : read_topics(file.path()))
        lines.push_back(topic.id + "|" + topic.text);
    return lines;
}

TEST(Topics, TsvKeepsTheOrderOfTheFile) {
    EXPECT_THAT(read("7\trare earth\nA-2\t稀土 出口\n"),
                ElementsAre("7|rare earth", "A-2|稀土 出口"));
}

TEST(Topics, BlankLinesByteOrderMarkAndCarriageReturnsAreTolerated) {
    EXPECT_THAT(read("\xEF\xBB\xBF"
                     "1\tone\r\n\r\n  \n2\t two  words \r\n"),
                ElementsAre("1|one", "2|two words"));
    EXPECT_THAT(read("\xEF\xBB\xBF{\"_id\":\"1\",\"text\":\"one\"}\r\n\r\n"), ElementsAre("1|one"));
}

TEST(Topics, TrecWithClosingTags) {
    EXPECT_THAT(read("<top>\n<num>1</num>\n<title>AT&amp;T's R&D &lt; 5%</title>\n"
                     "<desc>Not read</desc></top>\n<TOP><NUM>2</NUM><Title>b</Title></TOP>"),
                ElementsAre("1|AT&T's R&D < 5%", "2|b"));
}

TEST(Topics, TrecWithoutClosingTagsAndWithLabels) {
    EXPECT_THAT(read("\r\n<top>\r\n<num> Number: 051\r\n<title> Topic:  Airbus\r\n  Subsidies\r\n"
                     "\r\n<desc> Description:\r\nNot read\r\n</top>\r\n"
                     "<top>\n<num> Number: 052\n<title> growth < 5 %\n"),
                ElementsAre("051|Airbus Subsidies", "052|growth < 5 %"));
}

TEST(Topics, BeirJsonLines) {
    EXPECT_THAT(read("{\"_id\": \"q1\", \"text\": \"one\\ntwo\", \"metadata\": {}}\n"
                     "{\"text\": \"\\u7a00\\u571f\", \"_id\": \"q2\"}\n"),
                ElementsAre("q1|one two", "q2|稀土"));
}

TEST(Topics, ExtensionWinsOverContent) {
    EXPECT_THAT(read("{1}\tone\n", "topics.tsv"), ElementsAre("{1}|one"));
    EXPECT_THAT(read("<top>\tone\n", "topics.tsv"), ElementsAre("<top>|one"));
    expect_error(ErrorKind::input, "not a JSON object", [] { read("1\tone\n", "topics.jsonl"); });
}

struct BadTopics {
    const char* content;
    const char* message;
};

TEST(Topics, MistakesNameTheLine) {
    const BadTopics cases[] = {
        {"1\tone\n2 two\n", "topics:2: expected an id, one tab and a query"},
        {"1\tone\textra\n", "topics:1: expected an id, one tab and a query"},
        {"1\tone\n\n1\ttwo\n", "topics:3: topic 1 comes twice"},
        {"\tone\n", "topics:1: the topic has no id"},
        {"1\t \n", "topics:1: topic 1 has no text"},
        {"{\"_id\":\"1\",\"text\":\"a\"}\n{\"_id\":\"2\"\n", "topics:2: not a JSON object"},
        {"{\"_id\":1,\"text\":\"a\"}\n", "topics:1: \"_id\" is missing or not a string"},
        {"{\"_id\":\"1\",\"query\":\"a\"}\n", "topics:1: \"text\" is missing or not a string"},
        {"<top>\n<num>1\n<title>a\n</top>\n<top>\n<title>b\n</top>",
         "topics:5: the topic has no id"},
        {"<top><num>1</num><desc>a</desc></top>", "topics:1: topic 1 has no text"},
        {"<top><num>1<title>a</top>\n<top><num>1<title>b</top>", "topics:2: topic 1 comes twice"},
        {"\n \n", "topics: has no topics"},
        {"", "topics: has no topics"},
    };
    for (const auto& [content, message] : cases) {
        SCOPED_TRACE(content);
        expect_error(ErrorKind::input, message, [text = content] { read(text); });
    }
}

TEST(Topics, FilesThatCannotBeRead) {
    const TemporaryFile file("");
    expect_error(ErrorKind::input, "cannot be opened", [&] { read_topics(file.path() + ".no"); });
    expect_error(ErrorKind::input, "cannot be read", [&] { read_topics(file.folder()); });
}

}  // namespace
}  // namespace sinodex
