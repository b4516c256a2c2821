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
    const bool named = first.is(Class::month) || first.is(Class::weekday) ||
                       first.is(Class::relative) || first.is(Class::season);
    if (const auto found = named ? std::nullopt : period_ended(i)) return found;
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

EnglishDate::Found EnglishDate::nth_weekday(std::size_t i) const {
    const std::size_t month = i + 3;
    const bool joined = lexemes_[i + 2].is(Keyword::of) || lexemes_[i + 2].is(Keyword::in);
    if (!joined || !lexemes_[month].is(Class::month)) return std::nullopt;
    const auto found = from_month(month);
    if (!found || found->precision != DatePrecision::month) return std::nullopt;
    return weekday_in(*found, lexemes_[i].value(), lexemes_[i + 1].value(), found->end);
}

EnglishDate::Found EnglishDate::from_part(std::size_t i) const {
    return narrowed(after(i + 1, '-'), static_cast<Part>(lexemes_[i].value()));
}

EnglishDate::Found EnglishDate::from_season(std::size_t i) const {
    const std::size_t k = lexemes_[i + 1].is(Keyword::of) ? i + 2 : i + 1;
    const auto brief = lexemes_[k].is_symbol('\'') ? year_of_two_digits(k + 1) : std::nullopt;
    if (brief)  // the summer of '21
        return absolute(season_of(*brief, lexemes_[i].value()), DatePrecision::span, k + 2);
    if (const auto year = year_number(lexemes_[k])) {
        if (is_unit_behind(k)) return std::nullopt;
        return absolute(season_of(*year, lexemes_[i].value()), DatePrecision::span, k + 1);
    }
    const bool last = lexemes_[k].is(Keyword::last);
    const bool coming = lexemes_[k].is(Keyword::next) && k > i + 1;  // not: to fall next year
    if ((!last && !coming && !lexemes_[k].is(Keyword::word_this)) || !is_unit(k + 1, Unit::years))
        return {};
    const auto year = resolver_.year_at(last ? -1 : coming ? 1 : 0);
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

std::optional<FoundDate> read_english_date(const std::vector<Lexeme>& lexemes, std::size_t begin,
                                           const Resolver& resolver) {
    return EnglishDate(lexemes, resolver).read(begin);
}

}  // namespace sinodex::quantities
