// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/wrap.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "searcher/rendering/terminal.h"

namespace sinodex {
namespace {

// A word, or a single wide character, with its piece's number.
struct WrapUnit {
    std::string text;
    std::size_t columns = 0;
    std::size_t piece = 0;
    bool space_before = false;
    bool paragraph_before = false;
};

std::vector<WrapUnit> units_of(const std::vector<StyledText>& pieces) {
    std::vector<WrapUnit> units;
    bool space = false;
    int newlines = 0;
    bool open = false;  // the last unit may grow
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        const std::string& text = pieces[p].text;
        bool fresh_piece = true;
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t begin = i;
            UChar32 c = 0;
            U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, text.size(), c);
            if (u_isUWhiteSpace(c) || u_isISOControl(c)) {
                space = true;
                newlines += c == '\n' ? 1 : 0;
                open = false;
                continue;
            }
            const std::size_t columns = columns_of(c);
            const bool wide = columns == 2;
            if (!open || wide || fresh_piece) {
                units.push_back({"", 0, p, space, newlines > 1});
                space = false;
                newlines = 0;
            }
            // Two pieces of one word stay together unless one is Chinese: no space was between.
            fresh_piece = false;
            open = !wide;
            units.back().text.append(text, begin, i - begin);
            units.back().columns += columns;
        }
    }
    return units;
}

// Returns the columns of what stands before or after a piece: colours take none.
std::size_t columns_of_mark(const std::string& mark) {
    return mark.starts_with('\033') ? 0 : mark.size();
}

bool may_break_before(const WrapUnit& unit, const WrapUnit& previous) {
    const auto wide = [](const WrapUnit& one) { return one.columns == 2 && one.text.size() >= 3; };
    return unit.space_before || (wide(unit) && wide(previous));
}

}  // namespace

std::string wrap(const std::vector<StyledText>& pieces, std::size_t indent, std::size_t width) {
    const std::vector<WrapUnit> units = units_of(pieces);
    if (units.empty()) return {};
    const std::size_t room = std::max<std::size_t>(width, indent + 20) - indent;
    const std::size_t none = pieces.size();
    std::string out(indent, ' ');
    std::size_t column = 0;
    std::size_t styled = none;  // the piece whose style is on
    // The columns that turning from one piece's style to another's takes.
    const auto marks = [&](std::size_t from, std::size_t to) {
        if (from == to) return std::size_t{0};
        return (from < none ? columns_of_mark(pieces[from].after) : 0) +
               (to < none ? columns_of_mark(pieces[to].before) : 0);
    };
    const auto style = [&](std::size_t piece) {
        if (piece == styled) return;
        column += marks(styled, piece);
        if (styled < none) out.append(pieces[styled].after);
        if (piece < none) out.append(pieces[piece].before);
        styled = piece;
    };
    for (std::size_t i = 0; i < units.size();) {
        // This must stay on one line, with the marks around it.
        std::size_t end = i + 1;
        std::size_t columns = marks(styled, units[i].piece) + units[i].columns;
        while (end < units.size() && !may_break_before(units[end], units[end - 1])) {
            columns += marks(units[end - 1].piece, units[end].piece) + units[end].columns;
            ++end;
        }
        columns += marks(units[end - 1].piece, none);
        const std::size_t gap = units[i].space_before && column > 0 ? 1 : 0;
        const bool paragraph = units[i].paragraph_before && column > 0;
        if (paragraph || (column > 0 && column + gap + columns > room)) {
            style(none);
            out.append(paragraph ? "\n\n" : "\n").append(indent, ' ');
            column = 0;
        } else if (gap > 0) {
            if (units[i].piece != styled) style(none);
            out.push_back(' ');
            ++column;
        }
        for (; i < end; ++i) {
            style(units[i].piece);
            out.append(units[i].text);
            column += units[i].columns;
        }
    }
    style(none);
    return out;
}

}  // namespace sinodex
