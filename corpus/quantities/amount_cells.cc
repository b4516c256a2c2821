// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_cells.h"

#include <algorithm>

#include "corpus/quantities/amount_places.h"

namespace sinodex::quantities {

bool is_like_year(const Lexeme& number) {
    const int value = number.small_number();
    return value >= 1900 && value < 2100;
}

void HeadedNumbers::take_cell(const Head& head, std::size_t begin, std::size_t end) {
    while (begin < end && lexemes_[begin].is(Class::symbol)) ++begin;
    while (end > begin && lexemes_[end - 1].is(Class::symbol)) --end;
    if (end == begin + 1) take_number(head, begin);
    if (end != begin + 2 || !is_head_scale(lexemes_[begin + 1])) return;
    name_unit(head, begin);
    const bool glued = lexemes_[begin + 1].begin == lexemes_[begin].end;
    if (!glued || head.scale != 0 || !is_currency(head.unit)) return;
    Head scaled = head;  // 0.5m below "Fine (yuan)"
    scaled.scale = lexemes_[begin + 1].value();
    take_number(scaled, begin);
}

Amount* HeadedNumbers::known_at(const Lexeme& lexeme) {
    const auto end = amounts_.begin() + static_cast<std::ptrdiff_t>(known_);
    const auto found = std::partition_point(
        amounts_.begin(), end, [&](const Amount& one) { return one.range.end <= lexeme.begin; });
    return found != end && found->range.begin < lexeme.end ? &*found : nullptr;
}

void HeadedNumbers::name_unit(const Head& head, std::size_t i) {
    if (head.scale != 0 || !is_currency(head.unit)) return;
    Amount* known = known_at(lexemes_[i]);
    if (known && known->range.begin == lexemes_[i].begin && known->unit == Unit::count)
        known->unit = head.unit;
}

void HeadedNumbers::take_number(const Head& head, std::size_t i) {
    const Lexeme& number = lexemes_[i];
    if (!number.is(Class::number) || number.version) return;
    if (head.may_be_years && is_like_year(number)) return;
    if (known_at(number) || (!taken_.empty() && taken_[i])) return;
    if (taken_.empty()) taken_.resize(lexemes_.size());
    taken_[i] = true;
    const Decimal value = number.number.scaled(head.scale);
    const Unit unit = head.plain ? yuan_at(text_, i) : head.unit;
    amounts_.push_back(
        {{number.begin, number.end}, value, value, unit, Qualifier::exactly, number.precision});
}

void HeadedNumbers::finish() {
    if (taken_.empty()) return;
    std::sort(amounts_.begin(), amounts_.end(),
              [](const Amount& a, const Amount& b) { return a.range.begin < b.range.begin; });
}

}  // namespace sinodex::quantities
