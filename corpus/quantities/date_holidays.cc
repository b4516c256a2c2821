// SPDX-License-Identifier: GPL-2.0-or-later

// Holidays that stand for their days.

#include <algorithm>
#include <array>

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

struct MonthDay {
    int month;
    int day;
};

// The first day of the lunar year, the fifth of its fifth month and the fifteenth of its eighth,
// from 2000 on, by ICU's Chinese calendar.
constexpr int kFirstLunarYear = 2000;
struct LunarYear {
    MonthDay first;
    MonthDay dragon_boat;
    MonthDay mid_autumn;
};
constexpr std::array<LunarYear, 41> kLunar{{
    {{2, 5}, {6, 6}, {9, 12}},   {{1, 24}, {6, 25}, {10, 1}}, {{2, 12}, {6, 15}, {9, 21}},
    {{2, 1}, {6, 4}, {9, 11}},   {{1, 22}, {6, 22}, {9, 28}}, {{2, 9}, {6, 11}, {9, 18}},
    {{1, 29}, {5, 31}, {10, 6}}, {{2, 18}, {6, 19}, {9, 25}}, {{2, 7}, {6, 8}, {9, 14}},
    {{1, 26}, {5, 28}, {10, 3}}, {{2, 14}, {6, 16}, {9, 22}}, {{2, 3}, {6, 6}, {9, 12}},
    {{1, 23}, {6, 23}, {9, 30}}, {{2, 10}, {6, 12}, {9, 19}}, {{1, 31}, {6, 2}, {9, 8}},
    {{2, 19}, {6, 20}, {9, 27}}, {{2, 8}, {6, 9}, {9, 15}},   {{1, 28}, {5, 30}, {10, 4}},
    {{2, 16}, {6, 18}, {9, 24}}, {{2, 5}, {6, 7}, {9, 13}},   {{1, 25}, {6, 25}, {10, 1}},
    {{2, 12}, {6, 14}, {9, 21}}, {{2, 1}, {6, 3}, {9, 10}},   {{1, 22}, {6, 22}, {9, 29}},
    {{2, 10}, {6, 10}, {9, 17}}, {{1, 29}, {5, 31}, {10, 6}}, {{2, 17}, {6, 19}, {9, 25}},
    {{2, 7}, {6, 9}, {9, 15}},   {{1, 26}, {5, 28}, {10, 3}}, {{2, 13}, {6, 16}, {9, 22}},
    {{2, 2}, {6, 5}, {9, 12}},   {{1, 23}, {6, 24}, {10, 1}}, {{2, 11}, {6, 12}, {9, 19}},
    {{1, 31}, {6, 1}, {9, 8}},   {{2, 19}, {6, 20}, {9, 27}}, {{2, 8}, {6, 10}, {9, 16}},
    {{1, 28}, {5, 30}, {10, 4}}, {{2, 15}, {6, 18}, {9, 24}}, {{2, 4}, {6, 7}, {9, 13}},
    {{1, 24}, {5, 27}, {10, 2}}, {{2, 12}, {6, 14}, {9, 20}},
}};

std::optional<Day> lunar_day(int year, MonthDay LunarYear::*feast) {
    if (year < kFirstLunarYear || year >= kFirstLunarYear + static_cast<int>(kLunar.size()))
        return std::nullopt;
    const MonthDay date = kLunar.at(static_cast<std::size_t>(year - kFirstLunarYear)).*feast;
    return day_of(year, date.month, date.day);
}

// The nth weekday of a month, Sunday being 0.
std::optional<Day> nth_day(int year, int month, unsigned weekday, int nth) {
    const Day first = month_of(year, month).from;
    return first + (std::chrono::weekday(weekday) - std::chrono::weekday(first)) +
           std::chrono::days(7 * (nth - 1));
}

// Qingming, by the rule of this century.
std::optional<Day> qingming(int year) {
    const int of_century = year % 100;
    return day_of(year, 4, (of_century * 2422 + 48100) / 10000 - of_century / 4);
}

std::optional<Day> day_in(Holiday holiday, int year) {
    switch (holiday) {
        case Holiday::new_year:
            return day_of(year, 1, 1);
        case Holiday::spring_festival:
            return lunar_day(year, &LunarYear::first);
        case Holiday::lunar_new_years_eve: {
            const auto day = lunar_day(year, &LunarYear::first);
            return day ? std::optional(*day - std::chrono::days(1)) : std::nullopt;
        }
        case Holiday::valentines_day:
            return day_of(year, 2, 14);
        case Holiday::qingming:
            return qingming(year);
        case Holiday::labour_day:
            return day_of(year, 5, 1);
        case Holiday::us_labor_day:
            return nth_day(year, 9, 1, 1);
        case Holiday::dragon_boat:
            return lunar_day(year, &LunarYear::dragon_boat);
        case Holiday::mid_autumn:
            return lunar_day(year, &LunarYear::mid_autumn);
        case Holiday::national_day:
            return day_of(year, 10, 1);
        case Holiday::halloween:
            return day_of(year, 10, 31);
        case Holiday::singles_day:
            return day_of(year, 11, 11);
        case Holiday::thanksgiving:
            return nth_day(year, 11, 4, 4);
        case Holiday::black_friday: {
            const auto day = nth_day(year, 11, 4, 4);
            return *day + std::chrono::days(1);
        }
        case Holiday::double_twelve:
            return day_of(year, 12, 12);
        case Holiday::christmas_eve:
            return day_of(year, 12, 24);
        case Holiday::christmas:
            return day_of(year, 12, 25);
        case Holiday::boxing_day:
            return day_of(year, 12, 26);
        case Holiday::new_years_eve:
            return day_of(year, 12, 31);
        case Holiday::double_tenth:
            return day_of(year, 10, 10);
        case Holiday::lunar:
        case Holiday::new_of_year:
            break;
    }
    return std::nullopt;
}

struct Named {
    Holiday holiday;
    std::size_t end;
};

bool is_day(const Lexeme& lexeme) {
    return lexeme.is(Class::time_unit) && lexeme.value() == static_cast<int>(Unit::days) &&
           lexeme.capital;
}

bool is_year(const Lexeme& lexeme) {
    return lexeme.is(Class::time_unit) && lexeme.value() == static_cast<int>(Unit::years) &&
           lexeme.capital;
}

// Behind the 's of "New Year's".
std::size_t after_possessive(const Lexemes& lexemes, std::size_t i) {
    if (!lexemes[i].is_symbol('\'')) return i;
    const bool letter = lexemes[i + 1].end - lexemes[i + 1].begin == 1 &&
                        lexemes[i + 1].begin == lexemes[i].end && !lexemes[i + 1].han;
    return letter ? i + 2 : i + 1;
}

// New Year's Day, New Year's Eve, Lunar New Year, Chinese New Year's Eve. `i` is at "New".
std::optional<Named> new_year(const Lexemes& lexemes, std::size_t i, bool lunar) {
    if (!lexemes[i + 1].capital || !is_year(lexemes[i + 1])) return std::nullopt;
    const std::size_t k = after_possessive(lexemes, i + 2);
    if (lexemes[k].is(Keyword::eve))
        return Named{lunar ? Holiday::lunar_new_years_eve : Holiday::new_years_eve, k + 1};
    if (is_day(lexemes[k]))
        return Named{lunar ? Holiday::spring_festival : Holiday::new_year, k + 1};
    return lunar ? std::optional(Named{Holiday::spring_festival, i + 2}) : std::nullopt;
}

// `i` is at Lunar or Chinese.
std::optional<Named> lunar_new_year(const Lexemes& lexemes, std::size_t i) {
    const bool next = lexemes[i + 1].is(Class::holiday) &&
                      lexemes[i + 1].value() == static_cast<int>(Holiday::new_of_year);
    return next ? new_year(lexemes, i + 1, true) : std::nullopt;
}

std::optional<Named> english_holiday(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& first = lexemes[i];
    if (!first.capital) return std::nullopt;
    const auto holiday = static_cast<Holiday>(first.value());
    const std::size_t k = after_possessive(lexemes, i + 1);
    switch (holiday) {
        case Holiday::new_of_year:
            return new_year(lexemes, i, false);
        case Holiday::lunar:
            return lunar_new_year(lexemes, i);
        case Holiday::christmas:
            if (lexemes[k].is(Keyword::eve)) return Named{Holiday::christmas_eve, k + 1};
            return Named{holiday, is_day(lexemes[k]) ? k + 1 : i + 1};
        case Holiday::halloween:
        case Holiday::thanksgiving:
            return Named{holiday, is_day(lexemes[k]) ? k + 1 : i + 1};
        case Holiday::black_friday: {
            const bool friday = lexemes[i + 1].is(Class::weekday) && lexemes[i + 1].value() == 5;
            return friday ? std::optional(Named{holiday, i + 2}) : std::nullopt;
        }
        default:
            return is_day(lexemes[k]) ? std::optional(Named{holiday, k + 1}) : std::nullopt;
    }
}

// Spring Festival, Mid-Autumn Festival, May Day.
std::optional<Named> plain_words(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& first = lexemes[i];
    const Lexeme& next = lexemes[i + 1];
    if (!first.capital) return std::nullopt;
    if (first.is(Class::season) && first.value() == 1 && next.is(Keyword::festival) && next.capital)
        return Named{Holiday::spring_festival, i + 2};
    if (first.is(Class::month) && first.value() == 5 && is_day(next))
        return Named{Holiday::labour_day, i + 2};
    const bool mid = first.is(Class::part) && next.is_symbol('-') &&
                     lexemes[i + 2].is(Class::season) && lexemes[i + 3].is(Keyword::festival);
    return mid ? std::optional(Named{Holiday::mid_autumn, i + 4}) : std::nullopt;
}

// Whether the words around say that the days of a Chinese holiday are meant, and no name with it.
bool is_time_here(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    const Lexeme& next = lexemes[end];
    const bool behind = next.is(Keyword::holidays) || next.is(Keyword::ago_sign) ||
                        next.is(Keyword::later) || next.is(Keyword::day_part) ||
                        next.is(Keyword::han_since);
    if (behind && next.begin == lexemes[end - 1].end) return true;
    if (begin == 0) return false;
    const Lexeme& before = lexemes[begin - 1];
    return before.is(Keyword::year_sign) || before.is(Keyword::to) || before.is(Keyword::from) ||
           before.is(Class::relative) || before.is(Keyword::han_at);
}

// 国庆, 春节, 双11.
std::optional<Named> chinese_holiday(const Lexemes& lexemes, std::size_t i) {
    const auto holiday = static_cast<Holiday>(lexemes[i].value());
    std::size_t end = i + 1;
    Holiday found = holiday;
    if (holiday == Holiday::lunar) {  // 双 before digits
        const int number = lexemes[end].small_number();
        if ((number != 11 && number != 12) || lexemes[end].begin != lexemes[i].end)
            return std::nullopt;
        found = number == 11 ? Holiday::singles_day : Holiday::double_twelve;
        ++end;
    }
    if (lexemes[end].is(Keyword::han_festival) && lexemes[end].begin == lexemes[end - 1].end) ++end;
    const bool sure = found == Holiday::new_year || found == Holiday::labour_day ||
                      found == Holiday::lunar_new_years_eve ||
                      lexemes[end - 1].is(Keyword::han_festival);
    const bool known = found == Holiday::spring_festival || found == Holiday::singles_day;
    if ((!sure || known) && !is_time_here(lexemes, i, end)) return std::nullopt;
    return Named{found, end};
}

// Whether an English feast that is also a name of something is meant as a time.
bool is_dated(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    if (year_number(lexemes[end])) return true;
    std::size_t i = begin;
    while (i > 0 && (lexemes[i - 1].is(Keyword::the) || lexemes[i - 1].is(Keyword::last) ||
                     lexemes[i - 1].is(Keyword::word_this))) {
        --i;
    }
    if (i == 0) return false;
    const Lexeme& before = lexemes[i - 1];
    return before.is(Class::preposition) || before.is(Keyword::in) || before.is(Keyword::at) ||
           before.is(Keyword::of) || before.is(Keyword::from);
}

// Chinese New Year
bool is_chinese_word(const Lexeme& lexeme) {
    return lexeme.is(Class::nation) && lexeme.value() == static_cast<int>(Unit::cny);
}

std::optional<Named> named_at(const Lexemes& lexemes, std::size_t i) {
    if (lexemes[i].han)
        return lexemes[i].is(Class::holiday) ? chinese_holiday(lexemes, i) : std::nullopt;
    if (is_chinese_word(lexemes[i])) return lunar_new_year(lexemes, i);
    auto found =
        lexemes[i].is(Class::holiday) ? english_holiday(lexemes, i) : plain_words(lexemes, i);
    const bool known = found && (found->holiday == Holiday::spring_festival ||
                                 found->holiday == Holiday::singles_day);
    if (known && !is_dated(lexemes, i, found->end)) return std::nullopt;
    return found;
}

}  // namespace

std::optional<FoundDate> read_holiday(const Lexemes& lexemes, std::size_t begin,
                                      const Resolver& resolver) {
    const auto named = named_at(lexemes, begin);
    if (!named) return std::nullopt;
    std::size_t k = named->end;
    if (lexemes[k].is_symbol(',') || lexemes[k].is(Keyword::of)) ++k;
    if (const auto year = year_number(lexemes[k]); year && !lexemes[begin].han)
        return holiday_in_year(lexemes, begin, *year, k + 1);
    const bool taiwan = named->holiday == Holiday::national_day && resolver.is_in_taiwan();
    const Holiday holiday = taiwan ? Holiday::double_tenth : named->holiday;
    auto found = resolver.yearly([&](int year) { return day_in(holiday, year); }, named->end);
    const Lexeme& behind = lexemes[found.end];
    if (behind.is(Keyword::next_day) && behind.begin == lexemes[found.end - 1].end) {  // 圣诞节隔天
        if (found.days) found.days->to = found.days->from += std::chrono::days(1);
        ++found.end;
    }
    return found;
}

std::optional<FoundDate> holiday_in_year(const Lexemes& lexemes, std::size_t begin, int year,
                                         std::size_t end) {
    const auto named = named_at(lexemes, begin);
    const auto day = named ? day_in(named->holiday, year) : std::nullopt;
    if (!day) return std::nullopt;
    return FoundDate{DayRange{*day, *day}, DatePrecision::day, DateKind::absolute,
                     std::max(end, named->end)};
}

}  // namespace sinodex::quantities
