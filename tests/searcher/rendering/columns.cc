// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/rendering/columns.h"

#include <regex>
#include <sstream>

namespace sinodex::testing {

std::size_t width_of(std::string_view line) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        if ((byte & 0xC0U) == 0x80) continue;
        const bool accent = line.substr(i).starts_with("\u0301");
        const bool wide = byte >= 0xE3;  // U+3000 and beyond
        columns += accent ? 0U : wide ? 2U : 1U;
    }
    return columns;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::string without_space(const std::string& text) {
    std::string result = text;
    std::erase_if(result, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    return result;
}

std::string without_colors(const std::string& text) {
    static const std::regex colors("\033\\[[0-9;]*m");
    return std::regex_replace(text, colors, "");
}

}  // namespace sinodex::testing
