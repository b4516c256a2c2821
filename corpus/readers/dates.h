// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// The date that `text` begins with, as YYYY, YYYY-MM or YYYY-MM-DD; a weekday before it and a time
// behind it are left out, and time zones are not converted. Empty when there is none, when it is
// impossible (30 February), or when day and month cannot be told apart (10/04/2021, but 24/11/2020,
// 24.11.20 and 10/10/2021 are clear). Months have their names in English, German, French, Spanish,
// Italian or Dutch. A number of 12 or 14 digits may be a time written together; else one of 9
// digits or more is a Unix time, in seconds, milli-, micro- or nanoseconds: the day is UTC's.
//
//   2021-04-10T08:00:00Z   2021/4/10   20210410   2021-04   2021   2021年4月10日
//   April 10, 2021   Sat, 10 Apr 2021 08:00:00 GMT   10th April 2021   26-FEB-1987   April 2021
std::string normalised_date(std::string_view text);

}  // namespace sinodex
