// SPDX-License-Identifier: GPL-2.0-or-later

// Bare numbers below a head that says their unit.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "corpus/quantities/amount_cells.h"
#include "corpus/quantities/amount_delimited.h"
#include "corpus/quantities/amount_heads.h"
#include "corpus/quantities/amount_places.h"

namespace sinodex::quantities {
namespace {

// A head and the numbers that it is of.
struct PlacedHead : Head {
    std::size_t column = 0;
    bool whole_table = false;  // stands alone on its line
    bool heading = false;      // begins or ends its line
};

class Columns {
 public:
    Columns(const TextOfLexemes& text, std::vector<Amount>& amounts)
        : text_(text), lexemes_(text.lexemes), numbers_(text, amounts) {}

    void run() {
        const std::size_t last = lexemes_.size() - kPadding;
        MarkedLine line;
        int depth = 0;
        for (std::size_t i = 0; i <= last; ++i) {
            const Lexeme& one = lexemes_[i];
            if (i == line.begin && is_head_start(one)) take_below_head(i, line.begin);
            switch (one.cls()) {
                case Class::line:
                    line.end = i;
                    take_below_caption(line);
                    if (line.is_parted) lines_.push_back(line);
                    line = {i + 1};
                    depth = 0;
                    break;
                case Class::symbol:
                    if (one.is_symbol('(')) {
                        ++depth;
                        take_below_head(i, line.begin);
                    }
                    if (one.is_symbol(')')) --depth;
                    if (one.is_symbol(':')) take_list_behind(i, line.begin);
                    if (depth == 0) count_mark(line, one.value());
                    break;
                case Class::keyword:
                    if (one.is(Keyword::han_unit)) take_below_head(i, line.begin);
                    break;
                default:
                    break;
            }
        }
        take_delimited(lexemes_, lines_, numbers_);
        numbers_.finish();
    }

 private:
    static void count_mark(MarkedLine& line, int symbol) {
        const auto* mark = std::find(kCellMarks.begin(), kCellMarks.end(), symbol);
        if (mark == kCellMarks.end()) return;
        ++line.marks.at(static_cast<std::size_t>(mark - kCellMarks.begin()));
        line.is_parted = true;
    }

    // What a head may begin with where it begins its line, beside a bracket and 单位.
    static bool is_head_start(const Lexeme& one) {
        return one.is(Class::mark) || one.is(Class::currency) || one.is(Class::nation) ||
               one.is(Keyword::in);
    }

    // The lines below one that ends with a unit: "Fines, RMB million", "Sales in $m:".
    void take_below_caption(const MarkedLine& line) {
        constexpr std::size_t kLongest = 12;
        std::size_t end = line.end;
        if (end > line.begin && lexemes_[end - 1].is_symbol(':')) --end;
        if (end < line.begin + 2 || end - line.begin > kLongest) return;
        const Lexeme& last = lexemes_[end - 1];
        const bool unit = is_head_scale(last) || last.is(Class::currency) || last.is(Class::mark) ||
                          last.digits == 3;  // RMB '000
        if (!unit) return;
        const auto head = head_of_caption(lexemes_, end);
        if (!head || head->end != end) return;
        PlacedHead placed{*head};
        placed.whole_table = placed.heading = placed.may_be_years = true;
        placed.end = line.end;
        take_rows(placed);
    }

    // Revenue, RMB bn: Tencent 560.1, Baidu 124.5
    void take_list_behind(std::size_t colon, std::size_t line) {
        constexpr std::size_t kLongest = 5;
        const std::size_t first = colon - std::min(colon - line, kLongest);
        for (std::size_t i = first; i < colon; ++i) {
            const bool opens =
                i > line && (lexemes_[i - 1].is_symbol(',') || lexemes_[i - 1].is(Keyword::in));
            const auto head = opens ? head_of_phrase(lexemes_, i) : std::nullopt;
            if (head && head->end == colon) return take_list(*head, colon + 1);
        }
    }

    void take_below_head(std::size_t i, std::size_t line) {
        const auto head = read_head(lexemes_, i);
        if (!head) return;
        const PlacedHead placed = place(*head, i, line);
        take_behind(placed, line, head->end);
        if (head->unit != Unit::percent) take_rows(placed);
    }

    // Whether a cell ends before the lexeme at `i`: at a bar, a tab, a semicolon or a wide space.
    bool is_edge(std::size_t i) const {
        if (lexemes_[i].is_symbol('|') || lexemes_[i].is_symbol('\t') ||
            lexemes_[i].is_symbol(';') || lexemes_[i].is(Class::line)) {
            return true;
        }
        if (i == 0) return true;
        constexpr std::uint32_t kWide = 2;
        return lexemes_[i].begin >= lexemes_[i - 1].end + kWide &&
               text_.text.substr(lexemes_[i - 1].end, kWide) == "  ";
    }

    // The same, or at a slash that stands apart or has full width.
    bool is_slash_or_edge(std::size_t i) const {
        const Lexeme& one = lexemes_[i];
        const bool slash = one.is_symbol('/') && i > 0 &&
                           (one.begin > lexemes_[i - 1].end || one.end > one.begin + 1);
        return slash || is_edge(i);
    }

    static bool is_separator(const Lexeme& one) {
        return one.is_symbol('|') || one.is_symbol('\t') || one.is_symbol(';');
    }

    PlacedHead place(const Head& read, std::size_t begin, std::size_t line) const {
        PlacedHead head{read};
        std::size_t edges = 0;
        for (std::size_t i = line + 1; i < head.end; ++i) edges += is_slash_or_edge(i) ? 1U : 0U;
        head.column = edges;
        std::size_t end = head.end;
        bool more = false;
        for (; !lexemes_[end].is(Class::line); ++end) more = more || is_slash_or_edge(end);
        const bool first = begin == line || !more;
        head.whole_table = edges == 0 && (first || is_column_of_names(end));
        head.may_be_years = head.whole_table;
        std::size_t behind = head.end;
        while (lexemes_[behind].is_symbol(')') || lexemes_[behind].is_symbol(':')) ++behind;
        const bool begins = lexemes_[line].is_symbol('(') || lexemes_[line].is(Keyword::han_unit);
        head.heading = head.whole_table && (begins || lexemes_[behind].is(Class::line));
        head.end = end;
        return head;
    }

    // Whether the rows below begin with names, so that a head above them is of all the table:
    // 项目（亿 元）|2022年|2021年.
    bool is_column_of_names(std::size_t end) const {
        constexpr std::size_t kLeastRows = 2;
        constexpr std::size_t kMostRows = 40;
        const std::size_t last = lexemes_.size() - kPadding;
        std::size_t i = end + 1;
        for (std::size_t row = 0; row < kMostRows; ++row) {
            std::size_t cells = 0;
            bool named = true;
            for (; i < last && !lexemes_[i].is(Class::line); ++i) {
                const Lexeme& one = lexemes_[i];
                if (is_separator(one)) ++cells;
                named = named && (cells > 0 || !(one.is(Class::number) || is_unit_sign(one)));
            }
            if (cells < 2) return row >= kLeastRows;
            if (!named) return false;
            ++i;
        }
        return true;
    }

    static bool is_unit_sign(const Lexeme& one) {
        return one.is(Class::percent) || one.is(Class::currency) || one.is(Class::mark);
    }

    // The numbers on the line of the head get its unit: "(in million yuan) Revenue 1,204", "(RMB
    // bn): Tencent 560, Meituan 34", 营收（亿元） | 12 | 14.
    void take_behind(const PlacedHead& head, std::size_t line, std::size_t closed) {
        if (!lexemes_[closed].is_symbol(')')) return;
        const std::size_t begin = closed + 1;
        if (lexemes_[begin].is_symbol(':')) return take_list(head, begin + 1);
        if (lexemes_[line].is_symbol('(')) {
            take_tail(head, begin, head.end);
        } else if (head.column == 0 && is_separator(lexemes_[begin])) {
            take_cells(head, begin, head.end);
        } else if (head.column == 0 && is_row_of_numbers(begin, head.end)) {
            for (std::size_t i = begin; i < head.end; ++i) numbers_.take_number(head, i);
        }
    }

    // The numbers behind a name with its unit: Revenue (US$'000) 1,620 1,906.
    bool is_row_of_numbers(std::size_t begin, std::size_t end) const {
        constexpr std::size_t kLongest = 12;
        return begin < end && end - begin <= kLongest &&
               std::all_of(lexemes_.begin() + static_cast<std::ptrdiff_t>(begin),
                           lexemes_.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const Lexeme& one) { return is_in_tail(one) && !is_like_year(one); });
    }

    void take_cells(const Head& head, std::size_t begin, std::size_t end) {
        std::size_t cell = begin;
        for (std::size_t i = begin + 1; i <= end; ++i) {
            if (!is_edge(i)) continue;
            numbers_.take_cell(head, cell, i);
            cell = i;
        }
    }

    // The numbers of a list, each behind a name.
    void take_list(const Head& head, std::size_t i) {
        constexpr std::size_t kLongest = 120;
        for (const std::size_t end = i + kLongest; i < end; ++i) {
            if (lexemes_[i].is(Class::line) || lexemes_[i].is_symbol('\0')) return;
            const bool scaled = lexemes_[i].is(Class::number) && is_head_scale(lexemes_[i + 1]);
            const Lexeme& next = lexemes_[scaled ? i + 2 : i + 1];
            const bool ends = next.is_symbol(',') || next.is_symbol(kEnumerationComma) ||
                              next.is_symbol(';') || next.is_symbol('.') || next.is_symbol('\0') ||
                              next.is(Class::line) || next.is(Keyword::word_and);
            if (!ends || lexemes_[i - 1].is(Class::number)) continue;
            if (scaled) {
                numbers_.name_unit(head, i);
            } else if (!is_like_year(lexemes_[i])) {
                numbers_.take_number(head, i);
            }
        }
    }

    // The numbers that a row without edges ends with: "Revenue 1,204 1,377", 腾讯：50. False where
    // it is no such row.
    bool take_tail(const Head& head, std::size_t begin, std::size_t end) {
        constexpr std::size_t kLongest = 16;
        if (end - begin > kLongest || has_unit_of_its_own(begin, end)) return false;
        std::size_t first = end;
        while (first > begin && is_in_tail(lexemes_[first - 1])) --first;
        if (first == end || first == begin) return false;
        for (std::size_t i = first; i < end; ++i) numbers_.take_number(head, i);
        return true;
    }

    static bool is_in_tail(const Lexeme& one) {
        return one.is(Class::number) || one.is_symbol('(') || one.is_symbol(')') ||
               one.is_symbol('-');
    }

    bool has_unit_of_its_own(std::size_t begin, std::size_t end) const {
        return std::any_of(
            lexemes_.begin() + static_cast<std::ptrdiff_t>(begin),
            lexemes_.begin() + static_cast<std::ptrdiff_t>(end), [](const Lexeme& one) {
                return one.is(Class::percent) || one.is(Class::currency) || one.is(Class::mark) ||
                       one.is(Class::noun) || one.is_symbol('\0') || one.is_symbol('.') ||
                       one.is_symbol('/') || one.is_symbol(kEnumerationComma) || is_separator(one);
            });
    }

    void take_rows(const PlacedHead& head) {
        const std::size_t last = lexemes_.size() - kPadding;
        constexpr std::size_t kMost = 400;
        std::size_t begin = head.end + 1;
        bool listed = head.heading;  // every line so far ended with numbers
        for (std::size_t rows = 0; rows < kMost; ++rows) {
            if (begin >= last || lexemes_[begin].is(Class::line)) return;
            std::size_t end = begin;
            while (!lexemes_[end].is(Class::line)) ++end;
            const bool row = is_row(head, begin, end);
            if (!take_row(head, begin, end)) return;
            const bool years =
                std::all_of(lexemes_.begin() + static_cast<std::ptrdiff_t>(begin),
                            lexemes_.begin() + static_cast<std::ptrdiff_t>(end), is_in_tail);
            const bool names = begin == head.end + 1 && is_head_row(begin, end);
            listed =
                listed && (row || years || names || take_tail(head, behind_list_mark(begin), end));
            begin = end + 1;
        }
    }

    // Behind the "1." or "-" that an item of a list begins with.
    std::size_t behind_list_mark(std::size_t begin) const {
        const Lexeme& first = lexemes_[begin];
        if (first.is_symbol('-') || first.is_symbol('*')) return begin + 1;
        const bool numbered =
            first.digits > 0 && first.digits < 3 &&
            (lexemes_[begin + 1].is_symbol('.') || lexemes_[begin + 1].is_symbol(')'));
        return numbered ? begin + 2 : begin;
    }

    // A short line of words alone: 项目 本期 上期.
    bool is_head_row(std::size_t begin, std::size_t end) const {
        constexpr std::size_t kLongest = 12;
        return end - begin <= kLongest &&
               std::all_of(lexemes_.begin() + static_cast<std::ptrdiff_t>(begin),
                           lexemes_.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const Lexeme& one) {
                               return !one.is(Class::symbol) && !one.is(Class::number);
                           });
    }

    // A slash parts cells only where no column has to be found.
    bool is_edge_below(const PlacedHead& head, std::size_t i) const {
        return head.whole_table ? is_slash_or_edge(i) : is_edge(i);
    }

    bool is_row(const PlacedHead& head, std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin + 1; i < end; ++i) {
            if (is_edge_below(head, i)) return true;
        }
        return false;
    }

    // False where the line is no row.
    bool take_row(const PlacedHead& head, std::size_t begin, std::size_t end) {
        std::size_t column = 0;
        std::size_t cell = begin;
        bool row = false;
        for (std::size_t i = begin + 1; i <= end; ++i) {
            if (!is_edge_below(head, i)) continue;
            row = row || i < end;
            if (head.whole_table ? column > 0 : column == head.column)
                numbers_.take_cell(head, cell, i);
            ++column;
            cell = i;
        }
        return row || head.whole_table;
    }

    const TextOfLexemes& text_;
    const std::vector<Lexeme>& lexemes_;
    HeadedNumbers numbers_;
    std::vector<MarkedLine> lines_;  // with marks
};

}  // namespace

void add_columns(const TextOfLexemes& text, std::vector<Amount>& amounts) {
    Columns(text, amounts).run();
}

}  // namespace sinodex::quantities
