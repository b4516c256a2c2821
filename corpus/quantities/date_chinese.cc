// SPDX-License-Identifier: GPL-2.0-or-later

// Chinese years, months and days.

#include <algorithm>

#include "corpus/quantities/chinese_date.h"
#include "corpus/quantities/numbers.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {

ChineseDate::Found ChineseDate::read(std::size_t i) {
    const Lexeme& first = lexemes_[i];
    switch (first.cls()) {
        case Class::number:
        case Class::han_digit:
        case Class::han_ten:
            return from_number(i);
        case Class::relative:
            return first.han ? from_relative(i) : std::nullopt;
        case Class::weekday:
            return first.han ? weekday(i) : std::nullopt;
        case Class::half_year:
            return first.han && first.end - first.begin > 6  // 上半 only in a year
                       ? Found(resolver_.half(first.value(), i + 1))
                       : std::nullopt;
        case Class::quarter:
            return first.han ? quarter(i) : std::nullopt;
        case Class::year_part:
            if (const auto span = year_to_date(i)) return span;
            return end_of_year(resolver_.year(0, i + 1), first.value());
        case Class::month_part:
            return end_of_month(i);
        case Class::time_unit:
            return weekend(i);
        case Class::keyword:
            return from_keyword(i);
        default:
            return std::nullopt;
    }
}

ChineseDate::Found ChineseDate::quarter_ended(FoundDate last, std::size_t end) {
    constexpr int kMonths = 3;
    if (last.days) last.days = months_before(last.days->to, kMonths);
    last.precision = DatePrecision::quarter;
    last.end = end;
    return last;
}

std::optional<ChineseDate::Small> ChineseDate::small(std::size_t i, int most) const {
    const bool number = lexemes_[i].is(Class::number) || lexemes_[i].is(Class::han_digit) ||
                        lexemes_[i].is(Class::han_ten);
    if (!number) return std::nullopt;
    const auto read = read_number(lexemes_, i);
    if (!read || read->scaled || read->value.exponent() < 0 || read->more ||
        !read->step.is_zero()) {
        return std::nullopt;
    }
    const double value = read->value.to_double();
    if (value < 1 || value > most) return std::nullopt;
    return Small{static_cast<int>(value), read->end};
}

ChineseDate::Found ChineseDate::from_number(std::size_t i) {
    if (const auto found = in_brackets(i)) return found;
    const Lexeme& behind = lexemes_[i + 1];
    const bool may_go_on = behind.han || behind.is_symbol('-') || behind.is_symbol('~');
    if (lexemes_[i].is(Class::number) && !may_go_on) return std::nullopt;
    std::optional<int> year = year_number(lexemes_[i]);
    std::size_t sign = i + 1;
    if (const HanDigits digits = read_han_digits(lexemes_, i); digits.count == 4) {
        if (digits.value >= 1900 && digits.value < 2100) year = digits.value;
        sign = i + 4;
    } else if (digits.count == 3 && lexemes_[i + 3].is(Keyword::year_sign)) {
        if (const auto found = in_worded_year_of_republic(i, digits.value)) return found;
    }
    if (year && lexemes_[sign].is(Keyword::year_sign)) {
        if (is_number_of_year(sign + 1)) return std::nullopt;
        return in_year(*year, sign + 1);
    }
    if (year && lexemes_[sign].is(Class::year_part)) {
        return end_of_year({year_of(*year), DatePrecision::year, DateKind::absolute, sign + 1},
                           lexemes_[sign].value());
    }
    const bool part = year && (lexemes_[sign].is(Class::half_year) || quarter_number(sign));
    if (part && lexemes_[sign].han) return in_year(*year, sign);  // 2025上半年
    if (const auto found = year ? in_fiscal_year(*year, sign) : std::nullopt) return found;
    if (const auto found = decade(i)) return found;
    if (const auto found = in_short_year(i)) return found;
    if (const auto found = ago(i)) return found;
    if (const auto found = months(std::nullopt, i)) return found;
    if (const auto found = month(std::nullopt, i)) return found;
    if (const auto found = quarter(i)) return found;
    return bare_day(i);
}

bool ChineseDate::is_number_of_year(std::size_t i) const {
    return lexemes_[i].is(Keyword::prefix_ordinal) && lexemes_[i + 1].is(Class::number) &&
           lexemes_[i + 2].is(Keyword::number_sign);
}

ChineseDate::Found ChineseDate::decade(std::size_t i) const {
    const auto number = small(i, 90);
    std::size_t end = number ? number->end : i + 1;
    int value = number ? number->value : year_number(lexemes_[i]).value_or(0);
    if (const HanDigits digits = read_han_digits(lexemes_, i); digits.count > 1) {
        value = digits.value;
        end = i + digits.count;
    }
    if (!lexemes_[end].is(Keyword::decade_sign) || value % 10 != 0 || value > 2090) return {};
    const bool short_name = value < 100;
    if (value == 0 || (!short_name && value < 1900)) return std::nullopt;
    const int year = !short_name ? value : (value >= 30 ? 1900 : 2000) + value;
    return FoundDate{DayRange{year_of(year).from, year_of(year + 9).to}, DatePrecision::decade,
                     DateKind::absolute, end + 1};
}

ChineseDate::Found ChineseDate::in_year(int year, std::size_t i) {
    if (lexemes_[i].is(Keyword::han_of)) {  // 今年的11月8日
        if (auto found = month(year, i + 1)) return found;
    }
    if (auto found = months(year, i)) return found;
    if (auto found = month(year, i)) return found;
    if (auto found = first_months(year, i)) return found;
    if (lexemes_[i].is(Class::holiday) && lexemes_[i].han) {
        if (auto found = holiday_in_year(lexemes_, i, year, i + 1)) return found;
    }
    const Lexeme& next = lexemes_[i];
    if (next.is(Class::season)) {
        return FoundDate{season_of(year, next.value()), DatePrecision::span, DateKind::absolute,
                         i + 1};
    }
    if (next.is(Class::half_year)) {
        return FoundDate{half_of(year, next.value()), DatePrecision::half, DateKind::absolute,
                         i + 1};
    }
    if (const auto number = quarter_number(i)) {
        return FoundDate{quarter_of(year, number->value), DatePrecision::quarter,
                         DateKind::absolute, number->end};
    }
    const FoundDate whole{year_of(year), DatePrecision::year, DateKind::absolute, i};
    if (next.is(Class::year_part))  // 今年年初
        return end_of_year({whole.days, whole.precision, whole.kind, i + 1}, next.value());
    if (next.is(Class::part) && next.han && next.end - next.begin == 3) {  // 去年底
        return end_of_year({whole.days, whole.precision, whole.kind, i + 1}, next.value());
    }
    return whole;
}

ChineseDate::Found ChineseDate::months(std::optional<int> year, std::size_t i) const {
    const auto first = small(i, 11);
    if (!first) return std::nullopt;
    const Lexeme& joint = lexemes_[first->end];
    if (!joint.is_symbol('-') && !joint.is_symbol('~') && !joint.is(Keyword::to)) return {};
    const auto last = small(first->end + 1, 12);
    if (!last || last->value <= first->value) return std::nullopt;
    const Lexeme& sign = lexemes_[last->end];
    const bool day = small(last->end + 1, 31) && is_day_sign(last->end + 2);
    if (!sign.is(Keyword::month_sign) || day) return std::nullopt;
    FoundDate found = resolver_.named_month(last->value, 0, last->end + 1);
    if (year)
        found = {month_of(*year, last->value), found.precision, DateKind::absolute, found.end};
    found.precision = DatePrecision::span;
    if (found.days) found.days->from = month_of(year_in(found.days->from), first->value).from;
    return found;
}

ChineseDate::Found ChineseDate::year_of_republic(std::size_t i) {
    constexpr int kYearBefore = 1911;
    const HanDigits digits = read_han_digits(lexemes_, i + 1);
    if (digits.count > 1 && lexemes_[i + 1 + digits.count].is(Keyword::year_sign))  // 一一四年
        return in_year(kYearBefore + digits.value, i + 2 + digits.count);
    const auto number = small(i + 1, 188);
    if (!number || !lexemes_[number->end].is(Keyword::year_sign)) return std::nullopt;
    return in_year(kYearBefore + number->value, number->end + 1);
}

ChineseDate::Found ChineseDate::in_worded_year_of_republic(std::size_t i, int number) {
    constexpr int kYearBefore = 1911;
    const auto now = resolver_.year_at(0);
    const int year = kYearBefore + number;
    if (!now || year < *now - 30 || year > *now + 10) return std::nullopt;
    const auto found = in_year(year, i + 4);
    return found && found->end > i + 4 ? found : std::nullopt;
}

ChineseDate::Found ChineseDate::part_of_year(FoundDate year, int part) {
    if (year.days) year.days = part_of(*year.days, static_cast<Part>(part));
    year.precision = DatePrecision::part;
    return year;
}

ChineseDate::Found ChineseDate::end_of_year(FoundDate year, int part) {
    if (year.days && static_cast<Part>(part) == Part::late) {
        year.days = month_of(year_in(year.days->from), 12);
        year.precision = DatePrecision::part;
        return year;
    }
    return part_of_year(year, part);
}

bool ChineseDate::is_day_sign(std::size_t i) const {
    return lexemes_[i].is(Keyword::day_sign) || lexemes_[i].is(Keyword::day_before) ||
           lexemes_[i].is(Keyword::day_later);
}

ChineseDate::Found ChineseDate::month(std::optional<int> year, std::size_t i) const {
    const auto month = small(i, 12);
    if (!month) return std::nullopt;
    const Lexeme& sign = lexemes_[month->end];
    const bool closing = sign.is(Class::month_part);
    if (!sign.is(Keyword::month_sign) && !closing) return std::nullopt;
    const std::size_t end = month->end + 1;
    if (const auto days = days_at(end))
        return extended(on(year, month->value, days->first, days->end), *days);
    if (const auto day = small(end, 31)) {
        const Lexeme& next = lexemes_[day->end];
        if (is_day_sign(day->end) || next.is(Keyword::number_sign)) {
            return with_last_day(on(year, month->value, day->value, day->end + 1));
        }
    }
    FoundDate found = year ? FoundDate{month_of(*year, month->value), DatePrecision::month,
                                       DateKind::absolute, end}
                           : resolver_.named_month(month->value, 0, end);
    if (const auto nth = nth_weekday(found, end)) return nth;
    if (lexemes_[end].is(Keyword::quarter_sign) && month->value % 3 == 0)  // 12月季度
        return quarter_ended(found, end + 1);
    const bool part = lexemes_[end].is(Class::part) && lexemes_[end].han;
    if (!closing && !part) return found;
    found.end = part ? end + 1 : end;
    return part_of_year(found, part ? lexemes_[end].value() : sign.value());
}

ChineseDate::Found ChineseDate::on(std::optional<int> year, int month, int day,
                                   std::size_t end) const {
    if (!year) return resolver_.month_and_day(month, day, end);
    const auto date = day_of(*year, month, day);
    if (!date) return std::nullopt;
    if (lexemes_[end].is(Class::weekday) && lexemes_[end].han) ++end;  // 星期四
    return FoundDate{DayRange{*date, *date}, DatePrecision::day, DateKind::absolute, end};
}

std::optional<ChineseDate::Days> ChineseDate::days_at(std::size_t i) const {
    const auto first = small(i, 30);
    if (!first) return std::nullopt;
    const Lexeme& joint = lexemes_[first->end];
    if (!joint.is(Keyword::to) && !joint.is_symbol('-') && !joint.is_symbol('~')) return {};
    const auto last = small(first->end + 1, 31);
    if (!last || last->value <= first->value || !is_day_sign(last->end)) return std::nullopt;
    return Days{first->value, last->value, last->end + 1};
}

ChineseDate::Found ChineseDate::extended(Found found, const Days& days) {
    if (!found || !found->days) return found;
    found->days->to += std::chrono::days(days.last - days.first);
    found->precision = DatePrecision::span;
    return found;
}

ChineseDate::Found ChineseDate::with_last_day(Found first) const {
    if (!first || !first->days) return first;
    const Lexeme& joint = lexemes_[first->end];
    if (!joint.is(Keyword::to) && !joint.is_symbol('-') && !joint.is_symbol('~')) return first;
    const auto day = small(first->end + 1, 31);
    if (!day || !is_day_sign(day->end)) return first;
    const std::chrono::year_month_day from{first->days->from};
    const auto to = day_of(year_in(first->days->from), month_in(first->days->from), day->value);
    if (!to || *to <= Day(from)) return first;
    first->days->to = *to;
    first->precision = DatePrecision::span;
    first->end = day->end + 1;
    return first;
}

ChineseDate::Found ChineseDate::bare_day(std::size_t i) const {
    if (const auto days = days_at(i))
        return extended(resolver_.day_of_month(days->first, days->end), *days);
    const auto day = small(i, 31);
    if (!day) return std::nullopt;
    if (lexemes_[day->end].is(Keyword::number_sign) && is_day_number(i, day->end))
        return resolver_.day_of_month(day->value, day->end + 1);
    if (!lexemes_[day->end].is(Keyword::day_sign)) return std::nullopt;
    const Lexeme before = i > 0 ? lexemes_[i - 1] : Lexeme();
    const bool counted = before.is(Class::qualifier) || before.is(Keyword::prefix_ordinal) ||
                         (before.is_symbol('+') && before.end == lexemes_[i].begin);
    const Lexeme& next = lexemes_[day->end + 1];
    const bool length = next.is(Class::other) && next.value() == kForDays;
    if (counted || length || next.is(Keyword::ago_sign) || next.is(Keyword::later) ||
        next.is(Keyword::within)) {
        return std::nullopt;
    }
    if (lexemes_[i].is(Class::han_digit) && day->value <= 2) return std::nullopt;  // 一日千里, 两日
    return with_last_day(resolver_.day_of_month(day->value, day->end + 1));
}

bool ChineseDate::is_day_number(std::size_t i, std::size_t sign) const {
    const Lexeme& number = lexemes_[i];
    if (i > 0) {
        const Lexeme& before = lexemes_[i - 1];
        const bool glued = before.end == number.begin;
        if (before.is(Keyword::prefix_ordinal) || before.is_symbol('-')) return false;
        if (glued && (before.is_symbol(']') || before.is_symbol(')') || !before.han) &&
            !before.is_symbol(',') && !before.is(Class::line)) {
            return false;
        }
        const bool led = before.is(Keyword::han_at) || before.is(Keyword::to) ||
                         before.is(Keyword::from) || before.is(Class::relative);
        if (led && glued && !is_thing_behind(sign)) return true;
    }
    const Lexeme& next = lexemes_[sign + 1];
    if (next.is(Keyword::opens) && number.is(Class::number)) return true;
    const bool apart = i > 0 && !lexemes_[i - 1].han && lexemes_[i - 1].end < number.begin;
    const bool starts =
        i == 0 || lexemes_[i - 1].is(Class::line) || lexemes_[i - 1].is_symbol(',') || apart;
    return starts && (next.is_symbol(',') || next.is(Keyword::past) || next.is(Keyword::ahead) ||
                      next.is(Keyword::holidays) || next.is(Keyword::day_part));
}

bool ChineseDate::is_thing_behind(std::size_t sign) const {
    const Lexeme& next = lexemes_[sign + 1];
    return next.begin == lexemes_[sign].end && next.is(Class::other) &&
           next.value() == kNumberedThing;
}

ChineseDate::Found ChineseDate::in_fiscal_year(int year, std::size_t i) const {
    const bool fiscal = lexemes_[i].is(Class::other) && lexemes_[i].value() == kFiscal;
    if (!fiscal || !lexemes_[i].han || !resolver_.knows_fiscal()) return std::nullopt;
    if (const auto number = quarter_number(i + 1)) {
        return FoundDate{resolver_.fiscal_quarter(year, number->value), DatePrecision::quarter,
                         DateKind::absolute, number->end};
    }
    return FoundDate{resolver_.fiscal_year(year), DatePrecision::year, DateKind::absolute, i + 1};
}

ChineseDate::Found ChineseDate::in_short_year(std::size_t i) {
    constexpr int kYearBefore = 1911;  // of the Republic
    const Lexeme& sign = lexemes_[i + 1];
    const auto now = resolver_.year_at(0);
    const int number = lexemes_[i].small_number();
    const int digits = lexemes_[i].digits;
    const bool end = sign.is(Class::year_part) && digits == 3;  // 112年底
    if ((!sign.is(Keyword::year_sign) && !end) || !now || number < 0 ||
        (digits != 2 && digits != 3))
        return {};
    const int year = digits == 2 ? 2000 + number : kYearBefore + number;
    if (year < *now - 30 || year > *now + 10) return std::nullopt;
    const Lexeme before = i > 0 ? lexemes_[i - 1] : Lexeme();
    if (before.is(Class::qualifier) || before.is(Keyword::prefix_ordinal)) return std::nullopt;
    if (end)
        return end_of_year({year_of(year), DatePrecision::year, DateKind::absolute, i + 2},
                           sign.value());
    const auto found = in_year(year, i + 2);
    constexpr std::uint32_t kOneCharacter = 3;
    const bool named = digits == 3 && sign.end - sign.begin > kOneCharacter;  // 113年度
    const bool within =
        found && found->end > i + 2 && (digits == 3 || found->precision != DatePrecision::part);
    const bool alike = digits == 3 && resolver_.expects_republic();  // 民國104年, 109年
    return named || within || alike ? found : std::nullopt;
}

ChineseDate::Found ChineseDate::year_to_date(std::size_t i) const {
    const bool early = lexemes_[i].value() == static_cast<int>(Part::early);
    const Lexeme& today = lexemes_[i + 2];
    const bool to = lexemes_[i + 1].is(Keyword::to) && today.is(Class::relative) && today.han &&
                    today.value() == static_cast<int>(Relative::day_0);
    if (!early || !to) return std::nullopt;
    FoundDate found = resolver_.day(0, i + 3);
    found.precision = DatePrecision::span;
    if (found.days) found.days->from = year_of(year_in(found.days->to)).from;
    return found;
}

ChineseDate::Found ChineseDate::end_of_month(std::size_t i) const {
    const auto part = static_cast<Part>(lexemes_[i].value());
    const Lexeme before = i > 0 ? lexemes_[i - 1] : Lexeme();
    const bool within = before.end == lexemes_[i].begin && before.han && !before.is(Class::keyword);
    const Lexeme& next = lexemes_[i + 1];
    const bool deadline = next.is(Keyword::ago_sign) && next.begin == lexemes_[i].end;
    const bool word = before.is(Class::other) && before.value() == 0;  // 记得月底前
    if ((within && !(deadline && word)) || part == Part::middle) return std::nullopt;
    return part_of_year(resolver_.month(0, i + 1), lexemes_[i].value());
}

ChineseDate::Found ChineseDate::weekend(std::size_t i) const {
    const Lexeme& next = lexemes_[i + 1];
    const bool end = next.is(Class::part) && next.end - next.begin == 3 &&
                     next.value() == static_cast<int>(Part::late) &&
                     next.begin == lexemes_[i].end &&
                     lexemes_[i].value() == static_cast<int>(Unit::weeks) && lexemes_[i].han;
    const Lexeme before = i > 0 ? lexemes_[i - 1] : Lexeme();
    const bool within = before.end == lexemes_[i].begin && before.han && !before.is(Class::keyword);
    const Lexeme& behind = lexemes_[i + 2];
    const bool listed = behind.is_symbol(kEnumerationComma) || behind.is(Keyword::han_and);
    return end && !within && !listed ? Found(resolver_.weekend(i + 2)) : std::nullopt;
}

std::optional<FoundDate> read_chinese_date(const std::vector<Lexeme>& lexemes, std::size_t begin,
                                           const Resolver& resolver) {
    return ChineseDate(lexemes, resolver).read(begin);
}

}  // namespace sinodex::quantities
