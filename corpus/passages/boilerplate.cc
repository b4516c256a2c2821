// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/boilerplate.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <functional>

#include "corpus/error.h"
#include "corpus/knowledge/embedded.h"
#include "corpus/passages/paragraphs.h"

namespace sinodex {
namespace {

constexpr std::uint32_t kMostHalfWords = 80;

// Case-folded, each run of anything but letters, digits, ':' and '©' one space, none at the ends
// and none before a ':'.
std::string simplified(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    icu::UnicodeString result;
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, text.size(), c);
        if (c == ':' || c == 0xFF1A) {
            result.append(u':');
            gap = true;
        } else if (u_isalnum(c) || c == 0xA9) {
            if (gap && !result.isEmpty()) result.append(u' ');
            gap = false;
            result.append(u_foldCase(c, U_FOLD_CASE_DEFAULT));
        } else {
            gap = true;
        }
    }
    std::string utf8;
    return result.toUTF8String(utf8);
}

std::string_view without_final_colon(std::string_view text) {
    return text.substr(0, text.size() - (text.ends_with(':') ? 1 : 0));
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Simplified text with 0 for each number, 1,204 being one; empty where there is none.
std::string with_zeros(std::string_view text) {
    std::string result;
    bool found = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_ascii_digit(text[at])) {
            result += text[at];
            continue;
        }
        found = true;
        result += '0';
        const auto goes_on = [&](std::size_t next) {
            return next < text.size() &&
                   (is_ascii_digit(text[next]) || (text[next] == ' ' && next + 1 < text.size() &&
                                                   is_ascii_digit(text[next + 1])));
        };
        while (goes_on(at + 1)) ++at;
    }
    return found ? result : "";
}

// Whether a line is a quotation of a ticker: "HSI 20,574.63 -1.51%".
bool is_quotation(std::string_view line) {
    constexpr std::size_t kLongest = 60;  // bytes
    if (line.size() > kLongest || !line.ends_with('%')) return false;
    const std::size_t space = line.find_last_of(" \t");
    const std::string_view change = space == line.npos ? line : line.substr(space + 1);
    const std::string_view before = space == line.npos ? "" : line.substr(0, space);
    const bool sign =
        change.starts_with('+') || change.starts_with('-') || change.starts_with("\u2212");
    const std::size_t point = before.rfind('.');
    const bool level = point != before.npos && point + 1 < before.size() &&
                       before.find_first_not_of("0123456789", point + 1) == before.npos;
    return sign && level;
}

// Whether a line is the end of an agency's report: "(Reporting by A in B; Editing by C)".
bool is_sign_off(std::string_view simplified_line) {
    return simplified_line.starts_with("reporting by ") &&
           simplified_line.find(" editing by ") != simplified_line.npos;
}

// Whether a word may begin or end between two bytes of simplified text. Chinese has no spaces.
bool is_word_end(char left, char right) {
    const auto is_gap = [](char c) { return c == ' ' || c == ':'; };
    return is_gap(left) || is_gap(right) || static_cast<unsigned char>(left) >= 0x80;
}

bool has_words_at(std::string_view text, std::size_t at, std::string_view words) {
    if (!text.substr(at).starts_with(words)) return false;
    const std::size_t end = at + words.size();
    return (at == 0 || is_word_end(text[at - 1], text[at])) &&
           (end == text.size() || is_word_end(text[end - 1], text[end]));
}

bool has_words(std::string_view text, std::string_view words) {
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
        if (has_words_at(text, at, words)) return true;
    }
    return false;
}

bool holds(const std::vector<std::string>& sorted, std::string_view text) {
    return std::binary_search(sorted.begin(), sorted.end(), without_final_colon(text),
                              std::less<>());
}

}  // namespace

Boilerplate Boilerplate::parse(std::string_view patterns, const std::string& origin) {
    Boilerplate result;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < patterns.size();) {
        const std::size_t end = std::min(patterns.find('\n', begin), patterns.size());
        const std::string_view line =
            slice(patterns, trimmed(patterns, {static_cast<std::uint32_t>(begin),
                                               static_cast<std::uint32_t>(end)}));
        begin = end + 1;
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t colon = line.find(": ");
        const std::string_view kind = line.substr(0, colon);
        const std::string words = colon == line.npos ? "" : simplified(line.substr(colon + 2));
        std::vector<std::string>* const patterns_of_kind = result.of_kind(kind);
        if (words.empty() || patterns_of_kind == nullptr) {
            throw Error(ErrorKind::input, origin + ":" + std::to_string(number) + ": not a pattern",
                        "write 'line: ...', 'start: ...', 'hold: ...' or 'list: ...'");
        }
        const bool whole = kind == "line" || kind == "list";
        patterns_of_kind->emplace_back(whole ? without_final_colon(words) : words);
    }
    std::sort(result.lines_.begin(), result.lines_.end());
    std::sort(result.lists_.begin(), result.lists_.end());
    return result;
}

std::vector<std::string>* Boilerplate::of_kind(std::string_view kind) {
    if (kind == "line") return &lines_;
    if (kind == "start") return &starts_;
    if (kind == "hold") return &parts_;
    return kind == "list" ? &lists_ : nullptr;
}

const Boilerplate& Boilerplate::built_in() {
    static const Boilerplate patterns =
        parse(embedded::kBoilerplate, "corpus/knowledge/boilerplate.txt");
    return patterns;
}

bool Boilerplate::begins_list(std::string_view paragraph) const {
    constexpr std::size_t kMaxBytes = 60;
    return paragraph.size() <= kMaxBytes && holds(lists_, simplified(paragraph));
}

bool Boilerplate::matches(std::string_view paragraph) const {
    constexpr std::size_t kMaxBytes = 600;
    constexpr std::size_t kMostNumbered = 40;  // bytes
    if (paragraph.size() > kMaxBytes || half_words(paragraph) > kMostHalfWords) return false;
    const std::string text = simplified(paragraph);
    if (text.empty()) return false;
    if (holds(lines_, text) || holds(lists_, text)) return true;
    if (is_quotation(paragraph) || is_sign_off(text)) return true;
    const std::string numbered = text.size() <= kMostNumbered ? with_zeros(text) : "";
    if (!numbered.empty() && holds(lines_, numbered)) return true;
    return std::any_of(starts_.begin(), starts_.end(),
                       [&](const std::string& start) { return has_words_at(text, 0, start); }) ||
           std::any_of(parts_.begin(), parts_.end(),
                       [&](const std::string& part) { return has_words(text, part); });
}

}  // namespace sinodex
