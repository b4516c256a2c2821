#pragma once

// Where a word ends: the rules for apostrophes, full stops, commas and hyphens between characters,
// written once for both cursors. Internal to this folder.

#include <cstdint>

#include "corpus/text/characters.h"

namespace sinodex {

inline bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0xFF07;
}
inline bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }

// A longer run of combining marks is an attack on normalisation, which is quadratic in it.
inline constexpr int kMaxMarks = 30;

template <class Cursor>
class WordScan {
   public:
    explicit WordScan(Cursor& cursor) : cursor_(cursor) {}

    // The end of the word that starts at `begin`, where a letter or digit is.
    std::uint32_t word_end(std::uint32_t begin) {
        std::uint32_t end = run_end(begin);
        bool acronym = is_single_letter(begin, end);
        bool number = cursor_.at(begin).cls == CharClass::digit && digits_only(begin, end);
        for (;;) {
            const Character joiner = cursor_.at(end);
            if (is_apostrophe(joiner.code)) {
                if (!letter_follows(joiner.next)) return end;
                end = run_end(joiner.next);
                acronym = number = false;
            } else if (joiner.code == '.' && (acronym || number)) {
                const std::uint32_t next_end = word_run_end(joiner.next);
                if (acronym ? !is_single_letter(joiner.next, next_end)
                            : cursor_.at(joiner.next).cls != CharClass::digit) {
                    return end;
                }
                number = number && digits_only(joiner.next, next_end);
                end = next_end;
            } else if (joiner.code == ',' && number) {
                const std::uint32_t group_end = word_run_end(joiner.next);
                if (group_end != joiner.next + 3 || !digits_only(joiner.next, group_end)) return end;
                end = group_end;
            } else {
                return end;
            }
        }
    }

    // Where the second part of a hyphenated word begins, `end` if none does.
    std::uint32_t after_hyphen(std::uint32_t end) {
        const Character hyphen = cursor_.at(end);
        if (!is_hyphen(hyphen.code)) return end;
        return cursor_.at(hyphen.next).cls == CharClass::letter ? hyphen.next : end;
    }

   private:
    std::uint32_t word_run_end(std::uint32_t begin) {
        return cursor_.at(begin).is_word() ? run_end(begin) : begin;
    }

    std::uint32_t run_end(std::uint32_t begin) {
        std::uint32_t end = begin;
        int marks = 0;
        for (;;) {
            const Character c = cursor_.at(end);
            if (!c.is_word()) return end;
            marks = c.cls == CharClass::mark ? marks + 1 : 0;
            if (marks > kMaxMarks) return end;
            end = c.next;
            last_ = c.cls;
        }
    }

    bool letter_follows(std::uint32_t next) {
        return last_ != CharClass::digit && cursor_.at(next).cls == CharClass::letter;
    }

    bool is_single_letter(std::uint32_t begin, std::uint32_t end) {
        const Character c = cursor_.at(begin);
        return begin != end && c.cls == CharClass::letter && c.next == end;
    }

    bool digits_only(std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = begin; i < end;) {
            const Character c = cursor_.at(i);
            if (c.cls != CharClass::digit) return false;
            i = c.next;
        }
        return true;
    }

    Cursor& cursor_;
    CharClass last_ = CharClass::other;  // of the last character that run_end took
};

}  // namespace sinodex
