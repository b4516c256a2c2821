// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/marked_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "corpus/quantities/calendar.h"
#include "corpus/quantities/decimal.h"
#include "corpus/quantities/units.h"

namespace sinodex {
namespace {

[[noreturn]] void refuse(std::string_view what, std::string_view where) {
    constexpr std::size_t kShown = 60;
    throw MarkupError(std::string(what) + ": " + std::string(where.substr(0, kShown)));
}

// Holds what ".." parts, the first alone or both.
struct Ends {
    std::string_view low;
    std::string_view high;
};

Ends ends_of(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return {text, text};
    return {text.substr(0, dots), text.substr(dots + 2)};
}

std::string joined(const std::string& low, const std::string& high) {
    return low == high ? low : low + ".." + high;
}

std::optional<Decimal> plain_number(std::string_view text) {
    const std::size_t stop = text.find('.');
    std::string digits(text.substr(0, stop));
    int exponent = 0;
    if (stop != std::string_view::npos) {
        digits.append(text.substr(stop + 1));
        exponent = static_cast<int>(stop + 1) - static_cast<int>(text.size());
        if (exponent == 0 || stop == 0) return std::nullopt;
    }
    std::int64_t mantissa = 0;
    const char* end = digits.data() + digits.size();
    const auto [rest, failed] = std::from_chars(digits.data(), end, mantissa);
    if (failed != std::errc{} || rest != end || mantissa < 0) return std::nullopt;
    return Decimal(mantissa, exponent);
}

bool is_unit(std::string_view name) {
    for (int i = 0; i < kUnits; ++i) {
        if (unit_name(static_cast<Unit>(i)) == name) return true;
    }
    return false;
}

std::string amount_meaning(std::string_view value) {
    const std::size_t space = value.find(' ');
    if (space == std::string_view::npos) refuse("an amount is a unit and a value", value);
    const std::string_view unit = value.substr(0, space);
    if (!is_unit(unit)) refuse("no such unit", unit);
    const Ends ends = ends_of(value.substr(space + 1));
    const auto low = plain_number(ends.low);
    const auto high = plain_number(ends.high);
    if (!low || !high) refuse("not a plain number", value.substr(space + 1));
    return std::string(unit) + " " + joined(low->text(), high->text());
}

std::string date_meaning(std::string_view value) {
    if (value == kUnknown) return std::string(kUnknown);
    constexpr std::size_t kDay = 10;
    const Ends ends = ends_of(value);
    const auto from = days_of(ends.low);
    const auto to = days_of(ends.high);
    if (!from || !to || ends.low.size() != kDay || ends.high.size() != kDay)
        refuse("not a day, nor two of them", value);
    if (to->to < from->from) refuse("the days end before they begin", value);
    return joined(day_text(from->from), day_text(to->to));
}

Finding label_of(ByteRange range, std::string_view label) {
    if (label.size() < 3 || label[1] != ' ') refuse("not a label", label);
    const std::string_view value = label.substr(2);
    switch (label[0]) {
        case 'E':
            return {range, FindingKind::entity, std::string(value)};
        case 'R':
            return {range, FindingKind::role, std::string(value)};
        case 'T':
            return {range, FindingKind::told, std::string(value)};
        case 'A':
            return {range, FindingKind::amount, amount_meaning(value)};
        case 'D':
            return {range, FindingKind::date, date_meaning(value)};
        default:
            refuse("not a label", label);
    }
}

}  // namespace

MarkedSurface read_marks(std::string_view marked) {
    MarkedSurface result;
    while (!marked.empty()) {
        const std::size_t open = std::min(marked.find_first_of("[]"), marked.size());
        result.text.append(marked.substr(0, open));
        marked.remove_prefix(open);
        if (marked.empty()) break;
        if (marked.front() != '[') refuse("outside a mark", marked);
        const std::size_t close = marked.find_first_of("[]", 1);
        const std::size_t bar = marked.find('|');
        if (close == std::string_view::npos || marked[close] == '[')
            refuse("a mark without end", marked);
        if (bar > close) refuse("a mark without label", marked);
        if (bar == 1) refuse("a mark of nothing", marked);
        const auto begin = static_cast<std::uint32_t>(result.text.size());
        result.text.append(marked.substr(1, bar - 1));
        const auto end = static_cast<std::uint32_t>(result.text.size());
        result.marks.push_back(
            {{begin, end}, std::string(marked.substr(bar + 1, close - bar - 1))});
        marked.remove_prefix(close + 1);
    }
    return result;
}

MarkedText read_marked_text(std::string_view marked) {
    MarkedSurface surface = read_marks(marked);
    MarkedText result{std::move(surface.text), {}};
    for (const Mark& mark : surface.marks) {
        result.labels.push_back(label_of(mark.range, mark.label));
    }
    return result;
}

}  // namespace sinodex
