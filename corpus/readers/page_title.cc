// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/page_title.h"

#include <algorithm>
#include <array>

#include "corpus/readers/author_name.h"
#include "corpus/readers/dates.h"
#include "corpus/readers/known_sites.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 12> kSeparators = {"-", "|",  "_", "–",  "—",  "·",
                                                          "»", "::", ":", "｜", "：", "－"};
constexpr std::array<std::string_view, 17> kChineseSites = {
    "网", "網",   "网站", "频道", "新闻",   "在线", "日报", "晚报",    "中心",
    "社", "订阅", "博客", "论坛", "新聞網", "財經", "打印", "打印预览"};
constexpr std::size_t kLongestSite = 30;     // bytes
constexpr std::size_t kShortestHeading = 6;  // bytes

// Takes " - ", " | ", "_" and their like off the end; empty when there is none.
std::string_view before_separator(std::string_view title) {
    std::string_view cut = trimmed(title);
    const std::size_t before = cut.size();
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view separator : kSeparators) {
            if (!cut.ends_with(separator)) continue;
            cut = trimmed(cut.substr(0, cut.size() - separator.size()));
            again = true;
        }
    }
    return cut.size() < before ? cut : std::string_view{};
}

bool begins_with_separator(std::string_view text) {
    return std::any_of(kSeparators.begin(), kSeparators.end(),
                       [&](std::string_view part) { return text.starts_with(part); });
}

// The heading in `title`, when it begins with it or little and a separator stand before it, and it
// ends with it or a separator stands behind it. What comes last behind more is the site's.
std::string_view heading_in(std::string_view title, std::string_view heading) {
    if (heading.size() < kShortestHeading || heading.size() >= title.size()) return {};
    for (std::size_t at = 0; at + heading.size() <= title.size(); ++at) {
        const std::string_view found = title.substr(at, heading.size());
        if (!equal_ignoring_case(found, heading)) continue;
        const std::string_view before = trimmed(title.substr(0, at));
        const std::string_view behind = trimmed(title.substr(at + heading.size()));
        const bool begins =
            before.empty() || (before.size() < heading.size() && !before_separator(before).empty());
        const bool ends = behind.empty() || begins_with_separator(behind);
        if (begins && ends) return found;
    }
    return {};
}

// The size of "(3) ", which counts messages, before a title; 0 when there is none.
std::size_t counter_before(std::string_view title) {
    const std::size_t digits = title.find_first_not_of("0123456789", 1);
    const bool counter = title.starts_with('(') && digits > 1 && digits < title.size() &&
                         title.substr(digits).starts_with(") ");
    return counter ? digits + 2 : 0;
}

// Where the last separator of `title` that stands between spaces, or is a bar, begins and ends.
struct Cut {
    std::size_t begin;
    std::size_t end;
};

std::vector<Cut> cuts_of(std::string_view title) {
    std::vector<Cut> cuts;
    for (std::size_t at = 1; at < title.size(); ++at) {
        for (const std::string_view separator : kSeparators) {
            if (!title.substr(at).starts_with(separator)) continue;
            const std::size_t end = at + separator.size();
            const bool free = title[at - 1] == ' ' && end < title.size() && title[end] == ' ';
            const bool label = separator == ":" && end < title.size() && title[end] == ' ';
            if (free || label || separator == "|" || separator == "｜") cuts.push_back({at, end});
        }
    }
    return cuts;
}

// The size of "Blog Archive » " or of "23.01.2022 - " before a title; 0 when there is none.
std::size_t label_before(std::string_view title) {
    constexpr std::size_t kLongestLabel = 24;  // bytes
    for (const Cut& cut : cuts_of(title)) {
        if (cut.end > kLongestLabel) return 0;
        const std::string_view label = trimmed(title.substr(0, cut.begin));
        const std::size_t rest = title.size() - trimmed(title.substr(cut.end)).size();
        const bool date = normalised_date(label).size() == std::string_view("2021-04-10").size() &&
                          label.find_first_not_of("0123456789.-/ ") == std::string_view::npos;
        if (date || equal_ignoring_case(label, "blog archive") ||
            equal_ignoring_case(label, "blog archiv"))
            return rest;
    }
    return 0;
}

// `title` without a first or last part that is the name of the site.
std::string_view without_name(std::string_view title, const PageSite& site) {
    const std::vector<Cut> cuts = cuts_of(title);
    for (const Cut& cut : cuts) {
        const std::string_view before = before_separator(title.substr(0, cut.end));
        const bool colon = title.substr(cut.begin, 2) == ": ";
        const bool tail = !colon && site.is_called(trimmed(title.substr(cut.end)));
        if (tail && !before.empty() && !site.is_called(before)) return before;
    }
    for (const Cut& cut : cuts) {
        const std::string_view behind = trimmed(title.substr(cut.end));
        if (site.is_called(trimmed(title.substr(0, cut.begin))) && !behind.empty()) return behind;
    }
    return title;
}

// `title` without a last part that is the name of a Chinese site; as it is where there is none.
std::string_view without_chinese_site(std::string_view title) {
    std::size_t at = std::string_view::npos;
    for (const std::string_view separator : {"-", "_", "|", "—", "｜"}) {
        const std::size_t found = title.rfind(separator);
        if (found == std::string_view::npos) continue;
        const std::size_t behind = found + separator.size();
        at = at == std::string_view::npos ? behind : std::max(at, behind);
    }
    if (at == std::string_view::npos) return title;
    const std::string_view tail = trimmed(title.substr(at));
    const bool site = tail.size() <= kLongestSite &&
                      std::any_of(kChineseSites.begin(), kChineseSites.end(),
                                  [&](std::string_view end) { return tail.ends_with(end); });
    const std::string_view before = site ? before_separator(title.substr(0, at)) : "";
    return before.empty() ? title : before;
}

// Whether what stands behind a bar or a dash is the name of some site: little, and a name; behind a
// dash it must say what it is, "Harbour News".
bool names_some_site(std::string_view tail, std::string_view before, bool bar) {
    constexpr std::size_t kLongestTail = 30;    // bytes
    constexpr std::size_t kShortestTitle = 24;  // bytes; also eight characters
    constexpr std::ptrdiff_t kMostSpaces = 3;
    constexpr std::array<std::string_view, 14> kMedia = {
        " news", " times", " post",    " journal", " daily",    " herald", " gazette",
        " blog", " wire",  " tribune", " weekly",  " magazine", ".com",    ".org"};
    if (tail.empty() || tail.size() > kLongestTail || before.size() < kShortestTitle ||
        before.size() <= tail.size() || std::count(tail.begin(), tail.end(), ' ') > kMostSpaces ||
        tail.find_first_of("0123456789?!\"'") != tail.npos || !reads_as_name(tail)) {
        return false;
    }
    constexpr std::size_t kLongestChinese = 18;
    const bool chinese = static_cast<unsigned char>(tail.front()) >= 0xE3;
    if (chinese) return bar && tail.size() <= kLongestChinese;
    const std::string lower = ascii_lower(tail);
    return bar || std::any_of(kMedia.begin(), kMedia.end(),
                              [&](std::string_view end) { return lower.ends_with(end); });
}

// Where the last separator of a title begins and ends: a bar, or a dash between blanks.
Cut last_cut(std::string_view title) {
    Cut last{0, 0};
    for (const std::string_view mark : {" | ", "｜", " - ", " – ", " — ", " • ", " · "}) {
        const std::size_t at = title.rfind(mark);
        if (at != title.npos && at > last.begin) last = {at, at + mark.size()};
    }
    return last;
}

// The part of a title before a hyphen or underscore without blanks and a well-known site or, behind
// an underscore, a section: 外卖审查-36氪, 外卖审查_财经; `again`, when a site stood behind it, a
// channel behind a bar.
std::string_view without_close_site(std::string_view title, bool again) {
    constexpr std::size_t kLongestChannel = 12;  // bytes: four characters
    constexpr std::size_t kShortestBefore = 18;  // bytes: six characters
    const std::size_t at = title.find_last_of("-_|");
    if (at == title.npos || at < kShortestBefore) return title;
    const std::string_view tail = trimmed(title.substr(at + 1));
    const bool channel = again && title[at] == '|' && tail.size() <= kLongestChannel;
    const bool close = title[at] == '_' || (again && title[at] == '-');
    const bool section = channel || (close && is_chinese_section(tail));
    return section || is_known_site(tail) ? before_separator(title.substr(0, at + 1)) : title;
}

}  // namespace

std::string title_without_tail(std::string_view title) {
    constexpr std::size_t kLongestTitle = 1'000;  // bytes
    const std::size_t whole = title.size();
    if (whole > kLongestTitle) return std::string(title);
    for (std::size_t before = title.size() + 1; title.size() < before;) {
        before = title.size();
        title = without_chinese_site(without_close_site(title, title.size() < whole));
        const Cut cut = last_cut(title);
        if (cut.begin == 0) continue;
        const std::string_view tail = trimmed(title.substr(cut.end));
        const std::string_view mark = trimmed(title.substr(cut.begin, cut.end - cut.begin));
        const std::string_view kept = trimmed(title.substr(0, cut.begin));
        const bool bar = mark == "|" || mark == "｜" || mark == "·" || mark == "•";
        if (!kept.empty() && (is_known_site(tail) || names_some_site(tail, kept, bar)))
            title = kept;
    }
    const bool open = title.ends_with(" |") || title.ends_with(" -");
    return std::string(open ? before_separator(title) : title);
}

std::string title_without_site(std::string title, const PageSite& site,
                               const std::vector<std::string>& headings) {
    title.erase(0, counter_before(title));
    title.erase(0, label_before(title));
    if (!site.name.empty() && title.size() > site.name.size()) {
        const std::size_t at = title.size() - site.name.size();
        const std::string_view before = before_separator(std::string_view(title).substr(0, at));
        if (!before.empty() && equal_ignoring_case(std::string_view(title).substr(at), site.name)) {
            return std::string(before);
        }
    }
    std::string_view longest;
    const bool whole = std::any_of(
        headings.begin(), headings.end(),
        [&](const std::string& heading) { return equal_ignoring_case(heading, title); });
    if (whole && !site.is_called(title)) return title;
    for (const std::string& heading : headings) {
        const std::string_view found = site.is_called(heading) ? "" : heading_in(title, heading);
        if (found.size() > longest.size()) longest = found;
    }
    if (!longest.empty()) return std::string(longest);
    std::string_view kept = without_name(title, site);
    for (std::size_t before = kept.size() + 1; kept.size() < before;) {
        before = kept.size();
        kept = without_chinese_site(kept);
    }
    kept.remove_prefix(label_before(kept));
    return std::string(kept);
}

}  // namespace sinodex
