// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/answers.h"

#include <algorithm>
#include <array>

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 12> kReasons{"because",  "due to",    "reason", "Because",
                                                    "owing to", "result of", "因为",   "由于",
                                                    "原因",     "因為",      "由於",   "therefore"};

template <typename Found>
std::size_t count_within(const std::vector<Found>& found, ByteRange passage) {
    const auto from = [&](std::uint32_t begin) {
        return std::partition_point(found.begin(), found.end(),
                                    [begin](const Found& one) { return one.range.begin < begin; });
    };
    return static_cast<std::size_t>(from(passage.end) - from(passage.begin));
}

template <typename Found>
bool any_within(const std::vector<Found>& found, ByteRange passage) {
    return count_within(found, passage) > 0;
}

// Whether a text holds a number that is no year.
bool holds_number(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i])) continue;
        const std::size_t begin = i;
        while (i < text.size() && (is_digit(text[i]) || text[i] == ',' || text[i] == '.')) ++i;
        const std::string_view number = text.substr(begin, i - begin);
        const bool year = (number.starts_with("19") || number.starts_with("20")) &&
                          std::count_if(number.begin(), number.end(), is_digit) == 4;
        if (!year) return true;
    }
    return false;
}

bool holds_reason(std::string_view text) {
    return std::any_of(kReasons.begin(), kReasons.end(),
                       [&](std::string_view word) { return text.find(word) != text.npos; });
}

}  // namespace

bool answers(Asked asked, const Record& record, ByteRange passage) {
    switch (asked) {
        case Asked::amount:
            return any_within(record.findings.amounts, passage) || holds_number(record.at(passage));
        case Asked::time:
            return any_within(record.findings.dates, passage);
        case Asked::who:
            return any_within(record.findings.mentions, passage);
        case Asked::reason:
            return holds_reason(record.at(passage));
        case Asked::something:
        case Asked::nothing:
            break;
    }
    return false;
}

std::size_t mentions_within(const Record& record, ByteRange passage) {
    return count_within(record.findings.mentions, passage);
}

}  // namespace sinodex
