#include "corpus/readers/page_dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "corpus/readers/dates.h"
#include "corpus/readers/html_rules.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kWholeDate = 10;
constexpr std::size_t kLongestLine = 160;   // bytes, of a line of a date
constexpr std::size_t kBelowHeadline = 80;  // nodes
constexpr int kMarked = 4;     // the goodness of what is marked as the date of publication
constexpr int kDeepest = 100;  // elements around one that are looked at

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

// What an element says in its attributes or, when it is short, its text.
std::string date_of_element(const HtmlPage& page, std::size_t number) {
    const HtmlNode& node = page[number];
    for (const std::string_view name : {"datetime", "content", "title", "data-time"}) {
        const std::string date = date_in(node.attribute(name));
        if (!date.empty()) return date;
    }
    if (node.end - number > 20) return "";
    const std::string text = page.text_inside(number);
    return text.size() <= kLongestLine ? date_in(text) : "";
}

// How good a date of an element is; 0: it is none.
int goodness(const HtmlNode& node) {
    const std::string itemprop = ascii_lower(node.attribute("itemprop"));
    if (itemprop == "datepublished") return kMarked;
    if (itemprop == "datemodified") return 1;
    const bool updated = ascii_lower(node.attribute("class")).find("updat") != std::string::npos ||
                         ascii_lower(node.attribute("class")).find("modif") != std::string::npos;
    if (node.name == "time") return node.has_attribute("pubdate") ? kMarked : updated ? 1 : 2;
    if (says_date(node.attribute("class")) || says_date(node.attribute("id"))) {
        return updated ? 1 : 2;
    }
    return 0;
}

// Whether a node is no part of the article: in a link, a list, or what is beside by its names.
bool is_aside(const HtmlPage& page, std::size_t number) {
    std::size_t at = number;
    for (int level = 0; at != 0 && level < kDeepest; ++level, at = page[at].parent) {
        const HtmlNode& node = page[at];
        if (node.name == "a" || node.name == "li" || node.name == "footer") return true;
        const std::string_view name = node.name;
        if (name == "article" || name == "main" || name == "body") return false;
        if (beside_of(node) >= Beside::comments) return true;
    }
    return false;
}

bool is_inside_article(const HtmlPage& page, std::size_t number) {
    for (int level = 0; number != 0 && level < kDeepest; ++level, number = page[number].parent) {
        if (claim_of(page[number]) >= Claim::article) return true;
    }
    return false;
}

}  // namespace

std::string date_in(std::string_view text) {
    text = text.substr(0, 4 * kLongestLine);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = at == 0 || !is_word(text[at]) || !is_word(text[at - 1]);
        if (!begins || text[at] == ' ') continue;
        std::string date = normalised_date(text.substr(at));
        if (date.size() == kWholeDate) return date;
    }
    return "";
}

std::string shown_date(const HtmlPage& page, std::size_t headline) {
    std::string best;
    int best_score = 0;
    for (std::size_t i = 1; i < page.size(); ++i) {
        const bool below = headline != 0 && i > headline && i < headline + kBelowHeadline;
        int score = page[i].is_text() ? 0 : goodness(page[i]);
        const bool line = page[i].is_text() && below && page[i].text.size() <= kLongestLine;
        if (score == 0 && !line) continue;
        std::string date = line ? date_in(one_line(page[i].text)) : date_of_element(page, i);
        if (date.empty() || (score < kMarked && is_aside(page, i))) continue;
        score += (below || is_inside_article(page, i) ? 2 : 0) + 1;
        if (score <= best_score) continue;
        best_score = score;
        best = std::move(date);
    }
    return best;
}

std::string day_of_moment(std::string_view moment, std::string_view shown, std::string_view url,
                          std::string_view lang) {
    std::string date = normalised_date(moment);
    if (date.empty()) date = date_in(moment);
    const int hour = hour_in_utc(moment);
    if (hour < 0 || date.size() != kWholeDate) return date;
    if (near(date, shown)) return std::string(shown);
    const std::size_t year = url.find("/20");
    if (year != std::string_view::npos) {
        const std::string in_url = normalised_date(url.substr(year + 1));
        if (near(date, in_url)) return in_url;
    }
    constexpr int kBeijing = 8;
    const bool next = ascii_lower(lang).starts_with("zh") && hour + kBeijing >= 24;
    return next ? text_of(*day_of(date) + std::chrono::days(1)) : date;
}

}  // namespace sinodex
