#include <algorithm>

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/numbers.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;
using Found = std::optional<FoundDate>;

Found absolute(std::optional<DayRange> days, DatePrecision precision, std::size_t end) {
    if (!days) return std::nullopt;
    return FoundDate{days, precision, DateKind::absolute, end};
}

std::optional<DayRange> one_day(std::optional<Day> day) {
    if (!day) return std::nullopt;
    return DayRange{*day, *day};
}

class EnglishDate {
 public:
    EnglishDate(const Lexemes& lexemes, const Resolver& resolver)
        : lexemes_(lexemes), resolver_(resolver) {}

    Found read(std::size_t i) const {
        const Lexeme& first = lexemes_[i];
        switch (first.cls()) {
            case Class::number:
                return from_number(i);
            case Class::cardinal:
                return ago(i);
            case Class::month:
                return from_month(i);
            case Class::weekday:
                return from_weekday(i);
            case Class::quarter:
                return in_year_of(i + 1, first.value(), true);
            case Class::half_year:
                return first.han ? std::nullopt : in_year_of(i + 1, first.value(), false);
            case Class::ordinal:
                return from_ordinal(i);
            case Class::part:
                return first.han ? std::nullopt : from_part(i);
            case Class::season:
                return first.han ? std::nullopt : from_season(i);
            case Class::relative:
                return from_relative(i);
            case Class::keyword:
                return from_keyword(i);
            default:
                return std::nullopt;
        }
    }

 private:
    bool glued(std::size_t i) const { return lexemes_[i - 1].end == lexemes_[i].begin; }

    int day_number(std::size_t i) const {
        const int number = lexemes_[i].digits <= 2 ? lexemes_[i].small_number() : -1;
        return number >= 1 && number <= 31 ? number : -1;
    }

    // Behind the th of 10th.
    std::size_t after_ordinal(std::size_t i) const {
        const Lexeme& next = lexemes_[i];
        const bool ending = next.is(Class::other) && next.end - next.begin == 2 && !next.han;
        return ending && glued(i) ? i + 1 : i;
    }

    std::size_t after(std::size_t i, char symbol) const {
        return lexemes_[i].is_symbol(symbol) ? i + 1 : i;
    }

    Found from_number(std::size_t i) const {
        if (const auto year = year_number(lexemes_[i])) {
            if (const auto date = iso(i, *year)) return date;
            return from_year(i, *year);
        }
        if (const auto date = dotted(i)) return date;
        if (day_number(i) > 0) {
            if (const auto date = day_first(i)) return date;
            if (const auto date = slashes(i)) return date;
        }
        return ago(i);
    }

    // 2021-04-10, 2021/4/10, 2021-04.
    Found iso(std::size_t i, int year) const {
        const bool dash = lexemes_[i + 1].is_symbol('-');
        if ((!dash && !lexemes_[i + 1].is_symbol('/')) || !glued(i + 1) || !glued(i + 2)) {
            return std::nullopt;
        }
        const int month = day_number(i + 2);
        if (month < 1 || month > 12) return std::nullopt;
        const bool third = lexemes_[i + 3].word.value == lexemes_[i + 1].word.value &&
                           lexemes_[i + 3].is(Class::symbol) && glued(i + 3) && glued(i + 4);
        if (third && day_number(i + 4) > 0) {
            return absolute(one_day(day_of(year, month, day_number(i + 4))), DatePrecision::day,
                            i + 5);
        }
        if (!dash || lexemes_[i + 2].digits != 2) return std::nullopt;
        return absolute(month_of(year, month), DatePrecision::month, i + 3);
    }

    // 2021.4.10, which the lexer takes for a version.
    Found dotted(std::size_t i) const {
        const auto part = [&](std::size_t k) {
            return lexemes_[k].version && lexemes_[k].digits > 0 && lexemes_[k].digits <= 4
                       ? static_cast<int>(lexemes_[k].number.to_double())
                       : -1;
        };
        const bool stops = lexemes_[i + 1].is_symbol('.') && lexemes_[i + 3].is_symbol('.') &&
                           glued(i + 1) && glued(i + 2) && glued(i + 3) && glued(i + 4);
        if (!stops || lexemes_[i].digits != 4 || part(i) < 1900 || part(i) > 2099) return {};
        return absolute(one_day(day_of(part(i), part(i + 2), part(i + 4))), DatePrecision::day,
                        i + 5);
    }

    // 2021, 2020-2023, 2020-23, 1990s, 2022 Q3. What is counted is no year.
    Found from_year(std::size_t i, int year) const {
        const Lexeme& next = lexemes_[i + 1];
        if (next.is(Class::quarter))
            return absolute(quarter_of(year, next.value()), DatePrecision::quarter, i + 2);
        if (next.is(Class::other) && !next.han && glued(i + 1)) {
            const bool decade = next.end - next.begin == 1 && !next.capital && year % 10 == 0;
            if (!decade) return std::nullopt;
            return absolute(DayRange{year_of(year).from, year_of(year + 9).to},
                            DatePrecision::decade, i + 2);
        }
        if (const auto span = from_years(i, year)) return span;
        const bool number_behind = (next.is_symbol('-') || next.is_symbol('/')) && glued(i + 1) &&
                                   lexemes_[i + 2].is(Class::number) && glued(i + 2);
        if (is_counted(i) || number_behind) return std::nullopt;
        return absolute(year_of(year), DatePrecision::year, i + 1);
    }

    Found from_years(std::size_t i, int year) const {
        const Lexeme& joint = lexemes_[i + 1];
        const bool to = joint.is(Keyword::to) ||
                        (joint.is(Keyword::and_) && i > 0 && lexemes_[i - 1].is(Keyword::between));
        if (!joint.is_symbol('-') && !to) return std::nullopt;
        auto last = year_number(lexemes_[i + 2]);
        const bool brief = lexemes_[i + 2].digits == 2 && joint.is_symbol('-') && glued(i + 2);
        if (brief) last = year / 100 * 100 + lexemes_[i + 2].small_number();
        if (!last || *last <= year || *last - year > 99) return std::nullopt;
        return absolute(DayRange{year_of(year).from, year_of(*last).to}, DatePrecision::span,
                        i + 3);
    }

    bool is_counted(std::size_t i) const {
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
        if (i == 0) return next.is(Keyword::percentage);
        const Lexeme& before = lexemes_[i - 1];
        const bool name = before.end == lexemes_[i].begin &&
                          (before.is(Class::other) || before.is_symbol('/') ||
                           before.is_symbol('_') || before.is_symbol('.') || before.is_symbol('#'));
        const bool hyphen = before.is_symbol('-') && glued(i) && i > 1 &&
                            lexemes_[i - 2].is(Class::other) && !lexemes_[i - 2].han &&
                            glued(i - 1);
        return name || hyphen || before.is(Class::mark) || before.is(Class::currency) ||
               is_numbered(lexemes_, i);
    }

    // 12 July 2023, 12th of July, 15-16 December. Not "less than 18 may".
    Found day_first(std::size_t i) const {
        if (i > 0 && lexemes_[i - 1].is(Keyword::than)) return std::nullopt;
        const int first = day_number(i);
        std::size_t k = after_ordinal(i + 1);
        int last = first;
        const bool joint = lexemes_[k].is_symbol('-') || lexemes_[k].is(Keyword::to) ||
                           lexemes_[k].is(Keyword::and_);
        if (joint && day_number(k + 1) > first) {
            last = day_number(k + 1);
            k = after_ordinal(k + 2);
        }
        if (lexemes_[k].is(Keyword::of)) ++k;
        if (lexemes_[k].is_symbol('-') && glued(k)) ++k;  // 26-FEB-1987
        if (!lexemes_[k].is(Class::month) || !lexemes_[k].capital) return std::nullopt;
        const bool percent = i > 0 && lexemes_[i - 1].is(Class::mark);
        return percent ? std::nullopt : with_year(after_month(k), lexemes_[k].value(), first, last);
    }

    // Behind a month and the full stop of its abbreviation.
    std::size_t after_month(std::size_t i) const {
        const bool brief = lexemes_[i].end - lexemes_[i].begin <= 4;
        return brief && lexemes_[i + 1].is_symbol('.') && glued(i + 1) ? i + 2 : i + 1;
    }

    // The year behind a day and a month, or none.
    Found with_year(std::size_t i, int month, int first, int last) const {
        std::size_t k = after(i, ',');
        if (lexemes_[k].is_symbol('-') && glued(k)) ++k;
        if (lexemes_[k].is(Keyword::of)) ++k;
        auto year = year_number(lexemes_[k]);
        if (year && lexemes_[k].digits == 4 && !is_unit_behind(k)) {
            return days(*year, month, first, last, k + 1);
        }
        const int distance = lexemes_[i].is(Keyword::last) ? -1 : 0;
        const bool named = distance < 0 || lexemes_[i].is(Keyword::this_);
        if (named && lexemes_[i + 1].is(Class::time_unit)) {
            year = resolver_.year_at(distance);
            auto found = year ? days(*year, month, first, last, i + 2) : std::nullopt;
            if (found) found->kind = DateKind::relative;
            return found;
        }
        FoundDate found = resolver_.month_and_day(month, first, i);
        if (found.days) found.days->to += std::chrono::days(last - first);
        if (last != first) found.precision = DatePrecision::span;
        return found;
    }

    Found days(int year, int month, int first, int last, std::size_t end) const {
        const auto from = day_of(year, month, first);
        const auto to = day_of(year, month, last);
        if (!from || !to) return std::nullopt;
        return absolute(DayRange{*from, *to},
                        first == last ? DatePrecision::day : DatePrecision::span, end);
    }

    bool is_unit_behind(std::size_t i) const {
        const Class cls = lexemes_[i + 1].cls();
        return cls == Class::scale || cls == Class::percent || cls == Class::suffix;
    }

    // 10/04/2021: day and month cannot be told apart.
    Found slashes(std::size_t i) const {
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

    // July 12, 2023; July 12-14; Dec. 14; July 2023; July.
    Found from_month(std::size_t i) const {
        if (!lexemes_[i].capital) return std::nullopt;
        const int month = lexemes_[i].value();
        const std::size_t next = after_month(i);
        const int first = day_number(next);
        if (first > 0 && !is_unit_behind(next)) {
            std::size_t k = after_ordinal(next + 1);
            int last = first;
            const bool joint = lexemes_[k].is_symbol('-') || lexemes_[k].is(Keyword::to);
            if (joint && day_number(k + 1) > first && !is_unit_behind(k + 1)) {
                last = day_number(k + 1);
                k = after_ordinal(k + 2);
            }
            return with_year(k, month, first, last);
        }
        return month_and_year(i, next);
    }

    Found month_and_year(std::size_t i, std::size_t next) const {
        const int month = lexemes_[i].value();
        std::size_t k = after(next, ',');
        if (lexemes_[k].is(Keyword::of)) ++k;
        const auto year = year_number(lexemes_[k]);
        if (year && !is_unit_behind(k)) {
            return absolute(month_of(*year, month), DatePrecision::month, k + 1);
        }
        if (const auto shared = year_of_next_month(k)) {
            return absolute(month_of(*shared, month), DatePrecision::month, next);
        }
        const bool last = lexemes_[next].is(Keyword::last);
        const bool named =
            (last || lexemes_[next].is(Keyword::this_)) && is_unit(next + 1, Unit::years);
        if (named) {
            const auto near = resolver_.year_at(last ? -1 : 0);
            if (!near) return FoundDate{{}, DatePrecision::month, DateKind::unresolved, next + 2};
            return FoundDate{month_of(*near, month), DatePrecision::month, DateKind::relative,
                             next + 2};
        }
        if (!is_month_here(i)) return std::nullopt;
        return resolver_.named_month(month, 0, i + 1);
    }

    // The 2021 of "and July 2021".
    std::optional<int> year_of_next_month(std::size_t i) const {
        const bool joint = lexemes_[i].is(Keyword::and_) || lexemes_[i].is(Keyword::or_) ||
                           lexemes_[i].is(Keyword::to) || lexemes_[i].is_symbol('-');
        if (!joint || !lexemes_[i + 1].is(Class::month)) return std::nullopt;
        return year_number(lexemes_[after_month(i + 1)]);
    }

    // May and March are words, names and months: only what stands before them tells.
    bool is_month_here(std::size_t i) const {
        const int month = lexemes_[i].value();
        const bool brief = lexemes_[i].end - lexemes_[i].begin <= 3;
        if (month != 5 && month != 3 && !brief) return true;
        if (i == 0) return false;
        const Lexeme& before = lexemes_[i - 1];
        return before.is(Class::preposition) || before.is(Class::part) || before.is(Keyword::in) ||
               before.is(Keyword::of) || before.is(Keyword::from);
    }

    bool is_unit(std::size_t i, Unit unit) const {
        return lexemes_[i].is(Class::time_unit) && lexemes_[i].value() == static_cast<int>(unit);
    }

    // Friday; Friday, July 12; Friday 12 July.
    Found from_weekday(std::size_t i) const {
        if (!lexemes_[i].capital || lexemes_[i].han) return std::nullopt;
        if (i > 0 && lexemes_[i - 1].is(Keyword::every)) return std::nullopt;
        const std::size_t next = after(i + 1, ',');
        const bool month = lexemes_[next].is(Class::month);
        if (month || (day_number(next) > 0)) {
            const auto date = month ? from_month(next) : day_first(next);
            if (date && date->precision == DatePrecision::day) return date;
        }
        return resolver_.weekday(lexemes_[i].value(), 0, i + 1);
    }

    // The third quarter of 2022, the first half of last year.
    Found from_ordinal(std::size_t i) const {
        const int value = lexemes_[i].value();
        if (lexemes_[i + 1].is(Keyword::quarter) && value <= 4) {
            return in_year_of(i + 2, value, true);
        }
        if (!lexemes_[i + 1].is(Keyword::half) || value > 2) return std::nullopt;
        const auto found = in_year_of(i + 2, value, false);
        return found && found->end > i + 2 ? found : std::nullopt;
    }

    // `i` is behind a quarter or half.
    Found in_year_of(std::size_t i, int value, bool quarter) const {
        const auto precision = quarter ? DatePrecision::quarter : DatePrecision::half;
        std::size_t k = after(i, ',');
        if (lexemes_[k].is(Keyword::of)) ++k;
        if (const auto year = year_number(lexemes_[k])) {
            return absolute(quarter ? quarter_of(*year, value) : half_of(*year, value), precision,
                            k + 1);
        }
        const bool last = lexemes_[k].is(Keyword::last);
        const bool named = last || lexemes_[k].is(Keyword::this_) || lexemes_[k].is(Keyword::the);
        if (named && k > i && is_unit(k + 1, Unit::years)) {
            const auto year = resolver_.year_at(last ? -1 : 0);
            if (!year) return FoundDate{{}, precision, DateKind::unresolved, k + 2};
            return FoundDate{quarter ? quarter_of(*year, value) : half_of(*year, value), precision,
                             DateKind::relative, k + 2};
        }
        return quarter ? resolver_.quarter(value, i) : resolver_.half(value, i);
    }

    // early 2021, mid-2022, late last year.
    Found from_part(std::size_t i) const {
        return narrowed(after(i + 1, '-'), static_cast<Part>(lexemes_[i].value()));
    }

    // summer 2021, the autumn of 2020, spring this year.
    Found from_season(std::size_t i) const {
        const std::size_t k = lexemes_[i + 1].is(Keyword::of) ? i + 2 : i + 1;
        if (const auto year = year_number(lexemes_[k])) {
            if (is_unit_behind(k)) return std::nullopt;
            return absolute(season_of(*year, lexemes_[i].value()), DatePrecision::span, k + 1);
        }
        const bool last = lexemes_[k].is(Keyword::last);
        if ((!last && !lexemes_[k].is(Keyword::this_)) || !is_unit(k + 1, Unit::years)) return {};
        const auto year = resolver_.year_at(last ? -1 : 0);
        if (!year) return FoundDate{{}, DatePrecision::span, DateKind::unresolved, k + 2};
        return FoundDate{season_of(*year, lexemes_[i].value()), DatePrecision::span,
                         DateKind::relative, k + 2};
    }

    Found narrowed(std::size_t i, Part part) const {
        const bool again = lexemes_[i].is(Class::part) || lexemes_[i].is(Keyword::beginning) ||
                           lexemes_[i].is(Keyword::end);
        if (again) return std::nullopt;
        auto found = read(i);
        const bool wide = found && (found->precision == DatePrecision::month ||
                                    found->precision == DatePrecision::year);
        if (!wide) return std::nullopt;
        if (found->days) found->days = part_of(*found->days, part);
        found->precision = DatePrecision::part;
        return found;
    }

    Found from_relative(std::size_t i) const {
        if (lexemes_[i].han) return std::nullopt;
        const auto relative = static_cast<Relative>(lexemes_[i].value());
        const int days = static_cast<int>(relative) - static_cast<int>(Relative::day_0);
        return resolver_.day(days, i + 1);
    }

    Found from_keyword(std::size_t i) const {
        const Lexeme& first = lexemes_[i];
        if (first.is(Keyword::a)) return ago(i);
        const bool start = first.is(Keyword::beginning);
        if ((start || first.is(Keyword::end)) && lexemes_[i + 1].is(Keyword::of)) {
            return narrowed(i + 2, start ? Part::early : Part::late);
        }
        if (first.is(Keyword::last)) return near(i, -1);
        if (first.is(Keyword::this_)) return near(i, 0);
        if (first.is(Keyword::next)) return near(i, 1);
        return std::nullopt;
    }

    // last month, this year, next July, last Friday.
    Found near(std::size_t i, int which) const {
        const Lexeme& next = lexemes_[i + 1];
        if (next.is(Class::month) && next.capital) {
            const std::size_t end = after_month(i + 1);
            if (day_number(end) > 0 || year_number(lexemes_[end])) return std::nullopt;
            return resolver_.named_month(next.value(), which, i + 2);
        }
        if (next.is(Class::weekday)) return resolver_.weekday(next.value(), which, i + 2);
        if (next.is(Keyword::quarter)) return near_quarter(i, which);
        const bool plural = next.end - next.begin > 5 || next.han;  // last months
        if (!next.is(Class::time_unit) || plural) return std::nullopt;
        switch (static_cast<Unit>(next.value())) {
            case Unit::weeks:
                return resolver_.week(which, i + 2);
            case Unit::months:
                return resolver_.month(which, i + 2);
            case Unit::years:
                if (next.end - next.begin > 4) return std::nullopt;
                return resolver_.year(which, i + 2);
            default:
                return std::nullopt;
        }
    }

    Found near_quarter(std::size_t i, int which) const {
        FoundDate month = resolver_.month(which * 3, i + 2);
        month.precision = DatePrecision::quarter;
        if (month.days) {
            month.days =
                quarter_of(year_in(month.days->from), (month_in(month.days->from) + 2) / 3);
        }
        return month;
    }

    // two years ago, a month earlier.
    Found ago(std::size_t i) const {
        std::size_t unit = i + 1;
        int count = 1;
        if (!lexemes_[i].is(Keyword::a)) {
            const auto number = read_number(lexemes_, i);
            if (!number || number->value.exponent() < 0) return std::nullopt;
            unit = number->end;
            count = static_cast<int>(std::min(number->value.to_double(), 1e6));
        }
        const bool back =
            lexemes_[unit + 1].is(Keyword::ago) || lexemes_[unit + 1].is(Keyword::earlier);
        if (!lexemes_[unit].is(Class::time_unit) || !back) return std::nullopt;
        if (lexemes_[unit].value() < static_cast<int>(Unit::days) || count > 500) {
            return std::nullopt;
        }
        return time_ago(resolver_, lexemes_[unit].value(), count, unit + 2);
    }

    const Lexemes& lexemes_;
    const Resolver& resolver_;
};

}  // namespace

std::optional<int> year_number(const Lexeme& lexeme) {
    const int number = lexeme.digits == 4 ? lexeme.small_number() : -1;
    if (number < 1900 || number > 2099) return std::nullopt;
    return number;
}

// The parts of a year are four months each. A month's last third is what its two others, of ten
// days, leave.
DayRange part_of(DayRange days, Part part) {
    const auto third = (days.to - days.from + std::chrono::days(1)) / 3;
    if (third > std::chrono::days(120)) {
        const int year = year_in(days.from);
        const int first = 1 + 4 * static_cast<int>(part);
        return {month_of(year, first).from, month_of(year, first + 3).to};
    }
    const bool month = third < std::chrono::days(11);
    constexpr std::chrono::days kTen{10};
    if (month && part == Part::late) return {days.from + 2 * kTen, days.to};
    if (month && part == Part::middle)
        return {days.from + kTen, days.from + 2 * kTen - std::chrono::days(1)};
    if (month) return {days.from, days.from + kTen - std::chrono::days(1)};
    if (part == Part::early) return {days.from, days.from + third - std::chrono::days(1)};
    if (part == Part::late) return {days.to - third + std::chrono::days(1), days.to};
    return {days.from + third, days.to - third};
}

FoundDate time_ago(const Resolver& resolver, int unit, int count, std::size_t end) {
    switch (static_cast<Unit>(unit)) {
        case Unit::weeks:
            return resolver.week(-count, end);
        case Unit::months:
            return resolver.month(-count, end);
        case Unit::years:
            return resolver.year(-count, end);
        default:
            return resolver.day(-count, end);
    }
}

std::optional<FoundDate> read_english_date(const Lexemes& lexemes, std::size_t begin,
                                           const Resolver& resolver) {
    return EnglishDate(lexemes, resolver).read(begin);
}

}  // namespace sinodex::quantities
