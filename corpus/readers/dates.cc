// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

#include "corpus/readers/whitespace.h"
#include "corpus/text/ascii.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
// Months by their names in other languages of the web.
struct ForeignMonth {
    std::string_view name;
    unsigned month;
};
constexpr std::array<ForeignMonth, 50> kForeignMonths = {{
    {"januar", 1},     {"jänner", 1},     {"februar", 2},   {"märz", 3},       {"mär", 3},
    {"mrz", 3},        {"mai", 5},        {"juni", 6},      {"juli", 7},       {"oktober", 10},
    {"okt", 10},       {"dezember", 12},  {"dez", 12},      {"janvier", 1},    {"février", 2},
    {"mars", 3},       {"avril", 4},      {"juin", 6},      {"juillet", 7},    {"août", 8},
    {"septembre", 9},  {"octobre", 10},   {"novembre", 11}, {"décembre", 12},  {"déc", 12},
    {"enero", 1},      {"febrero", 2},    {"marzo", 3},     {"abril", 4},      {"mayo", 5},
    {"junio", 6},      {"julio", 7},      {"agosto", 8},    {"septiembre", 9}, {"octubre", 10},
    {"noviembre", 11}, {"diciembre", 12}, {"gennaio", 1},   {"febbraio", 2},   {"aprile", 4},
    {"maggio", 5},     {"giugno", 6},     {"luglio", 7},    {"settembre", 9},  {"ottobre", 10},
    {"dicembre", 12},  {"maart", 3},      {"mei", 5},       {"augustus", 8},   {"februari", 2},
}};

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
// These may stand between the parts of a date: 1st, 1er, 10 de mayo de 2020.
constexpr std::array<std::string_view, 7> kOrdinals = {"st", "nd", "rd", "th", "er", "de", "del"};
constexpr std::array<std::string_view, 3> kChineseUnits = {"年", "月", "日"};
constexpr std::size_t kMaxParts = 3;
constexpr std::size_t kCompact = 14;  // digits of a time written together; no Unix time has as many
constexpr unsigned kFirstYear = 1000;

// A number of `digits` digits, or (digits 0) a month by name.
struct Part {
    unsigned value = 0;
    std::size_t digits = 0;

    bool is_month_name() const { return digits == 0; }
    bool is_year() const { return digits == 4; }
    bool is_short() const { return digits == 1 || digits == 2; }
};

// Letters of an alphabet are those of ASCII, and the bytes of é, ä, û and their like.
bool is_alphabetic(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_ascii_letter(c) || byte == 0xC3 || (byte >= 0x80 && byte < 0xC0);
}

// Where `word` stands in `names`, counted from 1, given whole or by its first three (or, for Sept,
// four) letters; 0 when it does not.
template <std::size_t Size>
unsigned position(const std::array<std::string_view, Size>& names, std::string_view word) {
    const std::string lower = ascii_lower(word);
    for (unsigned i = 0; i < Size; ++i) {
        const bool shortened = lower.size() == 3 || lower == "sept";
        if (lower == names[i] || (shortened && names[i].starts_with(lower))) return i + 1;
    }
    return 0;
}

std::string_view take(std::string_view& text, bool (*wanted)(char)) {
    const auto end = std::find_if_not(text.begin(), text.end(), wanted);
    const std::string_view taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(taken.size());
    return taken;
}

Part number(std::string_view digits) {
    Part part{0, digits.size()};
    for (const char c : digits.substr(0, 8)) part.value = part.value * 10 + unsigned(c - '0');
    return part;
}

unsigned month_named(std::string_view word) {
    if (const unsigned month = position(kMonths, word)) return month;
    const std::string lower = ascii_lower(word);
    const auto* const found =
        std::find_if(kForeignMonths.begin(), kForeignMonths.end(),
                     [&](const ForeignMonth& known) { return known.name == lower; });
    return found == kForeignMonths.end() ? 0 : found->month;
}

// Takes what may stand between the parts of a date. False where the date has ended.
bool take_separator(std::string_view& text) {
    const std::string_view before = text;
    for (const std::string_view unit : kChineseUnits) {
        if (text.starts_with(unit)) text.remove_prefix(unit.size());
    }
    take(text, [](char c) { return c == ' ' || c == '\t'; });
    take(text, [](char c) { return c == '-' || c == '/' || c == '.' || c == ','; });
    take(text, [](char c) { return c == ' ' || c == '\t'; });
    return text.size() < before.size();
}

// Takes a word: a month becomes a part, weekdays and ordinal endings nothing. False for others.
bool take_word(std::string_view& text, std::vector<Part>& parts) {
    const std::string_view word = take(text, is_alphabetic);
    if (const unsigned month = month_named(word)) {
        parts.push_back({month, 0});
        return true;
    }
    if (parts.empty()) return position(kWeekdays, word) != 0;
    return std::find(kOrdinals.begin(), kOrdinals.end(), ascii_lower(word)) != kOrdinals.end();
}

std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> parts;
    while (!text.empty() && parts.size() < kMaxParts) {
        if (is_ascii_digit(text[0])) {
            parts.push_back(number(take(text, is_ascii_digit)));
        } else if (!is_ascii_letter(text[0]) || !take_word(text, parts)) {
            break;
        }
        if (!take_separator(text) && !(!text.empty() && is_ascii_letter(text[0]))) break;
    }
    return parts;
}

std::string two_digits(unsigned value) { return (value < 10 ? "-0" : "-") + std::to_string(value); }

std::string year_only(Part year) {
    return year.value >= kFirstYear ? std::to_string(year.value) : "";
}

std::string year_and_month(Part year, Part month) {
    const bool possible = year.value >= kFirstYear && month.value >= 1 && month.value <= 12;
    return possible ? year_only(year) + two_digits(month.value) : "";
}

std::string whole_date(Part year, Part month, Part day) {
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year.value)),
                                           std::chrono::month(month.value),
                                           std::chrono::day(day.value)};
    if (!date.ok() || year.value < kFirstYear) return "";
    return year_and_month(year, month) + two_digits(day.value);
}

std::string year_first(const std::vector<Part>& parts) {
    const bool month = parts.size() > 1 && (parts[1].is_short() || parts[1].is_month_name());
    if (!month) return year_only(parts[0]);
    const bool day = parts.size() > 2 && parts[2].is_short();
    return day ? whole_date(parts[0], parts[1], parts[2]) : year_and_month(parts[0], parts[1]);
}

std::string month_first(const std::vector<Part>& parts) {
    if (parts.size() > 2 && parts[1].is_short() && parts[2].is_year()) {
        return whole_date(parts[2], parts[0], parts[1]);
    }
    return parts.size() > 1 && parts[1].is_year() ? year_and_month(parts[1], parts[0]) : "";
}

std::string day_first(const std::vector<Part>& parts) {
    const bool complete = parts.size() > 2 && parts[1].is_month_name() && parts[2].is_year();
    return complete ? whole_date(parts[2], parts[1], parts[0]) : "";
}

// 24/11/2020 and 11/24/2020, where one number can be no month; 24.11.2020, which is written in this
// order only.
std::string numbers_only(const std::vector<Part>& parts, bool dots) {
    constexpr unsigned kMonthsOfYear = 12;
    constexpr unsigned kCentury = 2000;
    const bool short_year = dots && parts.size() > 2 && parts[0].digits == 2 &&
                            parts[1].digits == 2 && parts[2].digits == 2;
    if (short_year) return whole_date({kCentury + parts[2].value, 4}, parts[1], parts[0]);
    const bool complete = parts.size() > 2 && parts[1].is_short() && parts[2].is_year();
    if (!complete) return "";
    const bool same = parts[0].value == parts[1].value;
    if (dots || same || parts[0].value > kMonthsOfYear)
        return whole_date(parts[2], parts[1], parts[0]);
    return parts[1].value > kMonthsOfYear ? whole_date(parts[2], parts[0], parts[1]) : "";
}

// The value of a Chinese numeral, 10 for 十; -1 for other characters.
int numeral(std::string_view character) {
    constexpr std::array<std::string_view, 12> kNumerals = {"〇", "一", "二", "三", "四", "五",
                                                            "六", "七", "八", "九", "十", "零"};
    const auto found = std::find(kNumerals.begin(), kNumerals.end(), character);
    if (found == kNumerals.end()) return -1;
    return character == "零" ? 0 : static_cast<int>(found - kNumerals.begin());
}

// 二〇二一年四月二十三日 as 2021年4月23日.
std::string with_digits(std::string_view text) {
    constexpr std::size_t kWidth = 3;  // bytes of a Chinese character
    constexpr int kTen = 10;
    std::string digits;
    std::string run;  // digits of the number that is being read
    for (std::size_t at = 0; at + kWidth <= text.size(); at += kWidth) {
        const int value = numeral(text.substr(at, kWidth));
        if (value < 0) {
            digits += run;
            digits += text.substr(at, kWidth);
            run.clear();
        } else if (value < kTen) {
            run += static_cast<char>('0' + value);
        } else {
            const std::string_view next = text.substr(at + kWidth).substr(0, kWidth);
            run = (run.empty() ? "1" : run) + (numeral(next) > 0 ? "" : "0");
        }
    }
    return digits + run;
}

// The day of a Unix time in a unit that its size tells; empty before 1973.
std::string day_of_unix_time(std::string_view digits) {
    constexpr std::size_t kSeconds = 9;  // digits, at least
    constexpr std::size_t kLongest = 19;
    constexpr std::int64_t kTooManySeconds = 100'000'000'000;
    constexpr std::int64_t kSecondsOfDay = 86'400;
    if (digits.size() < kSeconds || digits.size() > kLongest) return "";
    std::int64_t time = std::stoll(std::string(digits.substr(0, kLongest - 1)));
    if (digits.size() == kLongest) time /= 100;  // the last digit was left out, and two more go
    while (time >= kTooManySeconds) time /= 1'000;
    const std::chrono::year_month_day day{
        std::chrono::sys_days(std::chrono::days(time / kSecondsOfDay))};
    const auto part = [](unsigned value) { return Part{value, 2}; };
    return whole_date({static_cast<unsigned>(static_cast<int>(day.year())), 4},
                      part(unsigned(day.month())), part(unsigned(day.day())));
}

// The day of 20210410080000 or 202104100800, as archives write times.
std::string day_of_compact_time(std::string_view digits) {
    if (digits.size() != kCompact && digits.size() != 12) return "";
    const unsigned year = number(digits.substr(0, 4)).value;
    constexpr unsigned kFirst = 1990;
    constexpr unsigned kLast = 2099;
    const bool time = digits.substr(8, 2) < "24" && digits.substr(10, 2) < "60";
    if (year < kFirst || year > kLast || !time) return "";
    return whole_date({year, 4}, number(digits.substr(4, 2)), number(digits.substr(6, 2)));
}

}  // namespace

std::string normalised_date(std::string_view text) {
    constexpr std::size_t kWidth = 3;
    constexpr std::size_t kLongest = 60;
    if (numeral(text.substr(0, kWidth)) >= 0) {
        return normalised_date(with_digits(text.substr(0, kLongest)));
    }
    const std::vector<Part> parts = parts_of(trimmed(text));
    if (parts.empty()) return "";
    const Part first = parts[0];
    if (first.is_year()) return year_first(parts);
    if (first.is_month_name()) return month_first(parts);
    if (first.is_short()) {
        const bool dots = text.find('.') != std::string_view::npos &&
                          text.substr(0, text.find('.')).find_first_of("/-") == text.npos;
        const std::string date = day_first(parts);
        return date.empty() ? numbers_only(parts, dots) : date;
    }
    constexpr unsigned kBeforeRepublic = 1911;
    const std::size_t year = text.find("年");
    const bool taiwan = first.digits == 3 && first.value >= 80 && first.value < 150 &&
                        year != std::string_view::npos && year <= kWidth + 1;
    if (taiwan) {
        std::vector<Part> ours = parts;
        ours[0] = {first.value + kBeforeRepublic, 4};
        return year_first(ours);
    }
    if (first.digits > 8) {
        std::string_view digits = trimmed(text);
        const std::string_view number = take(digits, is_ascii_digit);
        const std::string day = day_of_compact_time(number);
        return day.empty() && number.size() != kCompact ? day_of_unix_time(number) : day;
    }
    if (first.digits != 8) return "";
    return whole_date({first.value / 10000, 4}, {first.value / 100 % 100, 2},
                      {first.value % 100, 2});
}

}  // namespace sinodex
