// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/passage_text.h"

#include <algorithm>
#include <sstream>

#include "corpus/text/utf8.h"
#include "searcher/rendering/citations.h"
#include "searcher/rendering/terminal.h"
#include "searcher/rendering/wrap.h"

namespace sinodex {
namespace {

std::string_view paint_before(const SearchHighlight& mark, const Paint& paint) {
    return info(mark.why).words ? paint.word : paint.other;
}

bool touches(const SearchHighlight& mark, const SearchHighlight& next) {
    return mark.end == next.begin;
}

// A stretch of the passage in pieces, marked or not, for wrapping.
void add_pieces(const SearchHit& hit, std::uint32_t begin, std::uint32_t end, const Paint& paint,
                std::vector<StyledText>& pieces) {
    const auto add = [&](std::uint32_t from, std::uint32_t to, std::string_view before,
                         std::string_view after) {
        if (from >= to) return;
        pieces.push_back({hit.text.substr(from - hit.begin, to - from), std::string(before),
                          std::string(after)});
    };
    std::uint32_t at = begin;
    for (std::size_t i = 0; i < hit.highlights.size(); ++i) {
        const SearchHighlight& mark = hit.highlights[i];
        if (mark.end <= begin || mark.begin >= end) continue;
        add(at, mark.begin, "", "");
        const std::string_view before = paint_before(mark, paint);
        // Marks that touch and look the same are one.
        while (i + 1 < hit.highlights.size() && touches(hit.highlights[i], hit.highlights[i + 1]) &&
               before == paint_before(hit.highlights[i + 1], paint)) {
            ++i;
        }
        at = std::min(hit.highlights[i].end, end);
        add(std::max(mark.begin, begin), at, before, paint.mark_end);
    }
    add(at, end, "", "");
}

std::vector<StyledText> pieces_of(const SearchHit& hit, const Paint& paint) {
    std::vector<StyledText> pieces;
    if (hit.best.empty()) {
        add_pieces(hit, hit.begin, hit.end, paint, pieces);
        return pieces;
    }
    const StyledText left_out{" ... ", "", ""};
    std::uint32_t at = hit.begin;
    for (const TextSpan& span : hit.best) {
        if (span.begin > at) pieces.push_back(left_out);
        add_pieces(hit, span.begin, span.end, paint, pieces);
        at = span.end;
    }
    if (at < hit.end) pieces.push_back(left_out);
    return pieces;
}

// Returns the part of a long passage that is nearest to the hit: its beginning, or its end.
std::string shortened(const std::string& text, bool beginning) {
    constexpr std::size_t kMostBytes = 900;
    if (text.size() <= kMostBytes) return text;
    const std::size_t near = beginning ? kMostBytes : text.size() - kMostBytes;
    const std::size_t space = beginning ? text.rfind(' ', near) : text.find(' ', near);
    constexpr std::size_t kLongWord = 40;
    const bool found = space != text.npos && (beginning ? near - space : space - near) < kLongWord;
    const auto cut = static_cast<std::uint32_t>(found ? space : near);
    const std::uint32_t whole = with_marks(text, {cut, cut}).begin;
    return beginning ? text.substr(0, whole) + " ..." : "... " + text.substr(whole);
}

void render_neighbour(const std::string& text, std::size_t indent, const TextStyle& style,
                      std::ostream& out) {
    const Paint& paint = paint_of(style);
    constexpr std::string_view kBar = "| ";
    std::istringstream lines(wrap({{text, std::string(paint.dim), std::string(paint.end)}},
                                  indent + kBar.size(), style.width));
    for (std::string line; std::getline(lines, line);) {
        out << std::string(indent, ' ');
        if (line.size() <= indent + kBar.size()) {
            out << "|\n";
        } else {
            out << kBar << line.substr(indent + kBar.size()) << '\n';
        }
    }
}

// Its id and bytes, and where it stands in a file.
std::string place_of(const SearchHit& hit, const TextStyle& style) {
    const std::string in_file = style.place ? harmless(style.place(hit)) : "";
    return "[" + harmless(hit.article.id) + "#" + std::to_string(hit.passage) + ", bytes " +
           std::to_string(hit.begin) + "-" + std::to_string(hit.end) + "]" +
           (in_file.empty() ? "" : " " + in_file);
}

// The citation stands at the end of the passage's last line where there is room.
std::string with_citation(std::string text, const SearchHit& hit, std::size_t indent,
                          const TextStyle& style) {
    const Paint& paint = paint_of(style);
    const std::string citation = style.cite ? citation_line(hit) : place_of(hit, style);
    const std::size_t line = text.rfind('\n');
    const std::size_t taken = text_columns(text.substr(line == text.npos ? 0 : line + 1));
    const bool fits = !style.cite && taken > 0 && taken + 1 + columns_of(citation) <= style.width;
    if (fits) {
        text.push_back(' ');
    } else {
        text.append(text.empty() ? "" : "\n").append(indent, ' ');
    }
    return text.append(paint.dim).append(citation).append(paint.end);
}

}  // namespace

void render_passage(const SearchHit& hit, std::size_t indent, const TextStyle& style,
                    std::ostream& out) {
    for (const ContextPassage& one : hit.before) {
        render_neighbour(shortened(one.text, false), indent, style, out);
    }
    std::string text;
    if (!hit.text.empty()) text = wrap(pieces_of(hit, paint_of(style)), indent, style.width);
    out << with_citation(std::move(text), hit, indent, style) << '\n';
    for (const ContextPassage& one : hit.after) {
        render_neighbour(shortened(one.text, true), indent, style, out);
    }
}

}  // namespace sinodex
