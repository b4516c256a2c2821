// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/numbers.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;
using Found = std::optional<FoundDate>;

// A whole number from 1 to `most`, in digits or Chinese.
struct Small {
    int value = 0;
    std::size_t end = 0;
};

class ChineseDate {
 public:
    ChineseDate(const Lexemes& lexemes, const Resolver& resolver)
        : lexemes_(lexemes), resolver_(resolver) {}

    Found read(std::size_t i) {
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
                return first.han ? Found(resolver_.half(first.value(), i + 1)) : std::nullopt;
            case Class::quarter:
                return first.han ? quarter(i) : std::nullopt;
            case Class::year_part:
                return end_of_year(resolver_.year(0, i + 1), first.value());
            case Class::keyword:
                return from_keyword(i);
            default:
                return std::nullopt;
        }
    }

 private:
    std::optional<Small> small(std::size_t i, int most) const {
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

    Found from_number(std::size_t i) {
        const Lexeme& behind = lexemes_[i + 1];
        const bool may_go_on = behind.han || behind.is_symbol('-') || behind.is_symbol('~');
        if (lexemes_[i].is(Class::number) && !may_go_on) return std::nullopt;
        std::optional<int> year = year_number(lexemes_[i]);
        std::size_t sign = i + 1;
        if (const HanDigits digits = read_han_digits(lexemes_, i); digits.count == 4) {
            if (digits.value >= 1900 && digits.value < 2100) year = digits.value;
            sign = i + 4;
        }
        if (year && lexemes_[sign].is(Keyword::year_sign)) {
            if (is_number_of_year(sign + 1)) return std::nullopt;
            return in_year(*year, sign + 1);
        }
        if (year && lexemes_[sign].is(Class::year_part)) {
            return end_of_year({year_of(*year), DatePrecision::year, DateKind::absolute, sign + 1},
                               lexemes_[sign].value());
        }
        if (const auto found = decade(i)) return found;
        if (const auto found = ago(i)) return found;
        if (const auto found = months(std::nullopt, i)) return found;
        if (const auto found = month(std::nullopt, i)) return found;
        if (const auto found = quarter(i)) return found;
        return bare_day(i);
    }

    // The 第46号 of 2021年第46号.
    bool is_number_of_year(std::size_t i) const {
        return lexemes_[i].is(Keyword::prefix_ordinal) && lexemes_[i + 1].is(Class::number) &&
               lexemes_[i + 2].is(Keyword::number_sign);
    }

    // 90年代
    Found decade(std::size_t i) const {
        const auto number = small(i, 90);
        if (!number || !lexemes_[number->end].is(Keyword::decade_sign)) return std::nullopt;
        if (number->value % 10 != 0) return std::nullopt;
        const int year = (number->value >= 30 ? 1900 : 2000) + number->value;
        return FoundDate{DayRange{year_of(year).from, year_of(year + 9).to}, DatePrecision::decade,
                         DateKind::absolute, number->end + 1};
    }

    // 第三季度, 同年, 同年3月, 次日.
    Found from_keyword(std::size_t i) {
        const std::optional<DayRange> last = resolver_.last();
        Found found;
        if (lexemes_[i].is(Keyword::same_year)) {
            if (last) found = in_year(year_in(last->to), i + 1);
        } else if (lexemes_[i].is(Keyword::next_day)) {
            return resolver_.day_after_last(1, i + 1);
        } else if (lexemes_[i].is(Keyword::quarter_before)) {
            return quarter_before(i);
        } else if (lexemes_[i].is(Keyword::quarter_this)) {
            return resolver_.near_quarter(0, i + 1);
        } else if (lexemes_[i].is(Keyword::quarter_next)) {
            return resolver_.near_quarter(1, i + 1);
        } else if (lexemes_[i].is(Keyword::ago_sign)) {
            return first_quarters(i);
        } else if (lexemes_[i].is(Keyword::republic)) {
            return year_of_republic(i);
        } else {
            return quarter(i);
        }
        if (found) found->kind = DateKind::relative;
        return found;
    }

    // 上季度: before the quarter, or the end of the half, that was told of last, or before that of
    // publication.
    Found quarter_before(std::size_t i) const {
        FoundDate found = resolver_.month(-3, i + 1);
        found.precision = DatePrecision::quarter;
        if (!found.days) return found;
        constexpr std::chrono::days kQuarter{85};
        constexpr std::chrono::days kHalf{190};
        const auto last = resolver_.last();
        const bool period = last && last->to - last->from > kQuarter &&
                            last->to - last->from < kHalf && month_in(last->to) % 3 == 0;
        const Day within =
            period ? month_of(year_in(last->to), month_in(last->to)).from - std::chrono::days(80)
                   : found.days->from;
        found.days = quarter_of(year_in(within), (month_in(within) + 2) / 3);
        return found;
    }

    // Reads what may stand behind a year: a month, a quarter, a half, 初. `i` is behind 年.
    Found in_year(int year, std::size_t i) {
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
        if (next.is(Class::part) && next.han && next.end - next.begin == 3) {  // 去年底
            return end_of_year({whole.days, whole.precision, whole.kind, i + 1}, next.value());
        }
        return whole;
    }

    // 前三季度, 前三个月; `i` is at 前.
    Found first_months(int year, std::size_t i) const {
        if (!lexemes_[i].is(Keyword::ago_sign) || lexemes_[i].end - lexemes_[i].begin > 3)
            return {};
        const auto number = small(i + 1, 11);
        if (!number) return std::nullopt;
        const Lexeme& unit = lexemes_[number->end];
        const bool quarters = unit.is(Keyword::quarter_sign) && number->value <= 3;
        const bool months =
            unit.is(Class::time_unit) && unit.value() == static_cast<int>(Unit::months);
        if (!quarters && !months) return std::nullopt;
        const int last = quarters ? 3 * number->value : number->value;
        return FoundDate{DayRange{year_of(year).from, month_of(year, last).to}, DatePrecision::span,
                         DateKind::absolute, number->end + 1};
    }

    // 前三季度, 前七个月 of the year in which the last of them was the latest.
    Found first_quarters(std::size_t i) const {
        const auto number = small(i + 1, 11);
        if (!number) return std::nullopt;
        const Lexeme& unit = lexemes_[number->end];
        const bool quarters = unit.is(Keyword::quarter_sign) && number->value <= 3;
        const bool bare_months = unit.is(Keyword::month_sign) && unit.end - unit.begin == 3;
        const bool counted =
            unit.is(Class::time_unit) && unit.value() == static_cast<int>(Unit::months);
        const bool months = (bare_months || counted) && number->value > 3 &&
                            lexemes_[i].end - lexemes_[i].begin == 3;
        if (!quarters && !months) return std::nullopt;
        FoundDate found = quarters ? resolver_.quarter(number->value, number->end + 1)
                                   : resolver_.named_month(number->value, 0, number->end + 1);
        found.precision = DatePrecision::span;
        if (found.days) found.days->from = year_of(year_in(found.days->from)).from;
        return found;
    }

    // 1至7月, 1-7月.
    Found months(std::optional<int> year, std::size_t i) const {
        const auto first = small(i, 11);
        if (!first) return std::nullopt;
        const Lexeme& joint = lexemes_[first->end];
        if (!joint.is_symbol('-') && !joint.is_symbol('~') && !joint.is(Keyword::to)) return {};
        const auto last = small(first->end + 1, 12);
        if (!last || last->value <= first->value) return std::nullopt;
        const Lexeme& sign = lexemes_[last->end];
        const bool day = small(last->end + 1, 31) && is_day_sign(last->end + 2);
        if (!sign.is(Keyword::month_sign) || sign.end - sign.begin > 3 || day) return std::nullopt;
        FoundDate found = resolver_.named_month(last->value, 0, last->end + 1);
        if (year)
            found = {month_of(*year, last->value), found.precision, DateKind::absolute, found.end};
        found.precision = DatePrecision::span;
        if (found.days) found.days->from = month_of(year_in(found.days->from), first->value).from;
        return found;
    }

    Found weekday(std::size_t i) const {
        const bool any = i > 1 && lexemes_[i - 1].is(Class::counter) &&
                         lexemes_[i - 2].is(Class::han_digit);  // 一个周五
        if (any || is_weekday_list(lexemes_, i)) return std::nullopt;
        return resolver_.weekday(lexemes_[i].value(), 0, i + 1);
    }

    // 民国112年.
    Found year_of_republic(std::size_t i) {
        constexpr int kYearBefore = 1911;
        const auto number = small(i + 1, 188);
        if (!number || !lexemes_[number->end].is(Keyword::year_sign)) return std::nullopt;
        return in_year(kYearBefore + number->value, number->end + 1);
    }

    // 十月第一个星期一; `i` is behind the month.
    Found nth_weekday(const FoundDate& month, std::size_t i) const {
        if (!lexemes_[i].is(Keyword::prefix_ordinal)) return std::nullopt;
        const auto number = small(i + 1, 5);
        if (!number) return std::nullopt;
        const std::size_t k =
            lexemes_[number->end].is(Class::counter) ? number->end + 1 : number->end;
        if (!lexemes_[k].is(Class::weekday)) return std::nullopt;
        return weekday_in(month, number->value, lexemes_[k].value(), k + 1);
    }

    static Found part_of_year(FoundDate year, int part) {
        if (year.days) year.days = part_of(*year.days, static_cast<Part>(part));
        year.precision = DatePrecision::part;
        return year;
    }

    // 年初 and 年底 are nearer to the turn of the year than "early" and "late".
    static Found end_of_year(FoundDate year, int part) {
        if (year.days && static_cast<Part>(part) == Part::late) {
            year.days = month_of(year_in(year.days->from), 12);
            year.precision = DatePrecision::part;
            return year;
        }
        return part_of_year(year, part);
    }

    // 第三季度, 三季度, Q3.
    std::optional<Small> quarter_number(std::size_t i) const {
        if (lexemes_[i].is(Class::quarter)) return Small{lexemes_[i].value(), i + 1};
        const std::size_t first = lexemes_[i].is(Keyword::prefix_ordinal) ? i + 1 : i;
        auto number = small(first, 4);
        if (!number || !lexemes_[number->end].is(Keyword::quarter_sign)) return std::nullopt;
        ++number->end;
        return number;
    }

    Found quarter(std::size_t i) const {
        const auto number = quarter_number(i);
        if (!number) return std::nullopt;
        const std::size_t first = i > 0 && lexemes_[i - 1].is(Keyword::prefix_ordinal) ? i - 1 : i;
        const bool fiscal = first > 0 && lexemes_[first - 1].is(Class::other) &&
                            lexemes_[first - 1].value() == kFiscal && lexemes_[first - 1].han;
        if (fiscal) return fiscal_quarter(first, *number);
        const Lexeme& sign = lexemes_[number->end - 1];
        const bool whole = lexemes_[i].is(Keyword::prefix_ordinal) || sign.is(Class::quarter) ||
                           sign.end - sign.begin > 3;
        if (!whole) return std::nullopt;  // 一季: any three months
        return resolver_.quarter(number->value, number->end);
    }

    // The 第二季度 of 2026财年第二季度, where the text says how its fiscal years lie.
    Found fiscal_quarter(std::size_t i, Small number) const {
        const auto year = i > 1 ? year_number(lexemes_[i - 2]) : std::nullopt;
        if (!year || !resolver_.knows_fiscal()) return std::nullopt;
        return FoundDate{resolver_.fiscal_quarter(*year, number.value), DatePrecision::quarter,
                         DateKind::absolute, number.end};
    }

    // 日, also that of 10日前, where no bare 日前 (lately) is meant.
    bool is_day_sign(std::size_t i) const {
        return lexemes_[i].is(Keyword::day_sign) || lexemes_[i].is(Keyword::day_before);
    }

    // 4月, 4月10日, 4月底, 十月下旬.
    Found month(std::optional<int> year, std::size_t i) const {
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
        const bool part = lexemes_[end].is(Class::part) && lexemes_[end].han;
        if (!closing && !part) return found;
        found.end = part ? end + 1 : end;
        return part_of_year(found, part ? lexemes_[end].value() : sign.value());
    }

    Found on(std::optional<int> year, int month, int day, std::size_t end) const {
        if (!year) return resolver_.month_and_day(month, day, end);
        const auto date = day_of(*year, month, day);
        if (!date) return std::nullopt;
        if (lexemes_[end].is(Class::weekday) && lexemes_[end].han) ++end;  // 星期四
        return FoundDate{DayRange{*date, *date}, DatePrecision::day, DateKind::absolute, end};
    }

    // 18至22 of 本月18至22日: the first and the last day, and the place behind the latter.
    struct Days {
        int first = 0;
        int last = 0;
        std::size_t end = 0;
    };
    std::optional<Days> days_at(std::size_t i) const {
        const auto first = small(i, 30);
        if (!first) return std::nullopt;
        const Lexeme& joint = lexemes_[first->end];
        if (!joint.is(Keyword::to) && !joint.is_symbol('-') && !joint.is_symbol('~')) return {};
        const auto last = small(first->end + 1, 31);
        if (!last || last->value <= first->value || !is_day_sign(last->end)) return std::nullopt;
        return Days{first->value, last->value, last->end + 1};
    }

    static Found extended(Found found, const Days& days) {
        if (!found || !found->days) return found;
        found->days->to += std::chrono::days(days.last - days.first);
        found->precision = DatePrecision::span;
        return found;
    }

    // 至12日 behind 4月10日.
    Found with_last_day(Found first) const {
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

    // 10日. Not 近10日, 10日内, 连续5日.
    Found bare_day(std::size_t i) const {
        if (const auto days = days_at(i))
            return extended(resolver_.day_of_month(days->first, days->end), *days);
        const auto day = small(i, 31);
        if (!day) return std::nullopt;
        if (lexemes_[day->end].is(Keyword::number_sign) && is_day_number(i, day->end))
            return resolver_.day_of_month(day->value, day->end + 1);
        if (!lexemes_[day->end].is(Keyword::day_sign)) return std::nullopt;
        const bool counted = i > 0 && lexemes_[i - 1].is(Class::qualifier);
        const Lexeme& next = lexemes_[day->end + 1];
        if (counted || next.is(Keyword::ago_sign) || next.is(Keyword::later) ||
            next.is(Keyword::within)) {
            return std::nullopt;
        }
        if (lexemes_[i].is(Class::han_digit) && day->value == 1) return std::nullopt;  // 一日千里
        return with_last_day(resolver_.day_of_month(day->value, day->end + 1));
    }

    // Whether the 号 at `sign` is that of a day: 20号才开, not 20号文, 第20号, 地铁2号线.
    bool is_day_number(std::size_t i, std::size_t sign) const {
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
        const bool starts =
            i == 0 || lexemes_[i - 1].is(Class::line) || lexemes_[i - 1].is_symbol(',');
        return starts &&
               (next.is_symbol(',') || next.is(Keyword::past) || next.is(Keyword::ahead) ||
                next.is(Keyword::holidays) || next.is(Keyword::day_part));
    }

    bool is_thing_behind(std::size_t sign) const {
        const Lexeme& next = lexemes_[sign + 1];
        return next.begin == lexemes_[sign].end && next.is(Class::other) &&
               next.value() == kNumberedThing;
    }

    // 两年前, 三个月前, 十天前.
    Found ago(std::size_t i) const {
        const auto count = small(i, 500);
        if (!count) return std::nullopt;
        std::size_t k = count->end;
        if (lexemes_[k].is(Class::counter) && lexemes_[k + 1].is(Class::time_unit)) ++k;
        const Lexeme& unit = lexemes_[k];
        if (lexemes_[k + 1].is(Keyword::later)) return after_last(k, count->value);
        const bool more = lexemes_[k + 1].is(Keyword::more) && lexemes_[k + 1].han;  // 八年多以前
        if (more) ++k;
        if (!lexemes_[k + 1].is(Keyword::ago_sign)) return std::nullopt;
        if (unit.is(Keyword::year_sign) && count->value < 200) {
            return resolver_.year(-count->value, k + 2);
        }
        if (!unit.is(Class::time_unit) || unit.value() < static_cast<int>(Unit::days)) {
            return std::nullopt;
        }
        return time_ago(resolver_, unit.value(), count->value, k + 2);
    }

    // 两天后 behind a day that was told of, 五年后生效; `k` is at the unit.
    Found after_last(std::size_t k, int count) const {
        const Lexeme& unit = lexemes_[k];
        const Lexeme& sign = lexemes_[k + 1];
        constexpr std::uint32_t kAfter = 3;  // 后, not 间
        const bool ahead = resolver_.is_ahead() || lexemes_[k + 2].is(Keyword::takes_effect);
        const bool year = unit.is(Keyword::year_sign) && count < 100;
        const bool timed =
            unit.is(Class::time_unit) && unit.value() >= static_cast<int>(Unit::days);
        if (sign.end - sign.begin != kAfter || (!year && !timed)) return std::nullopt;
        if (year) return ahead ? Found(resolver_.year(count, k + 2)) : std::nullopt;
        if (ahead) return time_ago(resolver_, unit.value(), -count, k + 2);
        const bool days = unit.value() == static_cast<int>(Unit::days);
        return days ? resolver_.day_after_last(count, k + 2) : std::nullopt;
    }

    Found from_relative(std::size_t i) {
        const auto relative = static_cast<Relative>(lexemes_[i].value());
        const int value = static_cast<int>(relative);
        if (relative <= Relative::day_plus_2) {
            return resolver_.day(value - static_cast<int>(Relative::day_0), i + 1);
        }
        if (relative <= Relative::week_plus_1) {
            return week(i, value - static_cast<int>(Relative::week_0));
        }
        if (relative <= Relative::month_plus_1) {
            FoundDate found = resolver_.month(value - static_cast<int>(Relative::month_0), i + 1);
            const bool part = lexemes_[i + 1].is(Class::part) && lexemes_[i + 1].han;
            if (!part) return with_day(found);
            found.end = i + 2;
            return part_of_year(found, lexemes_[i + 1].value());
        }
        if (relative == Relative::year_before) return near_year(i, -1);
        return near_year(i, value - static_cast<int>(Relative::year_0));
    }

    // 本月, 本月10日.
    Found with_day(const FoundDate& month) const {
        if (const auto days = days_at(month.end); days && month.days) {
            const Day first = month.days->from + std::chrono::days(days->first - 1);
            return extended(
                FoundDate{DayRange{first, first}, DatePrecision::day, month.kind, days->end},
                *days);
        }
        const auto day = small(month.end, 31);
        const bool sign =
            day && (is_day_sign(day->end) || lexemes_[day->end].is(Keyword::number_sign));
        if (!sign) return month;
        FoundDate found{std::nullopt, DatePrecision::day, month.kind, day->end + 1};
        if (!month.days) return found;
        const Day date = month.days->from + std::chrono::days(day->value - 1);
        if (date > month.days->to) return month;
        found.days = DayRange{date, date};
        return with_last_day(found);
    }

    // 上周, 上周五.
    Found week(std::size_t i, int distance) const {
        const Lexeme& next = lexemes_[i + 1];
        const bool digit = next.is(Class::han_digit) && next.value() >= 1 && next.value() <= 6;
        const bool sunday = next.is(Keyword::day_sign) || (next.han && next.is(Class::time_unit));
        const bool weekend = next.is(Class::part) && next.end - next.begin == 3 &&
                             next.value() == static_cast<int>(Part::late);
        if (weekend) {  // 上周末
            FoundDate found = resolver_.weekday_of_week(6, distance, i + 2);
            found.precision = DatePrecision::span;
            if (found.days) found.days->to += std::chrono::days(1);
            return found;
        }
        if (!digit && !sunday) return resolver_.week(distance, i + 1);
        return resolver_.weekday_of_week(digit ? next.value() : 7, distance, i + 2);
    }

    // 上年 is the year before that of the quarter or year that was told of.
    std::optional<int> told_year(std::size_t i, int distance) const {
        const auto now = resolver_.year_at(0);
        const auto last = resolver_.last();
        constexpr std::chrono::days kQuarter{85};
        const bool before = lexemes_[i].value() == static_cast<int>(Relative::year_before);
        if (!now || !before || !last || last->to - last->from < kQuarter)
            return resolver_.year_at(distance);
        return std::min(*now, year_in(last->to)) - 1;
    }

    // 去年, 今年3月, 去年底.
    Found near_year(std::size_t i, int distance) {
        const auto year = told_year(i, distance);
        if (distance == -1 && lexemes_[i + 1].is(Keyword::same_period)) {
            if (const auto days = resolver_.last_a_year_earlier())
                return FoundDate{days, DatePrecision::span, DateKind::relative, i + 2};
        }
        Found found = in_year(year.value_or(2000), i + 1);
        if (!found) return std::nullopt;
        found->kind = year ? DateKind::relative : DateKind::unresolved;
        if (!year) found->days.reset();
        return found;
    }

    const Lexemes& lexemes_;
    const Resolver& resolver_;
};

}  // namespace

std::optional<FoundDate> read_chinese_date(const Lexemes& lexemes, std::size_t begin,
                                           const Resolver& resolver) {
    return ChineseDate(lexemes, resolver).read(begin);
}

}  // namespace sinodex::quantities
