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

// Finds the dates of a text, English and Chinese, holidays too. One without a year is the latest
// before publication, or up to 90 days behind it, a day without a month up to 12; where tense or
// preposition say that it is to come
// ("will", 将于, 前完成) the next one, and where they say "was", "since", 已于 one that is past.
// 次年, "three weeks earlier" and their like are told of by the date before, 同日 and "the same
// day" are none. Below a line that is but a year it is of that year; at the beginning of a line it
// follows the date that began a line before, and a list whose dates would reach months ahead tells
// of the year that is over. A weekday is the latest one, if nothing says more.
// Numbers of documents, codes of exchanges and weekdays that recur are none.
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
