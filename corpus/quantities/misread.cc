// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/misread.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "corpus/quantities/figures.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

constexpr std::size_t kLongestNumber = 18;
constexpr std::size_t kLongestWritten = 26;  // with commas

// The digit that a letter may stand for; the character itself for others.
char meant_digit(char c) {
    if (c == 'O' || c == 'o') return '0';
    return c == 'l' || c == 'I' ? '1' : c;
}

// How far `text` goes on with digits, what is taken for them, and what stands between groups.
std::size_t size_of(std::string_view text) {
    const auto digit_at = [text](std::size_t i) {
        return i < text.size() && is_digit(meant_digit(text[i]));
    };
    std::size_t end = 0;
    while (end < text.size() && end < kLongestWritten) {
        const bool joint = text[end] == ',' || text[end] == '.';
        if (!digit_at(end) && !(joint && digit_at(end + 1))) break;
        ++end;
    }
    return end;
}

// The number of `text`, whose letters are digits. Nothing where its groups are none.
std::optional<MisreadNumber> number_of(std::string_view text) {
    std::string digits;
    std::size_t group = 0;
    std::size_t decimals = 0;
    bool commas = false;
    bool point = false;
    for (const char c : text) {
        if (c == ',' || c == '.') {
            if (point || (commas && group != 3) || (c == ',' && group > 3)) return std::nullopt;
            (c == ',' ? commas : point) = true;
            group = 0;
            continue;
        }
        digits += meant_digit(c);
        ++group;
        decimals += point ? 1U : 0U;
    }
    if (digits.size() > kLongestNumber || (commas && !point && group != 3)) return std::nullopt;
    const std::int64_t mantissa = std::stoll(digits);
    MisreadNumber result;
    result.number = Decimal(mantissa, -static_cast<int>(decimals));
    result.size = text.size();
    result.digits = commas || point ? std::uint8_t{0} : static_cast<std::uint8_t>(digits.size());
    const std::int64_t written = point ? mantissa : result.number.mantissa();
    result.precision = static_cast<std::uint8_t>(std::to_string(written).size());
    return result;
}

bool ends_there(std::string_view text, std::size_t end) {
    return end == text.size() || !is_letter(text[end]);
}

bool is_measured_in_han(std::string_view behind) {
    constexpr std::array<std::string_view, 7> kSigns{"日", "月", "年", "万", "萬", "亿", "億"};
    return std::any_of(kSigns.begin(), kSigns.end(),
                       [behind](std::string_view sign) { return behind.starts_with(sign); });
}

// Whether what follows a number shows that it is one: %, million, 日.
bool is_measured(std::string_view behind) {
    if (behind.starts_with(' ')) behind.remove_prefix(1);
    if (behind.starts_with('%') || is_measured_in_han(behind)) return true;
    std::string lower;
    for (std::size_t i = 0; i < behind.size() && is_letter(behind[i]) && i < kLongestNumber; ++i)
        lower += static_cast<char>(behind[i] | 0x20);
    if (lower.size() < 2) return false;
    const Word word = english_word(lower);
    return word.cls == Class::percent || word.cls == Class::scale || word.cls == Class::suffix ||
           word.cls == Class::time_unit || word.is(Keyword::percentage);
}

// Whether a power of ten or a percent sign follows a number: " billion", "%", 亿.
bool is_scaled(std::string_view behind) {
    if (behind.starts_with(' ')) behind.remove_prefix(1);
    if (behind.starts_with('%') || behind.starts_with("％")) return true;
    constexpr std::array<std::string_view, 4> kScales{"万", "萬", "亿", "億"};
    if (std::any_of(kScales.begin(), kScales.end(),
                    [behind](std::string_view scale) { return behind.starts_with(scale); }))
        return true;
    std::string lower;
    for (std::size_t i = 0; i < behind.size() && is_letter(behind[i]) && i < kLongestNumber; ++i)
        lower += static_cast<char>(behind[i] | 0x20);
    if (lower.empty()) return false;
    const Word word = english_word(lower);
    return word.cls == Class::percent || word.cls == Class::scale || word.cls == Class::suffix;
}

// A word in which l, i and 1 cannot be told apart: miiiion.
std::string without_strokes(std::string_view word) {
    std::string shape(word);
    for (char& c : shape) {
        c = is_letter(c) ? static_cast<char>(c | 0x20) : c;
        if (c == 'l' || c == '1') c = 'i';
    }
    return shape;
}

std::string with_letters(std::string_view word, char for_one) {
    std::string meant(word);
    std::replace(meant.begin(), meant.end(), '0', 'o');
    std::replace(meant.begin(), meant.end(), '1', for_one);
    return meant;
}

}  // namespace

std::optional<MisreadNumber> misread_number(std::string_view text) {
    const std::size_t end = size_of(text);
    if (end < 2 || !is_digit(text[0]) || !ends_there(text, end)) return std::nullopt;
    std::size_t letters = 0;
    for (std::size_t i = 1; i < end; ++i) {
        if (!is_letter(text[i])) continue;
        ++letters;
        const bool last = i + 1 == end && text[i] != 'O' && !is_measured_in_han(text.substr(end)) &&
                          !is_scaled(text.substr(end));
        const bool lower_o = text[i] == 'o' && !is_digit(meant_digit(text[i - 1]));
        if (last || lower_o) return std::nullopt;
    }
    return letters > 0 ? number_of(text.substr(0, end)) : std::nullopt;
}

std::optional<MisreadNumber> number_from_l(std::string_view text, bool expected) {
    const std::size_t end = size_of(text);
    const bool one = text[0] == 'l' || text[0] == 'I' || text.starts_with("O.");
    if (end < 2 || !one || !ends_there(text, end) || text[1] == ',') return std::nullopt;
    const auto number = text.substr(0, end);
    const bool digits = std::any_of(number.begin(), number.end(), is_digit) ||
                        (number.ends_with('O') && is_scaled(text.substr(end)));
    if (!digits || (!expected && !is_measured(text.substr(end)))) return std::nullopt;
    return number_of(number);
}

Word misread_word(std::string_view word) {
    constexpr std::size_t kShortest = 4;
    constexpr std::size_t kLongest = 15;
    if (word.size() < kShortest || word.size() > kLongest) return {};
    std::string lower(word);
    for (char& c : lower) c = is_letter(c) ? static_cast<char>(c | 0x20) : c;
    const auto digits =
        static_cast<std::size_t>(std::count_if(lower.begin(), lower.end(), is_digit));
    if (digits > 0) {
        const bool others = std::any_of(lower.begin(), lower.end(),
                                        [](char c) { return is_digit(c) && c != '0' && c != '1'; });
        if (others || 2 * digits > lower.size()) return {};
        for (const char for_one : {'l', 'i'}) {
            const Word found = english_word(with_letters(lower, for_one));
            if (found.cls != Class::other) return found;
        }
        return {};
    }
    const std::size_t at = lower.find("rn");
    if (at == lower.npos) return {};
    lower.replace(at, 2, "m");
    return english_word(lower);
}

Word misread_scale(std::string_view word) {
    for (const std::string_view scale : {"million", "billion", "trillion"}) {
        if (word.size() == scale.size() && without_strokes(word) == without_strokes(scale))
            return english_word(scale);
    }
    return {};
}

std::size_t split_decimals(std::string_view behind) {
    constexpr std::size_t kMost = 2;  // of the digits behind the gap
    if (!behind.starts_with(". ") && !behind.starts_with(" .")) return 0;
    std::size_t end = 2;
    while (end < behind.size() && end < 2 + kMost && is_digit(behind[end])) ++end;
    return end > 2 && is_scaled(behind.substr(end)) ? end : 0;
}

bool is_misread_mark(std::string_view letters, std::string_view behind) {
    if (letters == "USS" || letters == "HKS" || letters == "NTS") return true;
    std::size_t end = 0;
    while (end < behind.size() &&
           (is_digit(behind[end]) || behind[end] == '.' || behind[end] == ','))
        ++end;
    const bool percent = behind.substr(end).starts_with('%');
    return letters == "S" && end > 0 && !percent && is_scaled(behind.substr(end));
}

Word misread_han(char32_t character, bool four_digits) {
    switch (character) {
        case U'曰':
            return {Class::keyword, static_cast<std::int16_t>(Keyword::day_sign)};
        case U'夭':
            return {Class::time_unit, static_cast<std::int16_t>(Unit::days)};
        case U'午':
            if (!four_digits) return {};
            return {Class::keyword, static_cast<std::int16_t>(Keyword::year_sign)};
        case U'兀':
            return {Class::currency, static_cast<std::int16_t>(Unit::cny)};
        case U'忆':
            return {Class::han_scale, 8};
        default:
            return {};
    }
}

}  // namespace sinodex::quantities
