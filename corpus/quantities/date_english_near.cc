// SPDX-License-Identifier: GPL-2.0-or-later

// Days and times that are told of by the day of publication, or by another date.

#include <algorithm>

#include "corpus/quantities/english_date.h"
#include "corpus/quantities/numbers.h"

namespace sinodex::quantities {

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
    if (!after && !before) {
        const bool behind = lexemes_[i + 2].is(Preposition::after);
        const bool ahead =
            lexemes_[i + 2].is(Preposition::by) && lexemes_[i + 2].end - lexemes_[i + 2].begin > 2;
        const bool week = is_one(i + 1, Unit::weeks) && (behind || ahead);
        return week ? week_next_to(i + 3, behind ? 1 : -1) : std::nullopt;
    }
    const int distance = after ? 1 : -1;
    const bool night = unit.is(Keyword::day_part) && !unit.han;
    if (night || is_one(i + 1, Unit::days)) return resolver_.day_after_last(distance, i + 3);
    if (before && is_one(i + 1, Unit::weeks)) return resolver_.week_before_last(i + 3);
    if (!is_one(i + 1, Unit::years)) return std::nullopt;
    if (const auto period = before ? a_year_earlier(i + 3) : std::nullopt) return period;
    return resolver_.after_last(unit.value(), distance, i + 3);
}

EnglishDate::Found EnglishDate::week_next_to(std::size_t k, int distance) const {
    const Class cls = lexemes_[k].cls();
    if (cls != Class::holiday && cls != Class::month && cls != Class::number) return std::nullopt;
    auto found = read_date(lexemes_, k, resolver_);
    if (!found || !found->days || found->precision != DatePrecision::day) return std::nullopt;
    found->days = week_of(found->days->from + distance * kWeek);
    found->precision = DatePrecision::week;
    return found;
}

EnglishDate::Found EnglishDate::the_weekend(std::size_t i) const {
    if (i == 0 || !lexemes_[i + 1].is(Keyword::weekend)) return std::nullopt;
    const Lexeme& before = lexemes_[i - 1];
    const Lexeme& next = lexemes_[i + 2];
    const bool over = before.is(Class::qualifier) || before.is(Keyword::at);
    if (!over && !before.is(Class::preposition)) return std::nullopt;
    if (next.is(Class::other) && !next.past_form && !next.han && !next.capital) return std::nullopt;
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
    if (next.is(Keyword::quarter) || next.is(Keyword::half)) return std::nullopt;
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

EnglishDate::Found EnglishDate::in_near_month(int day, std::size_t k) const {
    if (lexemes_[k].is(Keyword::the) && lexemes_[k + 1].is(Keyword::same))
        return in_same_month(day, k + 2);
    if (lexemes_[k].is(Keyword::the)) ++k;  // of the last month
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

EnglishDate::Found EnglishDate::from_relative(std::size_t i) const {
    if (lexemes_[i].han || is_name_with_today(i)) return std::nullopt;
    const auto relative = static_cast<Relative>(lexemes_[i].value());
    const int days = static_cast<int>(relative) - static_cast<int>(Relative::day_0);
    return resolver_.day(days, i + 1);
}

bool EnglishDate::is_name_with_today(std::size_t i) const {
    if (!lexemes_[i].capital || i == 0) return false;
    const Lexeme& before = lexemes_[i - 1];
    const Lexeme& next = lexemes_[i + 1];
    const bool paper = before.capitals || (before.is(Class::nation) && before.capital);
    return paper || (before.is(Keyword::the) && next.capital && next.is(Class::other));
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
            if (const auto within = within_near_year(i + 2, which)) return within;
            return resolver_.year(which, i + 2);
        default:
            return std::nullopt;
    }
}

EnglishDate::Found EnglishDate::within_near_year(std::size_t i, int which) const {
    const bool possessive = lexemes_[i].is_symbol('\'') && glued(i);
    const std::size_t k = possessive ? i + 2 : i;
    const auto year = resolver_.year_at(which);
    if (!year) return std::nullopt;
    if (auto part = ordinal_part(*year, k, false)) {
        part->kind = DateKind::relative;
        return part;
    }
    if (!lexemes_[k].is(Class::month) || !lexemes_[k].capital) return std::nullopt;
    const std::size_t end = after_month(k);
    if (day_number(end) > 0 || year_number(lexemes_[end])) return std::nullopt;
    return FoundDate{month_of(*year, lexemes_[k].value()), DatePrecision::month, DateKind::relative,
                     k + 1};
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
    if (earlier && lexemes_[unit + 2].is(Keyword::than)) return std::nullopt;
    if (lexemes_[unit + 1].is(Keyword::later) && lexemes_[unit].is(Class::time_unit) && count < 100)
        return resolver_.after_last(lexemes_[unit].value(), count, unit + 2);
    const Lexeme& behind = lexemes_[unit + 1];  // four days on
    const bool on = behind.is(Preposition::other) && behind.end - behind.begin == 2 &&
                    lexemes_[unit + 2].is_symbol(',');
    if (on && lexemes_[unit].is(Class::time_unit) && count < 100)
        return resolver_.after_last(lexemes_[unit].value(), count, unit + 2);
    if (lexemes_[i].is(Keyword::a) && lexemes_[unit].is(Keyword::fortnight) && back)
        return resolver_.day(-14, unit + 2);
    if (!lexemes_[unit].is(Class::time_unit) || !(back || behind.is(Keyword::from)))
        return std::nullopt;
    const Lexeme& today = lexemes_[unit + 2];
    const bool from = behind.is(Keyword::from) && today.is(Class::relative) && !today.han &&
                      today.value() == static_cast<int>(Relative::day_0);
    const bool days = is_unit(unit, Unit::days) || is_unit(unit, Unit::weeks);
    if (from && days && count < 100)  // a week from today
        return time_ago(resolver_, lexemes_[unit].value(), -count, unit + 3);
    if (!back) return std::nullopt;
    const bool bound = i > 0 && !lexemes_[i].is(Keyword::a) &&
                       (lexemes_[i - 1].is(Keyword::than) || lexemes_[i - 1].is(Keyword::least));
    if (bound && is_before_it(unit + 1)) return std::nullopt;  // not fewer than 30 days before
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

}  // namespace sinodex::quantities
