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
