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
    bool heading = false;      // begins or ends its line
};

constexpr int kThousands = 3;

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
            const std::size_t closed = head->end;
            place(*head, line);
            take_behind(*head, line, closed);
            if (head->unit != Unit::percent) take_rows(*head);
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
                const bool plain = one.value() == static_cast<int>(Unit::usd) ||
                                   (one.han && one.end - one.begin == 3);  // 新台币亿元
                if (!money || !plain) head.unit = static_cast<Unit>(one.value());
                money = true;
            } else if (one.is(Class::nation)) {
                head.unit = static_cast<Unit>(one.value());
            } else if (is_scale(one)) {
                head.scale += one.value();
            } else if (is_thousands(k)) {
                head.scale += kThousands;
                ++k;
            } else if (bracket && one.is(Class::percent) && !money && head.scale == 0) {
                head.unit = Unit::percent;
                money = true;
            } else if (!one.is(Keyword::in) && !one.is(Keyword::of)) {
                break;
            }
        }
        head.end = k;
        const bool closed = bracket ? lexemes_[k].is_symbol(')') : lexemes_[k].is(Class::line);
        const bool scaled = bracket || han || head.scale > 0;
        return money && closed && scaled ? std::optional(head) : std::nullopt;
    }

    // The '000 of US$'000.
    bool is_thousands(std::size_t i) const {
        const Lexeme& zeros = lexemes_[i + 1];
        return lexemes_[i].is_symbol('\'') && zeros.digits == 3 && zeros.small_number() == 0;
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
        std::size_t behind = head.end;
        while (lexemes_[behind].is_symbol(')') || lexemes_[behind].is_symbol(':')) ++behind;
        const bool begins = lexemes_[line].is_symbol('(') || lexemes_[line].is(Keyword::han_unit);
        head.heading = head.whole_table && (begins || lexemes_[behind].is(Class::line));
        head.end = end;
    }

    // The numbers on the line of the head get its unit: "(in million yuan) Revenue 1,204", "(RMB
    // bn): Tencent 560, Meituan 34", 营收（亿元） | 12 | 14.
    void take_behind(const Head& head, std::size_t line, std::size_t closed) {
        if (!lexemes_[closed].is_symbol(')')) return;
        const std::size_t begin = closed + 1;
        if (lexemes_[begin].is_symbol(':')) return take_list(head, begin + 1);
        if (lexemes_[line].is_symbol('(')) {
            take_tail(head, begin, head.end);
        } else if (head.column == 0 && is_separator(lexemes_[begin])) {
            take_cells(head, begin, head.end);
        } else if (head.column == 0 && is_row_of_numbers(begin, head.end)) {
            for (std::size_t i = begin; i < head.end; ++i) take_number(head, i);
        }
    }

    // The numbers behind a name with its unit: Revenue (US$'000) 1,620 1,906.
    bool is_row_of_numbers(std::size_t begin, std::size_t end) const {
        constexpr std::size_t kLongest = 12;
        return begin < end && end - begin <= kLongest &&
               std::all_of(lexemes_.begin() + static_cast<std::ptrdiff_t>(begin),
                           lexemes_.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const Lexeme& one) { return is_in_tail(one) && !year_like(one); });
    }

    void take_cells(const Head& head, std::size_t begin, std::size_t end) {
        std::size_t cell = begin;
        for (std::size_t i = begin + 1; i <= end; ++i) {
            if (!is_edge(i)) continue;
            take_cell(head, cell, i);
            cell = i;
        }
    }

    // The numbers of a list, each behind a name.
    void take_list(const Head& head, std::size_t i) {
        constexpr std::size_t kLongest = 120;
        for (const std::size_t end = i + kLongest; i < end; ++i) {
            if (lexemes_[i].is(Class::line) || lexemes_[i].is_symbol('\0')) return;
            const Lexeme& next = lexemes_[i + 1];
            const bool ends = next.is_symbol(',') || next.is_symbol(kEnumerationComma) ||
                              next.is_symbol(';') || next.is_symbol('.') || next.is_symbol('\0') ||
                              next.is(Class::line) || next.is(Keyword::word_and);
            if (ends && !lexemes_[i - 1].is(Class::number) && !year_like(lexemes_[i]))
                take_number(head, i);
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
        for (std::size_t i = first; i < end; ++i) take_number(head, i);
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

    void take_rows(const Head& head) {
        const std::size_t last = lexemes_.size() - kPadding;
        std::size_t begin = head.end + 1;
        bool listed = head.heading;  // every line so far ended with numbers
        while (begin < last && !lexemes_[begin].is(Class::line)) {
            std::size_t end = begin;
            while (!lexemes_[end].is(Class::line)) ++end;
            const bool row = is_row(begin, end);
            if (!take_row(head, begin, end)) return;
            const bool years =
                std::all_of(lexemes_.begin() + static_cast<std::ptrdiff_t>(begin),
                            lexemes_.begin() + static_cast<std::ptrdiff_t>(end), is_in_tail);
            const bool names = begin == head.end + 1 && is_head_row(begin, end);
            listed = listed && (row || years || names || take_tail(head, begin, end));
            begin = end + 1;
        }
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

    bool is_row(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin + 1; i < end; ++i) {
            if (is_edge(i)) return true;
        }
        return false;
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
        if (end == begin + 1) take_number(head, begin);
        if (end == begin + 2 && head.scale == 0 && is_currency(head.unit) &&
            lexemes_[begin + 1].begin == lexemes_[begin].end && is_scale(lexemes_[begin + 1])) {
            Head scaled = head;  // 0.5m below "Fine (yuan)"
            scaled.scale = lexemes_[begin + 1].value();
            take_number(scaled, begin);
        }
    }

    void take_number(const Head& head, std::size_t i) {
        const Lexeme& number = lexemes_[i];
        if (!number.is(Class::number) || number.version) return;
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
            } else if (is_thousands(i)) {
                head.scale += kThousands;
                ++i;
            } else if (!unit && head.scale >= 4 && is_counted(one)) {
                unit = true;  // 销量（万辆）
            } else if (!one.is(Keyword::of)) {
                return std::nullopt;
            }
        }
        if (!unit || (head.unit == Unit::percent && head.scale != 0)) return std::nullopt;
        return head;
    }

    // What stands behind 万 or 亿 in the head of a column.
    static bool is_counted(const Lexeme& one) {
        return one.han && (one.is(Class::counter) || one.is(Class::noun) || one.is(Class::other));
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
