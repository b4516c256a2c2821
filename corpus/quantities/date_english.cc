// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "corpus/quantities/english_date.h"
#include "corpus/quantities/numbers.h"

namespace sinodex::quantities {

EnglishDate::Found EnglishDate::absolute(std::optional<DayRange> days, DatePrecision precision,
                                         std::size_t end) {
    if (!days) return std::nullopt;
    return FoundDate{days, precision, DateKind::absolute, end};
}

std::optional<DayRange> EnglishDate::one_day(std::optional<Day> day) {
    if (!day) return std::nullopt;
    return DayRange{*day, *day};
}

EnglishDate::Found EnglishDate::read(std::size_t i) const {
    const Lexeme& first = lexemes_[i];
    if (const auto found = period_ended(i)) return found;
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
        case Class::fiscal_year:
            return from_fiscal_year(i);
        case Class::time_unit:
            if (is_unit(i, Unit::weeks)) return week_of_day(i);
            return is_unit(i, Unit::years) ? from_year_end(i) : from_day_word(i);
        case Class::other:
            return from_fiscal_name(i);
        case Class::keyword:
            return from_keyword(i);
        default:
            return std::nullopt;
    }
}

int EnglishDate::day_number(std::size_t i) const {
    const int number = lexemes_[i].digits <= 2 ? lexemes_[i].small_number() : -1;
    return number >= 1 && number <= 31 ? number : -1;
}

bool EnglishDate::is_joint(std::size_t i) const {
    const Lexeme& joint = lexemes_[i];
    return joint.is_symbol('-') || joint.is(Keyword::to) || joint.is(Preposition::through);
}

std::size_t EnglishDate::after_ordinal(std::size_t i) const {
    const Lexeme& next = lexemes_[i];
    const bool ending = next.is(Class::other) && next.end - next.begin == 2 && !next.han;
    return ending && glued(i) ? i + 1 : i;
}

std::size_t EnglishDate::after(std::size_t i, char symbol) const {
    return lexemes_[i].is_symbol(symbol) ? i + 1 : i;
}

bool EnglishDate::is_unit_behind(std::size_t i) const {
    const Class cls = lexemes_[i + 1].cls();
    return cls == Class::scale || cls == Class::percent || cls == Class::suffix;
}

bool EnglishDate::is_one(std::size_t i, Unit unit) const {
    const Lexeme& word = lexemes_[i];
    const std::uint32_t letters = unit == Unit::days ? 3 : unit == Unit::months ? 5 : 4;
    return is_unit(i, unit) && word.end - word.begin == letters;
}

bool EnglishDate::is_unit(std::size_t i, Unit unit) const {
    return lexemes_[i].is(Class::time_unit) && lexemes_[i].value() == static_cast<int>(unit);
}

EnglishDate::Found EnglishDate::from_ordinal(std::size_t i) const {
    const int value = lexemes_[i].value();
    const bool hyphen = lexemes_[i + 1].is_symbol('-') && glued(i + 1) && glued(i + 2);
    const std::size_t k = hyphen ? i + 2 : i + 1;  // third-quarter
    if (lexemes_[k].is(Keyword::quarter) && value <= 4) return in_year_of(k + 1, value, true);
    if (lexemes_[k].is(Class::weekday)) return nth_weekday(i);
    if (lexemes_[k].is(Keyword::of) && lexemes_[k + 1].is(Class::month) &&
        lexemes_[k + 1].capital) {
        return with_year(after_month(k + 1), lexemes_[k + 1].value(), value, value);
    }
    if (value == 1 && is_unit(k + 1, Unit::months)) return first_months(k);
    if (!lexemes_[k].is(Keyword::half) || value > 2) return std::nullopt;
    const auto found = in_year_of(k + 1, value, false);
    const bool led = i > 1 && lexemes_[i - 1].is(Keyword::the) &&
                     (lexemes_[i - 2].is(Class::preposition) || lexemes_[i - 2].is(Keyword::in)) &&
                     !lexemes_[k + 1].is(Keyword::of);
    return found && (hyphen || led || found->end > k + 1) ? found : std::nullopt;
}

EnglishDate::Found EnglishDate::in_year_of(std::size_t i, int value, bool quarter) const {
    const auto precision = quarter ? DatePrecision::quarter : DatePrecision::half;
    std::size_t k = after(i, ',');
    if (lexemes_[k].is(Keyword::of)) ++k;
    if (const auto year = brief_year(k)) {
        return absolute(quarter ? quarter_of(*year, value) : half_of(*year, value), precision,
                        k + 2);
    }
    if (const auto fiscal = fiscal_name(k)) {
        return absolute(quarter ? resolver_.fiscal_quarter(fiscal->year, value)
                                : resolver_.fiscal_half(fiscal->year, value),
                        precision, fiscal->end);
    }
    if (const auto year = year_number(lexemes_[k])) {
        return absolute(quarter ? quarter_of(*year, value) : half_of(*year, value), precision,
                        k + 1);
    }
    const bool last = lexemes_[k].is(Keyword::last);
    const bool next = lexemes_[k].is(Keyword::next);
    const bool named = last || next || lexemes_[k].is(Keyword::word_this) ||
                       (lexemes_[k].is(Keyword::the) && k > i);
    if (named && is_unit(k + 1, Unit::years)) {
        const auto year = resolver_.year_at(last ? -1 : next ? 1 : 0);
        if (!year) return FoundDate{{}, precision, DateKind::unresolved, k + 2};
        return FoundDate{quarter ? quarter_of(*year, value) : half_of(*year, value), precision,
                         DateKind::relative, k + 2};
    }
    return quarter ? resolver_.quarter(value, i) : resolver_.half(value, i);
}

std::optional<EnglishDate::FiscalName> EnglishDate::fiscal_name(std::size_t i) const {
    const Lexeme& first = lexemes_[i];
    if (first.is(Class::fiscal_year)) return FiscalName{first.value(), i + 1};
    if (!first.is(Class::other) || first.value() != kFiscal || first.han) return std::nullopt;
    const bool word = is_unit(i + 1, Unit::years);
    constexpr std::uint32_t kFiscalLetters = 6;
    if (!word && first.end - first.begin != kFiscalLetters) return std::nullopt;  // financial 2024
    const std::size_t k = word ? i + 2 : i + 1;
    const auto year = year_number(lexemes_[k]);
    if (!year || is_unit_behind(k)) return std::nullopt;
    return FiscalName{*year, k + 1};
}

EnglishDate::Found EnglishDate::from_fiscal_name(std::size_t i) const {
    const auto fiscal = resolver_.knows_fiscal() ? fiscal_name(i) : std::nullopt;
    if (!fiscal) return std::nullopt;
    return absolute(resolver_.fiscal_year(fiscal->year), DatePrecision::year, fiscal->end);
}

EnglishDate::Found EnglishDate::from_fiscal_year(std::size_t i) const {
    const int year = lexemes_[i].value();
    const Lexeme& next = lexemes_[i + 2];
    const bool two = lexemes_[i + 1].is_symbol('/') && glued(i + 1) && glued(i + 2) &&
                     next.digits == 2 && next.small_number() == (year + 1) % 100;
    if (lexemes_[i + 1].is(Class::quarter) && !lexemes_[i + 1].han)  // FY24 Q3
        return absolute(resolver_.fiscal_quarter(year, lexemes_[i + 1].value()),
                        DatePrecision::quarter, i + 2);
    if (!two) return absolute(resolver_.fiscal_year(year), DatePrecision::year, i + 1);
    return absolute(resolver_.fiscal_year_over(year), DatePrecision::year, i + 3);
}

EnglishDate::Found EnglishDate::from_digit(std::size_t i) const {
    const int value = day_number(i);
    const Lexeme& next = lexemes_[i + 1];
    if (lexemes_[i].digits != 1) return std::nullopt;
    if (glued(i + 1) && !next.han) {
        if (const auto found = from_letter_behind(i, value)) return found;
    }
    if (value > 4) return std::nullopt;
    const std::size_t behind = after_ordinal(i + 1);
    if (behind == i + 1 || !lexemes_[behind].is(Keyword::quarter)) return std::nullopt;
    return in_year_of(behind + 1, value, true);
}

EnglishDate::Found EnglishDate::from_letter_behind(std::size_t i, int value) const {
    const Lexeme& letter = lexemes_[i + 1];
    const bool quarter = letter.is(Class::quarter_in_year) && value <= 4;
    const bool half = letter.is(Class::half_in_year) && value <= 2;
    if (letter.is(Class::months_in_year) && value % 3 == 0)
        return absolute(DayRange{year_of(letter.value()).from, month_of(letter.value(), value).to},
                        DatePrecision::span, i + 2);
    if ((!quarter && !half) || !letter.capital) return std::nullopt;
    if (letter.value() == 0)
        return lexemes_[i + 2].han && glued(i + 2) ? Found() : in_year_of(i + 2, value, quarter);
    const int year = letter.value();
    return absolute(quarter ? quarter_of(year, value) : half_of(year, value),
                    quarter ? DatePrecision::quarter : DatePrecision::half, i + 2);
}

EnglishDate::Found EnglishDate::the_next_time(std::size_t i) const {
    const Lexeme& which = lexemes_[i + 1];
    const Lexeme& unit = lexemes_[i + 2];
    const bool following = which.is(Keyword::following);
    const bool previous = which.is(Keyword::last) && which.end - which.begin == 8;
    if (!following && !previous && !which.is(Keyword::next)) return std::nullopt;
    const int distance = previous ? -1 : 1;
    const bool day_part = unit.is(Keyword::day_part) && !unit.han;  // the next morning
    if (day_part || is_one(i + 2, Unit::days)) return resolver_.day_after_last(distance, i + 3);
    if (following && (is_one(i + 2, Unit::months) || is_one(i + 2, Unit::years)))
        return resolver_.after_last(unit.value(), distance, i + 3);
    return std::nullopt;
}

bool EnglishDate::is_alone(std::size_t i) const {
    const Lexeme& next = lexemes_[i];
    return next.is(Class::symbol) || next.is(Class::line) || next.is(Keyword::word_and) ||
           next.is(Class::preposition);
}

bool EnglishDate::is_before_it(std::size_t i) const {
    constexpr std::uint32_t kLetters = 6;  // before, not by
    return lexemes_[i].is(Preposition::by) && lexemes_[i].end - lexemes_[i].begin == kLetters &&
           is_alone(i + 1);
}

EnglishDate::Found EnglishDate::the_time_before(std::size_t i) const {
    const Lexeme& unit = lexemes_[i + 1];
    const bool before = is_before_it(i + 2);
    const bool after = lexemes_[i + 2].is(Preposition::after) && is_alone(i + 3);
    if (!after && !before) return std::nullopt;
    const int distance = after ? 1 : -1;
    const bool night = unit.is(Keyword::day_part) && !unit.han;
    if (night || is_one(i + 1, Unit::days)) return resolver_.day_after_last(distance, i + 3);
    if (before && is_one(i + 1, Unit::weeks)) return resolver_.week_before_last(i + 3);
    if (!is_one(i + 1, Unit::years)) return std::nullopt;
    if (const auto period = before ? a_year_earlier(i + 3) : std::nullopt) return period;
    return resolver_.after_last(unit.value(), distance, i + 3);
}

EnglishDate::Found EnglishDate::the_weekend(std::size_t i) const {
    if (i == 0 || !lexemes_[i + 1].is(Keyword::weekend)) return std::nullopt;
    const Lexeme& before = lexemes_[i - 1];
    const Lexeme& next = lexemes_[i + 2];
    const bool over = before.is(Class::qualifier) || before.is(Keyword::at);
    if (!over && !before.is(Class::preposition)) return std::nullopt;
    if (next.is(Class::other) && !next.past_form && !next.han) return std::nullopt;
    const bool to_come = before.is(Preposition::by) || before.is(Preposition::other);
    if (to_come && !resolver_.is_past()) return resolver_.weekend_of_week(0, i + 2);
    FoundDate found = resolver_.weekday(6, 0, i + 2);
    found.precision = DatePrecision::span;
    if (found.days) found.days->to += std::chrono::days(1);
    return found;
}

EnglishDate::Found EnglishDate::from_the(std::size_t i) const {
    if (lexemes_[i + 1].is(Class::decade_name)) {
        const int year = lexemes_[i + 1].value();
        return absolute(DayRange{year_of(year).from, year_of(year + 9).to}, DatePrecision::decade,
                        i + 2);
    }
    if (const auto next = the_next_time(i)) return next;
    if (const auto before = the_time_before(i)) return before;
    if (const auto weekend = the_weekend(i)) return weekend;
    if (lexemes_[i + 1].is(Keyword::same)) return the_same_period(i);
    const int day = day_number(i + 1);
    if (const auto season = the_season(i)) return season;
    const Lexeme before = i > 0 ? lexemes_[i - 1] : Lexeme();
    const bool part = before.is(Keyword::of) && i > 1 && lexemes_[i - 2].is(Keyword::day_part);
    const bool led = before.is(Class::preposition) || before.is(Keyword::from) ||
                     before.is(Keyword::to) || part;  // the evening of the 7th
    if (!led || day < 1) return std::nullopt;
    const std::size_t end = after_ordinal(i + 2);
    if (end == i + 2) return std::nullopt;
    const Lexeme& next = lexemes_[end];
    if (next.is(Keyword::of)) {
        if (const auto near = in_near_month(day, end + 1)) return near;
    }
    const bool alone = next.is(Class::symbol) || next.is(Class::line) || next.past_form ||
                       next.plural_form || next.is(Class::preposition) || next.is(Class::keyword);
    return alone ? Found(resolver_.day_of_month(day, end)) : std::nullopt;
}

EnglishDate::Found EnglishDate::from_day_word(std::size_t i) const {
    const Lexeme& day = lexemes_[i + 2];
    const bool two_words = lexemes_[i + 1].is(Class::preposition) && day.is(Class::relative);
    if (!two_words || day.han) return std::nullopt;
    const auto relative = static_cast<Relative>(day.value());
    if (relative == Relative::day_minus_1) return resolver_.day(-2, i + 3);
    return relative == Relative::day_plus_1 ? Found(resolver_.day(2, i + 3)) : std::nullopt;
}

EnglishDate::Found EnglishDate::week_of_day(std::size_t i) const {
    if (!is_one(i, Unit::weeks) || !lexemes_[i + 1].is(Keyword::of)) return std::nullopt;
    const std::size_t k = i + 2;
    auto found = lexemes_[k].is(Class::month) ? from_month(k)
                 : day_number(k) > 0          ? day_first(k)
                                              : std::nullopt;
    if (!found || found->precision != DatePrecision::day) return std::nullopt;
    found->precision = DatePrecision::week;
    if (found->days) found->days = week_of(found->days->from);
    return found;
}

EnglishDate::Found EnglishDate::the_season(std::size_t i) const {
    const Lexeme before = i > 0 ? lexemes_[i - 1] : Lexeme();
    const bool led = before.is(Class::preposition) || before.is(Keyword::in);
    const bool season = lexemes_[i + 1].is(Class::season) && !lexemes_[i + 1].han;
    if (!led || !season || !is_alone(i + 2)) return std::nullopt;
    const bool until = before.is(Preposition::by) || before.is(Preposition::until);
    if (until || resolver_.is_ahead()) return near_season(i + 1, 1);
    if (before.is(Preposition::other)) return std::nullopt;
    const auto now = resolver_.year_at(0);
    if (!now) return std::nullopt;
    std::optional<DayRange> found;
    for (int year = *now - 1; year <= *now; ++year) {
        const DayRange days = season_of(year, lexemes_[i + 1].value());
        if (!resolver_.is_to_come(days)) found = days;
    }
    return FoundDate{found, DatePrecision::span, DateKind::relative, i + 2};
}

EnglishDate::Found EnglishDate::nth_weekday(std::size_t i) const {
    const std::size_t month = i + 3;
    const bool joined = lexemes_[i + 2].is(Keyword::of) || lexemes_[i + 2].is(Keyword::in);
    if (!joined || !lexemes_[month].is(Class::month)) return std::nullopt;
    const auto found = from_month(month);
    if (!found || found->precision != DatePrecision::month) return std::nullopt;
    return weekday_in(*found, lexemes_[i].value(), lexemes_[i + 1].value(), found->end);
}

EnglishDate::Found EnglishDate::in_near_month(int day, std::size_t k) const {
    if (lexemes_[k].is(Keyword::the) && lexemes_[k + 1].is(Keyword::same))
        return in_same_month(day, k + 2);
    if (lexemes_[k].is(Keyword::that)) return in_same_month(day, k + 1);
    const int which = lexemes_[k].is(Keyword::last) ? -1 : lexemes_[k].is(Keyword::next) ? 1 : 0;
    if (which == 0 && !lexemes_[k].is(Keyword::word_this)) return std::nullopt;
    if (!is_unit(k + 1, Unit::months)) return std::nullopt;
    FoundDate found = resolver_.month(which, k + 2);
    found.precision = DatePrecision::day;
    if (!found.days) return found;
    const auto date = day_of(year_in(found.days->from), month_in(found.days->from), day);
    if (!date) return std::nullopt;
    found.days = DayRange{*date, *date};
    return found;
}

EnglishDate::Found EnglishDate::from_part(std::size_t i) const {
    return narrowed(after(i + 1, '-'), static_cast<Part>(lexemes_[i].value()));
}

EnglishDate::Found EnglishDate::from_season(std::size_t i) const {
    const std::size_t k = lexemes_[i + 1].is(Keyword::of) ? i + 2 : i + 1;
    if (const auto year = year_number(lexemes_[k])) {
        if (is_unit_behind(k)) return std::nullopt;
        return absolute(season_of(*year, lexemes_[i].value()), DatePrecision::span, k + 1);
    }
    const bool last = lexemes_[k].is(Keyword::last);
    if ((!last && !lexemes_[k].is(Keyword::word_this)) || !is_unit(k + 1, Unit::years)) return {};
    const auto year = resolver_.year_at(last ? -1 : 0);
    if (!year) return FoundDate{{}, DatePrecision::span, DateKind::unresolved, k + 2};
    return FoundDate{season_of(*year, lexemes_[i].value()), DatePrecision::span, DateKind::relative,
                     k + 2};
}

EnglishDate::Found EnglishDate::narrowed(std::size_t i, Part part) const {
    const bool again = lexemes_[i].is(Class::part) || lexemes_[i].is(Keyword::beginning) ||
                       lexemes_[i].is(Keyword::end);
    if (again) return std::nullopt;
    const bool calendar = lexemes_[i].is(Class::other) && lexemes_[i].value() == kKindOfTime;
    auto found = read(calendar ? i + 1 : i);
    const bool wide = found && (found->precision == DatePrecision::month ||
                                found->precision == DatePrecision::year);
    if (!wide) return std::nullopt;
    if (found->days) found->days = part_of(*found->days, part);
    found->precision = DatePrecision::part;
    return found;
}

EnglishDate::Found EnglishDate::from_relative(std::size_t i) const {
    if (lexemes_[i].han) return std::nullopt;
    const auto relative = static_cast<Relative>(lexemes_[i].value());
    const int days = static_cast<int>(relative) - static_cast<int>(Relative::day_0);
    return resolver_.day(days, i + 1);
}

EnglishDate::Found EnglishDate::from_keyword(std::size_t i) const {
    const Lexeme& first = lexemes_[i];
    if (first.is(Keyword::a)) return ago(i);
    if (first.is(Keyword::the)) return from_the(i);
    const bool start = first.is(Keyword::beginning);
    const bool end = first.is(Keyword::end);
    if (end && lexemes_[i + 1].is(Keyword::of) && lexemes_[i + 2].is(Keyword::the)) {
        return end_of_the(i);
    }
    if (end && lexemes_[i + 1].is_symbol('-') && glued(i + 1) && glued(i + 2)) {  // end-June
        const auto late = narrowed(i + 2, Part::late);
        return late ? Found(last_day(*late)) : std::nullopt;
    }
    if ((start || end) && lexemes_[i + 1].is(Keyword::of)) {
        return start ? narrowed(i + 2, Part::early) : end_of(i);
    }
    if (first.is(Keyword::word_final)) {  // final yr
        if (lexemes_[i + 1].is(Keyword::quarter)) {
            const auto found = in_year_of(i + 2, 4, true);  // the final quarter of 2023
            return found && found->end > i + 2 ? found : std::nullopt;
        }
        const bool brief = lexemes_[i + 1].end - lexemes_[i + 1].begin == 2;
        return brief && is_unit(i + 1, Unit::years) ? Found(resolver_.year(-1, i + 2)) : Found();
    }
    if (first.is(Keyword::last)) return near(i, -1);
    if (first.is(Keyword::word_this)) return near(i, 0);
    if (first.is(Keyword::next)) return near(i, 1);
    return std::nullopt;
}

EnglishDate::Found EnglishDate::near(std::size_t i, int which) const {
    const Lexeme& first = lexemes_[i];
    const Lexeme& next = lexemes_[i + 1];
    if (next.is(Class::month) && next.capital) {
        const std::size_t end = after_month(i + 1);
        if (day_number(end) > 0 || year_number(lexemes_[end])) return std::nullopt;
        return resolver_.named_month(next.value(), which, i + 2);
    }
    if (next.is(Class::weekday)) {
        const bool word = next.end - next.begin == 3 && next.value() >= 6;  // sat, sun
        if (word && !next.capital) return std::nullopt;
        return resolver_.weekday(next.value(), which, i + 2);
    }
    if (next.is(Keyword::quarter)) return quarter_near(i, which);
    const bool some = i > 0 && lexemes_[i - 1].is(Keyword::the) && first.is(Keyword::last) &&
                      first.end - first.begin == 4;
    if (some) return std::nullopt;  // the last week, the last night
    if (next.is(Keyword::day_part) && !next.han && which <= 0) return resolver_.day(which, i + 2);
    const bool fiscal = next.is(Class::other) && next.value() == kFiscal && !next.han;
    if (fiscal && is_unit(i + 2, Unit::years) && !year_number(lexemes_[i + 3]))
        return resolver_.near_fiscal_year(which, first.end - first.begin > 4, i + 3);
    if (next.is(Keyword::weekend))
        return which == 0 ? resolver_.weekend(i + 2) : resolver_.weekend_of_week(which, i + 2);
    if (next.is(Class::season) && !next.han) return near_season(i + 1, which);
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

EnglishDate::Found EnglishDate::ago(std::size_t i) const {
    std::size_t unit = i + 1;
    int count = 1;
    if (!lexemes_[i].is(Keyword::a)) {
        const auto number = read_number(lexemes_, i);
        if (!number || number->value.exponent() < 0) return std::nullopt;
        unit = number->end;
        count = static_cast<int>(std::min(number->value.to_double(), 1e6));
    }
    const bool earlier = lexemes_[unit + 1].is(Keyword::earlier) || is_before_it(unit + 1);
    const bool back = lexemes_[unit + 1].is(Keyword::ago) || earlier;
    if (lexemes_[unit + 1].is(Keyword::later) && lexemes_[unit].is(Class::time_unit) && count < 100)
        return resolver_.after_last(lexemes_[unit].value(), count, unit + 2);
    if (!lexemes_[unit].is(Class::time_unit) || !back) return std::nullopt;
    if (lexemes_[unit].value() < static_cast<int>(Unit::days) || count > 500) {
        return std::nullopt;
    }
    if (is_unit(unit, Unit::years) && count == 1 && earlier) {
        if (const auto found = a_year_earlier(unit + 2)) return found;
    }
    if (earlier) {
        const auto found = resolver_.after_last(lexemes_[unit].value(), -count, unit + 2);
        if (found) return found;
    }
    return time_ago(resolver_, lexemes_[unit].value(), count, unit + 2);
}

std::optional<FoundDate> read_english_date(const std::vector<Lexeme>& lexemes, std::size_t begin,
                                           const Resolver& resolver) {
    return EnglishDate(lexemes, resolver).read(begin);
}

}  // namespace sinodex::quantities
