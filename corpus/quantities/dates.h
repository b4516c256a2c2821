// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/quantities/calendar.h"

namespace sinodex {

// `part` is about a third of a month or year (early 2021, 下旬); `span` any other range.
enum class DatePrecision : std::uint8_t {
    day,
    week,
    part,
    month,
    quarter,
    half,
    year,
    decade,
    span,
};

enum class DateKind : std::uint8_t {
    absolute,    // says its year: July 12, 2023; 2021年
    relative,    // resolved against the day of publication: on Friday, July 12, 去年
    ambiguous,   // 10/04/2021: from the earlier to the later reading
    unresolved,  // relative, and there is no day of publication: no days
};

// Where a text names a day or a longer time.
struct DateMention {
    ByteRange range;
    std::optional<DayRange> days;
    DatePrecision precision = DatePrecision::day;
    DateKind kind = DateKind::absolute;
};

// Finds the dates of a text, English and Chinese. A date without a year is the latest such date
// before publication, or one up to 90 days after it; below a line that is nothing but a year, as in
// a chronology, it is of that year; at the beginning of a line it
// follows the date that began a line before. A weekday is the latest one, the day of publication
// included. Where tense or preposition says that something is to come ("will take effect on March
// 1", 将于, 起施行), it is the next such date instead.
//
// Not thread-safe: one per thread, as it keeps memory for the next call.
class DateFinder {
 public:
    DateFinder();
    ~DateFinder();
    DateFinder(DateFinder&&) noexcept;
    DateFinder& operator=(DateFinder&&) noexcept;

    // In order, disjoint. `text`: any bytes, less than 4 GiB; needs memory of some ten times its
    // size. Valid until the next call.
    const std::vector<DateMention>& find(std::string_view text, std::optional<Day> published);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
