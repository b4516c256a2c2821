// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/page_author.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "corpus/readers/html_rules.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kLongestAuthor = 100;       // bytes of names
constexpr std::size_t kAuthorBelowHeadline = 60;  // nodes
constexpr std::array<std::string_view, 41> kBefore = {"by ",
                                                      "by:",
                                                      "written by ",
                                                      "posted by ",
                                                      "published by ",
                                                      "author:",
                                                      "authors:",
                                                      "author ",
                                                      "reporting by ",
                                                      "story by ",
                                                      "words by ",
                                                      "text by ",
                                                      "recipe by ",
                                                      "von:",
                                                      "von ",
                                                      "vom ",
                                                      "verfasst von ",
                                                      "text:",
                                                      "veröffentlicht von",
                                                      "eingestellt von ",
                                                      "artikel von",
                                                      "erstellt von ",
                                                      "autor:",
                                                      "autorin:",
                                                      "interview:",
                                                      "par ",
                                                      "par:",
                                                      "auteur:",
                                                      "auteur :",
                                                      "por ",
                                                      "记者",
                                                      "記者",
                                                      "本报记者",
                                                      "新华社记者",
                                                      "作者：",
                                                      "作者:",
                                                      "文/",
                                                      "text und interview:",
                                                      "edited by ",
                                                      "article by ",
                                                      ":"};
constexpr std::array<std::string_view, 61> kNobody = {"admin",
                                                      "administrator",
                                                      "author",
                                                      "staff",
                                                      "editor",
                                                      "unknown",
                                                      "none",
                                                      "null",
                                                      "undefined",
                                                      "root",
                                                      "user",
                                                      "guest",
                                                      "anonymous",
                                                      "webmaster",
                                                      "name",
                                                      "no author",
                                                      "publisher",
                                                      "unbenannt",
                                                      "by",
                                                      "von",
                                                      "por",
                                                      "par",
                                                      "posted",
                                                      "datum",
                                                      "date",
                                                      "autor",
                                                      "auteur",
                                                      "username",
                                                      "佚名",
                                                      "未知",
                                                      "匿名",
                                                      "小编",
                                                      "管理员",
                                                      "网络",
                                                      "编辑",
                                                      "artikel von",
                                                      "article by",
                                                      "quelle",
                                                      "source",
                                                      "责任编辑",
                                                      "published by",
                                                      "publiziert am",
                                                      "posted by",
                                                      "posted in",
                                                      "veröffentlicht am",
                                                      "veröffentlicht",
                                                      "follow",
                                                      "super user",
                                                      "wordpressadmin",
                                                      "wpadmin",
                                                      "agencies",
                                                      "agencias",
                                                      "anónimo",
                                                      "zvg",
                                                      "red.",
                                                      "read more",
                                                      "本站",
                                                      "编辑部",
                                                      "編輯部",
                                                      "网友",
                                                      "原创"};
constexpr std::array<std::string_view, 14> kDaysBehindNames = {
    "monday", "tuesday",  "wednesday", "thursday",   "friday",  "saturday", "sunday",
    "montag", "dienstag", "mittwoch",  "donnerstag", "freitag", "samstag",  "sonntag"};
constexpr std::array<std::string_view, 6> kFirms = {" gmbh", " e.v.", " e. v.",
                                                    " ag",   " inc.", " ltd"};
// Words between a name and a date.
constexpr std::array<std::string_view, 28> kBetween = {
    "stand", "on",      "am",        "updated", "published", "posted",   "vor",
    "le",    "january", "february",  "march",   "april",     "may",      "june",
    "july",  "august",  "september", "october", "november",  "december", "jan",
    "feb",   "mar",     "apr",       "aug",     "sep",       "oct",      "nov"};

std::string_view without_ends(std::string_view name) {
    constexpr std::string_view kMarks = ",;:|*-/ ";
    const std::size_t begin = name.find_first_not_of(kMarks);
    if (begin == std::string_view::npos) return {};
    return trimmed(name.substr(begin, name.find_last_not_of(kMarks) + 1 - begin));
}

bool is_nobody(std::string_view name) {
    const std::string lower = ascii_lower(without_ends(name.substr(0, name.find('('))));
    return std::find(kNobody.begin(), kNobody.end(), lower) != kNobody.end() ||
           std::find(kDaysBehindNames.begin(), kDaysBehindNames.end(), lower) !=
               kDaysBehindNames.end() ||
           std::any_of(kFirms.begin(), kFirms.end(),
                       [&](std::string_view firm) { return lower.ends_with(firm); }) ||
           lower.ends_with(" says") || lower.ends_with(" sagt") || lower.ends_with(" sagte") ||
           lower.starts_with("last updated") || lower.find(" said, on") != std::string::npos;
}

// Takes off "By", "Posted on May 3 by" and their like, as long as there are any. A name of nobility
// may begin with von, too.
std::string_view without_prefix(std::string_view name) {
    const std::string lower = ascii_lower(name);
    for (const std::string_view all : {"posts by ", "beiträge von "}) {
        const std::size_t at = lower.find(all);
        if (at != std::string::npos) return trimmed(name.substr(at + all.size()));
    }
    const std::size_t by = lower.rfind(" by ");
    if (by != std::string::npos && (lower.starts_with("posted ") || lower.starts_with("publi") ||
                                    lower.starts_with("written ") || lower.starts_with("updat"))) {
        return without_prefix(trimmed(name.substr(by + 4)));
    }
    if (lower.starts_with("von der ") || lower.starts_with("von den ")) return name;
    for (const std::string_view prefix : kBefore) {
        if (lower.starts_with(prefix) && lower.size() > prefix.size()) {
            return without_prefix(trimmed(name.substr(prefix.size())));
        }
    }
    return name;
}

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Up to a bar, or to a number and the words that lead to it.
std::string_view without_suffix(std::string_view name) {
    std::size_t end = std::min(name.find(" | "), name.size());
    for (std::size_t at = 1; at < end; ++at) {
        if (is_digit_at(name, at) && space_at(name, at - 1) > 0) end = at;
    }
    const bool cut = end < name.size();
    name = without_ends(name.substr(0, end));
    for (bool again = cut; again;) {
        const std::size_t space = name.rfind(' ');
        again = space != std::string_view::npos &&
                std::find(kBetween.begin(), kBetween.end(), ascii_lower(name.substr(space + 1))) !=
                    kBetween.end();
        if (again) name = without_ends(name.substr(0, space));
    }
    return name;
}

// "Ana Reyes am Samstag", "Ana Reyes on Tuesday": without the day.
std::string_view without_weekday(std::string_view name) {
    for (const std::string_view link : {" am ", " on "}) {
        const std::size_t at = name.rfind(link);
        if (at == std::string_view::npos) continue;
        const std::string last = ascii_lower(name.substr(at + link.size()));
        const bool day = std::find(kDaysBehindNames.begin(), kDaysBehindNames.end(), last) !=
                         kDaysBehindNames.end();
        if (day) return trimmed(name.substr(0, at));
    }
    return name;
}

// Whether a text goes on where a name would end, cries or asks, is mostly small words, or is an
// address.
bool is_phrase(std::string_view name) {
    constexpr std::array<std::string_view, 14> kGoesOn = {"dem", "der", "die", "das", "mit",
                                                          "of",  "the", "and", "und", "with",
                                                          "by",  "von", "in",  "am"};
    constexpr std::array<std::string_view, 6> kCountries = {
        ", germany", ", deutschland", ", austria", ", switzerland", ", schweiz", ", usa"};
    const auto ends = [&](std::string_view end) { return ascii_lower(name).ends_with(end); };
    if (name.ends_with('!') || name.ends_with('?') || name.starts_with('(')) return true;
    if (is_digit_at(name, 0) && name.find(' ') != std::string_view::npos) return true;
    if (std::any_of(kCountries.begin(), kCountries.end(), ends)) return true;
    std::size_t words = 0;
    std::size_t small = 0;
    std::string_view last;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        last = name.substr(at, end - at);
        ++words;
        if (!last.empty() && last[0] >= 'a' && last[0] <= 'z') ++small;
        at = end + 1;
    }
    const bool goes_on = std::find(kGoesOn.begin(), kGoesOn.end(), last) != kGoesOn.end();
    constexpr std::size_t kSmallOfPhrase = 3;
    return (words > 1 && goes_on) || (small >= kSmallOfPhrase && small * 2 >= words);
}

// "staff writer", "correspondent": what somebody is, behind a name.
bool is_post(std::string_view lower) {
    constexpr std::array<std::string_view, 5> kPosts = {"writer", "reporter", "correspondent",
                                                        "editor", "columnist"};
    constexpr std::array<std::string_view, 6> kRanks = {"staff ",  "senior ",       "chief ",
                                                        "deputy ", "contributing ", "managing "};
    if (std::find(kPosts.begin(), kPosts.end(), lower) != kPosts.end()) return true;
    const auto begins = [&](std::string_view rank) { return lower.starts_with(rank); };
    const auto ends = [&](std::string_view post) { return lower.ends_with(post); };
    return std::any_of(kRanks.begin(), kRanks.end(), begins) &&
           std::any_of(kPosts.begin(), kPosts.end(), ends);
}

// Takes off ", The Site" or ", Staff Writer" behind a name.
std::string_view without_site(std::string_view name, const PageSite& site) {
    const std::size_t comma = name.rfind(',');
    if (comma == std::string_view::npos) return name;
    const std::string_view last = trimmed(name.substr(comma + 1));
    const bool cut = is_post(ascii_lower(last)) || site.is_called(last);
    return cut ? trimmed(name.substr(0, comma)) : name;
}

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

// Whether a node is in the comments, in a form, or in what is beside the article. What holds the
// headline, too, is no sidebar, whatever it is called.
bool is_elsewhere(const HtmlPage& page, std::size_t number, std::size_t headline) {
    constexpr int kDeepest = 100;
    bool footer = false;  // the page's, if no article is around it
    for (int level = 0; number != 0 && level < kDeepest; ++level, number = page[number].parent) {
        const HtmlNode& node = page[number];
        const bool article = node.name == "article" || node.name == "main" || says(node, "hentry");
        const bool around = headline > number && headline < node.end;  // it holds the headline, too
        if (article || around || node.name == "body") return footer && !article;
        const bool ends = node.name == "footer" || says(node, "footer");
        footer = footer || ends;
        const bool own = (ends || says(node, "author")) && !says(node, "comment");
        if (node.name == "label" || (!own && beside_of(node) >= Beside::comments)) return true;
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

// Whether a word can be a name: "记者从…获悉" and "记者在…" go on otherwise.
bool can_be_name(std::string_view word) {
    constexpr std::size_t kLongestName = 24;  // bytes
    constexpr std::array<std::string_view, 17> kOthers = {"从", "從", "在", "了", "日", "获",
                                                          "獲", "问", "問", "注", "发", "们",
                                                          "今", "近", "会", "會", "证"};
    return word.size() <= kLongestName &&
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
            // The name may be a link, and so a text of its own.
            std::string_view word = word_from(line, at + key.size());
            const bool next = word.empty() && i + 2 < end && page[i + 1].name == "a";
            if (next) return one_line(page[i + 2].text);
            if (!word.empty() && can_be_name(word)) return std::string(word);
        }
    }
    return "";
}

// Whether every word begins with a capital, but for short ones such as "and" and "de".
bool is_name(std::string_view text) {
    constexpr std::size_t kShort = 3;
    bool capital = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const bool small = text[at] >= 'a' && text[at] <= 'z';
        if (small && end - at > kShort) return false;
        if (!small) capital = true;
        at = end + 1;
    }
    return capital;
}

// "By Ana Reyes" and its like in a line below the headline: up to five words that are names.
std::string name_below(const HtmlPage& page, std::size_t headline) {
    constexpr std::array<std::string_view, 9> kKeys = {
        "Posted by ", "Written by ", "By ", "by ", "Von ", "von ", "Par ", "Text: ", "Autor: "};
    constexpr std::size_t kMostOfName = 8;
    const std::size_t end = std::min(page.size(), headline + kAuthorBelowHeadline);
    for (std::size_t i = headline; headline != 0 && i < end; ++i) {
        const std::string line = one_line(page[i].text);
        const auto* const key = std::find_if(kKeys.begin(), kKeys.end(), [&](std::string_view one) {
            return line.starts_with(one);
        });
        if (key == kKeys.end() || line.size() > kLongestAuthor) continue;
        const std::string_view name =
            without_suffix(trimmed(std::string_view(line).substr(key->size())));
        const auto words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
        if (words <= kMostOfName && is_name(name)) return std::string(name);
    }
    return "";
}

std::string first_usable(std::initializer_list<std::string> names, const PageSite& site) {
    for (const std::string& name : names) {
        std::string usable = usable_author(name, site);
        if (!usable.empty()) return usable;
    }
    return "";
}

}  // namespace

std::string usable_author(std::string_view name, const PageSite& site) {
    std::string line = one_line(name);
    for (const std::string_view editor : {"责任编辑", "責任編輯", "[责任", "责编"}) {
        line.resize(std::min(line.find(editor), line.size()));
    }
    std::string_view kept = without_suffix(without_prefix(without_ends(line)));
    kept = without_weekday(without_site(kept, site));
    const std::string lower = ascii_lower(kept);
    const bool letters = std::any_of(lower.begin(), lower.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    const bool address =
        lower.find("://") != std::string::npos || lower.starts_with("www.") ||
        lower.find(" www.") != std::string::npos || lower.find('@') != std::string::npos ||
        lower.find("[at]") != std::string::npos || lower.find(".com/") != std::string::npos;
    if (!letters || address || kept.size() > kLongestAuthor || is_nobody(line) || is_nobody(kept)) {
        return "";
    }
    return site.is_called(kept) || is_phrase(kept) ? "" : std::string(kept);
}

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
    return first_usable({behind(page, headline, kKeys), name_below(page, headline)}, site);
}

std::string shown_source(const HtmlPage& page, std::size_t headline) {
    constexpr std::array<std::string_view, 4> kKeys = {"来源：", "来源:", "來源：", "來源:"};
    return behind(page, headline, kKeys);
}

}  // namespace sinodex
