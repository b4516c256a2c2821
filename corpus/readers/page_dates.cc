// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/page_dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>

#include "corpus/readers/dates.h"
#include "corpus/readers/html_rules.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kWholeDate = 10;
constexpr std::size_t kLongestDateLine = 160;   // bytes, of a line of a date
constexpr std::size_t kDateBelowHeadline = 80;  // nodes
constexpr std::size_t kDateAboveHeadline = 8;
constexpr int kMarked = 4;              // the goodness of what is marked as the date of publication
constexpr std::size_t kNearlyAll = 60;  // bytes, of a line that says little beside a date
constexpr int kBesideArticle = 1;       // the score of a date that stands beside the article
constexpr int kDateline = 3;            // the score of a date that a paragraph begins with
constexpr int kWeak = 2;                // a score up to which dates must agree
constexpr int kPlaces = 4;              // how finely places are told apart within a goodness
constexpr int kDeepest = 100;           // elements around one that are looked at

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A day in days since 1970.
std::optional<std::chrono::sys_days> day_of(std::string_view date) {
    if (date.size() != kWholeDate) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (const char c : date.substr(at, count)) value = value * 10 + (c - '0');
        return value;
    };
    return std::chrono::year(number(0, 4)) / number(5, 2) / number(8, 2);
}

std::string text_of(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    const auto two = [](unsigned value) {
        return (value < 10 ? "-0" : "-") + std::to_string(value);
    };
    return std::to_string(static_cast<int>(date.year())) + two(unsigned(date.month())) +
           two(unsigned(date.day()));
}

bool near(std::string_view one, std::string_view other) {
    const auto a = day_of(one);
    const auto b = day_of(other);
    return a && b && std::chrono::abs(*a - *b) <= std::chrono::days(1);
}

// Whether it is `day` somewhere when it is `hour` of `date` in UTC.
bool can_be_day_of(std::string_view day, std::string_view date, int hour) {
    constexpr int kEast = 14;  // hours
    constexpr int kWest = 12;
    return day == date || (day > date ? hour + kEast >= 24 : hour < kWest);
}

// The hour of a moment in UTC; -1 when it is none.
int hour_in_utc(std::string_view moment) {
    const std::size_t at = moment.find_first_of("T ");
    if (at == std::string_view::npos || at + 3 > moment.size()) return -1;
    const bool utc = moment.ends_with('Z') || moment.ends_with("+00:00") ||
                     moment.ends_with("+0000") || moment.ends_with("UTC") ||
                     moment.ends_with("GMT");
    const char tens = moment[at + 1];
    const char ones = moment[at + 2];
    const bool digits = tens >= '0' && tens <= '2' && ones >= '0' && ones <= '9';
    return utc && digits ? (tens - '0') * 10 + (ones - '0') : -1;
}

bool says_date(std::string_view names) {
    const std::string lower = ascii_lower(names);
    constexpr std::array<std::string_view, 8> kParts = {"date",   "time",      "publish", "posted",
                                                        "pubtim", "timestamp", "h-info",  "byline"};
    return std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) {
        return lower.find(part) != std::string::npos;
    });
}

// Whether pages can have been published on a day.
bool is_of_the_web(std::string_view date) { return date >= "1993" && date < "2040"; }

// 02/10/2020 in the order of a language that has one.
std::string slashed_date(std::string_view line, std::string_view lang) {
    const std::string lower = ascii_lower(lang);
    constexpr std::array<std::string_view, 11> kDayFirst = {
        "en-gb", "en-au", "en-nz", "en-ie", "en-in", "en-za", "fr", "es", "it", "pt", "de"};
    const bool day_first =
        std::any_of(kDayFirst.begin(), kDayFirst.end(),
                    [&](std::string_view known) { return lower.starts_with(known); });
    if (!day_first && !lower.starts_with("en-us")) return "";
    const std::size_t begin = line.find_first_of("0123456789");
    if (begin == std::string_view::npos) return "";
    const std::size_t one = line.find('/', begin);
    const std::size_t two = one == line.npos ? line.npos : line.find('/', one + 1);
    if (two == line.npos || one > begin + 2 || two > one + 3 || two == one + 1) return "";
    const std::string_view first = line.substr(begin, one - begin);
    const std::string_view second = line.substr(one + 1, two - one - 1);
    const std::string_view year = line.substr(two + 1, 4);
    const auto joined = [&](std::string_view month, std::string_view day) {
        return normalised_date(std::string(year) + '-' + std::string(month) + '-' +
                               std::string(day));
    };
    const std::string date = day_first ? joined(second, first) : joined(first, second);
    return date.size() == kWholeDate && is_of_the_web(date) ? date : "";
}

// Returns what an element says in its attributes or, when it is short, its text.
std::string date_of_element(const HtmlPage& page, std::size_t number, std::string_view lang) {
    const HtmlNode& node = page[number];
    for (const std::string_view name : {"datetime", "content", "title", "data-time"}) {
        const std::string date = date_in(node.attribute(name));
        if (!date.empty()) return date;
    }
    if (node.end - number > 20) return "";
    const std::string text = page.text_inside(number);
    if (text.size() > kLongestDateLine) return "";
    std::string date = date_in(text);
    return date.empty() ? slashed_date(text, lang) : date;
}

// Whether an element is called the date of publication, or of a post.
bool says_publication(const HtmlNode& node) {
    const std::string lower = ascii_lower(node.attribute("class"));
    constexpr std::array<std::string_view, 7> kNames = {
        "publish", "pubdate", "pub-date", "entry-date", "post-date", "post_date", "article-date"};
    return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
        return lower.find(name) != std::string::npos;
    });
}

// How good a date of an element is; 0: it is none.
int goodness(const HtmlNode& node) {
    const std::string property = ascii_lower(node.attribute("property"));
    if (property.ends_with("datepublished") || property.ends_with("datecreated")) return kMarked;
    const std::string itemprop = ascii_lower(node.attribute("itemprop"));
    if (itemprop == "datepublished") return kMarked;
    if (itemprop == "datemodified") return 1;
    const bool updated = ascii_lower(node.attribute("class")).find("updat") != std::string::npos ||
                         ascii_lower(node.attribute("class")).find("modif") != std::string::npos;
    if (!updated && says_publication(node)) return 3;
    if (node.name == "time") return node.has_attribute("pubdate") ? kMarked : updated ? 1 : 2;
    if (says_date(node.attribute("class")) || says_date(node.attribute("id"))) {
        return updated ? 1 : 2;
    }
    return 0;
}

// How far a node is from the article: in a link or a list, or in what is beside it by its names.
enum class Distance { none, aside, beside, comments };

Distance distance_of(const HtmlPage& page, std::size_t number, std::size_t headline) {
    Distance distance = Distance::none;
    std::size_t at = number;
    for (int level = 0; at != 0 && level < kDeepest; ++level, at = page[at].parent) {
        const HtmlNode& node = page[at];
        const std::string_view name = node.name;
        if (name == "article" || name == "main" || name == "body") return distance;
        // What holds the headline, too, is no sidebar, whatever it is called.
        if (headline > at && headline < node.end) return distance;
        const Beside beside = beside_of(node);
        if (beside == Beside::comments) return Distance::comments;
        if (name == "footer" || name == "nav" || beside == Beside::yes) return Distance::beside;
        if (name == "a" || name == "li") distance = Distance::aside;
    }
    return distance;
}

bool is_inside_article(const HtmlPage& page, std::size_t number) {
    for (int level = 0; number != 0 && level < kDeepest; ++level, number = page[number].parent) {
        if (claim_of(page[number]) >= Claim::article) return true;
    }
    return false;
}

// The date that a script states, such as "publishedAt": "2021-04-10T08:00:00Z".
std::string date_in_script(std::string_view script) {
    const std::string lower = ascii_lower(script);
    for (std::size_t at = lower.find("publi"); at != std::string::npos;
         at = lower.find("publi", at + 1)) {
        constexpr std::size_t kLongestKey = 24;
        std::size_t end = at;
        while (end < lower.size() && end < at + kLongestKey &&
               (is_word(lower[end]) || lower[end] == '_' || lower[end] == '-')) {
            ++end;
        }
        const std::size_t value = lower.find_first_not_of("\"': =\\", end);
        if (value == std::string::npos || value == end || value > end + 6) continue;
        std::string date = normalised_date(script.substr(value, kWholeDate * 2));
        if (date.size() == kWholeDate && is_of_the_web(date)) return date;
    }
    return "";
}

std::string date_in_scripts(const HtmlPage& page) {
    for (std::size_t i = 1; i < page.size(); ++i) {
        if (!page[i].is_text() || page[page[i].parent].name != "script") continue;
        std::string date = date_in_script(page[i].text);
        if (!date.empty()) return date;
    }
    return "";
}

bool may_hold_date(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos ||
           text.find("年") != std::string_view::npos;
}

// Says what a label makes of the date behind it.
enum class DateLabel { none, publication, other };

DateLabel label_in(std::string_view text) {
    constexpr std::array<std::string_view, 22> kPublication = {
        "发布时间",  "发布日期", "發布時間",      "發布日期",   "发表时间",       "发布于",
        "published", "posted",   "date of issue", "发表于",     "veröffentlicht", "publié",
        "written:",  "datum:",   "date:",         "erschienen", "日期：",         "日期:",
        "发稿时间",  "時間：",   "时间：",        "刊登"};
    constexpr std::array<std::string_view, 19> kOther = {
        "updated",  "modified",   "generated",    "copyright",    "©",          "更新",     "成文",
        "生成日期", "打印",       "截止",         "aktualisiert", "mis à jour", "印发日期", "版权",
        "joined",   "registered", "member since", "注册",         "更新日期"};
    const std::string lower = ascii_lower(text);
    const auto last = [&](const auto& words) {
        std::pair<std::size_t, std::size_t> found = {0, 0};  // its end, its beginning
        for (const std::string_view word : words) {
            const std::size_t at = lower.rfind(word);
            if (at != std::string::npos) found = std::max(found, {at + word.size(), at});
        }
        return found;
    };
    const auto publication = last(kPublication);
    const auto other = last(kOther);
    if (publication.first == other.first) return DateLabel::none;
    const bool joined = other.first > 0 && other.first + 1 >= publication.second;  // 更新日期：
    return publication.first > other.first && !joined ? DateLabel::publication : DateLabel::other;
}

// The label stands before the date, in its line or in the cell before it.
DateLabel label_of(const HtmlPage& page, std::size_t number) {
    constexpr std::size_t kNodesBefore = 8;  // nodes
    constexpr std::size_t kLabel = 40;       // bytes of a cell that is no more than a label
    const std::string line = one_line(page[number].text);
    const std::size_t digit = std::min(line.find_first_of("0123456789"), line.size());
    if (const DateLabel label = label_in(line.substr(0, digit)); label != DateLabel::none)
        return label;
    for (std::size_t i = number; i-- > 1 && i + kNodesBefore > number;) {
        if (!page[i].is_text() || blank(page[i].text)) continue;
        const std::string cell = one_line(page[i].text);
        return cell.size() <= kLabel ? label_in(cell) : DateLabel::none;
    }
    return DateLabel::none;
}

// Whether a text is a part of a paragraph, <b>1 January 2018</b> in what is told, and not what it
// begins with.
bool is_within_paragraph(const HtmlPage& page, std::size_t number) {
    std::size_t block = page[number].parent;
    while (block != 0 && gap_around(page[block].name) == HtmlGap::none) block = page[block].parent;
    if (page[block].name != "p") return false;
    std::size_t before = 0;
    for (std::size_t i = block + 1; i < number; ++i) before += trimmed(page[i].text).size();
    return before > kLongestDateLine;
}

// How good the date of a node is, by what the node says of itself and where it stands; 0: it has
// none.
int score_of(const HtmlPage& page, std::size_t number, std::size_t headline) {
    const HtmlNode& node = page[number];
    const bool below = headline != 0 && number > headline && number < headline + kDateBelowHeadline;
    // What is stated in UTC is another day in places.
    if (node.name == "meta" && hour_in_utc(node.attribute("content")) >= 0) return 0;
    if (node.is_text() && !may_hold_date(node.text)) return 0;
    const int good = node.is_text() ? 0 : goodness(node);
    if (good == 0 && !node.is_text()) return 0;
    if (node.is_text() && trimmed(node.text).size() > (below ? kLongestDateLine : kNearlyAll)) {
        return below ? kDateline : 0;
    }
    if (good >= kMarked) return kPlaces * good + kPlaces;
    if (node.is_text() && is_within_paragraph(page, number)) return 0;
    const DateLabel label = node.is_text() ? label_of(page, number) : DateLabel::none;
    const Distance distance = distance_of(page, number, headline);
    if (distance == Distance::comments) return 0;
    if (label == DateLabel::other) return distance == Distance::beside ? 0 : kBesideArticle;
    if (distance == Distance::beside) return kBesideArticle;
    const bool above = number < headline && number + kDateAboveHeadline > headline;
    const bool near = below || above || is_inside_article(page, number);
    const int place = distance == Distance::aside ? 1 : near ? kPlaces - 1 : 2;
    constexpr int kLabelled = 3;
    const int around = near && distance == Distance::none ? 2 : 0;
    return kPlaces * (good + (label == DateLabel::publication ? kLabelled : around)) + place;
}

}  // namespace

std::string date_in(std::string_view text) {
    text = text.substr(0, 4 * kLongestDateLine);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = at == 0 || !is_word(text[at]) || !is_word(text[at - 1]);
        if (!begins || text[at] == ' ') continue;
        std::string date = normalised_date(text.substr(at));
        if (date.size() == kWholeDate && is_of_the_web(date)) return date;
    }
    return "";
}

namespace {

// Whether what stands before the date of a paragraph tells of something else: "On July 31, the".
bool leads_to_event(std::string_view before) {
    constexpr std::size_t kMostWordsBefore = 3;
    if (std::count(before.begin(), before.end(), ' ') >
        static_cast<std::ptrdiff_t>(kMostWordsBefore))
        return true;
    const std::string lower = ascii_lower(before);
    constexpr std::array<std::string_view, 6> kInto = {"on ", "in ", "since ",
                                                       "am ", "le ", "seit "};
    return std::any_of(kInto.begin(), kInto.end(),
                       [&](std::string_view word) { return lower.starts_with(word); });
}

// Returns the date of a line, or where a line has several, that behind a word for publication; and
// the date that a paragraph begins with.
std::string date_in_line(std::string_view line, std::string_view lang) {
    constexpr std::size_t kBeginning = 40;  // bytes
    if (line.size() > kLongestDateLine) {
        const std::size_t digit = line.find_first_of("0123456789");
        if (digit < line.size() && leads_to_event(line.substr(0, digit))) return "";
        return date_in(line.substr(0, kBeginning));
    }
    const std::string lower = ascii_lower(line);
    for (const std::string_view word : {"published", "posted", "发布", "發布", "发表"}) {
        const std::size_t at = lower.find(word);
        const std::string date = at == std::string::npos ? "" : date_in(line.substr(at));
        if (!date.empty()) return date;
    }
    std::string date = date_in(line);
    return date.empty() ? slashed_date(line, lang) : date;
}

}  // namespace

std::string shown_date(const HtmlPage& page, std::size_t headline) {
    std::string best;
    int best_score = 0;
    bool unclear = false;  // others say another day
    const std::string_view lang = page[0].attribute("lang");
    for (std::size_t i = 1; i < page.size(); ++i) {
        const int score = score_of(page, i, headline);
        if (score == 0 || score < best_score || (score == best_score && score > kWeak)) continue;
        const std::string date = page[i].is_text() ? date_in_line(one_line(page[i].text), lang)
                                                   : date_of_element(page, i, lang);
        if (date.empty()) continue;
        unclear = score == best_score && (unclear || date != best);
        if (score > best_score) best = date;
        best_score = score;
    }
    if (unclear) best.clear();
    return best.empty() ? date_in_scripts(page) : best;
}

std::string day_of_moment(std::string_view moment, std::string_view shown, std::string_view url,
                          std::string_view lang) {
    std::string date = normalised_date(moment);
    if (date.empty()) date = date_in(moment);
    const int hour = hour_in_utc(moment);
    if (hour < 0 || date.size() != kWholeDate) return date;
    if (near(date, shown) && can_be_day_of(shown, date, hour)) return std::string(shown);
    const std::size_t year = url.find("/20");
    if (year != std::string_view::npos) {
        const std::string in_url = normalised_date(url.substr(year + 1));
        if (near(date, in_url) && can_be_day_of(in_url, date, hour)) return in_url;
    }
    constexpr int kBeijing = 8;
    const bool next = ascii_lower(lang).starts_with("zh") && hour + kBeijing >= 24;
    return next ? text_of(*day_of(date) + std::chrono::days(1)) : date;
}

}  // namespace sinodex
