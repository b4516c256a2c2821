// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/text_units.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>

#include "corpus/text/fold.h"
#include "corpus/text/han.h"

namespace sinodex {
namespace {

enum class Ascii : std::uint8_t { other, lower, upper, digit };

constexpr std::array<Ascii, 256> kAscii = [] {
    std::array<Ascii, 256> classes{};
    for (unsigned c = 'a'; c <= 'z'; ++c) classes.at(c) = Ascii::lower;
    for (unsigned c = 'A'; c <= 'Z'; ++c) classes.at(c) = Ascii::upper;
    for (unsigned c = '0'; c <= '9'; ++c) classes.at(c) = Ascii::digit;
    return classes;
}();

constexpr std::size_t kMaxWord = 64;  // bytes; no name has a longer one

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0xFF07; }

bool is_word_character(UChar32 c) {
    constexpr std::uint32_t kWord = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
    return c >= 0 && (U_GET_GC_MASK(c) & kWord) != 0 && !is_han_run(c);
}

// Whether a character beyond ASCII may stand within a name: spaces, hyphens, quotation marks, the
// dot between the parts of foreign names, what is invisible.
bool is_soft(UChar32 c) {
    constexpr std::u16string_view kSoft =
        u"\u00A0\u00AD\u00B7\u2009\u200B\u2010\u2011\u2018\u2019\u201C\u201D\u202F\u2022\u2027"
        u"\u3000\u300B\u300C\u300D\u300E\u300F\u30FB\uFEFF\uFF07\uFF0D";
    return c < 0x10000 && kSoft.find(static_cast<char16_t>(c)) != kSoft.npos;
}

// Says whether a character is what Gap::comma is about, in full width; 香港《大公报》 is not 港大.
bool is_joining_punctuation(UChar32 c) {
    constexpr std::u16string_view kJoining = u"\u3001\u300A\uFF05\uFF08\uFF09\uFF0B\uFF0C\uFF0F";
    return c < 0x10000 && kJoining.find(static_cast<char16_t>(c)) != kJoining.npos;
}

// A scanner takes 日 for 曰, which no name has.
std::uint64_t han_key(UChar32 c) {
    constexpr UChar32 kSay = 0x66F0;
    constexpr UChar32 kDay = 0x65E5;
    return static_cast<std::uint64_t>(c == kSay ? kDay : fold_han(c));
}

void count(std::uint8_t& letters) {
    letters = static_cast<std::uint8_t>(letters + (letters < 255));
}

class Scanner {
 public:
    Scanner(std::string_view text, std::vector<TextUnit>& units) : text_(text), units_(units) {}

    void run() {
        while (at_ < text_.size()) {
            const unsigned char byte = byte_at(at_);
            if (kAscii[byte] != Ascii::other) {
                take_word();
            } else if (byte < 0x80) {
                take_ascii_gap(byte);
            } else {
                take_beyond_ascii();
            }
        }
    }

 private:
    unsigned char byte_at(std::size_t i) const {
        return i < text_.size() ? static_cast<unsigned char>(text_[i]) : 0;
    }
    bool is_alnum(std::size_t i) const { return kAscii[byte_at(i)] != Ascii::other; }
    bool is_letter(std::size_t i) const {
        return is_alnum(i) && kAscii[byte_at(i)] != Ascii::digit;
    }
    UChar32 decode(std::size_t& i) const {
        UChar32 c = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(text_.data()), i, text_.size(), c);
        return c;
    }

    UChar32 character_at(std::size_t i) const { return i < text_.size() ? decode(i) : 0; }

    void take_ascii_gap(unsigned char c) {
        const std::size_t begin = at_++;
        switch (c) {
            case ' ':
            case '\t':
            case '\r':
            case '-':
            case '\'':
            case '"':
            case '_':
                return;
            case '\n':
                if (++newlines_ > 1) gap_ = Gap::hard;
                return;
            case '&':
                push({word_key("and"), {to32(begin), to32(at_)}});
                return;
            case '.':
                if (!(begin > 0 && is_alnum(begin - 1) && is_alnum(at_)) && !after_abbreviation())
                    gap_ = Gap::hard;
                return;
            case ',':
                if (!after_abbreviation()) gap_ = std::max(gap_, Gap::comma);
                return;
            case '(':
            case ')':
            case '/':
            case '+':
            case '%':
                gap_ = std::max(gap_, Gap::comma);
                return;
            case ':':
                gap_ = std::max(gap_, Gap::colon);
                return;
            default:
                gap_ = Gap::hard;
        }
    }

    // Whether the stop or comma here may belong to the unit before: "Co., Ltd.", "J. Ma".
    bool after_abbreviation() const {
        if (units_.size() == first_) return false;
        const TextUnit& unit = units_.back();
        if (text_.substr(unit.range.end, at_ - 1 - unit.range.end).find_first_not_of(".,") !=
            text_.npos) {
            return false;
        }
        static const std::array<std::uint64_t, 4> kAbbreviations{word_key("co"), word_key("corp"),
                                                                 word_key("inc"), word_key("ltd")};
        return (unit.range.size() == 1 && unit.uppers == 1) || dotted_ ||
               std::find(kAbbreviations.begin(), kAbbreviations.end(), unit.key) !=
                   kAbbreviations.end();
    }

    void take_beyond_ascii() {
        const std::size_t begin = at_;
        std::size_t next = at_;
        const UChar32 c = decode(next);
        if (c > 0 && is_han_run(c)) {
            at_ = next;
            TextUnit unit{han_key(c), {to32(begin), to32(at_)}};
            unit.han = true;
            push(unit);
        } else if (is_word_character(c)) {
            take_foreign_word();
        } else {
            at_ = next;
            if (is_joining_punctuation(c)) {
                gap_ = std::max(gap_, Gap::comma);
            } else if (c == 0xFF1A) {
                gap_ = std::max(gap_, Gap::colon);
            } else if (c == 0xFF06) {
                push({word_key("and"), {to32(begin), to32(at_)}});
            } else if (!is_soft(c)) {
                gap_ = Gap::hard;
            }
        }
    }

    // A word that starts with an ASCII letter or digit.
    void take_word() {
        TextUnit unit{kEmptyWord, {to32(at_), 0}};
        unit.starts_upper = kAscii[byte_at(at_)] == Ascii::upper;
        std::size_t i = at_;
        for (;;) {
            for (; i < text_.size() && add_ascii(byte_at(i), unit); ++i) {
            }
            const unsigned char stop = byte_at(i);
            if (stop < 0x80 && stop != '\'') break;
            const std::size_t after = after_apostrophe(i);
            if (after == 0) {
                std::size_t next = i;
                if (stop != '\'' && is_word_character(decode(next))) return take_foreign_word();
                break;
            }
            if (ends_possessive(after)) return finish(unit, i, after + 1);
            if (!is_letter(after)) break;
            i = after;
        }
        if (i - at_ == 1 && byte_at(i) == '.') i = add_acronym(unit, i);
        finish(unit, i, i);
    }

    bool add_ascii(unsigned char byte, TextUnit& unit) {
        switch (kAscii[byte]) {
            case Ascii::lower:
                count(unit.lowers);
                break;
            case Ascii::upper:
                count(unit.uppers);
                byte |= 0x20;
                break;
            case Ascii::digit:
                break;
            case Ascii::other:
                return false;
        }
        unit.key = (unit.key ^ byte) * 1099511628211ULL;
        return true;
    }

    // Where the text goes on behind an apostrophe at `i`; 0 when there is none.
    std::size_t after_apostrophe(std::size_t i) const {
        std::size_t next = i;
        return i < text_.size() && is_apostrophe(decode(next)) ? next : 0;
    }

    bool ends_possessive(std::size_t i) const {
        return (byte_at(i) | 0x20U) == 's' && !is_alnum(i + 1);
    }

    // The letters of "U.S." behind the first; the last stop is left to the gap.
    std::size_t add_acronym(TextUnit& unit, std::size_t i) {
        while (byte_at(i) == '.' && is_letter(i + 1) && !is_alnum(i + 2) && byte_at(i + 2) < 0x80) {
            add_ascii(byte_at(i + 1), unit);
            i += 2;
        }
        dotted_next_ = i - at_ > 1;
        return i;
    }

    // A word with letters beyond ASCII, from its beginning.
    void take_foreign_word() {
        TextUnit unit{kEmptyWord, {to32(at_), 0}};
        std::size_t end = at_;
        std::size_t possessive_end = 0;
        for (std::size_t i = at_; i < text_.size();) {
            const UChar32 c = decode(i);
            if (is_apostrophe(c) && ends_possessive(i)) {
                possessive_end = i + 1;
                break;
            }
            if (is_apostrophe(c) && is_word_character(character_at(i))) continue;
            if (!is_word_character(c)) break;
            if (end == at_) unit.starts_upper = u_isUUppercase(c) != 0;
            if (u_isUUppercase(c) != 0) {
                count(unit.uppers);
            } else if (u_isalpha(c) != 0) {
                count(unit.lowers);
            }
            end = i;
        }
        if (end - at_ <= 2 * kMaxWord) {
            std::string folded;
            fold_word(text_.substr(at_, end - at_), folded);
            std::erase(folded, '\'');
            unit.key = word_key(folded);
        }
        finish(unit, end, std::max(end, possessive_end));
    }

    void finish(TextUnit unit, std::size_t end, std::size_t resume) {
        unit.range.end = to32(end);
        unit.possessive = resume > end;
        at_ = resume;
        push(unit);
    }

    void push(TextUnit unit) {
        unit.gap = gap_;
        units_.push_back(unit);
        gap_ = Gap::none;
        newlines_ = 0;
        dotted_ = dotted_next_;
        dotted_next_ = false;
    }

    static std::uint32_t to32(std::size_t i) { return static_cast<std::uint32_t>(i); }

    std::string_view text_;
    std::vector<TextUnit>& units_;
    std::size_t first_ = units_.size();
    std::size_t at_ = 0;
    Gap gap_ = Gap::hard;
    int newlines_ = 0;
    bool dotted_ = false;  // the last unit is an acronym with stops
    bool dotted_next_ = false;
};

}  // namespace

void append_units(std::string_view text, std::vector<TextUnit>& units) {
    Scanner(text, units).run();
}

}  // namespace sinodex
