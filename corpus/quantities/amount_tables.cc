// SPDX-License-Identifier: GPL-2.0-or-later

// Bare numbers below a head that says their unit.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

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

// The marks that part the cells of a line.
constexpr std::array<char, 6> kMarks{'/', ';', kEnumerationComma, '|', '\t', ','};

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::array<std::uint32_t, kMarks.size()> marks{};  // how many stand outside brackets
    bool is_parted = false;
};

class Columns {
 public:
    Columns(const TextOfLexemes& text, std::vector<Amount>& amounts)
        : text_(text), lexemes_(text.lexemes), amounts_(amounts) {}

    void run() {
        const std::size_t last = lexemes_.size() - kPadding;
        Line line;
        int depth = 0;
        for (std::size_t i = 0; i <= last; ++i) {
            const Lexeme& one = lexemes_[i];
            if (one.is(Class::line)) {
                line.end = i;
                take_below_caption(line);
                if (line.is_parted) lines_.push_back(line);
                line = {i + 1};
                depth = 0;
                continue;
            }
            if (one.is(Class::symbol)) {
                if (one.is_symbol('(')) ++depth;
                if (one.is_symbol(')')) --depth;
                if (depth == 0) count_mark(line, one.value());
            }
            if (may_begin(i, line.begin)) take_below_head(i, line.begin);
            if (one.is_symbol(':')) take_list_behind(i, line.begin);
        }
        take_delimited();
        if (!added_) return;
        std::sort(amounts_.begin(), amounts_.end(),
                  [](const Amount& a, const Amount& b) { return a.range.begin < b.range.begin; });
    }

 private:
    static void count_mark(Line& line, int symbol) {
        const auto* mark = std::find(kMarks.begin(), kMarks.end(), symbol);
        if (mark == kMarks.end()) return;
        ++line.marks.at(static_cast<std::size_t>(mark - kMarks.begin()));
        line.is_parted = true;
    }

    bool may_begin(std::size_t i, std::size_t line) const {
        const Lexeme& one = lexemes_[i];
        return one.is_symbol('(') || one.is(Keyword::han_unit) ||
               (i == line && (one.is(Keyword::in) || one.is(Class::mark) ||
                              one.is(Class::currency) || one.is(Class::nation)));
    }

    // The lines below one that ends with a unit: "Fines, RMB million", "Sales in $m:".
    void take_below_caption(const Line& line) {
        constexpr std::size_t kLongest = 12;
        std::size_t end = line.end;
        if (end > line.begin && lexemes_[end - 1].is_symbol(':')) --end;
        if (end < line.begin + 2 || end - line.begin > kLongest) return;
        const auto head = head_of_caption(end);
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
        head.whole_table = edges == 0 && first;
        head.may_be_years = head.whole_table;
        std::size_t behind = head.end;
        while (lexemes_[behind].is_symbol(')') || lexemes_[behind].is_symbol(':')) ++behind;
        const bool begins = lexemes_[line].is_symbol('(') || lexemes_[line].is(Keyword::han_unit);
        head.heading = head.whole_table && (begins || lexemes_[behind].is(Class::line));
        head.end = end;
        return head;
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
            const bool scaled = lexemes_[i].is(Class::number) && is_head_scale(lexemes_[i + 1]);
            const Lexeme& next = lexemes_[scaled ? i + 2 : i + 1];
            const bool ends = next.is_symbol(',') || next.is_symbol(kEnumerationComma) ||
                              next.is_symbol(';') || next.is_symbol('.') || next.is_symbol('\0') ||
                              next.is(Class::line) || next.is(Keyword::word_and);
            if (!ends || lexemes_[i - 1].is(Class::number)) continue;
            if (scaled) {
                name_unit(head, i);
            } else if (!year_like(lexemes_[i])) {
                take_number(head, i);
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

    void take_rows(const PlacedHead& head) {
        const std::size_t last = lexemes_.size() - kPadding;
        std::size_t begin = head.end + 1;
        bool listed = head.heading;  // every line so far ended with numbers
        while (begin < last && !lexemes_[begin].is(Class::line)) {
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
        if (end == begin + 2 && is_head_scale(lexemes_[begin + 1])) name_unit(head, begin);
        if (end == begin + 2 && head.scale == 0 && is_currency(head.unit) &&
            lexemes_[begin + 1].begin == lexemes_[begin].end &&
            is_head_scale(lexemes_[begin + 1])) {
            Head scaled = head;  // 0.5m below "Fine (yuan)"
            scaled.scale = lexemes_[begin + 1].value();
            take_number(scaled, begin);
        }
    }

    // The 4.5tn below or behind a head that says but US$.
    void name_unit(const Head& head, std::size_t i) {
        if (head.scale != 0 || !is_currency(head.unit)) return;
        for (Amount& amount : amounts_) {
            if (amount.range.begin == lexemes_[i].begin && amount.unit == Unit::count)
                amount.unit = head.unit;
        }
    }

    void take_number(const Head& head, std::size_t i) {
        const Lexeme& number = lexemes_[i];
        if (!number.is(Class::number) || number.version) return;
        if (head.may_be_years && year_like(number)) return;
        const ByteRange range{number.begin, number.end};
        const bool taken = std::any_of(amounts_.begin(), amounts_.end(), [&](const Amount& one) {
            return one.range.begin < range.end && range.begin < one.range.end;
        });
        if (taken) return;
        const Decimal value = number.number.scaled(head.scale);
        const Unit unit = head.plain ? yuan_at(text_, i) : head.unit;
        amounts_.push_back({range, value, value, unit, Qualifier::exactly, number.precision});
        added_ = true;
    }

    // A head line and the lines below it, with as many marks between their cells: "Firm / Sales
    // (RMB bn) / Change (%)", 公司、营收（亿元）.
    void take_delimited() {
        for (std::size_t k = 0; k < lines_.size();) {
            std::size_t next = k + 1;
            for (std::size_t mark = 0; mark < kMarks.size(); ++mark) {
                next = std::max(next, take_table(mark, k));
                if (lines_[k].marks.at(mark) > 0) take_row_of_unit(mark, lines_[k]);
            }
            k = next;
        }
    }

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
                if (const auto& head = heads[column++]) take_cell(*head, begin, end);
            });
        } while (goes_on(mark, k));
        return k + 1;
    }

    // Gross margin, % | 58.6 | 53.2: the first cell says the unit of the others, which are numbers.
    void take_row_of_unit(std::size_t mark, const Line& line) {
        std::optional<Head> head;
        std::size_t column = 0;
        bool numbers = true;
        for_each_cell(mark, line, [&](std::size_t begin, std::size_t end) {
            if (column++ == 0) {
                head = head_of_cell(lexemes_, begin, end);
            } else {
                numbers = numbers && head && is_cell_of_number(begin, end);
            }
        });
        if (!numbers || !head || column < 2) return;
        column = 0;
        for_each_cell(mark, line, [&](std::size_t begin, std::size_t end) {
            if (column++ > 0) take_cell(*head, begin, end);
        });
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

    template <typename Cell>
    void for_each_cell(std::size_t mark, const Line& line, const Cell& cell) const {
        int depth = 0;
        std::size_t begin = line.begin;
        for (std::size_t i = line.begin; i < line.end; ++i) {
            if (lexemes_[i].is_symbol('(')) ++depth;
            if (lexemes_[i].is_symbol(')')) --depth;
            if (depth != 0 || !lexemes_[i].is_symbol(kMarks.at(mark))) continue;
            cell(begin, i);
            begin = i + 1;
        }
        cell(begin, line.end);
    }

    std::vector<std::optional<Head>> heads_of(std::size_t mark, const Line& line) const {
        std::vector<std::optional<Head>> heads;
        for_each_cell(mark, line, [&](std::size_t begin, std::size_t end) {
            heads.push_back(head_of_cell(lexemes_, begin, end));
        });
        return heads;
    }

    // Columns that tell of money and say no unit have that of the line above: "Results, RMB m".
    void add_head_of_caption(std::size_t mark, const Line& line,
                             std::vector<std::optional<Head>>& heads) const {
        const auto said = line.begin > 1 ? head_of_caption(line.begin - 1) : std::nullopt;
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

    // `end`: where the line of the caption ends.
    std::optional<Head> head_of_caption(std::size_t end) const {
        constexpr std::size_t kLongest = 40;
        for (std::size_t i = end; i > 0 && end - i < kLongest; --i) {
            const Lexeme& before = lexemes_[i - 1];
            if (before.is(Class::line)) break;
            const bool opens = before.is_symbol('(') || before.is_symbol(',') ||
                               before.is_symbol(';') || before.is_symbol(':') ||
                               before.is(Keyword::in);
            if (!opens) continue;
            if (auto head = head_of_phrase(lexemes_, i)) return head;
        }
        return std::nullopt;
    }

    static bool has_head(const std::vector<std::optional<Head>>& heads) {
        return std::any_of(heads.begin(), heads.end(),
                           [](const std::optional<Head>& one) { return one.has_value(); });
    }

    bool is_bold(std::size_t i) const { return lexemes_[i].is_symbol('*'); }

    static bool year_like(const Lexeme& number) {
        const int value = number.small_number();
        return value >= 1900 && value < 2100;
    }

    const TextOfLexemes& text_;
    const std::vector<Lexeme>& lexemes_;
    std::vector<Amount>& amounts_;
    std::vector<Line> lines_;  // with marks
    bool added_ = false;
};

}  // namespace

void add_columns(const TextOfLexemes& text, std::vector<Amount>& amounts) {
    Columns(text, amounts).run();
}

}  // namespace sinodex::quantities
