// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/author_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kLongestName = 100;  // bytes of names
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
constexpr std::array<std::string_view, 121> kNobody = {"admin",
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
                                                       "原创",
                                                       "administrador",
                                                       "redacción",
                                                       "redaccion",
                                                       "redacao",
                                                       "redação",
                                                       "rédaction",
                                                       "la rédaction",
                                                       "redazione",
                                                       "redactie",
                                                       "newsroom",
                                                       "news desk",
                                                       "newsdesk",
                                                       "web desk",
                                                       "online desk",
                                                       "editorial team",
                                                       "editorial staff",
                                                       "editors",
                                                       "the editors",
                                                       "staff reports",
                                                       "staff and agencies",
                                                       "agency",
                                                       "n/a",
                                                       "default",
                                                       "contributor",
                                                       "contributors",
                                                       "guest author",
                                                       "guest contributor",
                                                       "guest post",
                                                       "reporter",
                                                       "our correspondent",
                                                       "correspondent",
                                                       "web admin",
                                                       "site admin",
                                                       "siteadmin",
                                                       "post author",
                                                       "发布者",
                                                       "发布人",
                                                       "系统管理员",
                                                       "超级管理员",
                                                       "记者",
                                                       "作者",
                                                       "本报记者",
                                                       "本报讯",
                                                       "本网",
                                                       "综合",
                                                       "整理",
                                                       "来源",
                                                       "匿名用户",
                                                       "责编",
                                                       "責任編輯",
                                                       "編輯",
                                                       "小編",
                                                       "管理員",
                                                       "本站原创",
                                                       "网站编辑",
                                                       "网络编辑",
                                                       "我已授权",
                                                       "最近文章",
                                                       "更多文章",
                                                       "关注"};
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
    if (name.ends_with('!') || name.ends_with('?') || name.starts_with('(') ||
        name.starts_with("©")) {
        return true;
    }
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

// Whether a Chinese text is more than a name: a label before what somebody says, a name and a post.
bool is_more_than_chinese_name(std::string_view name) {
    constexpr std::size_t kLongest = 36;  // bytes: twelve characters
    if (name.empty() || static_cast<unsigned char>(name.front()) < 0xE3) return false;
    const bool apart = name.find_first_of(" ,") != name.npos;
    const bool counted = apart && name.find_first_of("0123456789") != name.npos;
    return name.ends_with("：") || counted || (!apart && name.size() > kLongest);
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

}  // namespace

bool is_placeholder(std::string_view name) {
    const std::string lower = ascii_lower(without_ends(name.substr(0, name.find('('))));
    return std::find(kNobody.begin(), kNobody.end(), lower) != kNobody.end() || is_post(lower) ||
           lower.ends_with(" desk") || lower.ends_with(" newsroom") || lower.ends_with(" staff") ||
           lower.starts_with("redacción ") || lower.ends_with(" editorial team");
}

bool names_nobody(std::string_view name) {
    const std::string lower = ascii_lower(without_ends(name.substr(0, name.find('('))));
    return is_placeholder(name) ||
           std::find(kDaysBehindNames.begin(), kDaysBehindNames.end(), lower) !=
               kDaysBehindNames.end() ||
           std::any_of(kFirms.begin(), kFirms.end(),
                       [&](std::string_view firm) { return lower.ends_with(firm); }) ||
           lower.ends_with(" says") || lower.ends_with(" sagt") || lower.ends_with(" sagte") ||
           lower.starts_with("last updated") || lower.find(" said, on") != std::string::npos;
}

std::string_view name_without_suffix(std::string_view name) {
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

bool names_medium(std::string_view name) {
    constexpr std::size_t kShortest = 9;  // bytes: three characters
    constexpr std::array<std::string_view, 12> kMedia = {
        "网", "網", "报", "報", "社", "频道", "客户端", "电视台", "新闻", "编辑部", "周刊", "杂志"};
    constexpr std::array<std::string_view, 6> kPortals = {"网易", "新浪",   "搜狐",
                                                          "腾讯", "凤凰网", "参考消息"};
    const bool portal = std::any_of(kPortals.begin(), kPortals.end(), [&](std::string_view start) {
        return name.starts_with(start);
    });
    const bool chinese =
        std::all_of(name.begin(), name.end(), [](char c) { return (c & 0x80) != 0; });
    const bool ends = std::any_of(kMedia.begin(), kMedia.end(),
                                  [&](std::string_view end) { return name.ends_with(end); });
    return portal || (chinese && name.size() >= kShortest && ends);
}

bool is_chinese_name(std::string_view word) {
    constexpr std::size_t kShortest = 6;  // bytes
    constexpr std::size_t kLongest = 12;
    constexpr std::array<std::string_view, 24> kOthers = {
        "从", "從", "在", "了", "日", "获", "獲", "问", "問", "注", "发", "们",
        "今", "近", "会", "會", "证", "我", "本", "已", "授", "来", "來", "报"};
    const bool chinese =
        std::all_of(word.begin(), word.end(), [](char c) { return (c & 0x80) != 0; });
    return chinese && word.size() >= kShortest && word.size() <= kLongest && !names_nobody(word) &&
           !names_medium(word) &&
           std::none_of(kOthers.begin(), kOthers.end(),
                        [&](std::string_view other) { return word.starts_with(other); });
}

bool reads_as_name(std::string_view text) {
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

std::string usable_author(std::string_view name, const PageSite& site) {
    std::string line = one_line(name);
    for (const std::string_view editor : {"责任编辑", "責任編輯", "[责任", "责编"}) {
        line.resize(std::min(line.find(editor), line.size()));
    }
    std::string_view kept = name_without_suffix(without_prefix(without_ends(line)));
    kept = without_weekday(without_site(kept, site));
    const std::string lower = ascii_lower(kept);
    const bool letters = std::any_of(lower.begin(), lower.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    const bool address =
        lower.find("://") != std::string::npos || lower.starts_with("www.") ||
        lower.find(" www.") != std::string::npos || lower.find("(www.") != std::string::npos ||
        lower.find('@') != std::string::npos || lower.find("[at]") != std::string::npos ||
        lower.ends_with(".net") || lower.find(".com/") != std::string::npos;
    if (!letters || address || kept.size() > kLongestName ||
        names_nobody(line.substr(0, line.find(" | "))) || names_nobody(kept)) {
        return "";
    }
    return site.is_called(kept) || is_phrase(kept) || is_more_than_chinese_name(kept) ||
                   names_medium(kept)
               ? ""
               : std::string(kept);
}

}  // namespace sinodex
