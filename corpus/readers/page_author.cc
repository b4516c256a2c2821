// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/page_author.h"

#include <algorithm>
#include <array>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kLongest = 100;       // bytes of names
constexpr std::size_t kBelowHeadline = 60;  // nodes
constexpr std::array<std::string_view, 9> kBefore = {
    "by ", "written by ", "posted by ", "author:", "记者", "記者", "作者：", "作者:", "文/"};
constexpr std::array<std::string_view, 20> kNobody = {
    "admin", "administrator", "author", "staff", "editor", "unknown",   "none",
    "null",  "undefined",     "root",   "user",  "guest",  "anonymous", "webmaster",
    "佚名",  "未知",          "匿名",   "小编",  "管理员", "网络"};

bool is_nobody(std::string_view name) {
    return std::find(kNobody.begin(), kNobody.end(), name) != kNobody.end();
}

std::string_view without_prefix(std::string_view name) {
    const std::string lower = ascii_lower(name);
    for (const std::string_view prefix : kBefore) {
        if (lower.starts_with(prefix)) return trimmed(name.substr(prefix.size()));
    }
    return name;
}

bool says(const HtmlNode& node, std::string_view word) {
    return ascii_lower(node.attribute("class")).find(word) != std::string::npos ||
           ascii_lower(node.attribute("id")).find(word) != std::string::npos;
}

// How sure an element is the author's name; 0: it is not.
int sureness(const HtmlNode& node) {
    if (ascii_lower(node.attribute("itemprop")) == "author") return 4;
    if (node.attribute("rel") == "author") return 3;
    if (says(node, "byline") || says(node, "author-name")) return 2;
    return says(node, "author") && !says(node, "authors-") && !says(node, "bio") ? 1 : 0;
}

// The part of `line` from `begin` to the next blank, bar or bracket.
std::string_view word_from(std::string_view line, std::size_t begin) {
    line = trimmed(line.substr(begin));
    std::size_t end = 0;
    constexpr std::array<std::string_view, 8> kEnds = {"|", "（", "(", "）", ")", "，", "】", "/"};
    while (end < line.size() && space_at(line, end) == 0 &&
           std::none_of(kEnds.begin(), kEnds.end(), [&](std::string_view mark) {
               return line.substr(end).starts_with(mark);
           })) {
        ++end;
    }
    return line.substr(0, end);
}

// The word behind one of `keys` at the beginning of a word, in the lines below the headline.
template <std::size_t Size>
std::string behind(const HtmlPage& page, std::size_t headline,
                   const std::array<std::string_view, Size>& keys) {
    const std::size_t end = std::min(page.size(), headline + kBelowHeadline);
    for (std::size_t i = headline; headline != 0 && i < end; ++i) {
        const std::string line = one_line(page[i].text);
        if (line.empty() || line.size() > 2 * kLongest) continue;
        for (const std::string_view key : keys) {
            const std::size_t at = line.find(key);
            if (at == std::string::npos || (at > 0 && line[at - 1] != ' ' && line[at - 1] != '|')) {
                continue;
            }
            // The name may be a link, and so a text of its own.
            std::string_view word = word_from(line, at + key.size());
            const bool next = word.empty() && i + 2 < end && page[i + 1].name == "a";
            if (next) return one_line(page[i + 2].text);
            if (!word.empty()) return std::string(word);
        }
    }
    return "";
}

}  // namespace

std::string usable_author(std::string_view name, std::string_view site) {
    const std::string line = one_line(name);
    const std::string_view kept = without_prefix(line);
    const std::string lower = ascii_lower(kept);
    const bool letters = std::any_of(lower.begin(), lower.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    const bool address = lower.find("://") != std::string::npos || lower.starts_with("www.") ||
                         lower.find('@') != std::string::npos;
    if (!letters || address || kept.size() > kLongest || is_nobody(lower)) return "";
    return equal_ignoring_case(kept, site) ? "" : std::string(kept);
}

std::string shown_author(const HtmlPage& page, std::size_t headline) {
    std::string best;
    int best_sureness = 0;
    for (std::size_t i = 1; i < page.size(); ++i) {
        if (page[i].is_text()) continue;
        const int sure = sureness(page[i]);
        if (sure <= best_sureness || page[i].end - i > 12) continue;
        std::string name = usable_author(page.text_inside(i), "");
        if (name.empty()) continue;
        best = std::move(name);
        best_sureness = sure;
    }
    if (!best.empty()) return best;
    constexpr std::array<std::string_view, 6> kKeys = {"记者",  "記者", "作者：",
                                                       "作者:", "文／", "文/"};
    return usable_author(behind(page, headline, kKeys), "");
}

std::string shown_source(const HtmlPage& page, std::size_t headline) {
    constexpr std::array<std::string_view, 4> kKeys = {"来源：", "来源:", "來源：", "來源:"};
    return behind(page, headline, kKeys);
}

}  // namespace sinodex
