// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Makes a date of lexemes. Internal to this folder.

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/quantities/dates.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

struct FoundDate {
    std::optional<DayRange> days;
    DatePrecision precision = DatePrecision::day;
    DateKind kind = DateKind::absolute;
    std::size_t end = 0;  // index behind its last lexeme
    bool anchor = true;   // others may be told of by it
};

// How fiscal years lie: the month that they end in, how many years behind the year that they are
// called by, and the weekday whose last one in that month they end with (1 is Monday); 0 where they
// end with the month.
struct FiscalYears {
    int last_month = 12;
    int years_behind = 0;
    int weekday = 0;
    bool operator==(const FiscalYears&) const = default;
};

// A company whose fiscal years are known, at a lexeme.
struct NamedCompany {
    std::size_t at = 0;
    FiscalYears years;
};

// What a whole text tells of its dates.
struct DateContext {
    bool slashes = false;                 // it has days as 6/29
    bool dashes = false;                  // as 2021-07-02
    bool republic = false;                // years as 民國112年
    bool in_taiwan = false;               // rather there than on the mainland
    std::optional<FiscalYears> fiscal;    // how its fiscal years lie
    std::vector<NamedCompany> companies;  // or those of several companies
    // The months and days that begin lines without a year, as days of a year of 31 for each month.
    std::vector<int> listed;
};
DateContext learn_context(std::string_view text, const std::vector<Lexeme>& lexemes);
// Whether what the lines begin with would reach too far ahead, if the first were to come.
bool looks_back(const DateContext& context, Day published);

// Tense and prepositions say whether a date lies before or behind publication.
enum class Direction : std::uint8_t {
    unsaid,   // the latest one, or one that comes soon
    past,     // not after publication
    nearest,  // whichever is nearer
    ahead,    // not before publication
};

// Dates without a year, or without anything absolute, are resolved against this.
class Resolver {
 public:
    explicit Resolver(std::optional<Day> published) : published_(published) {}

    // A heading set the year.
    void set_year(std::optional<int> year) { year_ = year; }
    // At the beginning of an entry of a chronology, the day of the entry before: what follows has
    // no year where it is the next such date.
    void set_entry(std::optional<Day> day) { entry_ = day; }
    // The text, or the company that it speaks of, says how fiscal years lie.
    void set_fiscal(const std::optional<FiscalYears>& years) { fiscal_ = years; }
    bool knows_fiscal() const { return fiscal_.has_value(); }
    // They are as the calendar's where the text does not tell.
    DayRange fiscal_year(int year) const { return fiscal_part(year, 0, kMonths); }
    DayRange fiscal_quarter(int year, int quarter) const {
        return fiscal_part(year, 3 * (quarter - 1), 3);
    }
    DayRange fiscal_half(int year, int half) const { return fiscal_part(year, 6 * (half - 1), 6); }
    // That of 2023/24, from April to March where the text does not tell.
    DayRange fiscal_year_over(int year) const;
    // The fiscal year so many after that of publication, or of the one that was told of last.
    std::optional<FoundDate> near_fiscal_year(int distance, bool of_told, std::size_t end) const;
    // Where the date begins of which tense and prepositions are looked at.
    void set_place(const std::vector<Lexeme>& lexemes, std::size_t begin) {
        lexemes_ = &lexemes;
        begin_ = begin;
    }
    bool is_ahead() const { return direction() == Direction::ahead; }
    bool is_past() const { return direction() == Direction::past; }
    // At the beginning of a line, the day that began the line before.
    void set_listed(std::optional<Day> day) { listed_ = day; }
    bool is_listed() const { return listed_.has_value(); }
    // The date that was found before, for 同年 and 次日, and the place behind it.
    void set_last(const FoundDate& found, bool holiday);
    std::optional<DayRange> last() const { return last_; }
    // The quarter or half that was told of last, not far before.
    std::optional<DayRange> last_period() const;
    // The day or month that the line begins with, as an entry of a list.
    void set_line_entry(std::optional<DayRange> days) { line_entry_ = days; }
    void set_context(const DateContext& context) {
        slashes_ = context.slashes;
        dashes_ = context.dashes;
        republic_ = context.republic;
        in_taiwan_ = context.in_taiwan;
    }
    // The text has days as 6/29, so that 7/2 is one.
    bool expects_slashes() const { return slashes_; }
    // The text has days as 2021-07-02, so that 07-09 is one.
    bool expects_dashes() const { return dashes_; }
    // The text has years of the Republic, so that 109年 is one.
    bool expects_republic() const { return republic_; }
    // Its National Day is another.
    bool is_in_taiwan() const { return in_taiwan_; }

    FoundDate year(int distance, std::size_t end) const;
    FoundDate month(int distance, std::size_t end) const;
    FoundDate week(int distance, std::size_t end) const;
    FoundDate day(int distance, std::size_t end) const;
    // 1 is Monday. -1: the latest before publication, 0: the same or that day, 1: the next.
    FoundDate weekday(int weekday, int which, std::size_t end) const;
    // Returns the weekday of the week so many weeks after that of publication.
    // At the beginning of a line, the first one from the day on that began the line before.
    FoundDate weekday_after_entry(int weekday, std::size_t end) const;
    FoundDate weekday_of_week(int weekday, int distance, std::size_t end) const;
    FoundDate weekend_of_week(int distance, std::size_t end) const;
    // The weekend that is nearest, where nothing says more.
    FoundDate weekend(std::size_t end) const;
    FoundDate month_and_day(int month, int day, std::size_t end) const;
    // A day that comes every year, or in most of them.
    FoundDate yearly(const std::function<std::optional<Day>(int)>& day_in, std::size_t end) const;
    // The week before that of the last day that was told of.
    std::optional<FoundDate> week_before_last(std::size_t end) const;
    // The quarter so many after that of publication.
    FoundDate near_quarter(int distance, std::size_t end) const;
    // The period of a week or more that was told of last.
    std::optional<DayRange> told_period() const;
    // That period in another year; nothing where it was longer than a year.
    std::optional<DayRange> last_in_year(int year) const;
    // So many days behind the last day that was told of; nothing where none was.
    std::optional<FoundDate> day_after_last(int distance, std::size_t end) const;
    // So many units (Unit::days to Unit::years, as an int) behind what was told of last; nothing
    // where that stands far before, or is longer than the unit.
    std::optional<FoundDate> after_last(int unit, int count, std::size_t end) const;
    // The date that was found before, where it is a time of about a year at most, a year earlier.
    std::optional<DayRange> last_a_year_earlier() const;
    // -1: before the month of publication, 0: nearest, 1: after it.
    FoundDate named_month(int month, int which, std::size_t end) const;
    FoundDate day_of_month(int day, std::size_t end) const;
    // Tuesday the 20th: the nearest such day.
    FoundDate weekday_and_day(int weekday, int day, std::size_t end) const;
    FoundDate quarter(int quarter, std::size_t end) const;
    FoundDate half(int half, std::size_t end) const;
    std::optional<int> year_at(int distance) const;
    // The day of publication in another year.
    std::optional<Day> same_day_in(int year) const;
    // Whether days lie before publication.
    bool is_over(DayRange days) const { return published_ && days.to < *published_; }
    bool is_to_come(DayRange days) const { return published_ && days.from > *published_; }
    // Returns which of two days a date means: that of publication, or the one past by then.
    std::optional<Day> likelier(DayRange either) const;

 private:
    static constexpr int kMonths = 12;

    // So many months of a fiscal year, behind its first `skipped` ones.
    DayRange fiscal_part(int year, int skipped, int count) const;
    // Takes the days that `in_year` gives for the year of the entry before and the next one, and
    // returns the first that is not before the entry, but before publication.
    template <typename InYear>
    std::optional<DayRange> after_entry(const InYear& in_year) const;
    Direction direction() const;
    // Takes the days that `in_year` gives for a year, and returns those that the entry of the line,
    // or a Chinese sentence that has told of a month with its year, leads to.
    template <typename InYear>
    std::optional<DayRange> of_told_year(const InYear& in_year) const;
    // The day of the month that the line begins with, or that the sentence told of before.
    std::optional<Day> day_of_told_month(int day) const;
    // The March 24 of "tomorrow, March 24", 明日（26日）.
    bool is_told_again(int month, int day) const;
    bool is_in_sentence_of_last() const;
    // Whether what was told of last stands at most so many lexemes before, on the same line.
    bool is_near_last(std::size_t most) const;
    // Returns the one of the given times, in ascending order, that the direction means.
    std::optional<DayRange> chosen(const std::vector<DayRange>& all) const;
    // `end` is behind what names one of them.
    std::optional<DayRange> chosen_period(std::vector<DayRange> all, std::size_t end) const;
    // Whether a day of the month without a month is the one that comes, not the one before.
    bool is_to_come(Day before, Day after) const;
    // The year of publication or the next one, where the sentence told of it before.
    std::optional<int> told_whole_year() const;
    FoundDate made(DayRange days, DatePrecision precision, std::size_t end) const;
    static FoundDate unresolved(DatePrecision precision, std::size_t end);

    std::optional<Day> published_;
    std::optional<int> year_;
    std::optional<DayRange> last_;
    std::optional<Day> last_day_;
    std::size_t last_end_ = 0;
    bool last_says_year_ = false;
    bool last_is_holiday_ = false;
    DateKind last_kind_ = DateKind::absolute;
    std::vector<Day> said_days_;  // with their years
    std::optional<Day> listed_;
    std::optional<DayRange> last_period_;
    std::size_t last_period_end_ = 0;
    std::optional<Day> entry_;
    std::optional<DayRange> line_entry_;
    bool slashes_ = false;
    bool dashes_ = false;
    bool republic_ = false;
    bool in_taiwan_ = false;
    std::optional<FiscalYears> fiscal_;
    const std::vector<Lexeme>* lexemes_ = nullptr;
    std::size_t begin_ = 0;
};

// The nth weekday of a month; nothing when the month is unknown or has no such day.
std::optional<FoundDate> weekday_in(const FoundDate& month, int nth, int weekday, std::size_t end);

// "Our fiscal year ends on March 31", at its first word, and the place behind it.
struct FiscalStatement {
    FiscalYears years;
    bool every_year = false;  // it names no year
    std::size_t end = 0;
};
std::optional<FiscalStatement> fiscal_statement_at(const std::vector<Lexeme>& lexemes,
                                                   std::size_t begin);

// The fiscal years of a company, if they are known.
std::optional<FiscalYears> fiscal_years_of(std::string_view name);

// Reads from what stands before and behind the date at `begin` whether it is past or to come.
Direction direction_of(const std::vector<Lexeme>& lexemes, std::size_t begin);

// The date that starts at `begin` and is written the English way, or in digits.
std::optional<FoundDate> read_english_date(const std::vector<Lexeme>& lexemes, std::size_t begin,
                                           const Resolver& resolver);

// The date that starts at `begin` and is written in Chinese.
std::optional<FoundDate> read_chinese_date(const std::vector<Lexeme>& lexemes, std::size_t begin,
                                           const Resolver& resolver);

// The holiday that is named at `begin`: National Day, 国庆节, Christmas 2020.
std::optional<FoundDate> read_holiday(const std::vector<Lexeme>& lexemes, std::size_t begin,
                                      const Resolver& resolver);
// The same of this year. It ends at `end` at least.
std::optional<FoundDate> holiday_in_year(const std::vector<Lexeme>& lexemes, std::size_t begin,
                                         int year, std::size_t end);

inline constexpr std::chrono::days kWeek{7};

// The month so many after that of a day.
DayRange month_after(Day day, int distance);

// So many months that end on a day. Where it does not end a month, quarters have thirteen weeks.
DayRange months_before(Day last, int months);
DatePrecision period_precision(int months);

// 6/29, where nothing shows that it is a fraction or a part of something longer.
struct SlashedDay {
    int month = 0;
    int day = 0;
};
std::optional<SlashedDay> slashed_day_at(const std::vector<Lexeme>& lexemes, std::size_t i);

// Whether three weekdays or more are listed around that at `i`: what happens on them recurs.
bool is_weekday_list(const std::vector<Lexeme>& lexemes, std::size_t i);

// Returns what lies `count` units (Unit::days to Unit::years, as an int) before publication.
FoundDate time_ago(const Resolver& resolver, int unit, int count, std::size_t end);

// The number of years such as 2021; nothing for other lexemes.
std::optional<int> year_number(const Lexeme& lexeme);

DayRange part_of(DayRange days, Part part);

// Whether a date may begin with that.
bool may_start_date(const Lexeme& lexeme);

// The date that starts at `begin`, written in any way.
std::optional<FoundDate> read_date(const std::vector<Lexeme>& lexemes, std::size_t begin,
                                   const Resolver& resolver);

// Takes in what belongs to a date that was found at `begin` and stands behind it.
void complete_date(const std::vector<Lexeme>& lexemes, std::size_t begin, const Resolver& resolver,
                   FoundDate& found);

// Replaces `dates`.
void find_dates(std::string_view text, const std::vector<Lexeme>& lexemes,
                std::optional<Day> published, std::vector<DateMention>& dates);

}  // namespace sinodex::quantities
