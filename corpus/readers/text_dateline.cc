// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/text_dateline.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "corpus/readers/author_name.h"
#include "corpus/readers/dates.h"
#include "corpus/readers/whitespace.h"
#include "corpus/text/ascii.h"

namespace sinodex {
namespace {

constexpr std::size_t kCharacterBytes = 3;  // of a Chinese character

template <std::size_t Size>
bool opens_with_one_of(std::string_view text, const std::array<std::string_view, Size>& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.starts_with(part); });
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_chinese_at(std::string_view text, std::size_t at) {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= 0xE3;
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && space_at(text, at) > 0) at += space_at(text, at);
    return at;
}

std::string_view word_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_letter(text[end])) ++end;
    return text.substr(at, end - at);
}

bool is_month(std::string_view word) {
    constexpr std::array<std::string_view, 12> kMonthStarts = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    return word.size() >= 3 && word.size() <= std::string_view("september").size() &&
           opens_with_one_of(ascii_lower(word), kMonthStarts) && word != "Marks";
}

std::size_t behind_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_digit(text[at])) ++at;
    return at;
}

// Behind a year that follows the day and the month, or `at`.
std::size_t behind_year(std::string_view text, std::size_t at) {
    std::size_t year = at;
    while (year < text.size() && (text[year] == ',' || text[year] == ' ')) ++year;
    const std::size_t end = behind_digits(text, year);
    return end == year + 4 ? end : at;
}

// Behind "April 10", "10 Apr. 2021", "2021-04-10" at `at`, or `at` where there is none.
std::size_t behind_date(std::string_view text, std::size_t at) {
    const std::size_t digits = behind_digits(text, at);
    if (digits == at + 4 && digits < text.size() && (text[digits] == '-' || text[digits] == '/')) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789-/", at), text.size());
        return normalised_date(text.substr(at, end - at)).size() == 10 ? end : at;
    }
    const bool day_first = digits > at && digits <= at + 2;
    const std::size_t month = day_first ? behind_blanks(text, digits) : at;
    const std::string_view name = word_at(text, month);
    if (!is_month(name)) return at;
    std::size_t end = month + name.size();
    if (end < text.size() && text[end] == '.') ++end;
    if (day_first) return behind_year(text, end);
    const std::size_t day = behind_blanks(text, end);
    const std::size_t day_end = behind_digits(text, day);
    return day_end > day && day_end <= day + 2 ? behind_year(text, day_end) : at;
}

// Behind the names of places at `at`, "NEW YORK/LONDON" or "Beijing", or `at`.
std::size_t behind_place(std::string_view text, std::size_t at) {
    constexpr std::size_t kLongestPlace = 40;
    constexpr std::size_t kMostPlaceWords = 4;
    std::size_t end = at;
    std::size_t words = 0;
    for (std::size_t next = at; next < text.size() && next < at + kLongestPlace;) {
        const std::string_view word = word_at(text, next);
        if (word.empty() || !is_capital(word[0]) || is_month(word) || ++words > kMostPlaceWords)
            break;
        end = next + word.size();
        next = end;
        while (next < text.size() && (text[next] == ' ' || text[next] == '/' || text[next] == '.'))
            ++next;
        if (text.substr(next).starts_with(", ") &&
            is_capital(text[std::min(next + 2, text.size() - 1)]) &&
            !is_month(word_at(text, next + 2))) {
            next += 2;
        }
    }
    return end;
}

// What stands in brackets at `at`: up to five words that begin with capitals. Empty for others.
std::string_view agency_at(std::string_view text, std::size_t at) {
    constexpr std::size_t kLongestAgency = 40;
    if (at >= text.size() || text[at] != '(') return {};
    const std::size_t close = text.find(')', at);
    if (close == text.npos || close > at + kLongestAgency) return {};
    const std::string_view inside = text.substr(at + 1, close - at - 1);
    return reads_as_name(inside) && inside.find_first_of("0123456789") == inside.npos
               ? inside
               : std::string_view{};
}

std::size_t behind_dash(std::string_view text, std::size_t at) {
    for (const std::string_view dash : {"--", "-", "–", "—", ":"}) {
        if (text.substr(at).starts_with(dash)) return at + dash.size();
    }
    return at;
}

TextDateline english_dateline(std::string_view line) {
    const std::size_t begin = line.starts_with('(') ? 1 : 0;
    const std::size_t place = behind_place(line, begin);
    std::size_t at = place;
    while (at < line.size() && (line[at] == ',' || line[at] == ' ')) ++at;
    const std::size_t date = behind_date(line, at);
    const bool dated = date > at;
    if (dated) at = date;
    TextDateline found;
    const std::size_t bracket = behind_blanks(line, at);
    if (const std::string_view agency = agency_at(line, bracket); !agency.empty()) {
        found.agency = agency;
        at = bracket + agency.size() + 2;
    }
    const std::size_t dash = behind_blanks(line, at);
    const bool closed = behind_dash(line, dash) > dash;
    if (closed) at = behind_dash(line, dash);
    if (begin == 1 && at < line.size() && line[at] == ')') ++at;
    const std::string_view name = line.substr(begin, place - begin);
    const bool capitals = name.size() >= 4 && std::none_of(name.begin(), name.end(), [](char c) {
                              return c >= 'a' && c <= 'z';
                          });
    const bool ended = closed || trimmed(line.substr(at)).empty();
    // Titles begin so as well: "ALIBABA - the story so far", "Alibaba (BABA) - what to know".
    constexpr std::size_t kParagraph = 100;
    const bool report = line.size() > kParagraph && line[dash] != ':';
    const bool told =
        dated || (closed && report && !name.empty() && (!found.agency.empty() || capitals));
    if (!told || !ended) return {};
    found.date_only = name.empty() && found.agency.empty();
    if (found.date_only && at < line.size()) return {};
    found.end = at;
    return found;
}

// 本报讯, 本报北京4月10日讯, 港湾社北京4月10日电, with or without a bracket behind.
TextDateline chinese_dateline(std::string_view line) {
    constexpr std::size_t kLongestDateline = 60;
    constexpr std::array<std::string_view, 10> kOwn = {
        "本报", "本報", "本网", "本網", "本刊", "本台", "新华社", "新華社", "中新", "中央社"};
    const std::string_view head = line.substr(0, kLongestDateline);
    for (const std::string_view mark : {"讯", "訊", "电", "電"}) {
        const std::size_t at = head.find(mark);
        if (at == head.npos || at < kCharacterBytes) continue;
        const std::string_view before = head.substr(0, at);
        const bool dated =
            before.ends_with("日") && before.find_first_of("0123456789") != before.npos;
        if (!dated && !(opens_with_one_of(line, kOwn) && at <= 4 * kCharacterBytes)) continue;
        TextDateline found;
        found.end = at + std::string_view(mark).size();
        constexpr std::array<std::string_view, 7> kBehind = {" ", "　", "（", "(", "：", ":", "—"};
        const std::string_view rest = line.substr(found.end);
        if (!rest.empty() && !opens_with_one_of(rest, kBehind)) continue;
        for (const auto& [open, close] : {std::pair{"（", "）"}, std::pair{"(", ")"}}) {
            const std::size_t end = line.find(close, found.end);
            const bool bracket = line.substr(found.end).starts_with(open) && end != line.npos;
            if (bracket) {
                found.end = end + std::string_view(close).size();
                break;
            }
        }
        return found;
    }
    return {};
}

}  // namespace

TextDateline dateline_of(std::string_view line) {
    line = trimmed(line);
    return is_chinese_at(line, 0) ? chinese_dateline(line) : english_dateline(line);
}

namespace {

// What a lead says before it reports: a dateline, or what stands in brackets before it.
std::string_view head_of_lead(std::string_view lead) {
    constexpr std::size_t kLongestHead = 60;  // bytes
    const TextDateline dateline = chinese_dateline(lead);
    if (dateline.end > 0) return lead.substr(0, dateline.end);
    for (const auto& [open, close] : {std::pair{"（", "）"}, std::pair{"(", ")"}}) {
        const std::size_t end = lead.find(close);
        if (lead.starts_with(open) && end <= kLongestHead) return lead.substr(0, end);
    }
    return {};
}

// The name in 陳大文台北3日電: three characters before the two of a place.
std::string_view name_before_place(std::string_view text) {
    constexpr std::size_t kNameAndPlace = 5 * kCharacterBytes;
    const std::size_t digit = text.find_first_of("0123456789");
    return digit == kNameAndPlace ? text.substr(0, 3 * kCharacterBytes) : std::string_view{};
}

}  // namespace

std::string reporter_in_lead(std::string_view line) {
    const std::string_view head = head_of_lead(trimmed(line));
    for (const std::string_view key : {"记者", "記者"}) {
        const std::size_t at = head.find(key);
        if (at == head.npos) continue;
        std::string_view name = trimmed(head.substr(at + key.size()));
        const std::string_view before_place = name_before_place(name);
        for (const std::string_view end : {"）", ")", "、", " ", "，"}) {
            name = name.substr(0, name.find(end));
        }
        if (!before_place.empty()) name = before_place;
        if (is_chinese_name(name)) return std::string(name);
    }
    return "";
}

}  // namespace sinodex
