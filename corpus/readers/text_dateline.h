// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinodex {

// A dateline at the beginning of a line: "BEIJING, April 10 (Harbour Wire) -", "(Beijing, 10
// April)", 本报讯, 港湾社北京4月10日电.
struct TextDateline {
    std::size_t end = 0;     // behind it; 0: there is none
    std::string agency;      // "Harbour Wire"; may be empty
    bool date_only = false;  // "April 10, 2021": no place and no agency
};

TextDateline dateline_of(std::string_view line);

// The reporter in the lead of a report: 港湾社北京4月10日电（记者李明）. Empty when there is none.
std::string reporter_in_lead(std::string_view line);

}  // namespace sinodex
