// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/page_author.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "corpus/article.h"
#include "corpus/readers/author_name.h"
#include "corpus/readers/html_rules.h"
#include "corpus/readers/text_byline.h"
#include "corpus/readers/text_dateline.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kLongestAuthor = 100;       // bytes of names
constexpr std::size_t kAuthorBelowHeadline = 60;  // nodes

bool says(const HtmlNode& node, std::string_view word) {
    return ascii_lower(node.attribute("class")).find(word) != std::string::npos ||
           ascii_lower(node.attribute("id")).find(word) != std::string::npos;
}

// In German and in Spanish.
bool is_called_autor(const HtmlNode& node) {
    const std::string names = ' ' + ascii_lower(node.attribute("class")) + ' ';
    return names.find(" autor ") != std::string::npos || names.find("-autor ") != std::string::npos;
}

// How sure an element is the author's name; 0: it is not.
int sureness(const HtmlNode& node) {
    if (ascii_lower(node.attribute("itemprop")) == "author") return 4;
    if (node.attribute("rel") == "author") return 3;
    if (says(node, "byline") || says(node, "author-name")) return 2;
    return (says(node, "author") || is_called_autor(node)) && !says(node, "authors-") &&
                   !says(node, "bio")
               ? 1
               : 0;
}

// Whether an element is for other stories even where it stands right below the headline.
bool is_of_others(const HtmlNode& node) {
    constexpr std::array<std::string_view, 8> kOthers = {"relat", "recomm", "popul",  "promo",
                                                         "trend", "most",   "letter", "sponsor"};
    return node.name == "aside" || node.name == "nav" ||
           std::any_of(kOthers.begin(), kOthers.end(),
                       [&](std::string_view word) { return says(node, word); });
}

// Whether a node is in the comments, in a form, or in what is beside the article. What holds the
// headline, too, is no sidebar, whatever it is called.
bool is_elsewhere(const HtmlPage& page, std::size_t number, std::size_t headline) {
    constexpr int kDeepest = 100;
    constexpr std::size_t kNear = 40;  // nodes
    const bool below = headline != 0 && number > headline && number < headline + kNear;
    bool footer = false;  // the page's, if no article is around it
    for (int level = 0; number != 0 && level < kDeepest; ++level, number = page[number].parent) {
        const HtmlNode& node = page[number];
        const bool article = node.name == "article" || node.name == "main" || says(node, "hentry");
        const bool around = headline > number && headline < node.end;  // it holds the headline, too
        if (article || around || node.name == "body") return footer && !article;
        const bool ends = node.name == "footer" || says(node, "footer");
        footer = footer || ends;
        const bool own = (ends || says(node, "author")) && !says(node, "comment");
        const Beside beside = own ? Beside::no : beside_of(node);
        const bool near = below && !is_of_others(node);
        if (node.name == "label" || beside == Beside::comments) return true;
        if (beside > Beside::comments && !near) return true;
    }
    return footer;
}

// The part of `line` from `begin` to the next blank, bar or bracket.
std::string_view word_from(std::string_view line, std::size_t begin) {
    line = trimmed(line.substr(begin));
    std::size_t end = 0;
    constexpr std::array<std::string_view, 11> kEnds = {"|",  "（", "(",  "）", ")", "，",
                                                        "】", "/",  "／", "〕", "｜"};
    while (end < line.size() && space_at(line, end) == 0 &&
           std::none_of(kEnds.begin(), kEnds.end(), [&](std::string_view mark) {
               return line.substr(end).starts_with(mark);
           })) {
        ++end;
    }
    return line.substr(0, end);
}

// Whether a word or a bracket ends before `at`.
bool begins_word(std::string_view line, std::size_t at) {
    constexpr std::array<std::string_view, 9> kOpening = {" ",  "|",  "(",  "（", "〔",
                                                          "【", "，", "。", "　"};
    const std::string_view before = line.substr(0, at);
    return at == 0 || std::any_of(kOpening.begin(), kOpening.end(),
                                  [&](std::string_view mark) { return before.ends_with(mark); });
}

// Whether a word can be the name of somebody or of a medium.
bool can_be_name(std::string_view word) {
    constexpr std::size_t kLongestWord = 24;  // bytes
    constexpr std::array<std::string_view, 20> kOthers = {"从", "從", "在", "了", "日", "获",  "獲",
                                                          "问", "問", "注", "发", "们", "今",  "近",
                                                          "会", "會", "证", "我", "已", "授权"};
    return word.size() <= kLongestWord &&
           std::none_of(kOthers.begin(), kOthers.end(),
                        [&](std::string_view other) { return word.starts_with(other); });
}

// The word behind one of `keys` at the beginning of a word, in the lines below the headline, or at
// the beginning of a longer one.
template <std::size_t Size>
std::string behind(const HtmlPage& page, std::size_t headline,
                   const std::array<std::string_view, Size>& keys) {
    const std::size_t end = std::min(page.size(), headline + kAuthorBelowHeadline);
    for (std::size_t i = headline; headline != 0 && i < end; ++i) {
        const std::string line = one_line(page[i].text).substr(0, 2 * kLongestAuthor);
        for (const std::string_view key : keys) {
            const std::size_t at = line.find(key);
            if (at == std::string::npos || !begins_word(line, at)) continue;
            // The name may be a link or a <span>, and so a text of its own.
            std::string_view word = word_from(line, at + key.size());
            const bool next = word.empty() && i + 2 < end && !page[i + 1].is_text() &&
                              gap_around(page[i + 1].name) == HtmlGap::none;
            if (next) return one_line(page[i + 2].text);
            if (!word.empty() && can_be_name(word)) return std::string(word);
        }
    }
    return "";
}

// The text behind node `number` in its block; at most a few nodes of it.
std::string rest_of_block(const HtmlPage& page, std::size_t number) {
    constexpr std::size_t kMostNodes = 14;
    std::size_t block = page[number].parent;
    while (block != 0 && gap_around(page[block].name) == HtmlGap::none) block = page[block].parent;
    std::string text;
    const std::size_t end = std::min(page[block].end, number + kMostNodes);
    for (std::size_t i = number + 1; i < end && page[i].name != "br"; ++i) {
        const std::string part = one_line(page[i].text);
        if (part.empty()) continue;
        if (!text.empty() && !part.starts_with(',')) text += ' ';
        text += part;
    }
    return text;
}

// The name in what stands behind "By": up to eight words that are names.
std::string name_in_byline(std::string_view line) {
    constexpr std::size_t kMostOfName = 8;
    for (const std::string_view end : {" · ", " • ", " — ", " – ", " // "}) {
        line = line.substr(0, line.find(end));
    }
    const std::string_view name = name_without_suffix(trimmed(line));
    const auto words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    return words <= kMostOfName && reads_as_name(name) ? std::string(name) : "";
}

// "By Ana Reyes" and its like in a line below the headline; the name may be links behind "By".
std::string name_below(const HtmlPage& page, std::size_t headline) {
    constexpr std::array<std::string_view, 16> kKeys = {
        "posted by", "written by:", "written by", "ein artikel von",
        "by:",       "by",          "von:",       "von",
        "par:",      "par",         "text:",      "autorin:",
        "autor:",    "story by",    "words by",   "reported by"};
    const std::size_t end = std::min(page.size(), headline + kAuthorBelowHeadline);
    for (std::size_t i = headline; headline != 0 && i < end; ++i) {
        const std::string line = one_line(page[i].text);
        if (line.empty() || line.size() > kLongestAuthor) continue;
        const std::string lower = ascii_lower(line);
        const auto* const key = std::find_if(kKeys.begin(), kKeys.end(), [&](std::string_view one) {
            const bool whole = lower.size() == one.size() || lower[one.size()] == ' ';
            return lower.starts_with(one) && whole;
        });
        if (key == kKeys.end()) continue;
        std::string name = lower.size() > key->size()
                               ? name_in_byline(std::string_view(line).substr(key->size()))
                               : name_in_byline(rest_of_block(page, i));
        if (!name.empty()) return name;
    }
    return "";
}

bool leads_to_author(const HtmlNode& link) {
    constexpr std::array<std::string_view, 12> kPaths = {
        "/author/",     "/authors/",    "/autor/",    "/autoren/",   "/auteur/", "/auteurs/",
        "/columnists/", "/contributor", "/journalis", "/reporters/", "/byline/", "/writers/"};
    const std::string address = ascii_lower(link.attribute("href"));
    return std::any_of(kPaths.begin(), kPaths.end(), [&](std::string_view path) {
        return address.find(path) != std::string::npos;
    });
}

// The names of links to authors in one line around the headline.
std::string linked_names(const HtmlPage& page, std::size_t headline) {
    constexpr std::size_t kAbove = 12;  // nodes
    constexpr std::size_t kApart = 6;
    const std::size_t begin = headline > kAbove ? headline - kAbove : 1;
    const std::size_t end = std::min(page.size(), headline + kAuthorBelowHeadline);
    std::string names;
    std::size_t last = 0;
    for (std::size_t i = begin; headline != 0 && i < end; ++i) {
        if (page[i].name != "a" || !leads_to_author(page[i])) continue;
        const std::string name = page.text_inside(i);
        const bool full = name.find(' ') != std::string::npos && reads_as_name(name);
        const bool together = last == 0 || i < last + kApart;
        if ((!full && !is_chinese_name(name)) || !together || is_elsewhere(page, i, headline) ||
            names.find(name) != std::string::npos) {
            continue;
        }
        names += (names.empty() ? "" : ", ") + name;
        last = i;
    }
    return names;
}

// The reporter whom a Chinese article names in its lead or behind its text: （记者李明）,
// 采写：李明. Empty where lines name several, for then they are of several articles.
std::string reporter_in_text(const HtmlPage& page, std::size_t headline) {
    constexpr std::size_t kLongestLine = 160;  // bytes
    constexpr std::array<std::string_view, 6> kSigns = {"记者", "記者", "作者",
                                                        "采写", "撰文", "文/"};
    std::string only;
    for (std::size_t i = headline + 1; headline != 0 && i < page.size(); ++i) {
        const std::string_view text = trimmed(page[i].text);
        const bool may = std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
            return text.substr(0, kLongestLine).find(sign) != text.npos;
        });
        if (!may || page[page[i].parent].name == "script" || is_elsewhere(page, i, headline))
            continue;
        Article found;
        found.author = reporter_in_lead(text);
        if (found.author.empty() && text.size() <= kLongestLine) read_byline(one_line(text), found);
        if (found.author.empty() || found.author == only) continue;
        if (!only.empty()) return "";
        only = found.author;
    }
    return only;
}

std::string first_usable(std::initializer_list<std::string> names, const PageSite& site) {
    for (const std::string& name : names) {
        std::string usable = usable_author(name, site);
        if (!usable.empty()) return usable;
    }
    return "";
}

}  // namespace

std::string shown_author(const HtmlPage& page, std::size_t headline, const PageSite& site) {
    std::string best;
    int best_sureness = 0;
    for (std::size_t i = 1; i < page.size(); ++i) {
        if (page[i].is_text()) continue;
        const int sure = sureness(page[i]);
        if (sure <= best_sureness || page[i].end - i > 12 || is_elsewhere(page, i, headline))
            continue;
        std::string name = usable_author(page.text_inside(i), site);
        if (name.empty()) continue;
        best = std::move(name);
        best_sureness = sure;
    }
    if (!best.empty()) return best;
    constexpr std::array<std::string_view, 10> kKeys = {"记者", "記者", "作者：", "作者:", "作者 |",
                                                        "文／", "文/",  "文 |",   "文|",   "文｜"};
    return first_usable({reporter_in_text(page, headline), behind(page, headline, kKeys),
                         name_below(page, headline), linked_names(page, headline)},
                        site);
}

std::string shown_source(const HtmlPage& page, std::size_t headline) {
    constexpr std::array<std::string_view, 4> kKeys = {"来源：", "来源:", "來源：", "來源:"};
    return behind(page, headline, kKeys);
}

}  // namespace sinodex
