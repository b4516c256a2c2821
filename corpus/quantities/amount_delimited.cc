// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_delimited.h"

#include <algorithm>
#include <optional>

#include "corpus/quantities/amount_heads.h"

namespace sinodex::quantities {
namespace {

class DelimitedTables {
 public:
    DelimitedTables(const std::vector<Lexeme>& lexemes, const std::vector<MarkedLine>& lines,
                    HeadedNumbers& numbers)
        : lexemes_(lexemes), lines_(lines), numbers_(numbers) {}

    void run() {
        for (std::size_t k = 0; k < lines_.size();) {
            std::size_t next = k + 1;
            for (std::size_t mark = 0; mark < kCellMarks.size(); ++mark) {
                next = std::max(next, take_table(mark, k));
                if (lines_[k].marks.at(mark) > 0) take_row_of_unit(mark, lines_[k]);
            }
            k = next;
        }
    }

 private:
    // Whether the line behind the one at `k` has as many marks.
    bool goes_on(std::size_t mark, std::size_t k) const {
        return k + 1 < lines_.size() && lines_[k + 1].begin == lines_[k].end + 1 &&
               lines_[k + 1].marks.at(mark) == lines_[k].marks.at(mark);
    }

    // Returns the place behind the table's last line, or 0 where there is no table.
    std::size_t take_table(std::size_t mark, std::size_t k) {
        if (lines_[k].marks.at(mark) == 0 || !goes_on(mark, k)) return 0;
        auto heads = heads_of(mark, lines_[k]);
        add_head_of_caption(mark, lines_[k], heads);
        if (!has_head(heads)) return 0;
        do {
            ++k;
            if (has_head(heads_of(mark, lines_[k]))) return k;
            std::size_t column = 0;
            for_each_cell(mark, lines_[k], [&](std::size_t begin, std::size_t end) {
                if (const auto& head = heads[column++]) numbers_.take_cell(*head, begin, end);
            });
        } while (goes_on(mark, k));
        return k + 1;
    }

    // Gross margin, % | 58.6 | 53.2: the first cell says the unit of the others, which are numbers.
    void take_row_of_unit(std::size_t mark, const MarkedLine& line) {
        const std::size_t first = cell_end(mark, line.begin, line.end);
        const auto head = head_of_cell(lexemes_, line.begin, first);
        if (!head) return;
        for (std::size_t i = first; i < line.end;) {
            const std::size_t end = cell_end(mark, i + 1, line.end);
            if (!is_cell_of_number(i + 1, end)) return;
            i = end;
        }
        for (std::size_t i = first; i < line.end;) {
            const std::size_t end = cell_end(mark, i + 1, line.end);
            numbers_.take_cell(*head, i + 1, end);
            i = end;
        }
    }

    bool is_cell_of_number(std::size_t begin, std::size_t end) const {
        std::size_t numbers = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (lexemes_[i].is(Class::number)) {
                ++numbers;
            } else if (!lexemes_[i].is(Class::symbol)) {
                return false;
            }
        }
        return numbers < 2;
    }

    // Where the cell from `begin` on ends: at the mark, outside brackets, or at `end`.
    std::size_t cell_end(std::size_t mark, std::size_t begin, std::size_t end) const {
        int depth = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (!lexemes_[i].is(Class::symbol)) continue;
            if (lexemes_[i].is_symbol('(')) ++depth;
            if (lexemes_[i].is_symbol(')')) --depth;
            if (depth == 0 && lexemes_[i].is_symbol(kCellMarks.at(mark))) return i;
        }
        return end;
    }

    template <typename Cell>
    void for_each_cell(std::size_t mark, const MarkedLine& line, const Cell& cell) const {
        std::size_t begin = line.begin;
        for (;;) {
            const std::size_t end = cell_end(mark, begin, line.end);
            cell(begin, end);
            if (end == line.end) return;
            begin = end + 1;
        }
    }

    std::vector<std::optional<Head>> heads_of(std::size_t mark, const MarkedLine& line) const {
        std::vector<std::optional<Head>> heads;
        for_each_cell(mark, line, [&](std::size_t begin, std::size_t end) {
            heads.push_back(head_of_cell(lexemes_, begin, end));
        });
        return heads;
    }

    // Columns that tell of money and say no unit have that of the line above: "Results, RMB m".
    void add_head_of_caption(std::size_t mark, const MarkedLine& line,
                             std::vector<std::optional<Head>>& heads) const {
        const auto said = line.begin > 1 ? head_of_caption(lexemes_, line.begin - 1) : std::nullopt;
        if (!said) return;
        std::size_t column = 0;
        for_each_cell(mark, line, [&](std::size_t begin, std::size_t end) {
            auto& head = heads[column++];
            if (head) return;
            const bool money =
                std::any_of(lexemes_.begin() + static_cast<std::ptrdiff_t>(begin),
                            lexemes_.begin() + static_cast<std::ptrdiff_t>(end),
                            [](const Lexeme& one) { return one.is(Keyword::money_word); });
            if (money) head = said;
        });
    }

    static bool has_head(const std::vector<std::optional<Head>>& heads) {
        return std::any_of(heads.begin(), heads.end(),
                           [](const std::optional<Head>& one) { return one.has_value(); });
    }

    const std::vector<Lexeme>& lexemes_;
    const std::vector<MarkedLine>& lines_;
    HeadedNumbers& numbers_;
};

}  // namespace

void take_delimited(const std::vector<Lexeme>& lexemes, const std::vector<MarkedLine>& lines,
                    HeadedNumbers& numbers) {
    DelimitedTables(lexemes, lines, numbers).run();
}

}  // namespace sinodex::quantities
