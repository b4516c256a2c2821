// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/parser.h"

#include <gtest/gtest.h>

#include "tests/searcher/query/parse_cases.h"

namespace sinodex {
namespace {

using testing::expect_parsed;

const std::string kAnd = "AND: AND wants words on both sides";
const std::string kOr = "OR: OR wants words on both sides";
const std::string kPassedOver = ": this operator has nothing to act on and was passed over";
const std::string kUnclosed = ": the quotation mark is never closed; it was read up to the end";

TEST(ParseQuery, KeepsNeighbouringWordsTogether) {
    expect_parsed({
        {"", "(list)"},
        {" \t\n\xE3\x80\x80", "(list)"},
        {"Hangzhou deals", "(list (words Hangzhou deals))"},
        {"  Hangzhou\tdeals ", "(list (words Hangzhou deals))"},
        {"蚂蚁集团　暂停上市", "(list (words 蚂蚁集团　暂停上市))"},
        {"$2.8 billion, 5.5%", "(list (words $2.8 billion, 5.5%))"},
        {"Didi's e-commerce/ride-hailing", "(list (words Didi's e-commerce/ride-hailing))"},
        {"，。！", "(list (words ，。！))"},
        {"🙂 🙂", "(list (words 🙂 🙂))"},
        {"{}[]<>|&;*?~^\\", "(list (words {}[]<>|&;*?~^\\))"},
    });
}

TEST(ParseQuery, ReadsPhrasesInStraightAndCurlyQuotes) {
    expect_parsed({
        {"\"equity stakes\"", "(list (phrase \"equity stakes\"))"},
        {"“equity stakes” sale", "(list (phrase \"equity stakes\") (words sale))"},
        {"阿里“二选一”罚款", "(list (words 阿里“二选一”罚款))"},
        {"“二选一”罚款", "(list (words “二选一”罚款))"},
        {"阿里 “二选一” 罚款", "(list (words 阿里) (phrase \"二选一\") (words 罚款))"},
        {"\"二选一\"罚款", "(list (phrase \"二选一\") (words 罚款))"},
        {"＂蚂蚁集团＂", "(list (phrase \"蚂蚁集团\"))"},
        {"a\"b c\"d", "(list (words a) (phrase \"b c\") (words d))"},
        {"\"a\" \"b\"", "(list (phrase \"a\") (phrase \"b\"))"},
        {"\"a OR (b) -c date:2021\"", "(list (phrase \"a OR (b) -c date:2021\"))"},
        {"\"\"", "(list (phrase \"\"))"},
        {"\"-- \"", "(list (phrase \"-- \"))"},
        {"\"equity stakes", "(list (phrase \"equity stakes\"))", {"\"equity stakes" + kUnclosed}},
        {"equity\"", "(list (words equity) (phrase \"\"))", {"\"" + kUnclosed}},
        {"6.5\" screen", "(list (words 6.5) (phrase \" screen\"))", {"\" screen" + kUnclosed}},
    });
}

TEST(ParseQuery, ReadsRequiredAndExcludedParts) {
    expect_parsed({
        {"+Alibaba fine", "(list (required (words Alibaba)) (words fine))"},
        {"-Alibaba fine", "(list (excluded (words Alibaba)) (words fine))"},
        {"fine -Alibaba cloud", "(list (words fine) (excluded (words Alibaba)) (words cloud))"},
        {"+\"a b\" -“c d”", "(list (required (phrase \"a b\")) (excluded (phrase \"c d\")))"},
        {"-(a b)", "(list (excluded (words a b)))"},
        {"-source:wire", "(list (excluded (source wire)))"},
        {"蚂蚁　-腾讯", "(list (words 蚂蚁) (excluded (words 腾讯)))"},
        {"NOT a", "(list (excluded (words a)))"},
        {"NOT NOT a", "(list (excluded (words a)))"},
        {"-(+a)", "(list (excluded (words a)))"},
        {"NOT +a", "(list (excluded (words a)))"},
        {"+(-a)", "(list (excluded (words a)))"},
        {"+(+a)", "(list (required (words a)))"},
        {"+-a", "(list (words +-a))"},
        {"- a", "(list (words - a))"},
        {"-　a", "(list (words -　a))"},
        {"a - b", "(list (words a - b))"},
        {"a-b +", "(list (words a-b +))"},
        {"C++", "(list (words C++))"},
        {"-- --", "(list (words -- --))"},
        {"-5", "(list (excluded (words 5)))"},
        {"a NOT", "(list (words a))", {"NOT" + kPassedOver}},
        {"+() b", "(list (words b))", {"+" + kPassedOver}},
        {"a NOT () b", "(list (words a) (words b))", {"NOT" + kPassedOver}},
    });
}

TEST(ParseQuery, ReadsOperatorsByTheirPrecedence) {
    expect_parsed({
        {"a OR b", "(list (any (words a) (words b)))"},
        {"a b OR c", "(list (any (words a b) (words c)))"},
        {"a AND b OR c", "(list (any (all (words a) (words b)) (words c)))"},
        {"a AND b c", "(list (all (words a) (words b)) (words c))"},
        {"a AND b AND c", "(list (all (words a) (words b) (words c)))"},
        {"a AND -b", "(list (all (words a) (excluded (words b))))"},
        {"a OR NOT b", "(list (any (words a) (excluded (words b))))"},
        {"(a OR b) AND c", "(list (all (any (words a) (words b)) (words c)))"},
        {"蚂蚁　OR　腾讯", "(list (any (words 蚂蚁) (words 腾讯)))"},
        {"“蚂蚁” AND 腾讯", "(list (all (phrase \"蚂蚁\") (words 腾讯)))"},
        {"a and b or c not d", "(list (words a and b or c not d))"},
        {"a ANDROID", "(list (words a ANDROID))"},
    });
}

TEST(ParseQuery, PassesOverOperatorsWithoutWords) {
    expect_parsed({
        {"AND", "(list)", {kAnd}},
        {"OR", "(list)", {kOr}},
        {"NOT", "(list)", {"NOT" + kPassedOver}},
        {"AND a", "(list (words a))", {kAnd}},
        {"a AND", "(list (words a))", {kAnd}},
        {"a AND AND b", "(list (words a) (words b))", {kAnd, kAnd}},
        {"OR a", "(list (words a))", {kOr}},
        {"a OR", "(list (words a))", {kOr}},
        {"(a OR ) b", "(list (words a) (words b))", {kOr}},
        {"a OR OR b", "(list (any (words a) (words b)))", {kOr, kOr}},
    });
}

// Headlines are often typed as they stand.
TEST(ParseQuery, TakesOperatorsForWordsInAHeadlineOfCapitals) {
    expect_parsed({
        {"ALIBABA AND TENCENT OR DIDI", "(list (words ALIBABA AND TENCENT OR DIDI))"},
        {"DO NOT PASS GO", "(list (words DO NOT PASS GO))"},
        {"ALIBABA AND \"JACK MA\"", "(list (words ALIBABA AND) (phrase \"JACK MA\"))"},
        {"ALIBABA AND tencent", "(list (all (words ALIBABA) (words tencent)))"},
        {"2021 AND 2022", "(list (all (words 2021) (words 2022)))"},
    });
}

TEST(ParseQuery, ReadsParentheses) {
    const std::string open = "(: this ( is never closed";
    const std::string close = "): this ) closes nothing and was passed over";
    expect_parsed({
        {"(a)", "(list (words a))"},
        {"((a b) c)", "(list (words a b) c))"},
        {"()", "(list)"},
        {"(()) a", "(list (words a))"},
        {"(a", "(list (words a))", {open}},
        {"((a)", "(list (words a))", {open}},
        {"((", "(list)", {open, open}},
        {"a)", "(list (words a))", {close}},
        {"a) b", "(list (words a) (words b))", {close}},
        {"a OR b) c", "(list (any (words a) (words b)) (words c))", {close}},
        {"))", "(list)", {close, close}},
        {")(", "(list)", {close, open}},
    });
}

TEST(ParseQuery, PassesOverParenthesesThatAreTooDeep) {
    const std::string sixteen(16, '(');
    const std::string closed(16, ')');
    const std::string deep = "(: parentheses this deep are passed over";
    expect_parsed({
        {sixteen + "-a" + closed, "(list (excluded (words a)))"},
        {sixteen + "(-a b)" + closed, "(list (excluded (words a)) (words b))", {deep}},
        {sixteen + "((a OR b))" + closed, "(list (any (words a) (words b)))", {deep}},
        {sixteen + "(a) (b)" + closed + " c", "(list (words a) (b)" + closed + " c))", {deep}},
    });
}

TEST(ParseQuery, ReadsFields) {
    expect_parsed({
        {"title:alibaba", "(list (title alibaba))"},
        {"title:\"equity stakes\" sale", "(list (title equity stakes) (words sale))"},
        {"source:wire author:Li lang:zh", "(list (source wire) (author Li) (lang zh))"},
        {"date:2021-04-10..2021-12", "(list (date 2021-04-10..2021-12))"},
        {"杭州　date:2021　source:“长街”", "(list (words 杭州) (date 2021) (source 长街))"},
        {"id:a:b#1.txt", "(list (id a:b#1.txt))"},
        {"id:-a", "(list (id -a))"},
        {"title:+1 title:AND a", "(list (title +1) (title AND) (words a))"},
        {"(date:2021 OR date:2023) a", "(list (any (date 2021) (date 2023)) (words a))"},
    });
}

TEST(ParseQuery, TakesWhatIsNoFieldForWords) {
    const std::string unknown = ": no field has this name; read as a word";
    const std::string valueless = ": the field has no value; read as a word";
    expect_parsed({
        {"foo:bar", "(list (words foo:bar))", {"foo:" + unknown}},
        {"a:b:c", "(list (words a:b:c))", {"a:" + unknown}},
        {"text:alibaba", "(list (words text:alibaba))", {"text:" + unknown}},
        {"https://example.com/a", "(list (words https://example.com/a))", {"https:" + unknown}},
        {"title:()", "(list (words title))", {"title:" + valueless}},
        {"title:) a",
         "(list (words title) (words a))",
         {"title:" + valueless, "): this ) closes nothing and was passed over"}},
        {"title: a", "(list (words title: a))"},
        {"title:", "(list (words title:))"},
        {"title:　a", "(list (words title:　a))"},
        {"Title:a", "(list (words Title:a))"},
        {":a ::", "(list (words :a ::))"},
        {"10:30", "(list (words 10:30))"},
    });
}

TEST(ParseQuery, CutsLongQueriesBetweenCharacters) {
    std::string chinese;
    for (int i = 0; i < 3000; ++i) chinese += "国";
    for (const std::string& query :
         {std::string(10'000, 'a'), "a" + chinese, "ab" + chinese, chinese}) {
        const ParsedQuery parsed = parse_query(query);
        EXPECT_LE(parsed.text.size(), kMaxQueryBytes);
        EXPECT_GT(parsed.text.size(), kMaxQueryBytes - 3);
        EXPECT_TRUE(query.starts_with(parsed.text));
        ASSERT_EQ(parsed.warnings.size(), 1U);
        EXPECT_EQ(parsed.warnings[0].message,
                  "the query is longer than 1024 bytes; the rest was passed over");
    }
    EXPECT_TRUE(parse_query(std::string(kMaxQueryBytes, 'a')).warnings.empty());
}

TEST(ParseWords, TakesNoSignForMoreThanAWord) {
    for (const char* const query :
         {"NOT (Didi OR", "\"a b\" +c -d lang:zh e^2 f*", "", "cluster:all"}) {
        const ParsedQuery parsed = parse_words(query);
        EXPECT_EQ(to_string(parsed.root), "(list (words " + std::string(query) + "))");
        EXPECT_TRUE(parsed.warnings.empty());
        EXPECT_FALSE(parsed.collapse);
    }
    EXPECT_EQ(parse_words(std::string(2000, 'a')).text.size(), kMaxQueryBytes);
}

TEST(IsProse, IsWhatHasNoOperators) {
    for (const char* const query : {"Didi fine", "he said \"a b\" (and c)", ""}) {
        EXPECT_TRUE(is_prose(parse_query(query).root)) << query;
    }
    for (const char* const query : {"a OR b", "+a", "a -b", "lang:zh a", "(a AND b)", "a NEAR b"}) {
        EXPECT_FALSE(is_prose(parse_query(query).root)) << query;
    }
}

TEST(ParseQuery, MakesTextOfAnyBytes) {
    expect_parsed({
        {std::string("a\0b", 3), "(list (words a b))"},
        {"a\x1B[31mb", "(list (words a [31mb))"},
        {"a\xFF\xC3", "(list (words a\uFFFD\uFFFD))"},
        {"\xED\xA0\x80", "(list (words \uFFFD\uFFFD\uFFFD))"},
    });
}

TEST(ParseQuery, SpansNameThePartsOfTheQuery) {
    const ParsedQuery parsed = parse_query("Hangzhou -\"equity stakes\" source:长街 (a OR b)");
    std::vector<std::string> parts;
    for (const QueryNode& child : parsed.root.children) {
        parts.emplace_back(slice(parsed.text, child.span));
    }
    EXPECT_EQ(parts, (std::vector<std::string>{"Hangzhou", "-\"equity stakes\"", "source:长街",
                                               "a OR b"}));
}

}  // namespace
}  // namespace sinodex
