// SPDX-License-Identifier: GPL-2.0-or-later

// Dates and years in digits.

#include <algorithm>

#include "corpus/quantities/english_date.h"
#include "corpus/quantities/numbers.h"

namespace sinodex::quantities {

EnglishDate::Found EnglishDate::from_number(std::size_t i) const {
    if (const auto year = year_number(lexemes_[i])) {
        if (const auto date = iso(i, *year)) return date;
        return from_year(i, *year);
    }
    if (const auto date = dotted(i)) return date;
    if (const auto date = of_republic(i)) return date;
    if (const auto year = year_of_two_digits(i))
        return absolute(year_of(*year), DatePrecision::year, i + 1);
    const bool quarter = lexemes_[i].digits == 2 && lexemes_[i + 1].is(Class::quarter) &&
                         !lexemes_[i + 1].han && glued(i + 1);  // 24Q4
    if (quarter)
        return absolute(quarter_of(2000 + lexemes_[i].small_number(), lexemes_[i + 1].value()),
                        DatePrecision::quarter, i + 2);
    if (day_number(i) > 0) {
        if (const auto date = from_digit(i)) return date;
        if (auto date = day_first(i)) {
            if (date->days && is_behind_week_sign(i)) {
                date->days = week_of(date->days->from);
                date->precision = DatePrecision::week;
            }
            return date;
        }
        if (const auto date = slashes(i)) return date;
        if (const auto date = month_and_day(i)) return date;
        if (const auto date = month_dash_day(i)) return date;
        const std::size_t behind = after_ordinal(i + 1);
        if (resolver_.is_listed() && behind > i + 1 && lexemes_[behind].is_symbol(':'))
            return resolver_.day_of_month(day_number(i), behind);  // 3rd:
    }
    return ago(i);
}

std::optional<int> EnglishDate::year_of_two_digits(std::size_t i) const {
    constexpr int kLongAgo = 30;
    const bool quoted = i > 1 && lexemes_[i].digits == 2 && lexemes_[i - 1].is_symbol('\'') &&
                        glued(i) && lexemes_[i - 2].end < lexemes_[i - 1].begin;
    const auto now = resolver_.year_at(0);
    if (!quoted || !now || lexemes_[i + 1].is_symbol('\'')) return std::nullopt;
    const Lexeme& before = lexemes_[i - 2];
    const bool led = before.is(Class::preposition) || before.is(Keyword::in) ||
                     before.is(Keyword::of) || before.is(Keyword::from) || before.is(Class::season);
    const int year = 2000 + lexemes_[i].small_number();
    const bool near = year > *now - kLongAgo && year <= *now + 5;
    return led && near ? std::optional(year) : std::nullopt;
}

bool EnglishDate::is_behind_week_sign(std::size_t i) const {
    return i > 2 && lexemes_[i - 1].is(Keyword::letter_c) && lexemes_[i - 2].is_symbol('/') &&
           lexemes_[i - 3].end - lexemes_[i - 3].begin == 1 && glued(i - 1) && glued(i - 2);
}

EnglishDate::Found EnglishDate::month_and_day(std::size_t i) const {
    const auto found = slashed_day_at(lexemes_, i);
    if (!found) return std::nullopt;
    const Lexeme before = i > 0 ? lexemes_[i - 1] : Lexeme();
    const bool led =
        before.is(Class::preposition) || before.is(Keyword::to) || before.is(Keyword::han_at);
    const Lexeme& behind = lexemes_[i + 3];
    const bool acts = behind.is(Keyword::day_part) || behind.is(Keyword::past) ||
                      behind.is(Keyword::ahead) || behind.is(Keyword::opens) ||
                      behind.is(Keyword::falls_due) || behind.is(Keyword::takes_effect);
    const bool timed = acts && behind.han;  // 2/3才开
    if (!led && !timed && !resolver_.expects_slashes()) return std::nullopt;
    return resolver_.month_and_day(found->month, found->day, i + 3);
}

EnglishDate::Found EnglishDate::iso(std::size_t i, int year) const {
    const bool dash = lexemes_[i + 1].is_symbol('-');
    if ((!dash && !lexemes_[i + 1].is_symbol('/')) || !glued(i + 1) || !glued(i + 2)) {
        return std::nullopt;
    }
    const int month = day_number(i + 2);
    if (month < 1 || month > 12) return std::nullopt;
    const bool third = lexemes_[i + 3].word.value == lexemes_[i + 1].word.value &&
                       lexemes_[i + 3].is(Class::symbol) && glued(i + 3) && glued(i + 4);
    if (third && day_number(i + 4) > 0) {
        return absolute(one_day(day_of(year, month, day_number(i + 4))), DatePrecision::day, i + 5);
    }
    if (!dash || lexemes_[i + 2].digits != 2) return std::nullopt;
    return absolute(month_of(year, month), DatePrecision::month, i + 3);
}

EnglishDate::Found EnglishDate::of_republic(std::size_t i) const {
    constexpr int kYearBefore = 1911;
    const int year = lexemes_[i].digits == 3 ? lexemes_[i].small_number() + kYearBefore : 0;
    const auto now = resolver_.year_at(0);
    const bool near = now && year >= *now - 30 && year <= *now + 10;
    const bool slash = lexemes_[i + 1].is_symbol('/') && lexemes_[i + 3].is_symbol('/');
    const bool dash = lexemes_[i + 1].is_symbol('-') && lexemes_[i + 3].is_symbol('-') &&
                      lexemes_[i + 4].digits == 2;
    if (!near || (!slash && !dash) || !glued(i + 1) || !glued(i + 2) || !glued(i + 3) ||
        !glued(i + 4) || day_number(i + 4) < 1)
        return {};
    return absolute(one_day(day_of(year, day_number(i + 2), day_number(i + 4))), DatePrecision::day,
                    i + 5);
}

EnglishDate::Found EnglishDate::dotted(std::size_t i) const {
    const auto part = [&](std::size_t k) {
        return lexemes_[k].version && lexemes_[k].digits > 0 && lexemes_[k].digits <= 4
                   ? static_cast<int>(lexemes_[k].number.to_double())
                   : -1;
    };
    const bool stops = lexemes_[i + 1].is_symbol('.') && lexemes_[i + 3].is_symbol('.') &&
                       glued(i + 1) && glued(i + 2) && glued(i + 3) && glued(i + 4);
    constexpr int kYearBefore = 1911;  // of the Republic
    const int now = resolver_.year_at(0).value_or(0);
    if (stops && lexemes_[i].digits == 3 && part(i) + kYearBefore >= now - 30 &&
        part(i) + kYearBefore <= now + 10)  // 113.5.20
        return absolute(one_day(day_of(part(i) + kYearBefore, part(i + 2), part(i + 4))),
                        DatePrecision::day, i + 5);
    if (stops && part(i + 4) >= 1900 && part(i + 4) <= 2099)  // 24.11.2020
        return absolute(one_day(day_of(part(i + 4), part(i + 2), part(i))), DatePrecision::day,
                        i + 5);
    if (!stops || lexemes_[i].digits != 4 || part(i) < 1900 || part(i) > 2099) return {};
    return absolute(one_day(day_of(part(i), part(i + 2), part(i + 4))), DatePrecision::day, i + 5);
}

EnglishDate::Found EnglishDate::from_year(std::size_t i, int year) const {
    const Lexeme& next = lexemes_[i + 1];
    const bool dash = next.is_symbol('-') && glued(i + 1) && glued(i + 2);  // 2023-Q4
    const Lexeme& quarter = lexemes_[dash ? i + 2 : i + 1];
    if (quarter.is(Class::quarter) && (!dash || !quarter.han))
        return absolute(quarter_of(year, quarter.value()), DatePrecision::quarter,
                        dash ? i + 3 : i + 2);
    if (const auto part = part_behind_year(i, year)) return part;
    if (next.is(Class::other) && !next.han && glued(i + 1)) {
        const bool decade = next.end - next.begin == 1 && !next.capital && year % 10 == 0;
        if (!decade) return std::nullopt;
        return absolute(DayRange{year_of(year).from, year_of(year + 9).to}, DatePrecision::decade,
                        i + 2);
    }
    if (const auto span = from_years(i, year)) return span;
    const bool number_behind = (next.is_symbol('-') || next.is_symbol('/')) && glued(i + 1) &&
                               lexemes_[i + 2].is(Class::number) && glued(i + 2);
    if (is_counted(i) || number_behind) return std::nullopt;
    if (const auto day = same_day_in(i, year)) return day;
    return absolute(year_of(year), DatePrecision::year, i + 1);
}

EnglishDate::Found EnglishDate::part_behind_year(std::size_t i, int year) const {
    const bool possessive = lexemes_[i + 1].is_symbol('\'') && glued(i + 1) &&
                            lexemes_[i + 2].end - lexemes_[i + 2].begin == 1;
    const bool fiscal =
        i > 0 && lexemes_[i - 1].is(Class::other) && lexemes_[i - 1].value() == kFiscal;
    return ordinal_part(year, possessive ? i + 3 : i + 1, fiscal);
}

EnglishDate::Found EnglishDate::ordinal_part(int year, std::size_t k, bool fiscal) const {
    if (lexemes_[k].is(Class::quarter) && !lexemes_[k].han)
        return absolute(fiscal ? resolver_.fiscal_quarter(year, lexemes_[k].value())
                               : quarter_of(year, lexemes_[k].value()),
                        DatePrecision::quarter, k + 1);
    const bool digit = lexemes_[k].digits == 1 && after_ordinal(k + 1) > k + 1;  // 4th
    if (!lexemes_[k].is(Class::ordinal) && !digit) return std::nullopt;
    const int value = digit ? day_number(k) : lexemes_[k].value();
    k = digit ? after_ordinal(k + 1) : k + 1;
    if (lexemes_[k].is_symbol('-')) ++k;
    if (lexemes_[k].is(Keyword::quarter) && value <= 4)
        return absolute(fiscal ? resolver_.fiscal_quarter(year, value) : quarter_of(year, value),
                        DatePrecision::quarter, k + 1);
    if (lexemes_[k].is(Keyword::half) && value <= 2)
        return absolute(fiscal ? resolver_.fiscal_half(year, value) : half_of(year, value),
                        DatePrecision::half, k + 1);
    return std::nullopt;
}

EnglishDate::Found EnglishDate::month_dash_day(std::size_t i) const {
    const auto two = [&](std::size_t k) { return lexemes_[k].digits == 2 ? day_number(k) : -1; };
    const bool dash = lexemes_[i + 1].is_symbol('-') && glued(i + 1) && glued(i + 2);
    if (!resolver_.expects_dashes() || !dash || two(i) < 1 || two(i) > 12 || two(i + 2) < 1)
        return {};
    const Lexeme before = i > 0 ? lexemes_[i - 1] : Lexeme();
    const bool led = i == 0 || before.is(Class::line) || before.is(Class::preposition) ||
                     before.is_symbol('|') || before.is_symbol('\t') || before.is(Keyword::han_at);
    const Lexeme& next = lexemes_[i + 3];
    const bool ends =
        next.begin > lexemes_[i + 2].end || next.is(Class::symbol) || next.is(Class::line);
    if (!led || !ends || next.is_symbol('-')) return std::nullopt;
    return resolver_.month_and_day(two(i), two(i + 2), i + 3);
}

EnglishDate::Found EnglishDate::same_day_in(std::size_t i, int year) const {
    const auto last = resolver_.last();
    const bool joined = i > 2 && lexemes_[i - 1].is(Keyword::word_and) &&
                        year_number(lexemes_[i - 2]) && !year_number(lexemes_[i - 3]);
    if (!joined || !last || last->from != last->to) return std::nullopt;
    const std::chrono::year_month_day date{last->from};
    if (year_in(last->from) != *year_number(lexemes_[i - 2])) return std::nullopt;
    return absolute(
        one_day(day_of(year, month_in(last->from), static_cast<int>(unsigned(date.day())))),
        DatePrecision::day, i + 1);
}

EnglishDate::Found EnglishDate::from_years(std::size_t i, int year) const {
    const Lexeme& joint = lexemes_[i + 1];
    const bool to = joint.is(Keyword::to) || joint.is(Preposition::through) ||
                    (joint.is(Keyword::word_and) && i > 0 && lexemes_[i - 1].is(Keyword::between));
    const bool season = joint.is_symbol('/') && glued(i + 1) &&  // 2022/23
                        lexemes_[i + 2].small_number() == (year + 1) % 100;
    if (!joint.is_symbol('-') && !to && !season) return std::nullopt;
    auto last = year_number(lexemes_[i + 2]);
    const bool brief = lexemes_[i + 2].digits == 2 && glued(i + 2) &&
                       (joint.is_symbol('-') || joint.is_symbol('/'));
    if (brief) last = year / 100 * 100 + lexemes_[i + 2].small_number();
    if (!last || *last <= year || *last - year > 99) return std::nullopt;
    const Lexeme& next = lexemes_[i + 3];
    const bool fiscal = next.is(Class::other) && next.value() == kFiscal && next.han;
    if (brief && fiscal && *last == year + 1)  // 2023/24财年
        return absolute(resolver_.fiscal_year_over(year), DatePrecision::year, i + 4);
    return absolute(DayRange{year_of(year).from, year_of(*last).to}, DatePrecision::span, i + 3);
}

bool EnglishDate::is_counted(std::size_t i) const {
    const Lexeme& next = lexemes_[i + 1];
    switch (next.cls()) {
        case Class::noun:
            return !next.han || next.begin == lexemes_[i].end;
        case Class::currency:
        case Class::scale:
        case Class::suffix:
        case Class::percent:
        case Class::counter:
        case Class::han_ten:
        case Class::han_scale:
        case Class::letter_suffix:
        case Class::time_unit:
            return true;
        default:
            break;
    }
    if (is_in_reference(i)) return true;
    if (i == 0) return next.is(Keyword::percentage);
    const Lexeme& before = lexemes_[i - 1];
    const bool name = before.end == lexemes_[i].begin &&
                      (before.is(Class::other) || before.is_symbol('/') || before.is_symbol('_') ||
                       before.is_symbol('.') || before.is_symbol('#'));
    const bool hyphen = before.is_symbol('-') && glued(i) && i > 1 &&
                        lexemes_[i - 2].is(Class::other) && !lexemes_[i - 2].han && glued(i - 1);
    return name || hyphen || before.is(Class::mark) || before.is(Class::currency) ||
           is_numbered(lexemes_, i);
}

bool EnglishDate::is_in_reference(std::size_t i) const {
    const auto before = [&](std::size_t count) {
        return i >= count ? lexemes_[i - count] : Lexeme();
    };
    const Lexeme& next = lexemes_[i + 1];
    if (next.is(Keyword::number_sign) || before(1).is(Keyword::prefix_ordinal)) return true;
    if (next.is(Keyword::year_sign) && lexemes_[i + 2].is(Keyword::prefix_ordinal) &&
        lexemes_[i + 3].is(Class::number) && lexemes_[i + 4].is(Keyword::number_sign)) {
        return true;  // 2021年第46号
    }
    if (is_behind_reference(i)) return true;
    const bool opened = before(1).is_symbol('[') || before(1).is_symbol('(');
    const bool closed = next.is_symbol(']') || next.is_symbol(')');
    if (opened && closed) {
        const bool code = before(2).capitals && before(2).end == before(1).begin;  // COM(2023) 192
        if (code && lexemes_[i + 2].is(Class::number)) return true;
        const bool numbered =
            before(2).is(Class::number) && (before(3).is(Keyword::no) || before(4).is(Keyword::no));
        if (numbered) return true;  // No. 16 (2020)
        constexpr std::size_t kLongest = 10;
        for (std::size_t k = i + 2; k < i + kLongest && k < lexemes_.size(); ++k) {
            if (lexemes_[k].is(Class::symbol) || lexemes_[k].is(Class::line)) break;
            if (lexemes_[k].is(Keyword::number_sign) || lexemes_[k].is(Keyword::no)) return true;
        }
    }
    const bool suffix =
        next.is_symbol('.') && glued(i + 1) && glued(i + 2) && lexemes_[i + 2].capitals;
    if (suffix) return true;
    const bool exchange = before(1).is_symbol(':') && before(2).capitals &&
                          (before(2).is(Class::other) || before(2).is(Class::nation));
    const bool number =
        before(1).is(Class::number) && before(1).digits > 2 && !year_number(before(1));
    const bool standard = before(1).is_symbol('-') && glued(i) && before(2).is(Class::number) &&
                          before(2).digits > 2 && !year_number(before(2));
    return exchange || number || standard;
}

// 檔號：B1/15C 2025
bool EnglishDate::is_behind_reference(std::size_t i) const {
    constexpr std::size_t kReach = 10;
    for (std::size_t k = i; k > 0 && i - k < kReach; --k) {
        const Lexeme& one = lexemes_[k - 1];
        const bool ends =
            one.is(Class::line) || one.is_symbol(',') || one.is_symbol(';') || one.is_symbol('\0');
        if (ends) return false;
        if (one.is(Class::other) && one.value() == kReference) return true;
    }
    return false;
}

EnglishDate::Found EnglishDate::slashes(std::size_t i) const {
    if (!lexemes_[i + 1].is_symbol('/') || !lexemes_[i + 3].is_symbol('/')) return std::nullopt;
    const auto year = year_number(lexemes_[i + 4]);
    const int a = day_number(i);
    const int b = day_number(i + 2);
    if (!year || b < 0) return std::nullopt;
    const auto day_month = day_of(*year, b, a);
    const auto month_day = day_of(*year, a, b);
    if (!day_month || !month_day || a == b) {
        return absolute(one_day(day_month ? day_month : month_day), DatePrecision::day, i + 5);
    }
    const DayRange both{std::min(*day_month, *month_day), std::max(*day_month, *month_day)};
    if (const auto day = resolver_.likelier(both))
        return FoundDate{one_day(day), DatePrecision::day, DateKind::relative, i + 5};
    return FoundDate{both, DatePrecision::day, DateKind::ambiguous, i + 5};
}

}  // namespace sinodex::quantities
