// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// Tables whose lines have as many marks between their cells. Internal to this folder.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "corpus/quantities/amount_cells.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex::quantities {

// The marks that part the cells of a line.
inline constexpr std::array<char, 6> kCellMarks{'/', ';', kEnumerationComma, '|', '\t', ','};

struct MarkedLine {
    std::size_t begin = 0;  // lexemes
    std::size_t end = 0;
    std::array<std::uint32_t, kCellMarks.size()> marks{};  // how many stand outside brackets
    bool is_parted = false;                                // has one at all
};

// Takes the numbers below the heads of such tables: "Firm / Sales (RMB bn) / Change (%)",
// 公司、营收 （亿元）. `lines`: those with marks, in order.
void take_delimited(const std::vector<Lexeme>& lexemes, const std::vector<MarkedLine>& lines,
                    HeadedNumbers& numbers);

}  // namespace sinodex::quantities
