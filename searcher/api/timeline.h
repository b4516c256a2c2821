// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/api/match_summary.h"

namespace sinodex {

enum class TimelineBy { published, mentioned };

struct TimelineMonth {
    int year = 0;
    int month = 0;  // 1 to 12
    std::uint64_t articles = 0;
    bool operator==(const TimelineMonth&) const = default;
};

// The matching articles by month.
//
// published: each in the month of its date; of several versions of a story, that of the
// best-written
//   one that matches and whose month is known.
// mentioned: each in every month that its text mentions (by the month's name, a day or a part of
//   it, also relative: "on Friday"). Longer times, as quarters and years, are not spread over their
//   months.
struct Timeline {
    MatchSummary matches;
    TimelineBy by = TimelineBy::published;
    std::vector<TimelineMonth> months;  // in order; a month that is not here has no article
    std::uint64_t longer_only = 0;      // articles of which only a year or a longer time is known
    std::uint64_t undated = 0;          // articles without any date
};

}  // namespace sinodex
