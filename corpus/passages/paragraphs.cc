// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/passages/paragraphs.h"

#include <algorithm>
#include <initializer_list>

namespace sinodex {
namespace {

bool starts_item(std::string_view line) {
    for (const std::string_view bullet :
         {"- ", "* ", "+ ", "•", "·", "–", "▪", "●", "#", "|", ">"}) {
        if (line.starts_with(bullet)) return true;
    }
    const std::size_t digits = line.find_first_not_of("0123456789");
    if (digits == line.npos || digits == 0 || digits > 3) return false;
    const std::string_view mark = line.substr(digits, 2);
    return mark == ". " || mark == ") ";  // not 1.5
}

// Lead bytes of U+3000 to U+9FFF, mostly Chinese and Japanese, and of what is beyond U+FFFF.
bool is_single(unsigned char c) { return (c >= 0xE3 && c <= 0xE9) || c >= 0xF0; }

// An ASCII letter or digit, or the lead byte of a block with letters of scripts with spaces.
bool is_letter(unsigned char c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z');
    return (c >= 0xC3 && c <= 0xE1) || (c >= 0xEA && c <= 0xED);
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return text.ends_with(end); });
}

// Whether `line` was broken by a wrap and goes on in `next`: long enough to have been full, and
// the next line does not start something of its own.
bool is_wrapped(std::string_view line, std::string_view next) {
    constexpr std::size_t kShortest = 50;
    constexpr std::size_t kLongest = 110;
    if (line.size() < kShortest || line.size() > kLongest || starts_item(next)) return false;
    if (next.front() >= 'a' && next.front() <= 'z') return true;
    return !ends_with_any(line, {".", "!", "?", ":", ";", "\"", "'", "”", "’", "。", "！", "？",
                                 "：", "；", "」", "』"});
}

}  // namespace

std::vector<ByteRange> paragraphs(std::string_view text) {
    std::vector<ByteRange> found;
    std::string_view previous;  // the line before, when it may go on
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const ByteRange line =
            trimmed(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        const std::string_view words = slice(text, line);
        if (words.empty()) {
            previous = {};
        } else {
            if (!previous.empty() && is_wrapped(previous, words)) {
                found.back().end = line.end;
            } else {
                found.push_back(line);
            }
            previous = words;
        }
        begin = end + 1;
    }
    return found;
}

std::uint32_t half_words(std::string_view text) {
    std::uint32_t count = 0;
    bool in_word = false;
    for (const char byte : text) {
        const auto c = static_cast<unsigned char>(byte);
        if (is_single(c)) {
            ++count;
            in_word = false;
        } else if (is_letter(c)) {
            if (!in_word) count += 2;
            in_word = true;
        } else if (c < 0x80) {
            in_word = false;
        }
    }
    constexpr std::uint32_t kMostBytesOfHalfWord = 12;
    return std::max(count, static_cast<std::uint32_t>(text.size() / kMostBytesOfHalfWord));
}

bool is_heading(std::string_view paragraph, std::uint32_t most_half_words) {
    if (half_words(paragraph) > most_half_words) return false;
    if (paragraph.starts_with("•") || paragraph.starts_with("- ")) return false;
    for (const std::string_view mark :
         {".", "!", ";", ",", "\"", "”", "’", "。", "！", "；", "，", "」", "』"}) {
        if (paragraph.ends_with(mark)) return false;
    }
    return true;
}

}  // namespace sinodex
