// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/date_grammar.h"

namespace sinodex::quantities {
namespace {

constexpr std::chrono::days kFar{270};  // what is to come is rather not so far away
constexpr std::chrono::days kWeek{7};
constexpr std::chrono::days kSoon{90};  // a date so near is rather to come than eleven months past

DayRange month_after(Day day, int distance) {
    const int index = year_in(day) * 12 + month_in(day) - 1 + distance;
    return month_of(index / 12, index % 12 + 1);
}

}  // namespace

Direction Resolver::direction() const {
    return lexemes_ == nullptr ? Direction::unsaid : direction_of(*lexemes_, begin_);
}

std::optional<DayRange> Resolver::chosen(const std::vector<DayRange>& all) const {
    std::optional<DayRange> before;  // the latest one that has begun
    std::optional<DayRange> after;   // the first one that has not ended
    for (const DayRange& one : all) {
        if (one.from <= *published_) before = one;
        if (!after && one.to >= *published_) after = one;
    }
    if (!before || !after) return before ? before : after;
    switch (direction()) {
        case Direction::past:
            return before;
        case Direction::ahead:
            return after->from <= *published_ + kFar ? after : before;
        case Direction::nearest:
            return after->from - *published_ < *published_ - before->to ? after : before;
        case Direction::unsaid:
            break;
    }
    return after->from <= *published_ + kSoon ? after : before;
}

DayRange Resolver::fiscal_months(int year, int skipped, int count) const {
    const int end = (year + fiscal_behind_) * kDecember + fiscal_end_;  // the month behind
    const int first = end - kDecember + skipped;
    const int last = first + count - 1;
    return {month_of(first / kDecember, first % kDecember + 1).from,
            month_of(last / kDecember, last % kDecember + 1).to};
}

FoundDate Resolver::made(DayRange days, DatePrecision precision, std::size_t end) const {
    return {days, precision, DateKind::relative, end};
}

FoundDate Resolver::unresolved(DatePrecision precision, std::size_t end) {
    return {std::nullopt, precision, DateKind::unresolved, end};
}

std::optional<int> Resolver::year_at(int distance) const {
    if (!published_) return std::nullopt;
    return year_in(*published_) + distance;
}

std::optional<Day> Resolver::likelier(DayRange either) const {
    if (!published_) return std::nullopt;
    if (either.to <= *published_ && either.to + kWeek > *published_) return either.to;
    if (either.from <= *published_ && either.to > *published_) return either.from;
    return std::nullopt;
}

FoundDate Resolver::year(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::year, end);
    return made(year_of(year_in(*published_) + distance), DatePrecision::year, end);
}

FoundDate Resolver::month(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::month, end);
    return made(month_after(*published_, distance), DatePrecision::month, end);
}

FoundDate Resolver::week(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::week, end);
    return made(week_of(*published_ + std::chrono::days(7 * distance)), DatePrecision::week, end);
}

FoundDate Resolver::day(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    const Day day = *published_ + std::chrono::days(distance);
    return made({day, day}, DatePrecision::day, end);
}

FoundDate Resolver::weekday(int weekday, int which, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    const std::chrono::weekday wanted(static_cast<unsigned>(weekday));
    const auto back = std::chrono::weekday(*published_) - wanted;
    Day day = *published_ - back;
    if (which < 0 && back.count() == 0) day -= kWeek;
    if (which > 0) day += kWeek;
    if (which == 0 && back.count() > 0) {
        const Direction said = direction();
        const bool nearer = 2 * back > kWeek;
        if (said == Direction::ahead || (said == Direction::nearest && nearer)) day += kWeek;
    }
    return made({day, day}, DatePrecision::day, end);
}

FoundDate Resolver::weekday_of_week(int weekday, int distance, std::size_t end) const {
    FoundDate found = week(distance, end);
    found.precision = DatePrecision::day;
    if (!found.days) return found;
    const Day day = found.days->from + std::chrono::days(weekday - 1);
    found.days = DayRange{day, day};
    return found;
}

template <typename InYear>
std::optional<DayRange> Resolver::after_entry(const InYear& in_year) const {
    if (!entry_) return std::nullopt;
    for (int year = year_in(*entry_); year <= year_in(*entry_) + 1; ++year) {
        const std::optional<DayRange> days = in_year(year);
        const bool past = days && (!published_ || days->from <= *published_);
        if (past && days->to >= *entry_) return days;
    }
    return std::nullopt;
}

FoundDate Resolver::month_and_day(int month, int day, std::size_t end) const {
    const auto next = after_entry([&](int year) {
        const auto date = day_of(year, month, day);
        return date ? std::optional(DayRange{*date, *date}) : std::nullopt;
    });
    if (next) return made(*next, DatePrecision::day, end);
    return yearly([&](int year) { return day_of(year, month, day); }, end);
}

FoundDate Resolver::yearly(const std::function<std::optional<Day>(int)>& day_in,
                           std::size_t end) const {
    if (!published_ && !year_) return unresolved(DatePrecision::day, end);
    const int last = year_ ? *year_ : year_in(*published_) + 1;
    std::vector<DayRange> days;
    for (int year = last - 5; year <= last; ++year) {  // 29 February
        if (const auto date = day_in(year)) days.push_back({*date, *date});
    }
    if (days.empty()) return unresolved(DatePrecision::day, end);
    const auto found = year_ ? days.back() : chosen(days);
    return found ? made(*found, DatePrecision::day, end) : unresolved(DatePrecision::day, end);
}

std::optional<FoundDate> Resolver::day_after_last(int distance, std::size_t end) const {
    if (!last_day_) return std::nullopt;
    const Day day = *last_day_ + std::chrono::days(distance);
    return made({day, day}, DatePrecision::day, end);
}

FoundDate Resolver::near_quarter(int distance, std::size_t end) const {
    FoundDate found = month(distance * 3, end);
    found.precision = DatePrecision::quarter;
    if (!found.days) return found;
    found.days = quarter_of(year_in(found.days->from), (month_in(found.days->from) + 2) / 3);
    return found;
}

std::optional<DayRange> Resolver::last_in_year(int year) const {
    constexpr std::chrono::days kShortest{6};
    constexpr std::chrono::days kLongest{280};
    if (!last_) return std::nullopt;
    const auto length = last_->to - last_->from;
    if (length < kShortest || length > kLongest || year_in(last_->from) != year_in(last_->to))
        return std::nullopt;
    const DayRange last_month = month_of(year, month_in(last_->to));
    const std::chrono::year_month_day from{last_->from};
    const std::chrono::year_month_day to{last_->to};
    const auto first = day_of(year, month_in(last_->from), static_cast<int>(unsigned(from.day())));
    const auto end = day_of(year, month_in(last_->to), static_cast<int>(unsigned(to.day())));
    if (!first) return std::nullopt;
    return DayRange{*first, end.value_or(last_month.to)};
}

std::optional<DayRange> Resolver::last_a_year_earlier() const {
    if (!last_ || !published_ || year_in(last_->to) < year_in(*published_)) return std::nullopt;
    return last_in_year(year_in(last_->to) - 1);
}

FoundDate Resolver::named_month(int month, int which, std::size_t end) const {
    const auto next_entry =
        after_entry([month](int year) { return std::optional(month_of(year, month)); });
    if (next_entry && which == 0) return made(*next_entry, DatePrecision::month, end);
    if (year_ && which == 0) return made(month_of(*year_, month), DatePrecision::month, end);
    if (!published_) return unresolved(DatePrecision::month, end);
    const int year = year_in(*published_);
    const int now = month_in(*published_);
    if (which < 0)
        return made(month_of(month < now ? year : year - 1, month), DatePrecision::month, end);
    if (which > 0)
        return made(month_of(month > now ? year : year + 1, month), DatePrecision::month, end);
    const auto found =
        chosen({month_of(year - 1, month), month_of(year, month), month_of(year + 1, month)});
    return made(*found, DatePrecision::month, end);
}

FoundDate Resolver::day_of_month(int day, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    if (const auto told = day_of_told_month(day))
        return made({*told, *told}, DatePrecision::day, end);
    const Direction said = direction();
    std::optional<Day> found;
    for (int distance = -2; distance <= 1; ++distance) {
        const Day first = month_after(*published_, distance).from;
        const auto date = day_of(year_in(first), month_in(first), day);
        if (!date) continue;
        const bool to_come = *date > *published_;
        if (!found || *date <= *published_) {
            found = date;
            continue;
        }
        const bool nearer = *date - *published_ < *published_ - *found;
        const bool tomorrow = *date == *published_ + std::chrono::days(1);
        if (to_come && *found < *published_ &&
            (said == Direction::ahead || (said == Direction::nearest && nearer) ||
             (said == Direction::unsaid && tomorrow))) {
            found = date;
        }
        break;
    }
    return found ? made({*found, *found}, DatePrecision::day, end)
                 : unresolved(DatePrecision::day, end);
}

// "Oct: two firms default, one of them on the 4th"; 10月12日生效，另一部分在21日.
std::optional<Day> Resolver::day_of_told_month(int day) const {
    constexpr std::chrono::days kRecent{25};
    const bool entry = line_entry_ && line_entry_->to + kRecent < *published_;
    const bool sentence = !entry && last_ && last_->to <= *published_ && is_in_sentence_of_last() &&
                          last_->to - last_->from < std::chrono::days(31);
    if (!entry && !sentence) return std::nullopt;
    const DayRange told = entry ? *line_entry_ : *last_;
    const auto date = day_of(year_in(told.to), month_in(told.to), day);
    const bool behind = date && (told.from == told.to ? *date > told.to : *date >= told.from);
    return behind ? date : std::nullopt;
}

bool Resolver::is_in_sentence_of_last() const {
    constexpr std::size_t kFarthest = 60;
    if (lexemes_ == nullptr || last_end_ == 0 || last_end_ > begin_) return false;
    if (begin_ - last_end_ > kFarthest) return false;
    for (std::size_t i = last_end_; i < begin_; ++i) {
        const Lexeme& one = (*lexemes_)[i];
        const bool ends =
            one.is(Class::line) || one.is_symbol('.') || one.is_symbol(';') || one.is_symbol('\0');
        if (ends) return false;
    }
    return true;
}

FoundDate Resolver::weekday_and_day(int weekday, int day, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    const std::chrono::weekday wanted(static_cast<unsigned>(weekday));
    for (const int distance : {0, -1, 1, -2, 2}) {
        const Day first = month_after(*published_, distance).from;
        const auto date = day_of(year_in(first), month_in(first), day);
        if (date && std::chrono::weekday(*date) == wanted)
            return made({*date, *date}, DatePrecision::day, end);
    }
    return unresolved(DatePrecision::day, end);
}

// When a time began a moment ago, one rather tells how it was the year before.
std::optional<DayRange> Resolver::chosen_period(std::vector<DayRange> all, std::size_t end) const {
    constexpr std::chrono::days kBarelyBegun{30};
    constexpr std::chrono::days kJustOver{45};  // what is expected of it is not yet reported
    for (const DayRange& one : all) {
        if (one.to < *published_ && one.to + kJustOver >= *published_) return one;
    }
    const bool begins = lexemes_ != nullptr && (*lexemes_)[end].is(Keyword::day_part);  // 开始
    const bool ahead = begins || direction() == Direction::ahead;
    std::erase_if(all, [&](const DayRange& one) {
        return !ahead && one.from <= *published_ && one.from + kBarelyBegun > *published_;
    });
    return chosen(all);
}

FoundDate Resolver::quarter(int quarter, std::size_t end) const {
    if (year_) return made(quarter_of(*year_, quarter), DatePrecision::quarter, end);
    if (!published_) return unresolved(DatePrecision::quarter, end);
    const int year = year_in(*published_);
    const auto found = chosen_period(
        {quarter_of(year - 1, quarter), quarter_of(year, quarter), quarter_of(year + 1, quarter)},
        end);
    return made(*found, DatePrecision::quarter, end);
}

FoundDate Resolver::half(int half, std::size_t end) const {
    if (year_) return made(half_of(*year_, half), DatePrecision::half, end);
    if (!published_) return unresolved(DatePrecision::half, end);
    const int year = year_in(*published_);
    std::vector<DayRange> halves{half_of(year - 1, half), half_of(year, half)};
    const bool told = direction() == Direction::unsaid;  // rather than looked forward to
    if (!told || halves.back().from > *published_) halves.push_back(half_of(year + 1, half));
    const auto found = chosen_period(halves, end);
    return made(*found, DatePrecision::half, end);
}

std::optional<FoundDate> weekday_in(const FoundDate& month, int nth, int weekday, std::size_t end) {
    FoundDate found{std::nullopt, DatePrecision::day, month.kind, end};
    if (!month.days) return found;
    const std::chrono::weekday wanted(static_cast<unsigned>(weekday));
    const Day first = month.days->from + (wanted - std::chrono::weekday(month.days->from));
    const Day day = first + std::chrono::days(7 * (nth - 1));
    if (day > month.days->to) return std::nullopt;
    found.days = DayRange{day, day};
    return found;
}

}  // namespace sinodex::quantities
