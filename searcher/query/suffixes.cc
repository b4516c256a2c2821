// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/suffixes.h"

#include <algorithm>
#include <charconv>

#include "searcher/query/parser.h"

namespace sinodex {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

}  // namespace

std::size_t weight_at(std::string_view text) {
    if (!text.starts_with('^')) return 0;
    std::size_t end = 1 + digits_at(text, 1);
    if (end == 1) return 0;
    if (end < text.size() && text[end] == '.') {
        const std::size_t decimals = digits_at(text, end + 1);
        if (decimals > 0) end += 1 + decimals;
    }
    const bool ended = end == text.size() || !(is_letter(text[end]) || text[end] == '^');
    return ended ? end : 0;
}

std::size_t weight_behind(std::string_view word) {
    const std::size_t caret = word.rfind('^');
    if (caret == word.npos || weight_at(word.substr(caret)) != word.size() - caret) return 0;
    const bool names =
        std::count_if(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(caret), is_letter) >
        1;
    return names ? word.size() - caret : 0;
}

std::string_view last_word(std::string_view text) {
    std::size_t end = text.size();
    if (text.ends_with('*')) --end;
    std::size_t begin = end;
    while (begin > 0 && (is_letter(text[begin - 1]) || is_digit(text[begin - 1]))) --begin;
    return text.substr(begin, end - begin);
}

bool ends_with_star(std::string_view text) {
    return text.find('*') + 1 == text.size() && !last_word(text).empty();
}

bool is_near(std::string_view word) {
    if (word == "NEAR") return true;
    constexpr std::string_view kStart = "NEAR/";
    return word.starts_with(kStart) && word.size() > kStart.size() &&
           digits_at(word, kStart.size()) == word.size() - kStart.size();
}

Bounded<double> read_weight(std::string_view text) {
    double value = 0;
    const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), value);
    const bool vast = read.ec != std::errc() && !text.starts_with("^0");
    if (vast || value > kMaxWeight) {
        return {kMaxWeight, "a weight is at most 10; read as ^10"};
    }
    if (value < kMinWeight) return {kMinWeight, "a weight is at least 0.1; read as ^0.1"};
    return {value};
}

Bounded<unsigned> read_distance(std::string_view near) {
    const std::size_t slash = near.find('/');
    if (slash == near.npos) return {kUsualDistance};
    unsigned distance = 0;
    const auto read = std::from_chars(near.data() + slash + 1, near.data() + near.size(), distance);
    if (read.ec != std::errc() || distance > kMaxDistance) {
        return {kMaxDistance, "NEAR reaches at most 50 words far; read as NEAR/50"};
    }
    if (distance == 0) return {1, "NEAR reaches at least 1 word far; read as NEAR/1"};
    return {distance};
}

}  // namespace sinodex
