// SPDX-License-Identifier: GPL-2.0-or-later

// What a date takes in that stands behind it: its weekday, the end of a span, the period it ends.

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/numbers.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

class Completion {
 public:
    Completion(const Lexemes& lexemes, const Resolver& resolver)
        : lexemes_(lexemes), resolver_(resolver) {}

    void run(FoundDate& found, std::size_t begin) const {
        join(found, begin);
        take_weekday(found);
        take_named_weekday(found);
        settle_end(found, begin);
        take_period(found, begin);
    }

 private:
    // 9月15日（星期五）, Sept. 15 (Friday): a weekday behind a day is of that day, and of the year
    // in which they go together.
    void take_weekday(FoundDate& found) const {
        if (found.precision != DatePrecision::day || !found.days) return;
        const bool bracket =
            lexemes_[found.end].is_symbol('(') && lexemes_[found.end + 2].is_symbol(')');
        const Lexeme& weekday = lexemes_[bracket ? found.end + 1 : found.end];
        const bool glued = weekday.han && weekday.begin == lexemes_[found.end - 1].end;
        if (!weekday.is(Class::weekday) || (!bracket && !glued)) return;
        if (lexemes_[found.end - 1].is(Class::weekday)) return;
        found.end += bracket ? 3 : 1;
        if (found.kind != DateKind::relative) return;
        const std::chrono::weekday wanted(static_cast<unsigned>(weekday.value()));
        const std::chrono::year_month_day date{found.days->from};
        for (const int years : {0, 1, -1}) {
            const auto other =
                day_of(static_cast<int>(date.year()) + years, month_in(found.days->from),
                       static_cast<int>(unsigned(date.day())));
            if (!other || std::chrono::weekday(*other) != wanted) continue;
            found.days = DayRange{*other, *other};
            return;
        }
    }

    // 7月12日那个周六: a weekday that is said of the day before it.
    void take_named_weekday(FoundDate& found) const {
        std::size_t k = found.end;
        if (found.precision != DatePrecision::day || !found.days) return;
        constexpr std::size_t kMost = 3;
        while (k < found.end + kMost && lexemes_[k].han &&
               (lexemes_[k].is(Class::counter) || lexemes_[k].is(Keyword::han_of) ||
                (lexemes_[k].is(Class::other) && lexemes_[k].value() == 0))) {
            ++k;
        }
        const Lexeme& weekday = lexemes_[k];
        if (k == found.end || !weekday.is(Class::weekday) || !weekday.han) return;
        const std::chrono::weekday said(static_cast<unsigned>(weekday.value()));
        if (said == std::chrono::weekday(found.days->from)) found.end = k + 1;
    }

    // 截至
    bool is_behind_as_of(std::size_t i) const {
        constexpr std::uint32_t kTwoCharacters = 6;
        if (i == 0) return false;
        const Lexeme& before = lexemes_[i - 1];
        return before.is(Class::other) && before.value() == kComparedWith &&
               before.end - before.begin == kTwoCharacters;
    }

    // 截至9月30日止季度, 止六个月, 止年度, 截至9月30日的季度: the whole period.
    void take_period(FoundDate& found, std::size_t begin) const {
        const std::size_t stop = found.end;
        const bool stops = lexemes_[stop].is(Keyword::ended) && lexemes_[stop].han;
        const bool of = lexemes_[stop].is(Keyword::han_of) && is_behind_as_of(begin);
        if (!found.days || !(stops || of)) return;
        std::size_t k = stops ? stop + 1 : stop;
        if (lexemes_[k].is(Keyword::han_of)) ++k;
        const Lexeme& unit = lexemes_[k];
        int months = 0;
        if (unit.is(Keyword::quarter_sign)) months = 3;
        if (unit.is(Keyword::year_sign)) months = 12;
        if (unit.is(Keyword::han_half) && lexemes_[++k].is(Keyword::year_sign)) months = 6;
        const bool counted =
            unit.is(Class::number) || unit.is(Class::han_digit) || unit.is(Class::han_ten);
        const auto number = counted ? read_number(lexemes_, k) : std::nullopt;
        if (number && number->value < Decimal(13, 0) && number->value.exponent() >= 0 &&
            lexemes_[number->end].is(Class::time_unit) &&
            lexemes_[number->end].value() == static_cast<int>(Unit::months)) {
            months = static_cast<int>(number->value.to_double());
            k = number->end;
        }
        if (months == 0) return;
        found.days = months_before(found.days->to, months);
        found.precision = period_precision(months);
        found.end = k + 1;
    }

    // 比去年底, 截至4月末, 与一季度末相比, 3月底前: the last day.
    void settle_end(FoundDate& found, std::size_t begin) const {
        if (!found.days) return;
        const auto compares = [](const Lexeme& one, int value) {
            return one.is(Class::other) && one.value() == value;
        };
        const bool quarter = found.precision == DatePrecision::quarter;
        const std::size_t last = quarter ? found.end : found.end - 1;
        const Lexeme& sign = lexemes_[last];
        const bool end = sign.han && sign.value() == static_cast<int>(Part::late) &&
                         (sign.is(Class::year_part) || sign.is(Class::month_part) ||
                          (sign.is(Class::part) && sign.end - sign.begin == 3));
        const Lexeme before = begin > 0 ? lexemes_[begin - 1] : Lexeme();
        const Lexeme& behind = lexemes_[last + 1];
        const bool moment = compares(before, kComparedWith) || before.is(Keyword::closes) ||
                            compares(behind, kCompared) ||
                            (behind.is(Keyword::ago_sign) && behind.han);
        if (!end || !moment) return;
        found.days->from = found.days->to;
        found.precision = DatePrecision::day;
        found.end = last + 1;
    }

    // 2021年至2023年, 2021-04 to 2021-06, between April and June: one span where both say so much.
    void join(FoundDate& first, std::size_t begin) const {
        const Lexeme& joint = lexemes_[first.end];
        const bool between =
            begin > 0 && lexemes_[begin - 1].is(Keyword::between) && joint.is(Keyword::word_and);
        const bool joins = joint.is(Keyword::to) || joint.is_symbol('-') || joint.is_symbol('~') ||
                           joint.is(Preposition::through);
        if ((!joins && !between) || !first.days || !may_start_date(lexemes_[first.end + 1])) return;
        auto second = read_date(lexemes_, first.end + 1, resolver_);
        if (!second || !second->days || second->precision != first.precision) return;
        give_year(first, *second);
        if (!lexemes_[first.end + 1].is(Class::relative)) take_year(first, *second);
        const bool slash = lexemes_[first.end + 2].is_symbol('/');
        if (!slash && !lexemes_[first.end + 1].is(Class::weekday)) take_next_year(first, *second);
        if (lexemes_[begin].is(Class::weekday) && lexemes_[first.end + 1].is(Class::weekday) &&
            second->days->to < first.days->from) {
            second->days->from += std::chrono::days(7);
            second->days->to += std::chrono::days(7);
        }
        if (first.days->to >= second->days->from || second->kind != first.kind) return;
        first.days->to = second->days->to;
        first.precision = DatePrecision::span;
        first.end = second->end;
    }

    // The July 14 of "April 14 to July 14", where nothing else tells its year.
    static void take_next_year(const FoundDate& first, FoundDate& second) {
        const bool days =
            first.precision == DatePrecision::day || first.precision == DatePrecision::month;
        if (!days || second.kind != DateKind::relative || first.kind != DateKind::relative ||
            second.days->from >= first.days->from)
            return;
        const std::chrono::year_month_day last{second.days->from};
        for (int year = year_in(first.days->from); year <= year_in(first.days->from) + 1; ++year) {
            const int month = month_in(second.days->from);
            const auto day = day_of(year, month, static_cast<int>(unsigned(last.day())));
            if (!day || *day <= first.days->to) continue;
            second.days = first.precision == DatePrecision::month ? month_of(year, month)
                                                                  : DayRange{*day, *day};
            return;
        }
    }

    // The 11月 of 2024年1月至11月.
    static void take_year(const FoundDate& first, FoundDate& second) {
        const bool narrow =
            first.precision == DatePrecision::day || first.precision == DatePrecision::month;
        if (!narrow || first.kind != DateKind::absolute || second.kind != DateKind::relative)
            return;
        const std::chrono::year_month_day last{second.days->to};
        for (int year = year_in(first.days->to); year <= year_in(first.days->to) + 1; ++year) {
            const int month = month_in(second.days->to);
            const auto day = day_of(year, month, static_cast<int>(unsigned(last.day())));
            const DayRange days = first.precision == DatePrecision::month
                                      ? month_of(year, month)
                                      : DayRange{day.value_or(Day()), day.value_or(Day())};
            if (days.from <= first.days->to) continue;
            second.days = days;
            second.kind = DateKind::absolute;
            return;
        }
    }

    // The 1 January of "1 January to 31 March 2024".
    static void give_year(FoundDate& first, const FoundDate& second) {
        if (first.precision != DatePrecision::day || first.kind != DateKind::relative ||
            second.kind != DateKind::absolute)
            return;
        const std::chrono::year_month_day date{first.days->from};
        const auto in_year = day_of(year_in(second.days->from), month_in(first.days->from),
                                    static_cast<int>(unsigned(date.day())));
        if (!in_year || *in_year >= second.days->from) return;
        first.days = DayRange{*in_year, *in_year};
        first.kind = DateKind::absolute;
    }

    const Lexemes& lexemes_;
    const Resolver& resolver_;
};

}  // namespace

void complete_date(const Lexemes& lexemes, std::size_t begin, const Resolver& resolver,
                   FoundDate& found) {
    Completion(lexemes, resolver).run(found, begin);
}

}  // namespace sinodex::quantities
