// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/verification/quote_units.h"

#include "corpus/text/fold.h"
#include "corpus/text/han.h"

namespace sinodex {
namespace {

struct Code {
    char32_t value = 0;  // 0 past the end
    std::uint32_t next = 0;
};

Code code_at(std::string_view text, std::uint32_t i) {
    if (i >= text.size()) return {0, i};
    const auto byte = [&](std::uint32_t k) {
        return k < text.size() ? static_cast<unsigned char>(text[k]) : 0U;
    };
    const unsigned lead = byte(i);
    if (lead < 0x80) return {lead, i + 1};
    const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t value = lead & (0xFFU >> (size + 1));
    for (std::uint32_t k = 1; k < size; ++k) value = (value << 6U) | (byte(i + k) & 0x3FU);
    return {value, i + size};
}

void append_code(char32_t c, std::string& out) {
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        out.push_back(static_cast<char>(0xC0U | (c >> 6U)));
        out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
    } else if (c < 0x10000) {
        out.push_back(static_cast<char>(0xE0U | (c >> 12U)));
        out.push_back(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
    } else {
        out.push_back(static_cast<char>(0xF0U | (c >> 18U)));
        out.push_back(static_cast<char>(0x80U | ((c >> 12U) & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
    }
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char32_t c) { return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'; }

// Full-width characters as ASCII, the ideographic full stop as a full stop.
char32_t narrow(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    return c == 0x3002 ? U'.' : c;
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`' || c == 0xB4;
}

bool is_quote(char32_t c) {
    return c == '"' || is_apostrophe(c) || (c >= 0x201A && c <= 0x201F) || c == 0xAB || c == 0xBB ||
           (c >= 0x300C && c <= 0x300F) || c == 0x2039 || c == 0x203A || c == 0x301D || c == 0x301E;
}

bool is_dash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2E3A || c == 0xFE58 ||
           c == 0xFE63;
}

bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

bool is_space(char32_t c) {
    return c <= ' ' || c == 0x7F || (c >= 0x80 && c <= 0xA0) || (c >= 0x2000 && c <= 0x200A) ||
           (c >= 0x2028 && c <= 0x202F) || c == 0x205F || c == 0x3000 || is_invisible(c);
}

bool is_symbol(char32_t c) {
    return c == '$' || c == '%' || c == '+' || c == '=' || c == '<' || c == '>' || c == '&' ||
           c == '@' || c == '#' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) ||
           c == 0x2030 || c == 0xFFE0 || c == 0xFFE1 || c == 0xFFE5;
}

bool is_mark(char32_t c) {
    if (c < 0x80) return !is_digit(c) && !is_ascii_letter(c);
    return (c >= 0xA1 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) ||
           (c >= 0x2010 && c <= 0x205E) || (c >= 0x2190 && c <= 0x2BFF) ||
           (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301F) || c == 0x30FB ||
           (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF5F && c <= 0xFF65);
}

UnitKind kind_of(char32_t c) {
    if (is_quote(c)) return UnitKind::quote;
    if (is_dash(c)) return UnitKind::dash;
    if (c == 0x2026 || c == 0x22EF) return UnitKind::ellipsis;
    if (is_symbol(c)) return UnitKind::symbol;
    if (is_mark(c)) return UnitKind::mark;
    return is_han_run(static_cast<UChar32>(c)) ? UnitKind::han : UnitKind::word;
}

// How far a run of characters of a kind goes, and how many they are.
struct Run {
    std::uint32_t end;
    int size;
};

template <typename Belongs>
Run run_of(std::string_view text, std::uint32_t at, Belongs belongs) {
    Run run{at, 0};
    for (Code code = code_at(text, at); code.value != 0 && belongs(narrow(code.value));
         code = code_at(text, run.end)) {
        run = {code.next, run.size + 1};
    }
    return run;
}

// Full stops, with or without spaces between: ". . ." is one ellipsis.
Run stops_at(std::string_view text, std::uint32_t at) {
    Run run{at, 0};
    for (std::uint32_t i = at; i < text.size() && (text[i] == '.' || text[i] == ' '); ++i) {
        if (text[i] == '.') run = {i + 1, run.size + 1};
    }
    return run;
}

}  // namespace

void QuoteScanner::take_word(QuoteUnit& unit) {
    char32_t before = 0;
    for (;;) {
        const Code code = code_at(text_, at_);
        const char32_t c = narrow(code.value);
        const Code after = code_at(text_, code.next);
        const char32_t follows = narrow(after.value);
        const bool inside =
            before != 0 && follows != 0 && !is_space(follows) && kind_of(follows) == UnitKind::word;
        if (c != 0 && !is_space(c) && kind_of(c) == UnitKind::word) {
            append_code(c, unit.normal);
        } else if (inside && is_apostrophe(c)) {
            unit.normal.push_back('\'');
        } else if (inside && (c == '.' || c == ',') && is_digit(before) && is_digit(follows)) {
            append_code(c, unit.normal);
        } else if (c == 0 || before == 0 || !is_invisible(c)) {
            return;
        }
        before = c;
        at_ = code.next;
        unit.range.end = at_;
    }
}

bool QuoteScanner::next(QuoteUnit& unit) {
    Code code = code_at(text_, at_);
    for (; at_ < text_.size() && is_space(code.value); code = code_at(text_, at_)) at_ = code.next;
    if (at_ >= text_.size()) return false;
    const char32_t c = narrow(code.value);
    unit.range = {at_, code.next};
    unit.kind = kind_of(c);
    unit.normal.clear();
    if (unit.kind == UnitKind::word) {
        take_word(unit);
        return true;
    }
    const auto run = [&](auto belongs, std::string_view normal) {
        unit.range.end = run_of(text_, at_, belongs).end;
        unit.normal = normal;
    };
    if (unit.kind == UnitKind::quote) {
        run(is_quote, "\"");
    } else if (unit.kind == UnitKind::dash) {
        run(is_dash, "-");
    } else if (unit.kind == UnitKind::ellipsis) {
        run([](char32_t one) { return kind_of(one) == UnitKind::ellipsis; }, "...");
    } else if (c == '.' && stops_at(text_, at_).size >= 3) {
        unit.kind = UnitKind::ellipsis;
        unit.range.end = stops_at(text_, at_).end;
        unit.normal = "...";
    } else {
        append_code(c, unit.normal);
    }
    at_ = unit.range.end;
    return true;
}

void fold_unit(const QuoteUnit& unit, std::string& out) {
    out.clear();
    if (unit.kind == UnitKind::word) {
        fold_word(unit.normal, out);
    } else if (unit.kind == UnitKind::han) {
        append_code(
            static_cast<char32_t>(fold_han(static_cast<UChar32>(code_at(unit.normal, 0).value))),
            out);
    } else {
        out = unit.normal;
    }
}

}  // namespace sinodex
