// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/article.h"
#include "corpus/quantities/dates.h"

namespace sinodex {

enum class DateOrigin : std::uint8_t { metadata, byline, url, file };
enum class DateTrust : std::uint8_t { certain, likely, guess };

struct PublicationDate {
    DayRange days;
    DatePrecision precision = DatePrecision::day;  // day, month or year
    DateOrigin origin = DateOrigin::metadata;
    DateTrust trust = DateTrust::certain;

    // As Article::date: YYYY, YYYY-MM or YYYY-MM-DD.
    std::string text() const;
};

// When an article was published, as far as can be told: from its metadata, a dateline or byline
// among its first lines (BEIJING, April 10, 2021 - ...; Published: 12 Jul 2023; 2023年7月12日
// 来源：...), its URL (/2023/07/12/), the name of its file, in that order. A month of the last two
// is made a day of it by a dateline that has no year (上海11月3日电). Never from running text, nor
// from when it was fetched; when it was updated is a guess. `file_name` may be empty.
std::optional<PublicationDate> publication_date(const Article& article, std::string_view file_name,
                                                DateFinder& finder);

}  // namespace sinodex
