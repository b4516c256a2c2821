// SPDX-License-Identifier: GPL-2.0-or-later

// Bare numbers below a head that says their unit.

#include <algorithm>
#include <optional>

#include "corpus/quantities/amount_places.h"
#include "corpus/quantities/numbers.h"

namespace sinodex::quantities {
namespace {

struct Head {
    Unit unit = Unit::count;
    int scale = 0;
    std::size_t end = 0;
    std::size_t column = 0;
    bool whole_table = false;  // stands alone on its line
};

class Columns {
 public:
    Columns(const TextOfLexemes& text, std::vector<Amount>& amounts)
        : text_(text), lexemes_(text.lexemes), amounts_(amounts) {}

    void run() {
        const std::size_t last = lexemes_.size() - kPadding;
        std::size_t line = 0;
        for (std::size_t i = 0; i < last; ++i) {
            if (lexemes_[i].is(Class::line)) line = i + 1;
            if (!may_begin(i)) continue;
            auto head = read_head(i);
            if (!head) continue;
            place(*head, line);
            take_rows(*head);
        }
        take_delimited();
        if (!added_) return;
        std::sort(amounts_.begin(), amounts_.end(),
                  [](const Amount& a, const Amount& b) { return a.range.begin < b.range.begin; });
    }

 private:
    bool may_begin(std::size_t i) const {
        const Lexeme& one = lexemes_[i];
        if (one.is_symbol('(') || one.is(Keyword::han_unit)) return true;
        const bool line_start = i == 0 || lexemes_[i - 1].is(Class::line);
        return line_start && one.is(Keyword::in);
    }

    // (RMB million), (in millions of yuan), (亿元), 单位：万元.
    std::optional<Head> read_head(std::size_t i) const {
        const bool bracket = lexemes_[i].is_symbol('(');
        const bool han = lexemes_[i].is(Keyword::han_unit);
        std::size_t k = i + 1;
        if (bracket && lexemes_[k].is(Keyword::han_unit)) ++k;
        if (lexemes_[k].is_symbol(':')) ++k;
        Head head;
        bool money = false;
        for (std::size_t steps = 0; steps < 8; ++steps, ++k) {
            const Lexeme& one = lexemes_[k];
            if (one.is(Class::mark) || one.is(Class::currency)) {
                if (!money || one.value() != static_cast<int>(Unit::usd))
                    head.unit = static_cast<Unit>(one.value());
                money = true;
            } else if (one.is(Class::nation)) {
                head.unit = static_cast<Unit>(one.value());
            } else if (is_scale(one)) {
                head.scale += one.value();
            } else if (!one.is(Keyword::in) && !one.is(Keyword::of)) {
                break;
            }
        }
        head.end = k;
        const bool closed = bracket ? lexemes_[k].is_symbol(')') : lexemes_[k].is(Class::line);
        const bool scaled = bracket || han || head.scale > 0;
        return money && closed && scaled ? std::optional(head) : std::nullopt;
    }

    static bool is_scale(const Lexeme& one) {
        return one.is(Class::scale) || one.is(Class::plural_scale) || one.is(Class::suffix) ||
               one.is(Class::han_scale) || one.is(Class::han_ten) ||
               (one.is(Class::letter_suffix) && one.value() >= 6);
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

    static bool is_separator(const Lexeme& one) {
        return one.is_symbol('|') || one.is_symbol('\t') || one.is_symbol(';');
    }

    void place(Head& head, std::size_t line) const {
        std::size_t edges = 0;
        for (std::size_t i = line + 1; i < head.end; ++i) edges += is_edge(i) ? 1U : 0U;
        head.column = edges;
        std::size_t end = head.end;
        bool more = false;
        for (; !lexemes_[end].is(Class::line); ++end) more = more || is_edge(end);
        const bool first = lexemes_[line].is_symbol('(') || !more;
        head.whole_table = edges == 0 && first;
        head.end = end;
    }

    void take_rows(const Head& head) {
        const std::size_t last = lexemes_.size() - kPadding;
        std::size_t begin = head.end + 1;
        while (begin < last && !lexemes_[begin].is(Class::line)) {
            std::size_t end = begin;
            while (!lexemes_[end].is(Class::line)) ++end;
            if (!take_row(head, begin, end)) return;
            begin = end + 1;
        }
    }

    // False where the line is no row.
    bool take_row(const Head& head, std::size_t begin, std::size_t end) {
        std::size_t column = 0;
        std::size_t cell = begin;
        bool row = false;
        for (std::size_t i = begin + 1; i <= end; ++i) {
            if (!is_edge(i)) continue;
            row = row || i < end;
            if (head.whole_table ? column > 0 : column == head.column) take_cell(head, cell, i);
            ++column;
            cell = i;
        }
        return row || head.whole_table;
    }

    // A cell that is one number, with brackets or a sign at most.
    void take_cell(const Head& head, std::size_t begin, std::size_t end) {
        while (begin < end && (lexemes_[begin].is(Class::symbol) || is_bold(begin))) ++begin;
        while (end > begin && lexemes_[end - 1].is(Class::symbol)) --end;
        if (end != begin + 1 || !lexemes_[begin].is(Class::number) || lexemes_[begin].version)
            return;
        const Lexeme& number = lexemes_[begin];
        if (head.whole_table && year_like(number)) return;
        const ByteRange range{number.begin, number.end};
        const bool taken = std::any_of(amounts_.begin(), amounts_.end(), [&](const Amount& one) {
            return one.range.begin < range.end && range.begin < one.range.end;
        });
        if (taken) return;
        const Decimal value = number.number.scaled(head.scale);
        amounts_.push_back({range, value, value, head.unit, Qualifier::exactly, number.precision});
        added_ = true;
    }

    // A head line and the lines below it, with as many marks between their cells: "Firm / Sales
    // (RMB bn) / Change (%)", 公司、营收（亿元）.
    void take_delimited() {
        const std::size_t last = lexemes_.size() - kPadding;
        std::size_t begin = 0;
        while (begin < last) {
            const std::size_t end = line_end(begin);
            std::size_t next = end + 1;
            for (const char mark : {'/', ';', kEnumerationComma, '|', '\t'})
                next = std::max(next, take_table(mark, begin, end));
            begin = next;
        }
    }

    std::size_t line_end(std::size_t i) const {
        while (!lexemes_[i].is(Class::line)) ++i;
        return i;
    }

    // The places of the marks outside brackets, and that of the line's end.
    std::vector<std::size_t> cell_ends(char mark, std::size_t begin, std::size_t end) const {
        std::vector<std::size_t> ends;
        int depth = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (lexemes_[i].is_symbol('(')) ++depth;
            if (lexemes_[i].is_symbol(')')) --depth;
            if (depth == 0 && lexemes_[i].is_symbol(mark)) ends.push_back(i);
        }
        ends.push_back(end);
        return ends;
    }

    // Returns the place behind the table's last row, or 0 where there is no table.
    std::size_t take_table(char mark, std::size_t begin, std::size_t end) {
        const auto ends = cell_ends(mark, begin, end);
        if (ends.size() < 2) return 0;
        const auto heads = heads_of(begin, ends);
        return is_head(heads) ? take_rows_below(mark, heads, end + 1) : 0;
    }

    std::vector<std::optional<Head>> heads_of(std::size_t begin,
                                              const std::vector<std::size_t>& ends) const {
        std::vector<std::optional<Head>> heads;
        for (const std::size_t end : ends) {
            heads.push_back(head_of_cell(begin, end));
            begin = end + 1;
        }
        return heads;
    }

    static bool is_head(const std::vector<std::optional<Head>>& heads) {
        return std::any_of(heads.begin(), heads.end(),
                           [](const std::optional<Head>& one) { return one.has_value(); });
    }

    std::size_t take_rows_below(char mark, const std::vector<std::optional<Head>>& heads,
                                std::size_t begin) {
        const std::size_t last = lexemes_.size() - kPadding;
        std::size_t behind = 0;
        while (begin < last) {
            const std::size_t end = line_end(begin);
            const auto ends = cell_ends(mark, begin, end);
            if (ends.size() != heads.size() || is_head(heads_of(begin, ends))) break;
            for (std::size_t k = 0; k < ends.size(); ++k) {
                const std::size_t cell = k == 0 ? begin : ends[k - 1] + 1;
                if (heads[k]) take_cell(*heads[k], cell, ends[k]);
            }
            behind = begin = end + 1;
        }
        return behind;
    }

    // The unit that a head cell ends with: "Sales (RMB bn)", "sales in USD bn", "change, %".
    std::optional<Head> head_of_cell(std::size_t begin, std::size_t end) const {
        if (end > begin && lexemes_[end - 1].is_symbol(')')) --end;
        for (std::size_t i = end; i > begin; --i) {
            const Lexeme& before = lexemes_[i - 1];
            const bool opens =
                before.is_symbol('(') || before.is_symbol(',') || before.is(Keyword::in);
            if (opens) return unit_between(i, end);
            if (before.is(Class::symbol)) break;
        }
        return std::nullopt;
    }

    std::optional<Head> unit_between(std::size_t begin, std::size_t end) const {
        Head head;
        bool unit = false;
        for (std::size_t i = begin; i < end; ++i) {
            const Lexeme& one = lexemes_[i];
            const bool money = one.is(Class::mark) || one.is(Class::currency);
            if (money || one.is(Class::percent)) {
                head.unit = money ? static_cast<Unit>(one.value()) : Unit::percent;
                if (unit && !money) return std::nullopt;
                unit = true;
            } else if (is_scale(one)) {
                head.scale += one.value();
            } else if (!one.is(Keyword::of)) {
                return std::nullopt;
            }
        }
        if (!unit || (head.unit == Unit::percent && head.scale != 0)) return std::nullopt;
        return head;
    }

    bool is_bold(std::size_t i) const { return lexemes_[i].is_symbol('*'); }

    static bool year_like(const Lexeme& number) {
        const int value = number.small_number();
        return value >= 1900 && value < 2100;
    }

    const TextOfLexemes& text_;
    const std::vector<Lexeme>& lexemes_;
    std::vector<Amount>& amounts_;
    bool added_ = false;
};

}  // namespace

void add_columns(const TextOfLexemes& text, std::vector<Amount>& amounts) {
    Columns(text, amounts).run();
}

}  // namespace sinodex::quantities
