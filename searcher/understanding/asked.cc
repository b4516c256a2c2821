// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/asked.h"

#include <algorithm>
#include <array>
#include <string>

#include "searcher/understanding/steps.h"
#include "searcher/understanding/wanted.h"

namespace sinodex {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 9> kQuestionWords{"how", "what", "when",  "where", "which",
                                                         "who", "whom", "whose", "why"};
constexpr std::array<std::string_view, 17> kFirstVerbs{
    "are", "can", "could",  "did", "do",   "does", "had",   "has", "have",
    "is",  "may", "should", "was", "were", "will", "would", "must"};
constexpr std::array<std::string_view, 6> kTimes{"year", "month", "day", "date", "week", "quarter"};

struct ChineseQuestion {
    std::string_view words;
    Asked asked;
};

// The first one that a query holds counts.
constexpr std::array<ChineseQuestion, 24> kChinese{{
    {"多少", Asked::amount},   {"几家", Asked::amount},    {"几个", Asked::amount},
    {"几人", Asked::amount},   {"几名", Asked::amount},    {"几款", Asked::amount},
    {"多大", Asked::amount},   {"多长", Asked::amount},    {"什么时候", Asked::time},
    {"什么时间", Asked::time}, {"何时", Asked::time},      {"哪一年", Asked::time},
    {"哪年", Asked::time},     {"哪一天", Asked::time},    {"哪天", Asked::time},
    {"几月", Asked::time},     {"谁", Asked::who},         {"哪位", Asked::who},
    {"为什么", Asked::reason}, {"为何", Asked::reason},    {"什么", Asked::something},
    {"哪", Asked::something},  {"如何", Asked::something}, {"怎", Asked::something},
}};

// A query without a question word asks for the same where it ends in one of these: 首播时间.
constexpr std::array<ChineseQuestion, 6> kChineseNouns{{
    {"时间", Asked::time},
    {"日期", Asked::time},
    {"金额", Asked::amount},
    {"数量", Asked::amount},
    {"人数", Asked::amount},
    {"价格", Asked::amount},
}};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Asked chinese_question(const std::vector<Token>& tokens) {
    std::string characters;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::han_char) characters += token.text;
    }
    for (const ChineseQuestion& question : kChinese) {
        if (characters.find(question.words) != characters.npos) return question.asked;
    }
    for (const ChineseQuestion& noun : kChineseNouns) {
        if (characters.ends_with(noun.words)) return noun.asked;
    }
    return Asked::nothing;
}

Words english_words(const std::vector<Token>& tokens) {
    Words words;
    std::uint32_t position = UINT32_MAX;
    for (const Token& token : tokens) {
        const bool spaced = token.kind == TokenKind::word || token.kind == TokenKind::number;
        if (spaced && token.position != position) words.push_back(token.text);
        position = token.position;
    }
    return words;
}

Asked kind_of(std::string_view word, std::string_view next) {
    if (word == "how" && (next == "much" || next == "many")) return Asked::amount;
    if (word == "when" || (word != "how" && is_one_of(kTimes, next))) return Asked::time;
    if (word.starts_with("who")) return Asked::who;
    return word == "why" ? Asked::reason : Asked::something;
}

Asked english_question(std::string_view text, const Words& words) {
    if (words.empty()) return Asked::nothing;
    while (text.ends_with(' ')) text.remove_suffix(1);
    const bool marked = text.ends_with('?') || text.ends_with("？");
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_one_of(kQuestionWords, words[i])) continue;
        const std::string_view next = i + 1 < words.size() ? words[i + 1] : "";
        const Asked asked = kind_of(words[i], next);
        // "In which year" begins with a preposition.
        if (marked || i <= 1 || (words[i] == "how" && asked == Asked::amount)) return asked;
    }
    return marked || is_one_of(kFirstVerbs, words.front()) ? Asked::something : Asked::nothing;
}

}  // namespace

Asked asked_for(std::string_view text, const std::vector<Token>& tokens) {
    const Asked chinese = chinese_question(tokens);
    return chinese != Asked::nothing ? chinese : english_question(text, english_words(tokens));
}

double words_of(const std::vector<Token>& tokens) {
    double characters = 0;
    for (const Token& token : tokens) characters += token.kind == TokenKind::han_char ? 1 : 0;
    return static_cast<double>(english_words(tokens).size()) + characters / 2;
}

UnderstoodQuery with_question(UnderstoodQuery query, const QueryAtHand& at_hand) {
    const std::string& text = at_hand.parsed.text;
    const std::vector<Token>& tokens = at_hand.tools.analyzer.analyze(text);
    query.asked = asked_for(text, tokens);
    query.wanted = wanted_by(tokens);
    query.words = words_of(tokens);
    return query;
}

}  // namespace sinodex
