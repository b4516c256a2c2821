// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace sinodex {

// Columns of a monospaced table, each as wide as it must be. Cells are UTF-8; a Chinese character
// counts as two columns.
class TextTable {
 public:
    enum class Alignment { right, left };

    // The first column is aligned left, the others as told.
    explicit TextTable(std::vector<std::string> header, Alignment others = Alignment::right);

    void add(std::vector<std::string> row);  // as long as the header
    void write(std::ostream& out) const;

 private:
    Alignment others_;
    std::vector<std::vector<std::string>> rows_;
    std::vector<std::size_t> widths_;
};

}  // namespace sinodex
