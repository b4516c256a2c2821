// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/publication.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sinodex {
namespace {

using FoundPublication = std::optional<PublicationDate>;

constexpr std::size_t kLines = 8;        // that may hold a byline
constexpr std::size_t kHead = 2000;      // bytes in which they are looked for
constexpr std::size_t kDateline = 90;    // bytes in which a dateline ends
constexpr std::size_t kShortLine = 110;  // bytes; a longer line is running text
constexpr int kFirstYear = 1980;
constexpr int kLastYear = 2100;

bool contains_any(std::string_view text, const auto& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != text.npos; });
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return lower;
}

bool is_whole(const DateMention& mention) {
    const bool precise =
        mention.precision == DatePrecision::day || mention.precision == DatePrecision::month;
    if (!precise || mention.kind != DateKind::absolute || !mention.days) return false;
    const int year = year_in(mention.days->from);
    return year >= kFirstYear && year <= kLastYear;
}

PublicationDate made(const DateMention& mention, DateOrigin origin, DateTrust trust) {
    return {*mention.days, mention.precision, origin, trust};
}

// BEIJING, April 10, 2021 - ..., 新华社北京2021年4月10日电. `before` and `behind` the date.
bool is_dateline(std::string_view before, std::string_view behind) {
    static constexpr std::array<std::string_view, 9> kEnds = {" -", " –", " —", "-", "–",
                                                              "—",  " (", "电", "電"};
    const bool ends = std::any_of(kEnds.begin(), kEnds.end(),
                                  [&](std::string_view end) { return behind.starts_with(end); });
    if (!ends) return false;
    const auto capitals =
        std::count_if(before.begin(), before.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto small =
        std::count_if(before.begin(), before.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool chinese = behind.starts_with("电") || behind.starts_with("電");
    return chinese || (capitals > small && capitals > 2);
}

// Whether a short line is there to say when: it begins like a byline, or is little but the date.
bool is_byline(std::string_view line, const DateMention& date) {
    static constexpr std::array<std::string_view, 8> kMarks = {
        "publish", "posted", "date:", "发布", "發佈", "来源", "來源", "日期"};
    if (line.size() > kShortLine) return false;
    const std::string lower = lower_ascii(line);
    if (lower.starts_with("by ") || contains_any(lower, kMarks)) return true;
    return date.range.size() * 2 >= line.size();
}

FoundPublication from_line(std::string_view line, DateFinder& finder) {
    static constexpr std::array<std::string_view, 7> kFetched = {
        "retrieved", "accessed", "fetched", "copyright", "抓取", "©", "版权"};
    static constexpr std::array<std::string_view, 5> kUpdated = {"updated", "modified", "revised",
                                                                 "更新", "修改"};
    const std::string_view head = line.substr(0, kDateline);
    for (const DateMention& date :
         finder.find(line.size() > kShortLine ? head : line, std::nullopt)) {
        if (!is_whole(date)) continue;
        const std::string_view before = line.substr(0, date.range.begin);
        if (is_dateline(before, line.substr(date.range.end))) {
            return made(date, DateOrigin::byline, DateTrust::likely);
        }
        const std::string lower = lower_ascii(line);
        if (!is_byline(line, date) || contains_any(lower, kFetched)) return std::nullopt;
        const bool updated = contains_any(lower_ascii(before), kUpdated);
        return made(date, DateOrigin::byline, updated ? DateTrust::guess : DateTrust::likely);
    }
    return std::nullopt;
}

// The lines that may hold a byline.
std::vector<std::string_view> first_lines(const Article& article) {
    std::string_view text = article.text;
    text = text.substr(0, kHead);
    std::vector<std::string_view> lines;
    while (lines.size() < kLines && !text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!line.empty() && (line.front() == ' ' || line.front() == '*')) line.remove_prefix(1);
        // An entry of a list or table is of a chronology.
        if (line.empty() || line.starts_with("- ") || line.front() == '|') continue;
        lines.push_back(line);
    }
    return lines;
}

// The first likely date of the first lines, or else the first guess.
FoundPublication from_text(const Article& article, DateFinder& finder) {
    FoundPublication guess;
    for (const std::string_view line : first_lines(article)) {
        const FoundPublication found = from_line(line, finder);
        if (found && found->trust == DateTrust::likely) return found;
        if (!guess) guess = found;
    }
    return guess;
}

// A month that was found elsewhere, or the day of it that a dateline without a year gives:
// 上海11月3日电.
PublicationDate with_day(const PublicationDate& month, const Article& article, DateFinder& finder) {
    if (month.precision != DatePrecision::month) return month;
    for (const std::string_view line : first_lines(article)) {
        for (const DateMention& date : finder.find(line.substr(0, kDateline), month.days.to)) {
            const bool is_number = slice(line, date.range).find_first_of("0123456789") != line.npos;
            if (!is_number || date.precision != DatePrecision::day || !date.days) continue;
            if (date.days->from < month.days.from || month.days.to < date.days->to) continue;
            if (is_dateline(line.substr(0, date.range.begin), line.substr(date.range.end))) {
                return made(date, DateOrigin::byline, DateTrust::likely);
            }
        }
    }
    return month;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// A date of digits with -, /, _ or nothing between, no digit before or behind: 2023/07/12,
// 202307/12, 20230712, 2023-07. The first such date; a day rather than a month.
FoundPublication from_digits(std::string_view text, DateOrigin origin) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_ascii_digit(text[i]) || (i > 0 && is_ascii_digit(text[i - 1]))) continue;
        std::string digits;
        std::size_t k = i;
        for (; k < text.size() && digits.size() < 8; ++k) {
            const bool separator = text[k] == '-' || text[k] == '/' || text[k] == '_';
            const bool place = digits.size() == 4 || digits.size() == 6;
            if (is_ascii_digit(text[k])) {
                digits.push_back(text[k]);
            } else if (!separator || !place || !is_ascii_digit(text[k - 1])) {
                break;
            }
        }
        const bool longer = k < text.size() && is_ascii_digit(text[k]);
        for (const std::size_t size : {std::size_t{8}, std::size_t{6}}) {
            if (digits.size() < size || (size == 8 && longer)) continue;
            if (size == 6 && (digits.size() == 8 || k - i < 7)) continue;  // 202307 alone
            const auto days = days_of(digits.substr(0, size));
            if (!days || year_in(days->from) < kFirstYear || year_in(days->to) > kLastYear)
                continue;
            const bool day = size == 8;
            const bool sure = day || origin == DateOrigin::url;
            return PublicationDate{*days, day ? DatePrecision::day : DatePrecision::month, origin,
                                   sure ? DateTrust::likely : DateTrust::guess};
        }
    }
    return std::nullopt;
}

FoundPublication from_metadata(const Article& article) {
    const auto days = days_of(article.date);
    if (!days) return std::nullopt;
    const DatePrecision precision = article.date.size() > 7   ? DatePrecision::day
                                    : article.date.size() > 4 ? DatePrecision::month
                                                              : DatePrecision::year;
    return PublicationDate{*days, precision, DateOrigin::metadata, DateTrust::certain};
}

}  // namespace

std::string PublicationDate::text() const {
    const std::size_t size = precision == DatePrecision::day     ? 10
                             : precision == DatePrecision::month ? 7
                                                                 : 4;
    return day_text(days.from).substr(0, size);
}

FoundPublication publication_date(const Article& article, std::string_view file_name,
                                  DateFinder& finder) {
    if (auto date = from_metadata(article)) return date;
    const FoundPublication text = from_text(article, finder);
    if (text && text->trust == DateTrust::likely) return text;
    if (auto date = from_digits(article.url, DateOrigin::url)) {
        return with_day(*date, article, finder);
    }
    if (auto date = from_digits(file_name, DateOrigin::file)) {
        return with_day(*date, article, finder);
    }
    return text;
}

}  // namespace sinodex
