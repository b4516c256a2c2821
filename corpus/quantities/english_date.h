// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Internal to this folder.

#include <optional>
#include <vector>

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {

// Reads dates that are written the English way, or in digits, one lexeme at a time. Each of the
// functions takes the index of the lexeme at which something may begin.
class EnglishDate {
 public:
    using Lexemes = std::vector<Lexeme>;
    using Found = std::optional<FoundDate>;

    EnglishDate(const Lexemes& lexemes, const Resolver& resolver)
        : lexemes_(lexemes), resolver_(resolver) {}

    Found read(std::size_t i) const;

 private:
    static Found absolute(std::optional<DayRange> days, DatePrecision precision, std::size_t end);
    static std::optional<DayRange> one_day(std::optional<Day> day);

    bool glued(std::size_t i) const { return lexemes_[i - 1].end == lexemes_[i].begin; }

    int day_number(std::size_t i) const;
    // -, to, through: between the ends of a span.
    bool is_joint(std::size_t i) const;

    // Behind the th of 10th.
    std::size_t after_ordinal(std::size_t i) const;
    std::size_t after(std::size_t i, char symbol) const;

    Found from_number(std::size_t i) const;
    // 2021-04-10, 2021/4/10, 2021-04.
    Found iso(std::size_t i, int year) const;
    // 113/05/20, of the Republic.
    Found of_republic(std::size_t i) const;
    // 2021.4.10, which the lexer takes for a version.
    Found dotted(std::size_t i) const;
    // 2021, 2020-2023, 2020-23, 1990s, 2022 Q3. What is counted is no year.
    Found from_year(std::size_t i, int year) const;
    Found from_years(std::size_t i, int year) const;
    // The 2022 of "as of December 31, 2023 and 2022".
    Found same_day_in(std::size_t i, int year) const;
    // 2023's third quarter, fiscal 2024 second half.
    Found part_behind_year(std::size_t i, int year) const;
    // The third quarter, second half of a year.
    Found ordinal_part(int year, std::size_t k, bool fiscal) const;
    bool is_counted(std::size_t i) const;
    bool is_behind_reference(std::size_t i) const;
    // 〔2022〕3号, GB/T 35273-2020, 2015.HK, HKEX: 2015, 6655 2021.
    bool is_in_reference(std::size_t i) const;

    // 12 July 2023, 12th of July, 15-16 December. Not "less than 18 may".
    Found day_first(std::size_t i) const;
    // Behind a month and the full stop of its abbreviation.
    std::size_t after_month(std::size_t i) const;
    // The year behind a day and a month, or none.
    Found with_year(std::size_t i, int month, int first, int last) const;
    Found days(int year, int month, int first, int last, std::size_t end) const;
    bool is_unit_behind(std::size_t i) const;
    // 07-09, where the text has days as 2021-07-02.
    Found month_dash_day(std::size_t i) const;
    // 6/29, on 7/2.
    Found month_and_day(std::size_t i) const;
    // 10/04/2021: day and month cannot be told apart.
    Found slashes(std::size_t i) const;
    // July 12, 2023; July 12-14; Dec. 14; July 2023; July.
    Found from_month(std::size_t i) const;
    Found month_and_year(std::size_t i, std::size_t next) const;
    // The 2022 of Aug-22 and Aug'22.
    std::optional<int> brief_year(std::size_t i) const;
    // The 2021 of "and July 2021".
    std::optional<int> year_of_next_month(std::size_t i) const;
    // May and March are words, names and months: only what stands before them tells.
    bool is_month_here(std::size_t i) const;
    static bool is_plain_word(const Lexeme& word);
    bool is_unit(std::size_t i, Unit unit) const;
    // The singular of days, weeks, months or years.
    bool is_one(std::size_t i, Unit unit) const;

    // three months ended March 31, 2025, the second quarter ended June 30: the whole period.
    Found period_ended(std::size_t i) const;
    // Whether the period of "six months to March" ends there.
    bool is_end_of_period(std::size_t i) const;
    // The months of such a period; `i` moves to "ended". 0 where there is none.
    int months_of_period(std::size_t& i) const;

    // Whether a weekday is written as Wed.
    bool is_brief(std::size_t i) const { return lexemes_[i].end - lexemes_[i].begin < 6; }
    // Whether that stands where a weekday may: on Wed, not the Sun.
    bool is_brief_weekday_here(std::size_t i) const;
    // USA Today, The Tonight Show.
    bool is_name_with_today(std::size_t i) const;
    // Of "the third Monday of every month", "Sunday mornings", "Monday to Friday": they recur.
    bool recurs(std::size_t i) const;
    // The Monday of "Friday and Monday".
    Found weekday_behind_another(std::size_t i) const;
    // Good Friday, the Sunday Times.
    bool is_name_with_weekday(std::size_t i) const;
    // Friday; Friday, July 12; Friday 12 July.
    Found from_weekday(std::size_t i) const;
    // The third quarter of 2022, the first half of last year.
    Found from_ordinal(std::size_t i) const;
    // `i` is behind a quarter or half.
    Found in_year_of(std::size_t i, int value, bool quarter) const;
    // early 2021, mid-2022, late last year.
    Found from_part(std::size_t i) const;
    // summer 2021, the autumn of 2020, spring this year.
    Found from_season(std::size_t i) const;
    // last fall, this summer; `i` is at the season.
    Found near_season(std::size_t i, int which) const;
    Found narrowed(std::size_t i, Part part) const;
    Found from_relative(std::size_t i) const;
    // 4Q18, 1H21, 9M23, 3Q; the 4th quarter.
    Found from_digit(std::size_t i) const;
    Found from_letter_behind(std::size_t i, int value) const;
    // the 16th, where a preposition stands before and no noun behind; the next day.
    Found from_the(std::size_t i) const;
    // The next day, the following year: after what was told of.
    Found the_next_time(std::size_t i) const;
    // The day before, the year after, where nothing stands behind that they are before.
    Found the_time_before(std::size_t i) const;
    // Whether nothing stands at `i` that "before" or "after" may be said of.
    bool is_alone(std::size_t i) const;
    // The "before" of "three days before, it fell".
    bool is_before_it(std::size_t i) const;
    // The weekend of "over the weekend" and "at the weekend".
    Found the_weekend(std::size_t i) const;
    // The week before Christmas, the week after 12 May; `k` is behind "before" or "after".
    Found week_next_to(std::size_t k, int distance) const;
    // The 21 of "since '21".
    std::optional<int> year_of_two_digits(std::size_t i) const;
    // Whether "w/c" stands before.
    bool is_behind_week_sign(std::size_t i) const;
    // The first of "July the first"; its day moves `k` behind it, 0 where there is none.
    int worded_day(std::size_t& k) const;
    // The day before yesterday, the day after tomorrow.
    Found from_day_word(std::size_t i) const;
    // The week of 15 May.
    Found week_of_day(std::size_t i) const;
    // The summer of "before the summer".
    Found the_season(std::size_t i) const;
    // The first Monday of May 2021.
    Found nth_weekday(std::size_t i) const;
    // 23rd of last month; `k` is behind "of".
    Found in_near_month(int day, std::size_t k) const;
    // The first nine months of 2024; `i` is behind "first".
    Found first_months(std::size_t i) const;
    // The 28th of the same month; `k` is behind "same".
    Found in_same_month(int day, std::size_t k) const;
    // The same period of 2021, the same quarter last year.
    Found the_same_period(std::size_t i) const;
    // The quarter, half or year that was told of, a year before it was the latest.
    Found a_year_earlier(std::size_t end) const;
    // A fiscal year by its name: FY24, fiscal 2024, financial year 2024.
    struct FiscalName {
        int year = 0;
        std::size_t end = 0;
    };
    std::optional<FiscalName> fiscal_name(std::size_t i) const;
    // Fiscal 2024, where the text says when its fiscal years end.
    Found from_fiscal_name(std::size_t i) const;
    // By the end of the month; by year-end.
    Found end_of_the(std::size_t i) const;
    Found from_year_end(std::size_t i) const;
    bool is_behind_deadline(std::size_t i) const;
    // "At the end of May."
    bool is_behind_at(std::size_t i) const;
    // "As of the end of May."
    bool is_as_of(std::size_t i) const;
    // The end of May, and the last day of it where a deadline or a balance is told of.
    Found end_of(std::size_t i) const;
    static FoundDate last_day(FoundDate period);
    // FY2024, and FY2024/25, which begins in April.
    Found from_fiscal_year(std::size_t i) const;
    Found from_keyword(std::size_t i) const;
    // last month, this year, next July, last Friday.
    Found near(std::size_t i, int which) const;
    // Last year's December, last year's first quarter; `i` is behind "year".
    Found within_near_year(std::size_t i, int which) const;
    // The previous quarter: that before the one that was told of.
    Found quarter_near(std::size_t i, int which) const;
    // two years ago, a month earlier.
    Found ago(std::size_t i) const;

    const Lexemes& lexemes_;
    const Resolver& resolver_;
};

}  // namespace sinodex::quantities
