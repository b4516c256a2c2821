// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// A number with its unit. Internal to this folder.

#include <cstddef>
#include <optional>
#include <vector>

#include "corpus/quantities/lexemes.h"
#include "corpus/quantities/numbers.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {

// One end of an amount.
struct Value {
    Number number;
    std::optional<Unit> unit;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool more = false;
    bool about = false;
};

// The number at `begin` and the unit before or behind it, if there is one: $2.8 billion, RMB 5
// billion yuan, 百分之三, 三年半, 20€.
std::optional<Value> read_value(const std::vector<Lexeme>& lexemes, std::size_t begin);

// Whether a value is an amount and not but a number: one yuan is, one company and a year are not.
bool is_amount(const std::vector<Lexeme>& lexemes, const Value& value);

// Whether a noun behind a number says what is counted: 230m phones, 5m of them.
bool is_counted_behind(const std::vector<Lexeme>& lexemes, const Value& value);

}  // namespace sinodex::quantities
