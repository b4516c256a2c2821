// SPDX-License-Identifier: GPL-2.0-or-later

// Dates with the name of a month, and weekdays.

#include "corpus/quantities/english_date.h"

namespace sinodex::quantities {

EnglishDate::Found EnglishDate::day_first(std::size_t i) const {
    const bool compared = i > 1 && lexemes_[i - 1].is(Keyword::than) &&
                          (lexemes_[i - 2].is(Keyword::more) || lexemes_[i - 2].is(Keyword::less));
    if (compared) return std::nullopt;
    const int first = day_number(i);
    std::size_t k = after_ordinal(i + 1);
    int last = first;
    const bool joint = is_joint(k) || lexemes_[k].is(Keyword::word_and);
    if (joint && day_number(k + 1) > first) {
        last = day_number(k + 1);
        k = after_ordinal(k + 2);
    }
    if (k > i + 1 && is_unit(k, Unit::days) && lexemes_[k + 1].is(Keyword::of)) ++k;  // 1st day of
    if (lexemes_[k].is(Keyword::of)) ++k;
    if (k > i + 1) {
        if (const auto near = in_near_month(first, k)) return near;
    }
    if (lexemes_[k].is_symbol('-') && glued(k)) ++k;  // 26-FEB-1987
    if (!lexemes_[k].is(Class::month) || !lexemes_[k].capital) return std::nullopt;
    const bool percent = i > 0 && lexemes_[i - 1].is(Class::mark);
    return percent ? std::nullopt : with_year(after_month(k), lexemes_[k].value(), first, last);
}

std::size_t EnglishDate::after_month(std::size_t i) const {
    const bool brief = lexemes_[i].end - lexemes_[i].begin <= 4;
    return brief && lexemes_[i + 1].is_symbol('.') && glued(i + 1) ? i + 2 : i + 1;
}

EnglishDate::Found EnglishDate::with_year(std::size_t i, int month, int first, int last) const {
    std::size_t k = after(i, ',');
    if (lexemes_[k].is_symbol('-') && glued(k)) ++k;
    if (lexemes_[k].is(Keyword::of)) ++k;
    auto year = year_number(lexemes_[k]);
    if (year && lexemes_[k].digits == 4 && !is_unit_behind(k)) {
        return days(*year, month, first, last, k + 1);
    }
    const std::size_t which = lexemes_[i].is(Keyword::of) ? i + 1 : i;
    const bool next = lexemes_[which].is(Keyword::next);
    const int distance = lexemes_[which].is(Keyword::last) ? -1 : next ? 1 : 0;
    const bool named = distance != 0 || lexemes_[which].is(Keyword::word_this);
    if (named && is_unit(which + 1, Unit::years)) {
        year = resolver_.year_at(distance);
        auto found = year ? days(*year, month, first, last, which + 2) : std::nullopt;
        if (found) found->kind = DateKind::relative;
        return found;
    }
    FoundDate found = resolver_.month_and_day(month, first, i);
    if (found.days) found.days->to += std::chrono::days(last - first);
    if (last != first) found.precision = DatePrecision::span;
    return found;
}

EnglishDate::Found EnglishDate::days(int year, int month, int first, int last,
                                     std::size_t end) const {
    const auto from = day_of(year, month, first);
    const auto to = day_of(year, month, last);
    if (!from || !to) return std::nullopt;
    return absolute(DayRange{*from, *to}, first == last ? DatePrecision::day : DatePrecision::span,
                    end);
}

EnglishDate::Found EnglishDate::from_month(std::size_t i) const {
    if (!lexemes_[i].capital) return std::nullopt;
    const int month = lexemes_[i].value();
    const std::size_t next = after_month(i);
    const bool dash = lexemes_[next].is_symbol('-') && glued(next) && glued(next + 1) &&
                      lexemes_[next + 1].digits == 2 && !brief_year(next) &&
                      !lexemes_[next + 2].is_symbol('-');
    if (dash && day_number(next + 1) > 0)  // Aug-07
        return with_year(next + 2, month, day_number(next + 1), day_number(next + 1));
    const int first = day_number(next);
    if (first > 0 && !is_unit_behind(next)) {
        std::size_t k = after_ordinal(next + 1);
        int last = first;
        const Lexeme& behind = lexemes_[k + 2];
        const bool both = lexemes_[k].is(Keyword::word_and) && !behind.is(Class::other) &&
                          !behind.is(Class::noun) && !behind.is(Class::month);
        const bool joint = is_joint(k) || both;
        if (joint && day_number(k + 1) > first && !is_unit_behind(k + 1)) {
            last = day_number(k + 1);
            k = after_ordinal(k + 2);
        }
        return with_year(k, month, first, last);
    }
    std::size_t k = next;
    if (const int day = worded_day(k)) return with_year(k, month, day, day);
    return month_and_year(i, next);
}

int EnglishDate::worded_day(std::size_t& k) const {
    if (!lexemes_[k].is(Keyword::the)) return 0;
    const Lexeme& day = lexemes_[k + 1];
    const std::size_t behind = after_ordinal(k + 2);
    const bool ordinal = day.is(Class::ordinal) && is_alone(k + 2);
    const bool digits = day_number(k + 1) > 0 && behind > k + 2;
    if (!ordinal && !digits) return 0;
    const int value = ordinal ? day.value() : day_number(k + 1);
    k = ordinal ? k + 2 : behind;
    return value;
}

std::optional<int> EnglishDate::brief_year(std::size_t i) const {
    const bool joint = lexemes_[i].is_symbol('-') || lexemes_[i].is_symbol('\'');
    const bool apart = lexemes_[i].is_symbol('\'') && lexemes_[i - 1].is(Class::month);  // May '22
    if (!joint || !(glued(i) || apart) || !glued(i + 1) || lexemes_[i + 1].digits != 2) return {};
    if (lexemes_[i + 2].is_symbol('-') && glued(i + 2)) return std::nullopt;
    const int year = 2000 + lexemes_[i + 1].small_number();
    const int now = resolver_.year_at(0).value_or(year);
    constexpr int kRecent = 8;  // before, Aug-07 is rather a day
    constexpr int kLongAgo = 20;
    const bool day = lexemes_[i].is_symbol('-') && year < now - kRecent;
    return !day && year > now - kLongAgo && year <= now + 5 ? std::optional(year) : std::nullopt;
}

EnglishDate::Found EnglishDate::month_and_year(std::size_t i, std::size_t next) const {
    const int month = lexemes_[i].value();
    if (const auto year = brief_year(next))
        return absolute(month_of(*year, month), DatePrecision::month, next + 2);
    std::size_t k = after(next, ',');
    if (lexemes_[k].is(Keyword::of)) ++k;
    const auto year = year_number(lexemes_[k]);
    if (year && month % 3 == 0 && lexemes_[k + 1].is(Keyword::quarter))  // the March 2024 quarter
        return absolute(quarter_of(*year, month / 3), DatePrecision::quarter, k + 2);
    if (year && !is_unit_behind(k)) {
        return absolute(month_of(*year, month), DatePrecision::month, k + 1);
    }
    if (const auto shared = year_of_next_month(k)) {
        return absolute(month_of(*shared, month), DatePrecision::month, next);
    }
    const std::size_t which = lexemes_[next].is(Keyword::of) ? next + 1 : next;
    const bool last = lexemes_[which].is(Keyword::last);
    const bool coming = lexemes_[which].is(Keyword::next);
    const bool named = (last || coming || lexemes_[which].is(Keyword::word_this)) &&
                       is_one(which + 1, Unit::years);
    if (named) {
        const auto near = resolver_.year_at(last ? -1 : coming ? 1 : 0);
        if (!near) return FoundDate{{}, DatePrecision::month, DateKind::unresolved, which + 2};
        return FoundDate{month_of(*near, month), DatePrecision::month, DateKind::relative,
                         which + 2};
    }
    if (i > 0 && lexemes_[i - 1].is(Keyword::that) && resolver_.last()) {  // that October
        return FoundDate{month_of(year_in(resolver_.last()->to), month), DatePrecision::month,
                         DateKind::relative, next};
    }
    if (lexemes_[next].is(Keyword::quarter)) return in_year_of(next + 1, (month + 2) / 3, true);
    const bool three = lexemes_[next].is_symbol('-') && lexemes_[next + 1].is(Class::month) &&
                       lexemes_[next + 1].value() == month + 2 && month % 3 == 1;
    if (three && lexemes_[next + 2].is(Keyword::quarter))  // the January-March quarter
        return in_year_of(next + 3, (month + 2) / 3, true);
    if (!is_month_here(i)) return std::nullopt;
    return resolver_.named_month(month, 0, i + 1);
}

std::optional<int> EnglishDate::year_of_next_month(std::size_t i) const {
    const bool joint =
        lexemes_[i].is(Keyword::word_and) || lexemes_[i].is(Keyword::word_or) || is_joint(i);
    if (!joint || !lexemes_[i + 1].is(Class::month)) return std::nullopt;
    return year_number(lexemes_[after_month(i + 1)]);
}

bool EnglishDate::is_plain_word(const Lexeme& word) {
    const bool any = word.is(Class::other) || word.is(Keyword::past) || word.is(Keyword::the);
    return any && !word.capital && !word.han;
}

bool EnglishDate::is_month_here(std::size_t i) const {
    const int month = lexemes_[i].value();
    const bool brief = lexemes_[i].end - lexemes_[i].begin <= 3;
    if (month != 5 && month != 3 && !brief) return true;
    const Lexeme& next = lexemes_[i + 1];
    const bool starts = i == 0 || lexemes_[i - 1].is(Class::line);
    const bool span = next.is_symbol('-') && glued(i + 1) && lexemes_[i + 2].is(Class::month);
    if (span || (starts && next.is_symbol(':'))) return true;  // May-June, Oct:
    if (i == 0) return false;
    const Lexeme& before = lexemes_[i - 1];
    const bool ends_span = before.is_symbol('-') && glued(i) && i > 1 && glued(i - 1) &&
                           lexemes_[i - 2].is(Class::month);  // Jan-Feb
    const bool part = before.is_symbol('-') && i > 1 &&       // mid-March, end-March
                      (lexemes_[i - 2].is(Class::part) || lexemes_[i - 2].is(Keyword::end));
    const bool adjective = month == 3 && !brief && is_plain_word(before) &&
                           (next.plural_form || next.is(Keyword::money_word) ||
                            next.is(Class::noun));  // says March sales
    return ends_span || part || adjective || before.is(Class::preposition) ||
           before.is(Class::part) || before.is(Keyword::in) || before.is(Keyword::of) ||
           before.is(Keyword::from);
}

bool EnglishDate::is_brief_weekday_here(std::size_t i) const {
    const bool first =
        i == 0 || lexemes_[i - 1].is(Class::line) || lexemes_[i - 1].is(Class::symbol);
    if ((resolver_.is_listed() || first) && lexemes_[i + 1].is_symbol(':')) return true;
    const std::size_t next = after(after(i + 1, '.'), ',');
    if (lexemes_[next].is(Class::month) || day_number(next) > 0) return true;
    const Lexeme& behind = lexemes_[i + 1];
    if (i == 0 || behind.capital || behind.is_symbol('-') || behind.is_symbol('/')) return false;
    const Lexeme& before = lexemes_[i - 1];
    const int day = lexemes_[i].value();
    const bool no_word = day == 2 || day == 4 || day == 5;  // Tue, Thu, Fri
    const bool ends = behind.is(Class::line) || behind.is_symbol('.') || behind.is_symbol(',') ||
                      behind.is_symbol(';');
    const bool apart =
        lexemes_[i].begin > before.end && !before.is(Class::symbol) && !before.is(Keyword::the);
    return before.is(Class::preposition) || before.is(Keyword::from) || (no_word && ends && apart);
}

bool EnglishDate::is_name_with_weekday(std::size_t i) const {
    if (i == 0) return false;
    const Lexeme& before = lexemes_[i - 1];
    const Lexeme& next = lexemes_[i + 1];
    const bool named = before.capital && before.is(Class::other) && before.value() == kNamedDay;
    return named || (before.is(Keyword::the) && next.capital && next.is(Class::other));
}

bool EnglishDate::recurs(std::size_t i) const {
    const bool nth = i > 0 && lexemes_[i - 1].is(Class::ordinal);
    if (nth && lexemes_[i + 1].is(Keyword::of) && lexemes_[i + 2].is(Keyword::every)) return true;
    const Lexeme& part = lexemes_[i + 1];
    if (part.is(Class::other) && part.value() == kNoOneDay) return true;
    const auto joins = [&](std::size_t k) {
        return is_joint(k) && lexemes_[k + 1].is(Class::weekday);
    };
    const bool first = joins(i + 1);
    const bool last = i > 1 && is_joint(i - 1) && lexemes_[i - 2].is(Class::weekday);
    if (!first && !last) return false;
    constexpr int kMost = 3;  // days of a span that is told of
    const std::size_t begin = first ? i : i - 2;
    const bool from = begin > 0 && (lexemes_[begin - 1].is(Keyword::from) ||
                                    lexemes_[begin - 1].is(Class::preposition));
    return !from && lexemes_[begin + 2].value() - lexemes_[begin].value() >= kMost;
}

EnglishDate::Found EnglishDate::weekday_behind_another(std::size_t i) const {
    const auto last = resolver_.last();
    const bool pair = i > 1 && lexemes_[i - 1].is(Keyword::word_and) &&
                      lexemes_[i - 2].is(Class::weekday) && last && last->from == last->to;
    if (!pair) return std::nullopt;
    const std::chrono::weekday first(static_cast<unsigned>(lexemes_[i - 2].value()));
    const std::chrono::weekday second(static_cast<unsigned>(lexemes_[i].value()));
    if (std::chrono::weekday(last->from) != first || first == second) return std::nullopt;
    const Day day = last->from + (second - first);
    return FoundDate{one_day(day), DatePrecision::day, DateKind::relative, i + 1};
}

EnglishDate::Found EnglishDate::from_weekday(std::size_t i) const {
    if (!lexemes_[i].capital || lexemes_[i].han) return std::nullopt;
    const bool second = i > 1 && lexemes_[i - 1].is(Class::ordinal);  // every second Friday
    const Lexeme before = i > 0 ? lexemes_[second ? i - 2 : i - 1] : Lexeme();
    const bool pair = i > 2 && before.is(Keyword::word_and) && lexemes_[i - 2].is(Class::weekday);
    const bool any = before.is(Keyword::every) || (before.is(Keyword::a) && !second) ||
                     (pair && lexemes_[i - 3].is(Keyword::every));
    if (any || is_name_with_weekday(i) || is_weekday_list(lexemes_, i) || recurs(i))
        return std::nullopt;
    if (is_brief(i) && !is_brief_weekday_here(i)) return std::nullopt;
    const std::size_t next = after(i + 1, ',');
    const bool month = lexemes_[next].is(Class::month);
    if (month || (day_number(next) > 0)) {
        const auto date = month ? from_month(next) : day_first(next);
        if (date && date->precision == DatePrecision::day) return date;
    }
    if (resolver_.is_listed()) {  // Thu 2, 17:11
        const bool day = day_number(next) > 0 && next == i + 1;
        return resolver_.weekday_after_entry(lexemes_[i].value(), day ? next + 1 : i + 1);
    }
    if (lexemes_[i + 1].is(Keyword::last) && lexemes_[i + 1].end - lexemes_[i + 1].begin == 4 &&
        (lexemes_[i + 2].past_form || is_alone(i + 2) || lexemes_[i + 2].is(Class::other)))
        return resolver_.weekday(lexemes_[i].value(), -1, i + 2);  // Friday last
    const std::size_t named = lexemes_[next].is(Keyword::of) ? next + 1 : next;
    const Lexeme& which = lexemes_[named];
    const bool near = which.is(Keyword::last) || which.is(Keyword::next) ||
                      which.is(Keyword::word_this) || named > next;
    if (near && is_one(named + 1, Unit::weeks) && named <= i + 2) {  // Wednesday next week
        const int distance = which.is(Keyword::last) ? -1 : which.is(Keyword::next) ? 1 : 0;
        return resolver_.weekday_of_week(lexemes_[i].value(), distance, named + 2);
    }
    if (lexemes_[next].is(Keyword::the) && day_number(next + 1) > 0 &&
        after_ordinal(next + 2) > next + 2) {
        const auto whole = day_first(next + 1);  // Thursday, the 25th day of September
        if (whole && whole->precision == DatePrecision::day) return whole;
        return resolver_.weekday_and_day(lexemes_[i].value(), day_number(next + 1),
                                         after_ordinal(next + 2));
    }
    if (const auto paired = weekday_behind_another(i)) return paired;
    return resolver_.weekday(lexemes_[i].value(), 0, i + 1);
}

}  // namespace sinodex::quantities
