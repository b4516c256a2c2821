// SPDX-License-Identifier: GPL-2.0-or-later

// When fiscal years end.

#include <array>
#include <string_view>

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

bool is_other(const Lexeme& lexeme, int value) {
    return lexeme.is(Class::other) && lexeme.value() == value;
}

bool is_year_word(const Lexeme& lexeme) {
    return lexeme.is(Class::time_unit) && lexeme.value() == static_cast<int>(Unit::years);
}

// Behind "on", "the last day of" and their like.
std::size_t behind_small_words(const Lexemes& lexemes, std::size_t i) {
    constexpr std::size_t kMost = 5;
    for (std::size_t count = 0; count < kMost; ++count, ++i) {
        const Lexeme& word = lexemes[i];
        const bool small = word.is(Class::preposition) || word.is(Keyword::in) ||
                           word.is(Keyword::the) || word.is(Keyword::last) ||
                           word.is(Keyword::of) || word.is(Keyword::every) ||
                           (word.is(Class::time_unit) && !is_year_word(word));
        if (!small) break;
    }
    return i;
}

struct Company {
    std::string_view names;  // parted by spaces
    FiscalYears years;
};

// By their own reports.
constexpr FiscalYears kCalendar{12, 0, 0};
constexpr std::array<Company, 7> kCompanies{{
    {"Tencent Baidu Xiaomi Meituan JD Huawei TSMC SMIC Amazon Google Alphabet Meta Tesla Intel AMD "
     "Samsung ASML BYD Kuaishou NetEase Bilibili PDD 腾讯 騰訊 百度 小米 美团 美團 京东 京東 华为 "
     "華為 网易 網易 快手 特斯拉",
     kCalendar},
    {"Alibaba 阿里 阿里巴巴", {3, 0, 0}},
    {"Lenovo 联想 聯想", {3, 0, 0}},
    {"Apple 苹果 蘋果", {9, 0, 6}},  // the last Saturday of September
    {"Microsoft 微软 微軟", {6, 0, 0}},
    {"Nvidia NVIDIA 英伟达 英偉達 輝達", {1, 0, 7}},  // the last Sunday of January
    {"新东方 新東方", {5, 0, 0}},
}};

bool holds_word(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || words[at - 1] == ' ';
        if (begins && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

std::optional<FiscalYears> fiscal_years_of(std::string_view name) {
    for (const Company& company : kCompanies) {
        if (holds_word(company.names, name)) return company.years;
    }
    return std::nullopt;
}

std::optional<FiscalStatement> fiscal_statement_at(const Lexemes& lexemes, std::size_t begin) {
    if (!is_other(lexemes[begin], kFiscal)) return std::nullopt;
    std::size_t i = is_year_word(lexemes[begin + 1]) ? begin + 2 : begin + 1;
    const auto name = year_number(lexemes[i]);
    if (name) ++i;
    if (name && lexemes[i].is_symbol(',') && lexemes[i + 2].is(Keyword::ended)) i += 2;  // which
    if (!lexemes[i].is(Keyword::ended) && !lexemes[i].is(Keyword::expires)) return std::nullopt;
    if (!name && i != begin + 2) return std::nullopt;
    const bool ends = lexemes[i].is(Keyword::expires);
    i = behind_small_words(lexemes, i + 1);
    const bool day_first = lexemes[i].digits == 1 || lexemes[i].digits == 2;
    if (day_first) ++i;
    if (!lexemes[i].is(Class::month)) return std::nullopt;
    const int month = lexemes[i++].value();
    const bool day = lexemes[i].digits == 1 || lexemes[i].digits == 2;
    if (!day_first && day) ++i;
    const std::size_t end = i;
    if (lexemes[i].is_symbol(',')) ++i;
    const auto year = year_number(lexemes[i]);
    const int behind = name && year ? *year - *name : 0;
    if (behind < 0 || behind > 1) return std::nullopt;
    return FiscalStatement{{month, behind, 0}, ends && !year, end};
}

}  // namespace sinodex::quantities
