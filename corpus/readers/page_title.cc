// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/page_title.h"

#include <algorithm>
#include <array>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 11> kSeparators = {"-", "|", "_",  "–",  "—", "·",
                                                          "»", ":", "｜", "：", "－"};
constexpr std::array<std::string_view, 10> kChineseSites = {"网",   "網",   "网站", "频道", "新闻",
                                                            "在线", "日报", "晚报", "中心", "社"};
constexpr std::size_t kLongestSite = 30;     // bytes
constexpr std::size_t kShortestHeading = 6;  // bytes
constexpr std::size_t kLongestTail = 60;

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

// `title` up to the heading that it begins with, when a separator follows.
std::string_view up_to_heading(std::string_view title, std::string_view heading) {
    if (heading.size() < kShortestHeading || !title.starts_with(heading)) return {};
    const std::string_view rest = trimmed(title.substr(heading.size()));
    const bool parted = std::any_of(kSeparators.begin(), kSeparators.end(),
                                    [&](std::string_view part) { return rest.starts_with(part); });
    return parted && rest.size() <= kLongestTail ? heading : std::string_view{};
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

}  // namespace

std::string title_without_site(std::string title, std::string_view site,
                               const std::vector<std::string>& headings) {
    if (!site.empty() && title.size() > site.size()) {
        const std::size_t at = title.size() - site.size();
        const std::string_view before = before_separator(std::string_view(title).substr(0, at));
        if (!before.empty() && equal_ignoring_case(std::string_view(title).substr(at), site)) {
            return std::string(before);
        }
    }
    std::string_view longest;
    for (const std::string& heading : headings) {
        const std::string_view found = up_to_heading(title, heading);
        if (found.size() > longest.size()) longest = found;
    }
    if (!longest.empty()) return std::string(longest);
    return std::string(without_chinese_site(title));
}

}  // namespace sinodex
