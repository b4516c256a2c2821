// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/wanted.h"

#include <algorithm>
#include <array>
#include <string>

namespace sinodex {
namespace {

// Words that stand in a row; the last one may go on, as in cost and costs, after a hyphen.
struct WantedWords {
    std::string_view words;
    Wanted wanted;
};

constexpr std::array kEnglishWants{
    WantedWords{"why", Wanted::reason},
    WantedWords{"what made", Wanted::reason},
    WantedWords{"how come", Wanted::reason},
    WantedWords{"reason-", Wanted::reason},
    WantedWords{"cause-", Wanted::reason},
    WantedWords{"motive-", Wanted::reason},
    WantedWords{"what share", Wanted::share},
    WantedWords{"what percent-", Wanted::share},
    WantedWords{"what proportion", Wanted::share},
    WantedWords{"what part", Wanted::share},
    WantedWords{"what rate", Wanted::share},
    WantedWords{"what fraction", Wanted::share},
    WantedWords{"how much of", Wanted::share},
    WantedWords{"how dominant", Wanted::share},
    WantedWords{"growth rate", Wanted::share},
    WantedWords{"margin-", Wanted::share},
    WantedWords{"how long", Wanted::duration},
    WantedWords{"how fast", Wanted::duration},
    WantedWords{"how old", Wanted::duration},
    WantedWords{"how soon", Wanted::duration},
    WantedWords{"how quickly", Wanted::duration},
    WantedWords{"how much", Wanted::money},
    WantedWords{"cost-", Wanted::money},
    WantedWords{"price-", Wanted::money},
    WantedWords{"worth", Wanted::money},
    WantedWords{"how expensive", Wanted::money},
    WantedWords{"amount-", Wanted::money},
    WantedWords{"how big", Wanted::money},
    WantedWords{"how large", Wanted::money},
    WantedWords{"how high", Wanted::money},
    WantedWords{"how heavy", Wanted::money},
    WantedWords{"how many", Wanted::count},
    WantedWords{"number of", Wanted::count},
    WantedWords{"toll", Wanted::count},
    WantedWords{"how often", Wanted::count},
    WantedWords{"how far", Wanted::count},
    WantedWords{"when", Wanted::time},
    WantedWords{"what date", Wanted::time},
    WantedWords{"what day", Wanted::time},
    WantedWords{"what year", Wanted::time},
    WantedWords{"what month", Wanted::time},
    WantedWords{"what time", Wanted::time},
    WantedWords{"which date", Wanted::time},
    WantedWords{"which day", Wanted::time},
    WantedWords{"which year", Wanted::time},
    WantedWords{"which month", Wanted::time},
    WantedWords{"which quarter", Wanted::time},
    WantedWords{"deadline-", Wanted::time},
    WantedWords{"who", Wanted::who},
    WantedWords{"whom", Wanted::who},
    WantedWords{"whose", Wanted::who},
    WantedWords{"which company", Wanted::who},
    WantedWords{"which companies", Wanted::who},
    WantedWords{"what company", Wanted::who},
    WantedWords{"which firm-", Wanted::who},
    WantedWords{"which person", Wanted::who},
    WantedWords{"which boss-", Wanted::who},
    WantedWords{"which minister", Wanted::who},
    WantedWords{"which official-", Wanted::who},
    WantedWords{"which agency", Wanted::who},
    WantedWords{"which regulator", Wanted::who},
    WantedWords{"which bank", Wanted::who},
    WantedWords{"which country", Wanted::who},
    WantedWords{"which city", Wanted::who},
    WantedWords{"perpetrator-", Wanted::who},
    WantedWords{"victim-", Wanted::who},
};

constexpr std::array kChineseWants{
    WantedWords{"为什么", Wanted::reason}, WantedWords{"为何", Wanted::reason},
    WantedWords{"为啥", Wanted::reason},   WantedWords{"怎么会", Wanted::reason},
    WantedWords{"缘何", Wanted::reason},   WantedWords{"原因", Wanted::reason},
    WantedWords{"比例", Wanted::share},    WantedWords{"占比", Wanted::share},
    WantedWords{"几成", Wanted::share},    WantedWords{"百分之", Wanted::share},
    WantedWords{"增幅", Wanted::share},    WantedWords{"涨幅", Wanted::share},
    WantedWords{"跌幅", Wanted::share},    WantedWords{"多久", Wanted::duration},
    WantedWords{"多长", Wanted::duration}, WantedWords{"几天", Wanted::duration},
    WantedWords{"几年", Wanted::duration}, WantedWords{"多少天", Wanted::duration},
    WantedWords{"多少钱", Wanted::money},  WantedWords{"多少亿", Wanted::money},
    WantedWords{"多少元", Wanted::money},  WantedWords{"金额", Wanted::money},
    WantedWords{"价格", Wanted::money},    WantedWords{"价值", Wanted::money},
    WantedWords{"多少", Wanted::count},    WantedWords{"几家", Wanted::count},
    WantedWords{"几个", Wanted::count},    WantedWords{"几人", Wanted::count},
    WantedWords{"几名", Wanted::count},    WantedWords{"几款", Wanted::count},
    WantedWords{"人数", Wanted::count},    WantedWords{"数量", Wanted::count},
    WantedWords{"什么时候", Wanted::time}, WantedWords{"何时", Wanted::time},
    WantedWords{"哪一年", Wanted::time},   WantedWords{"哪年", Wanted::time},
    WantedWords{"哪一天", Wanted::time},   WantedWords{"哪天", Wanted::time},
    WantedWords{"几月", Wanted::time},     WantedWords{"日期", Wanted::time},
    WantedWords{"谁", Wanted::who},        WantedWords{"哪家", Wanted::who},
    WantedWords{"哪位", Wanted::who},      WantedWords{"哪些公司", Wanted::who},
    WantedWords{"哪个部门", Wanted::who},
};

// Spaced words with a space before and behind each, and Chinese characters.
struct SpelledQuery {
    std::string words = " ";
    std::string characters;
};

SpelledQuery spelled(const std::vector<Token>& tokens) {
    SpelledQuery query;
    std::uint32_t position = UINT32_MAX;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::han_char) query.characters += token.text;
        const bool spaced = token.kind == TokenKind::word || token.kind == TokenKind::number;
        if (spaced && token.position != position) query.words.append(token.text).append(" ");
        position = token.position;
    }
    return query;
}

// Whether the words stand in a row there. A hyphen stands for the rest of a word.
bool holds_words(std::string_view text, std::string_view words) {
    const bool goes_on = words.ends_with('-');
    if (goes_on) words.remove_suffix(1);
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if (text[at - 1] == ' ' && (goes_on || text[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

Wanted wanted_by(const std::vector<Token>& tokens) {
    const SpelledQuery query = spelled(tokens);
    Wanted wanted = Wanted::nothing;
    const auto take = [&](Wanted found) {
        if (wanted == Wanted::nothing || found < wanted) wanted = found;
    };
    for (const WantedWords& row : kEnglishWants) {
        if (holds_words(query.words, row.words)) take(row.wanted);
    }
    for (const WantedWords& row : kChineseWants) {
        if (query.characters.find(row.words) != query.characters.npos) take(row.wanted);
    }
    if (query.characters.ends_with("时间")) take(Wanted::time);
    return wanted;
}

}  // namespace sinodex
