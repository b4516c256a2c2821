// SPDX-License-Identifier: GPL-2.0-or-later

// Quarters, halves and fiscal years, and periods that are told of by others.

#include <algorithm>

#include "corpus/quantities/date_grammar.h"

namespace sinodex::quantities {

DayRange Resolver::fiscal_part(int year, int skipped, int count) const {
    const FiscalYears years = fiscal_.value_or(FiscalYears{});
    const int behind = (year + years.years_behind) * kMonths + years.last_month;  // the next month
    const int first = behind - kMonths + skipped;
    const int last = first + count - 1;
    if (years.weekday == 0) {
        return {month_of(first / kMonths, first % kMonths + 1).from,
                month_of(last / kMonths, last % kMonths + 1).to};
    }
    constexpr int kWeeksOfQuarter = 13;
    const std::chrono::days quarter{7 * kWeeksOfQuarter};
    const auto last_day = [&](int of_year) {
        const Day end = month_of(of_year + years.years_behind, years.last_month).to;
        return end - (std::chrono::weekday(end) -
                      std::chrono::weekday(static_cast<unsigned>(years.weekday)));
    };
    const Day from = last_day(year - 1) + std::chrono::days(1) + skipped / 3 * quarter;
    const bool whole = skipped + count == kMonths;
    return {from, whole ? last_day(year) : from + count / 3 * quarter - std::chrono::days(1)};
}

DayRange Resolver::fiscal_year_over(int year) const {
    if (fiscal_) return fiscal_year(year + 1 - fiscal_->years_behind);
    return {month_of(year, 4).from, month_of(year + 1, 3).to};
}

std::optional<FoundDate> Resolver::near_fiscal_year(int distance, bool of_told,
                                                    std::size_t end) const {
    constexpr std::chrono::days kYear{350};
    if (!fiscal_ || !published_) return std::nullopt;
    const bool told = of_told && last_ && last_->to - last_->from > kYear;
    const Day day = told ? last_->to : *published_;
    for (int year = year_in(day) - 1; year <= year_in(day) + 2; ++year) {
        if (fiscal_year(year).to >= day)
            return made(fiscal_year(year + distance), DatePrecision::year, end);
    }
    return std::nullopt;
}

std::optional<DayRange> Resolver::last_period() const {
    constexpr std::size_t kFarthest = 150;
    return last_period_ && begin_ - last_period_end_ < kFarthest ? last_period_ : std::nullopt;
}

std::optional<int> Resolver::told_whole_year() const {
    if (!last_ || !published_ || !is_in_sentence_of_last()) return std::nullopt;
    const int year = year_in(last_->to);
    const bool han = lexemes_->at(begin_ + 1).han;
    const bool whole = *last_ == year_of(year) && year >= year_in(*published_) &&
                       (han || last_kind_ == DateKind::relative);
    return whole && year <= year_in(*published_) + 1 ? std::optional(year) : std::nullopt;
}

FoundDate Resolver::near_quarter(int distance, std::size_t end) const {
    FoundDate found = month(distance * 3, end);
    found.precision = DatePrecision::quarter;
    if (!found.days) return found;
    found.days = quarter_of(year_in(found.days->from), (month_in(found.days->from) + 2) / 3);
    return found;
}

std::optional<DayRange> Resolver::told_period() const {
    constexpr std::chrono::days kShortest{6};
    return last_ && last_->to - last_->from >= kShortest ? last_ : last_period();
}

std::optional<DayRange> Resolver::last_in_year(int year) const {
    constexpr std::chrono::days kLongest{280};
    const auto told = told_period();
    if (!told) return std::nullopt;
    if (*told == year_of(year_in(told->to))) return year_of(year);
    if (told->to - told->from > kLongest || year_in(told->from) != year_in(told->to))
        return std::nullopt;
    const std::chrono::year_month_day from{told->from};
    const std::chrono::year_month_day to{told->to};
    const auto first = day_of(year, month_in(told->from), static_cast<int>(unsigned(from.day())));
    if (!first) return std::nullopt;
    const DayRange month = month_of(year, month_in(told->to));
    if (told->to == month_of(year_in(told->to), month_in(told->to)).to) return {{*first, month.to}};
    const auto end = day_of(year, month_in(told->to), static_cast<int>(unsigned(to.day())));
    return DayRange{*first, end.value_or(month.to)};
}

std::optional<DayRange> Resolver::last_a_year_earlier() const {
    const auto told = told_period();
    if (!told || !published_ || year_in(told->to) < year_in(*published_)) return std::nullopt;
    return last_in_year(year_in(told->to) - 1);
}

// When a time began a moment ago, one rather tells how it was the year before, unless the one just
// over has been told of.
std::optional<DayRange> Resolver::chosen_period(std::vector<DayRange> all, std::size_t end) const {
    constexpr std::chrono::days kBarelyBegun{20};
    constexpr std::chrono::days kJustOver{45};  // what is expected of it is not yet reported
    for (const DayRange& one : all) {
        if (one.to < *published_ && one.to + kJustOver >= *published_) return one;
    }
    const auto told = last_period();
    const bool begins = lexemes_ != nullptr && (*lexemes_)[end].is(Keyword::day_part);  // 开始
    const bool ahead = begins || is_ahead();
    std::erase_if(all, [&](const DayRange& one) {
        const bool follows = told && told->to + std::chrono::days(1) == one.from;
        return !ahead && !follows && one.from <= *published_ &&
               one.from + kBarelyBegun > *published_;
    });
    return chosen(all);
}

FoundDate Resolver::quarter(int quarter, std::size_t end) const {
    if (year_) return made(quarter_of(*year_, quarter), DatePrecision::quarter, end);
    if (!published_) return unresolved(DatePrecision::quarter, end);
    const int year = year_in(*published_);
    if (const auto told = told_whole_year())
        return made(quarter_of(*told, quarter), DatePrecision::quarter, end);
    const auto found =
        chosen_period({fiscal_quarter(year - 1, quarter), fiscal_quarter(year, quarter),
                       fiscal_quarter(year + 1, quarter)},
                      end);
    return made(*found, DatePrecision::quarter, end);
}

FoundDate Resolver::half(int half, std::size_t end) const {
    if (year_) return made(half_of(*year_, half), DatePrecision::half, end);
    if (!published_) return unresolved(DatePrecision::half, end);
    if (const auto told = told_whole_year())
        return made(half_of(*told, half), DatePrecision::half, end);
    const int year = year_in(*published_);
    std::vector<DayRange> halves{half_of(year - 1, half), half_of(year, half)};
    const bool told = direction() == Direction::unsaid;  // rather than looked forward to
    if (!told || halves.back().from > *published_) halves.push_back(half_of(year + 1, half));
    const auto found = chosen_period(halves, end);
    return made(*found, DatePrecision::half, end);
}

}  // namespace sinodex::quantities
