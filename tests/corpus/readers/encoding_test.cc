// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

struct EncodingCase {
    const char* text;  // in UTF-8
    const char* converter;
    const char* encoding;
};

class Encodings : public ::testing::TestWithParam<EncodingCase> {};

TEST_P(Encodings, AreRecognised) {
    const EncodingCase& expected = GetParam();
    const Article article = read(Format::text, encoded(expected.text, expected.converter));
    EXPECT_EQ(article.text, expected.text) << expected.converter;
    EXPECT_EQ(article.encoding, expected.encoding) << expected.text;
    EXPECT_EQ(article.replaced_bytes, 0u);
}

constexpr const char* kSimplified =
    "监管部门公布决定\n\n市场监管部门在星期六公布了对这家平台企业的处罚决定，要求它停止违法行为。";
constexpr const char* kTraditional =
    "監管部門公布決定\n\n市場監管部門在星期六公布了對這家平台企業的處罰決定，要求它停止違法行為。";
constexpr const char* kMixed = "The company (平台企业) said on Saturday that it would not appeal.";
constexpr const char* kMixedTraditional = "The company (平台企業) said that it would not appeal.";
constexpr const char* kEnglish = "It’s “payback” time – the firm said so itself.";
constexpr const char* kFrench = "Où sont passées les amendes ? L’été a été très long à Pékin.";

INSTANTIATE_TEST_SUITE_P(Chinese, Encodings,
                         ::testing::Values(EncodingCase{kSimplified, "gb18030", "GB18030"},
                                           EncodingCase{kTraditional, "gb18030", "GB18030"},
                                           EncodingCase{kTraditional, "Big5-HKSCS", "Big5"},
                                           EncodingCase{kMixed, "gb18030", "GB18030"},
                                           EncodingCase{kMixedTraditional, "Big5-HKSCS", "Big5"},
                                           EncodingCase{"中国", "gb18030", "GB18030"},
                                           EncodingCase{"北京", "gb18030", "GB18030"},
                                           EncodingCase{"平台被罚182亿元", "gb18030", "GB18030"},
                                           EncodingCase{"香港", "Big5-HKSCS", "Big5"},
                                           EncodingCase{"監管部門展開調查", "Big5-HKSCS", "Big5"}));

INSTANTIATE_TEST_SUITE_P(
    Western, Encodings,
    ::testing::Values(EncodingCase{kEnglish, "windows-1252", "windows-1252"},
                      EncodingCase{kFrench, "windows-1252", "windows-1252"},
                      EncodingCase{"café", "windows-1252", "windows-1252"},
                      EncodingCase{"São Paulo", "windows-1252", "windows-1252"},
                      EncodingCase{"£5 million", "windows-1252", "windows-1252"},
                      EncodingCase{"Größe, Öl, Fuß", "windows-1252", "windows-1252"},
                      EncodingCase{"Plain ASCII.", "windows-1252", "UTF-8"}));

INSTANTIATE_TEST_SUITE_P(
    Neighbours, Encodings,
    ::testing::Values(EncodingCase{"規制当局は独占禁止法に違反したと認定し、企業に課徴金を科した。",
                                   "windows-31j", "Shift_JIS"},
                      EncodingCase{
                          "규제 당국은 그 회사가 독점 금지법을 어겼다고 보고 벌금을 부과했다.",
                          "windows-949", "EUC-KR"}));

INSTANTIATE_TEST_SUITE_P(ShortTitles, Encodings,
                         ::testing::Values(EncodingCase{"深夜食堂のうた", "gb18030", "GB18030"},
                                           EncodingCase{"公司與銀行", "Big5-HKSCS", "Big5"}));

INSTANTIATE_TEST_SUITE_P(Unicode, Encodings,
                         ::testing::Values(EncodingCase{kSimplified, "UTF-8", "UTF-8"},
                                           EncodingCase{kSimplified, "UTF-16LE", "UTF-16LE"},
                                           EncodingCase{kTraditional, "UTF-16BE", "UTF-16BE"},
                                           EncodingCase{kEnglish, "UTF-16LE", "UTF-16LE"},
                                           EncodingCase{kEnglish, "UTF-16BE", "UTF-16BE"},
                                           EncodingCase{kMixed, "UTF-16LE", "UTF-16LE"}));

TEST(Encoding, TakesOffByteOrderMarks) {
    for (const char* converter : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
        const Article article = read(Format::text, encoded("\uFEFFa 中 \U0001F600", converter));
        EXPECT_EQ(article.text, "a 中 \U0001F600") << converter;
        EXPECT_EQ(article.encoding, converter);
    }
}

TEST(Encoding, ReplacesAndCounts) {
    struct {
        const char* what;
        std::string bytes;
        std::string text;
        std::size_t replaced;
    } const cases[] = {
        {"cut at the end", "平台经济平台\xE5\xB9", "平台经济平台\uFFFD", 1},
        {"overlong and surrogate",
         "平台经济 \xC0\xAF \xED\xA0\x80 平台经济平台经济平台经济平台经济",
         "平台经济 \uFFFD\uFFFD \uFFFD\uFFFD\uFFFD 平台经济平台经济平台经济平台经济", 5},
        {"NUL", std::string("ab\0cd, and other words", 22), "ab\uFFFDcd, and other words", 1},
        {"NUL and CRLF", std::string("a\0b\r\nc", 6), "a\uFFFDb\nc", 1},
    };
    for (const auto& [what, bytes, text, replaced] : cases) {
        const Article article = read(Format::text, bytes);
        EXPECT_EQ(article.text, text) << what;
        EXPECT_EQ(article.replaced_bytes, replaced) << what;
        EXPECT_EQ(article.encoding, "UTF-8") << what;
    }
}

TEST(Encoding, CountsWhatOtherEncodingsCannotSay) {
    const std::string bytes = encoded(kSimplified, "gb18030") + "\xFF!";
    const Article article = read(Format::text, bytes);
    EXPECT_EQ(article.text, kSimplified + std::string("\uFFFD!"));
    EXPECT_EQ(article.replaced_bytes, 1u);
}

std::string page(const std::string& head, const std::string& text) {
    return "<html><head>" + head + "</head><body><p>" + text + "</p></body></html>";
}

TEST(Encoding, BelievesAPageThatDeclaresIt) {
    for (const char* head : {"<meta charset=big5>", "<META CHARSET = \"Big5\" >",
                             "<meta name=a><meta http-equiv='Content-Type' "
                             "content='text/html; charset=big5'>"}) {
        const Article article = read(Format::html, page(head, encoded("公司", "Big5-HKSCS")));
        EXPECT_EQ(article.text, "公司") << head;
        EXPECT_EQ(article.encoding, "Big5") << head;
    }
}

TEST(Encoding, BelievesUtf8MoreThanADeclaration) {
    EXPECT_EQ(read(Format::html, page("<meta charset=gb2312>", "公司")).text, "公司");
    EXPECT_EQ(read(Format::html, page("<meta charset=utf-16>", "公司")).text, "公司");
}

TEST(Encoding, GuessesWhenTheDeclarationIsWrong) {
    const std::string bytes = page("<meta charset=utf-8>", encoded(kSimplified, "gb18030"));
    EXPECT_EQ(read(Format::html, bytes).encoding, "GB18030");
}

TEST(Encoding, RefusesWhatIsNoText) {
    const std::string png = "\x89PNG\r\n\x1A\n and more";
    std::string noise;
    for (unsigned i = 0, state = 1; i < 4000; ++i) {
        state = state * 1103515245u + 12345u;
        noise += static_cast<char>(state >> 16);
    }
    for (const std::string& bytes : {png, noise, std::string("%PDF-1.4 ..."),
                                     std::string("PK\x03\x04..."), std::string("\x1F\x8B\x08"),
                                     std::string("\x7F"
                                                 "ELF"),
                                     std::string(5000, '\0')}) {
        for (const Format format : {Format::text, Format::markdown, Format::html}) {
            EXPECT_EQ(refusal(format, bytes), SkipReason::binary) << bytes.substr(0, 8);
        }
    }
}

TEST(Encoding, RefusesWhatIsEmpty) {
    for (const char* bytes : {"", "\n \t\n", "\xEF\xBB\xBF", "\xFF\xFE", "　\n"}) {
        for (const Format format : {Format::text, Format::markdown, Format::html}) {
            EXPECT_EQ(refusal(format, bytes), SkipReason::empty) << bytes;
        }
    }
}

}  // namespace
}  // namespace sinodex::testing
