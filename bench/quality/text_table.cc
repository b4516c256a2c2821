// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/text_table.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace sinodex {
namespace {

std::size_t columns(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, text.size(), c);
        const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
        count += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
    }
    return count;
}

}  // namespace

TextTable::TextTable(std::vector<std::string> header, Alignment others) : others_(others) {
    add(std::move(header));
}

void TextTable::add(std::vector<std::string> row) {
    widths_.resize(std::max(widths_.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
        widths_[i] = std::max(widths_[i], columns(row[i]));
    }
    rows_.push_back(std::move(row));
}

void TextTable::write(std::ostream& out) const {
    for (const std::vector<std::string>& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths_[i] - columns(row[i]), ' ');
            const bool left = i == 0 || others_ == Alignment::left;
            line.append(i == 0 ? "" : "  ").append(left ? "" : padding).append(row[i]);
            line.append(left ? padding : "");
        }
        out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
    }
}

}  // namespace sinodex
