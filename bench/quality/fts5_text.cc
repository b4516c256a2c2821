// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/fts5_text.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace sinodex {
namespace {

enum class Kind { other, word, character };

bool is_written_without_spaces(UChar32 c) {
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0) return true;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

Kind kind_of(UChar32 c) {
    if (c < 0x80) return u_isalnum(c) != 0 ? Kind::word : Kind::other;
    if (is_written_without_spaces(c)) return Kind::character;
    const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    return mark || u_isalnum(c) != 0 ? Kind::word : Kind::other;
}

// Calls visit(bytes, kind) for each code point.
template <typename Visit>
void for_each_character(std::string_view text, const Visit& visit) {
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, text.size(), c);
        visit(text.substr(begin, i - begin), kind_of(c));
    }
}

// Collects the alternatives of a MATCH expression.
class Alternatives {
 public:
    void add_to_word(std::string_view bytes) {
        end_run();
        word_.append(bytes);
    }

    void add_character(std::string_view bytes) {
        end_word();
        if (!previous_.empty()) add(previous_ + " " + std::string(bytes));
        alone_ = previous_.empty();
        previous_ = bytes;
    }

    void end() {
        end_word();
        end_run();
    }

    const std::string& expression() const { return expression_; }

 private:
    void end_word() {
        if (!word_.empty()) add(word_);
        word_.clear();
    }

    void end_run() {
        if (!previous_.empty() && alone_) add(previous_);
        previous_.clear();
    }

    // Words and characters hold no quote.
    void add(const std::string& phrase) {
        expression_.append(expression_.empty() ? "\"" : " OR \"").append(phrase).append("\"");
    }

    std::string expression_;
    std::string word_;
    std::string previous_;  // character of the run that goes on
    bool alone_ = false;    // it is the run's first
};

}  // namespace

std::string fts5_text(std::string_view text) {
    std::string spaced;
    spaced.reserve(text.size());
    for_each_character(text, [&](std::string_view bytes, Kind kind) {
        if (kind == Kind::character) {
            spaced.append(" ").append(bytes).append(" ");
        } else {
            spaced.append(bytes);
        }
    });
    return spaced;
}

std::string fts5_query(std::string_view query) {
    Alternatives alternatives;
    for_each_character(query, [&](std::string_view bytes, Kind kind) {
        if (kind == Kind::word) {
            alternatives.add_to_word(bytes);
        } else if (kind == Kind::character) {
            alternatives.add_character(bytes);
        } else {
            alternatives.end();
        }
    });
    alternatives.end();
    return alternatives.expression();
}

}  // namespace sinodex
