// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/qrels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/bench/evaluation/temporary_file.h"

namespace sinodex {
namespace {

Qrels read_qrels_text(std::string_view content) {
    const TemporaryFile file(content, "qrels");
    return read_qrels(file.path());
}

TEST(Qrels, TrecColumns) {
    const Qrels expected = {{"1", {{"a", 2}, {"b", -1}}}, {"2", {{"a", 0}}}};
    EXPECT_EQ(read_qrels_text("1 0 a 2\n1 0 b -1\n2 Q0 a 0\n"), expected);
    EXPECT_EQ(read_qrels_text("\xEF\xBB\xBF"
                              "2\t0\ta\t0\r\n\r\n1 0  b -1 \n1 0 a 2"),
              expected);
}

TEST(Qrels, BeirColumns) {
    const Qrels expected = {{"1", {{"a", 2}, {"b c", 0}}}};
    EXPECT_EQ(read_qrels_text("query-id\tcorpus-id\tscore\r\n1\ta\t2\r\n1\tb c\t0\r\n"), expected);
    EXPECT_EQ(read_qrels_text("\xEF\xBB\xBFquery-id\tcorpus-id\tscore\n1\tb c\t0\n1\ta\t2\n"),
              expected);
}

struct BadQrels {
    const char* content;
    const char* message;
};

TEST(Qrels, MistakesNameTheLine) {
    const BadQrels cases[] = {
        {"1 0 a 1\n1 0 b\n", "qrels:2: a judgement with 3 columns"},
        {"1 0 a 1 x\n", "qrels:1: a judgement with 5 columns"},
        {"1 0 a 1\n\n1 0 b high\n", "qrels:3: the gain \"high\" is not an integer"},
        {"1 0 a 1.0\n", "qrels:1: the gain \"1.0\" is not an integer"},
        {"1 0 a 99999999999\n", "qrels:1: the gain \"99999999999\" is not an integer"},
        {"1 0 a 1\n1 0 a 1\n", "qrels:2: document a is judged twice for topic 1"},
        {"1 0 a 1\n1 0 a 0\n", "qrels:2: document a is judged twice for topic 1"},
        {"1\ta\t1\n", "qrels:1: a judgement with 3 columns"},
        {"query-id\tcorpus-id\tscore\n1 a 1\n", "qrels:2: a judgement with 1 columns"},
        {"query-id\tcorpus-id\tscore\n1\t\t1\n", "qrels:2: an id is empty"},
        {"query-id\tcorpus-id\tscore\n", "qrels: has no judgements"},
        {"", "qrels: has no judgements"},
    };
    for (const auto& [content, message] : cases) {
        SCOPED_TRACE(content);
        expect_error(ErrorKind::input, message, [text = content] { read_qrels_text(text); });
    }
}

TEST(Qrels, BeirWithoutItsHeaderIsExplained) {
    try {
        read_qrels_text("1\ta\t1\n");
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.hint(), ::testing::HasSubstr("query-id"));
    }
}

}  // namespace
}  // namespace sinodex
