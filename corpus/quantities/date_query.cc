// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/date_query.h"

#include <string>

#include "corpus/error.h"

namespace sinodex {
namespace {

[[noreturn]] void refuse_date(std::string_view text, const std::string& why) {
    throw Error(ErrorKind::usage, "\"" + std::string(text) + "\" is no date: " + why,
                "write 2021, 2021-04, 2021-04-10, 2021-08..2022-03 or >2021");
}

DayRange parse_days(std::string_view part, std::string_view all) {
    const auto days = days_of(part);
    if (!days) refuse_date(all, part.empty() ? "it is empty" : "no such day, month or year");
    return *days;
}

}  // namespace

DateQuery parse_date_query(std::string_view all) {
    std::string_view text = all;
    const bool after = text.starts_with(">");
    const bool before = text.starts_with("<");
    if (after || before) {
        text.remove_prefix(1);
        const bool with = text.starts_with("=");
        if (with) text.remove_prefix(1);
        const DayRange days = parse_days(text, all);
        constexpr std::chrono::days kOne{1};
        if (after) return {with ? days.from : days.to + kOne, std::nullopt};
        return {std::nullopt, with ? days.to : days.from - kOne};
    }
    const std::size_t dots = text.find("..");
    if (dots == text.npos) {
        const DayRange days = parse_days(text, all);
        return {days.from, days.to};
    }
    DateQuery query;
    const std::string_view last = text.substr(dots + 2);
    if (dots == 0 && last.empty()) refuse_date(all, "both ends are missing");
    if (dots > 0) query.from = parse_days(text.substr(0, dots), all).from;
    if (!last.empty()) query.to = parse_days(last, all).to;
    if (query.from && query.to && *query.to < *query.from) {
        refuse_date(all, "the range ends before it begins");
    }
    return query;
}

}  // namespace sinodex
