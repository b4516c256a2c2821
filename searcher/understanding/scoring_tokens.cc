// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/scoring_tokens.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "searcher/query/parser.h"

namespace sinodex {
namespace {

// Function words, fillers and those that questions are asked with: no topic turns on them. In the
// bytes' order.
constexpr std::array<std::string_view, 106> kCommonWords{
    "a",       "actually",  "already",  "also",   "am",     "an",      "and",     "any",
    "anybody", "anyone",    "anything", "anyway", "are",    "as",      "at",      "basically",
    "be",      "been",      "being",    "but",    "by",     "can",     "could",   "did",
    "do",      "does",      "doing",    "even",   "ever",   "exactly", "finally", "for",
    "had",     "has",       "have",     "having", "he",     "her",     "hers",    "him",
    "his",     "how",       "i",        "if",     "in",     "indeed",  "into",    "is",
    "it",      "its",       "just",     "many",   "me",     "much",    "my",      "no",
    "not",     "of",        "on",       "ones",   "or",     "our",     "ours",    "please",
    "quite",   "rather",    "really",   "she",    "should", "simply",  "some",    "somebody",
    "someone", "something", "still",    "such",   "that",   "the",     "their",   "them",
    "then",    "there",     "these",    "they",   "this",   "to",      "too",     "truly",
    "very",    "was",       "we",       "were",   "what",   "when",    "where",   "which",
    "who",     "whom",      "whose",    "why",    "will",   "with",    "would",   "yet",
    "you",     "your"};

// The same in Chinese, folded, and in the bytes' order.
constexpr auto kCommonChinese = [] {
    std::array<std::string_view, 238> words{
        "的",       "了",     "着",     "过",       "吗",       "呢",     "吧",       "啊",
        "之",       "其",     "是",     "是不是",   "不是",     "是否",   "有",       "有没有",
        "为",       "被",     "把",     "将",       "在",       "于",     "从",       "向",
        "对",       "以",     "由",     "与",       "和",       "及",     "或",       "等",
        "到",       "这",     "那",     "这个",     "那个",     "这些",   "那些",     "哪",
        "哪个",     "哪些",   "哪里",   "哪儿",     "哪一",     "哪一个", "哪种",     "一个",
        "一种",     "谁",     "什么",   "为什么",   "为什",     "为何",   "何",       "何时",
        "怎么",     "怎样",   "怎么样", "如何",     "多少",     "多大",   "多久",     "几",
        "几个",     "我",     "你",     "他",       "她",       "它",     "我们",     "你们",
        "他们",     "它们",   "自己",   "都",       "也",       "就",     "还",       "又",
        "并",       "而",     "但",     "所",       "个",       "会",     "能",       "可以",
        "之前",     "之后",   "以后",   "以前",     "之间",     "之外",   "之中",     "关于",
        "对于",     "根据",   "由于",   "因为",     "所以",     "如果",   "虽然",     "但是",
        "不过",     "而且",   "并且",   "或者",     "以及",     "还是",   "除了",     "有关",
        "任何",     "每",     "每个",   "某",       "某个",     "其中",   "其他",     "其它",
        "当时",     "此后",   "随后",   "通常",     "如此",     "这样",   "那样",     "这种",
        "那种",     "之下",   "按照",   "比",       "跟",       "让",     "给",       "使",
        "使得",     "可",     "可能",   "应该",     "没",       "没有",   "很",       "非常",
        "更",       "最",     "太",     "再",       "才",       "只",     "只有",     "仅",
        "已",       "已经",   "曾",     "曾经",     "正在",     "么",     "请问",     "到底",
        "究竟",     "其实",   "大约",   "大概",     "多长",     "时候",   "什么时候", "什么时间",
        "何地",     "时",     "里",     "上",       "下",       "后",     "前",       "来",
        "去",       "因",     "当",     "不",       "样",       "怎么办", "哪位",     "哪家",
        "哪年",     "哪天",   "哪国",   "谁是",     "是谁",     "谁在",   "几次",     "几家",
        "几位",     "几名",   "几种",   "几年",     "多少个",   "的是",   "后来",     "多少钱",
        "多少人",   "多少次", "多少年", "多少家",   "多少亿",   "多少元", "多少万",   "几点",
        "几号",     "几月",   "几时",   "几天",     "几岁",     "哪一年", "哪一天",   "哪一家",
        "哪一国",   "哪几",   "哪几个", "哪几家",   "有哪些",   "有多少", "有多大",   "是什么",
        "什么样",   "做什么", "干什么", "叫什么",   "为啥",     "啥",     "第几",     "怎么看",
        "怎么回事", "多高",   "多远",   "多长时间", "多少时间", "哪一种"};
    std::sort(words.begin(), words.end());
    return words;
}();

constexpr std::size_t kNameCharacters = 3;

bool scores(const Token& token, bool inside_word) {
    switch (token.kind) {
        case TokenKind::han_char:
            return token.in_dictionary;
        case TokenKind::han_pair:
            return token.in_dictionary || inside_word;
        default:
            return true;
    }
}

// The pair that begins a longer word comes before the word itself.
bool starts_word(const Token& token) {
    if (token.kind != TokenKind::han_pair) return false;
    const Token* next = &token + 1;
    return next->kind == TokenKind::han_word && next->range.begin == token.range.begin;
}

// The verbs of one character to which the segmenter takes an aspect particle (罚了), by where they
// begin: they score without it. What is a word of its own so (为了) is none.
std::vector<std::uint32_t> verbs_with_particle(const std::vector<Token>& tokens) {
    constexpr std::array<std::string_view, 6> kWords{"为了", "除了", "不了",
                                                     "到了", "得了", "算了"};
    std::vector<std::uint32_t> begins;
    for (const Token& token : tokens) {
        const bool cut = token.kind == TokenKind::han_pair && token.in_dictionary &&
                         token.text.ends_with("了") &&
                         std::find(kWords.begin(), kWords.end(), token.text) == kWords.end();
        if (cut) begins.push_back(token.range.begin);
    }
    return begins;
}

// The commonest family names, of which four in five Chinese have one, folded.
constexpr std::string_view kFamilyNames =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
    "苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵";

bool is_family_name(std::string_view character) {
    return kFamilyNames.find(character) != kFamilyNames.npos;
}

// A family name and two more characters that the segmenter leaves alone: a name that it does not
// know. It is asked for by its pairs, since a character alone means too much.
std::vector<ByteRange> unknown_names(const std::vector<Token>& tokens) {
    std::vector<const Token*> run;  // of characters that are words, side by side
    std::vector<ByteRange> names;
    for (const Token& token : tokens) {
        if (token.kind != TokenKind::han_char) continue;
        const bool single = token.in_dictionary && !is_common_word(token.text);
        if (!single || (!run.empty() && run.back()->range.end != token.range.begin)) run.clear();
        if (!single || (run.empty() && !is_family_name(token.text))) continue;
        run.push_back(&token);
        if (run.size() < kNameCharacters) continue;
        names.push_back({run.front()->range.begin, token.range.end});
        run.clear();
    }
    return names;
}

}  // namespace

bool is_common_word(std::string_view word) {
    return std::binary_search(kCommonWords.begin(), kCommonWords.end(), word) ||
           std::binary_search(kCommonChinese.begin(), kCommonChinese.end(), word);
}

bool is_beginning(const QueryNode& node, const Token& token, const std::vector<Token>& tokens) {
    const bool spaced = token.kind == TokenKind::word || token.kind == TokenKind::number;
    return node.prefix && spaced && token.position == tokens.back().position &&
           token.text.size() >= kMinPrefixBytes;
}

std::vector<const Token*> scoring_tokens(const std::vector<Token>& tokens) {
    const std::vector<ByteRange> names = unknown_names(tokens);
    const auto in_name = [&](const Token& token) {
        return std::any_of(names.begin(), names.end(),
                           [&](ByteRange name) { return name.contains(token.range); });
    };
    const std::vector<std::uint32_t> verbs = verbs_with_particle(tokens);
    const auto is_verb = [&](const Token& token) {
        return std::find(verbs.begin(), verbs.end(), token.range.begin) != verbs.end();
    };
    std::vector<const Token*> scoring;
    std::uint32_t word_end = 0;  // of the Han word that holds the token
    for (const Token& token : tokens) {
        const bool inside = token.range.end <= word_end;
        if (token.kind == TokenKind::han_word) word_end = token.range.end;
        const bool scored = in_name(token)   ? token.kind == TokenKind::han_pair
                            : is_verb(token) ? token.kind == TokenKind::han_char
                                             : scores(token, inside || starts_word(token));
        if (scored) scoring.push_back(&token);
    }
    return scoring;
}

}  // namespace sinodex
