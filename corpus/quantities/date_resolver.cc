// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

constexpr std::chrono::days kFar{270};  // what is to come is rather not so far away
constexpr std::chrono::days kSoon{90};  // a date so near is rather to come than eleven months past

// The first day of that number from another day on.
std::optional<Day> day_after(Day first, int day) {
    for (int distance = 0; distance <= 1; ++distance) {
        const Day month = month_after(first, distance).from;
        const auto date = day_of(year_in(month), month_in(month), day);
        if (date && *date >= first) return date;
    }
    return std::nullopt;
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

std::optional<Day> Resolver::same_day_in(int year) const {
    if (!published_) return std::nullopt;
    const std::chrono::year_month_day date{*published_};
    return day_of(year, month_in(*published_), static_cast<int>(unsigned(date.day())));
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

FoundDate Resolver::day(int distance, std::size_t end) const {
    if (!published_) return unresolved(DatePrecision::day, end);
    const Day day = *published_ + std::chrono::days(distance);
    return made({day, day}, DatePrecision::day, end);
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

void Resolver::set_last(const FoundDate& found, bool holiday) {
    if (!found.days || !found.anchor) return;
    constexpr std::chrono::days kQuarter{85};
    constexpr std::chrono::days kHalf{190};
    const bool goes_on = last_says_year_ && year_in(found.days->from) == year_in(last_->from);
    last_says_year_ = goes_on || found.kind == DateKind::absolute;
    last_ = found.days;
    last_end_ = found.end;
    last_kind_ = found.kind;
    last_is_holiday_ = holiday;
    if (last_->from == last_->to) {
        last_day_ = last_->from;
        constexpr std::chrono::days kYear{300};
        const bool near = published_ && std::chrono::abs(last_->from - *published_) < kYear;
        if (found.kind == DateKind::absolute && near) said_days_.push_back(last_->from);
    }
    const auto length = last_->to - last_->from;
    if (length < kQuarter || length > kHalf) return;
    last_period_ = last_;
    last_period_end_ = found.end;
}

bool Resolver::is_near_last(std::size_t most) const {
    if (lexemes_ == nullptr || last_end_ == 0 || last_end_ > begin_) return false;
    if (begin_ - last_end_ > most) return false;
    for (std::size_t i = last_end_; i < begin_; ++i) {
        if ((*lexemes_)[i].is(Class::line)) return false;
    }
    return true;
}

template <typename InYear>
std::optional<DayRange> Resolver::of_told_year(const InYear& in_year) const {
    constexpr std::chrono::days kLongAgo{150};
    constexpr std::chrono::days kMonth{31};
    if (!published_) return std::nullopt;
    if (line_entry_ && line_entry_->to + kLongAgo < *published_) {
        std::optional<DayRange> nearest;
        for (int year = year_in(line_entry_->to) - 1; year <= year_in(line_entry_->to) + 1;
             ++year) {
            const std::optional<DayRange> days = in_year(year);
            if (!days || days->from > *published_) continue;
            const auto distance = [&](const DayRange& one) {
                return std::chrono::abs(one.from - line_entry_->from);
            };
            if (!nearest || distance(*days) < distance(*nearest)) nearest = days;
        }
        return nearest;
    }
    if (const auto year = told_whole_year()) return in_year(*year);
    const bool told = last_says_year_ && last_->to - last_->from < kMonth &&
                      year_in(last_->to) < year_in(*published_) && lexemes_ != nullptr &&
                      (*lexemes_)[begin_ + 1].han && is_in_sentence_of_last();
    if (told) {
        const auto days = in_year(year_in(last_->to));
        return days && days->to >= last_->from ? days : std::nullopt;
    }
    const bool to_come = last_says_year_ && last_->from > *published_ &&
                         last_->to - last_->from < kMonth && is_in_sentence_of_last();
    const auto days = to_come ? in_year(year_in(last_->to)) : std::nullopt;
    return days && days->from > last_->to ? days : std::nullopt;
}

FoundDate Resolver::month_and_day(int month, int day, std::size_t end) const {
    const auto in_year = [&](int year) {
        const auto date = day_of(year, month, day);
        return date ? std::optional(DayRange{*date, *date}) : std::nullopt;
    };
    if (const auto next = after_entry(in_year)) return made(*next, DatePrecision::day, end);
    const auto said = std::find_if(said_days_.rbegin(), said_days_.rend(), [&](Day one) {
        const std::chrono::year_month_day date{one};
        return month_in(one) == month && unsigned(date.day()) == static_cast<unsigned>(day);
    });
    if (said != said_days_.rend()) return made({*said, *said}, DatePrecision::day, end);
    if (is_told_again(month, day)) return made(*last_, DatePrecision::day, end);
    if (const auto told = of_told_year(in_year)) return made(*told, DatePrecision::day, end);
    return yearly([&](int year) { return day_of(year, month, day); }, end);
}

bool Resolver::is_told_again(int month, int day) const {
    if (!last_ || last_->from != last_->to || lexemes_ == nullptr || last_end_ + 1 != begin_)
        return false;
    const Lexeme& joint = (*lexemes_)[last_end_];
    const std::chrono::year_month_day date{last_->from};
    return (joint.is_symbol(',') || joint.is_symbol('(')) && month_in(last_->from) == month &&
           unsigned(date.day()) == static_cast<unsigned>(day);
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

std::optional<FoundDate> Resolver::after_last(int unit, int count, std::size_t end) const {
    constexpr std::size_t kFarthest = 40;
    if (count < 0 && last_is_holiday_) return std::nullopt;
    std::optional<FoundDate> found;
    if (static_cast<Unit>(unit) == Unit::days) {
        found = day_after_last(count, end);
    } else if (!is_near_last(kFarthest)) {
        return std::nullopt;
    } else if (static_cast<Unit>(unit) == Unit::weeks) {
        if (last_->from == last_->to) found = day_after_last(7 * count, end);
    } else if (static_cast<Unit>(unit) == Unit::months) {
        const bool narrow = last_->to - last_->from <= std::chrono::days(31);
        if (narrow) found = made(month_after(last_->to, count), DatePrecision::month, end);
    } else if (static_cast<Unit>(unit) == Unit::years) {
        found = made(year_of(year_in(last_->to) + count), DatePrecision::year, end);
    }
    const bool days = found && found->precision == DatePrecision::day;
    if (!found || !published_ || (!days && found->days->from > *published_)) return std::nullopt;
    found->anchor = count > 0;
    return found;
}

FoundDate Resolver::named_month(int month, int which, std::size_t end) const {
    const auto in_year = [month](int year) { return std::optional(month_of(year, month)); };
    const auto next_entry = after_entry(in_year);
    if (next_entry && which == 0) return made(*next_entry, DatePrecision::month, end);
    const auto told = which == 0 ? of_told_year(in_year) : std::nullopt;
    if (told) return made(*told, DatePrecision::month, end);
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
    if (const auto listed = listed_ ? day_after(*listed_, day) : std::nullopt;
        listed && *listed <= *published_) {
        return made({*listed, *listed}, DatePrecision::day, end);
    }
    if (last_ && is_told_again(month_in(last_->from), day))
        return made(*last_, DatePrecision::day, end);
    if (const auto told = day_of_told_month(day))
        return made({*told, *told}, DatePrecision::day, end);
    std::optional<Day> before;
    std::optional<Day> after;
    for (int distance = -2; distance <= 1; ++distance) {
        const Day first = month_after(*published_, distance).from;
        const auto date = day_of(year_in(first), month_in(first), day);
        if (date && *date <= *published_) before = date;
        if (date && *date > *published_ && !after) after = date;
    }
    const auto found = before && after && is_to_come(*before, *after) ? after : before;
    return found ? made({*found, *found}, DatePrecision::day, end)
                 : unresolved(DatePrecision::day, end);
}

// A day of the month before would rather be told with its month.
bool Resolver::is_to_come(Day before, Day after) const {
    constexpr std::chrono::days kLongOver{18};
    constexpr std::chrono::days kNear{12};
    if (before == *published_) return false;
    const auto since = *published_ - before;
    const auto until = after - *published_;
    switch (direction()) {
        case Direction::past:
            return false;
        case Direction::ahead:
            return true;
        case Direction::nearest:
            return until < since;
        case Direction::unsaid:
            break;
    }
    const DayRange month = month_of(year_in(*published_), month_in(*published_));
    const bool ends = *published_ == month.to;  // or nothing but the month is known
    return until == std::chrono::days(1) || (!ends && since >= kLongOver && until <= kNear);
}

// "Oct: two firms default, one of them on the 4th"; 10月12日生效，另一部分在21日; 3月8日、9日.
std::optional<Day> Resolver::day_of_told_month(int day) const {
    constexpr std::chrono::days kRecent{25};
    const bool entry = line_entry_ && line_entry_->to + kRecent < *published_;
    const bool narrow = !entry && last_ && last_->to - last_->from < std::chrono::days(31);
    const bool han = lexemes_ != nullptr && (*lexemes_)[begin_ + 1].han;
    const bool sentence = narrow && (last_->to <= *published_ || !han) && is_in_sentence_of_last();
    const bool listed = narrow && lexemes_ != nullptr && last_end_ + 1 == begin_ &&
                        ((*lexemes_)[last_end_].is(Keyword::han_and) ||
                         (*lexemes_)[last_end_].is_symbol(kEnumerationComma));
    if (!entry && !sentence && !listed) return std::nullopt;
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

}  // namespace sinodex::quantities
