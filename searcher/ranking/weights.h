// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace sinodex {

// Every number that the ranking depends on, with the values that are in force.
struct Weights {
#define WEIGHT(name, value, lowest, highest, role, meaning) double name = value;
#include "searcher/ranking/weights.inc"
#undef WEIGHT
};

enum class WeightRole {
    part,       // 0 takes a part of the ranking out
    factor,     // so it does, and a passage's score grows in proportion to it
    parameter,  // a number inside a formula
};

struct WeightInfo {
    std::string_view name;
    double Weights::*member;
    double lowest, highest;  // values outside make no sense, or divide by zero
    WeightRole role;
    std::string_view meaning;
};

// The same as a table, for programs that print, vary or learn weights.
inline constexpr std::array kWeightTable{
#define WEIGHT(name, value, lowest, highest, role, meaning) \
    WeightInfo{#name, &Weights::name, lowest, highest, WeightRole::role, meaning},
#include "searcher/ranking/weights.inc"
#undef WEIGHT
};

}  // namespace sinodex
