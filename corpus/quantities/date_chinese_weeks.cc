// SPDX-License-Identifier: GPL-2.0-or-later

// Chinese weeks and weekdays.

#include "corpus/quantities/chinese_date.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {

// 周一至周五, where what stands behind goes on with it: 周一至周五营业.
bool ChineseDate::is_working_week(std::size_t i) const {
    const auto is_day = [&](std::size_t k, int value) {
        return lexemes_[k].is(Class::weekday) && lexemes_[k].value() == value;
    };
    constexpr int kFriday = 5;
    const bool first = is_day(i, 1) && lexemes_[i + 1].is(Keyword::to) && is_day(i + 2, kFriday);
    const bool last =
        is_day(i, kFriday) && i > 1 && lexemes_[i - 1].is(Keyword::to) && is_day(i - 2, 1);
    const Lexeme& next = lexemes_[first ? i + 3 : i + 1];
    return (first || last) && !next.is(Class::symbol) && !next.is(Class::line);
}

ChineseDate::Found ChineseDate::weekday_with_day(std::size_t i) const {
    if (!lexemes_[i + 1].is_symbol('(')) return std::nullopt;
    const auto number = small(i + 2, 31);
    if (number && is_day_sign(number->end) && lexemes_[number->end + 1].is_symbol(')')) {
        FoundDate found = resolver_.weekday_and_day(lexemes_[i].value(), number->value, i + 1);
        return found.days ? Found(found) : std::nullopt;
    }
    auto date = month(std::nullopt, i + 2);
    const bool day = date && date->precision == DatePrecision::day && date->days;
    if (!day || !lexemes_[date->end].is_symbol(')')) return std::nullopt;
    date->end = i + 1;
    return date;
}

ChineseDate::Found ChineseDate::weekday(std::size_t i) const {
    const bool any = i > 1 && lexemes_[i - 1].is(Class::counter) &&
                     lexemes_[i - 2].is(Class::han_digit);  // 一个周五
    if (any || is_weekday_list(lexemes_, i)) return std::nullopt;
    if (is_working_week(i)) return std::nullopt;
    if (const auto bracketed = weekday_with_day(i)) return bracketed;
    if (resolver_.is_listed()) return resolver_.weekday_after_entry(lexemes_[i].value(), i + 1);
    return resolver_.weekday(lexemes_[i].value(), 0, i + 1);
}

ChineseDate::Found ChineseDate::nth_weekday(const FoundDate& month, std::size_t i) const {
    if (!lexemes_[i].is(Keyword::prefix_ordinal)) return std::nullopt;
    const auto number = small(i + 1, 5);
    if (!number) return std::nullopt;
    const std::size_t k = lexemes_[number->end].is(Class::counter) ? number->end + 1 : number->end;
    if (!lexemes_[k].is(Class::weekday)) return std::nullopt;
    return weekday_in(month, number->value, lexemes_[k].value(), k + 1);
}

ChineseDate::Found ChineseDate::week(std::size_t i, int distance) const {
    const Lexeme& next = lexemes_[i + 1];
    const bool digit = next.is(Class::han_digit) && next.value() >= 1 && next.value() <= 6;
    const bool sunday = next.is(Keyword::day_sign) || (next.han && next.is(Class::time_unit));
    const bool weekend = next.is(Class::part) && next.end - next.begin == 3 &&
                         next.value() == static_cast<int>(Part::late);
    if (weekend) {  // 上周末
        return resolver_.weekend_of_week(distance, i + 2);
    }
    if (!digit && !sunday) return resolver_.week(distance, i + 1);
    return resolver_.weekday_of_week(digit ? next.value() : 7, distance, i + 2);
}

}  // namespace sinodex::quantities
