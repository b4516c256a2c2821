// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/text/word_scan.h"

namespace sinodex {

std::uint32_t WordScan::word_end(std::uint32_t begin) {
    std::uint32_t end = run_end(begin);
    acronym_ = is_single_letter(begin, end);
    const DigitRun digits = digits_at(begin);
    number_ = digits.end == end;
    thousands_ = number_ && digits.count <= 3;
    for (;;) {
        const Character joiner = cursor_.at(end);
        std::uint32_t next_end = 0;  // 0 when `joiner` does not join
        if (is_apostrophe(joiner.code)) {
            next_end = after_apostrophe(joiner.next);
        } else if (joiner.code == '.' && acronym_) {
            next_end = after_acronym_stop(joiner.next);
        } else if (joiner.code == '.' && number_) {
            next_end = after_number_stop(joiner.next);
        } else if (joiner.code == ',' && thousands_) {
            next_end = after_thousands_comma(joiner.next);
        }
        if (next_end == 0) return end;
        end = next_end;
    }
}

std::uint32_t WordScan::after_hyphen(std::uint32_t end) const {
    const Character hyphen = cursor_.at(end);
    if (!is_hyphen(hyphen.code)) return end;
    return cursor_.at(hyphen.next).cls == CharClass::letter ? hyphen.next : end;
}

std::uint32_t WordScan::after_signs(std::uint32_t begin, std::uint32_t end) const {
    if (end != begin + 1 || cursor_.at(begin).cls != CharClass::letter) return end;
    const Character first = cursor_.at(end);
    const Character second = cursor_.at(first.next);
    const std::uint32_t signs = first.code == '#'                         ? first.next
                                : first.code == '+' && second.code == '+' ? second.next
                                                                          : end;
    const Character behind = cursor_.at(signs);
    const bool more = behind.code == '#' || behind.code == '+';
    return more || behind.cls == CharClass::letter || behind.cls == CharClass::mark ? end : signs;
}

std::uint32_t WordScan::after_apostrophe(std::uint32_t next) {
    if (last_ == CharClass::digit || cursor_.at(next).cls != CharClass::letter) return 0;
    acronym_ = number_ = thousands_ = false;
    return run_end(next);
}

std::uint32_t WordScan::after_acronym_stop(std::uint32_t next) {
    const Character letter = cursor_.at(next);
    if (letter.cls != CharClass::letter || cursor_.at(letter.next).is_word()) return 0;
    last_ = CharClass::letter;
    return letter.next;
}

std::uint32_t WordScan::after_number_stop(std::uint32_t next) {
    if (cursor_.at(next).cls != CharClass::digit) return 0;
    const std::uint32_t end = run_end(next);
    number_ = digits_at(next).end == end;
    thousands_ = false;
    return end;
}

std::uint32_t WordScan::after_thousands_comma(std::uint32_t next) {
    const DigitRun group = digits_at(next);
    if (group.count != 3) return 0;
    const std::uint32_t end = run_end(next);
    number_ = thousands_ = group.end == end;
    return end;
}

std::uint32_t WordScan::run_end(std::uint32_t begin) {
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

WordScan::DigitRun WordScan::digits_at(std::uint32_t begin) const {
    DigitRun run{begin, 0};
    for (Character c = cursor_.at(begin); c.cls == CharClass::digit; c = cursor_.at(run.end)) {
        run.end = c.next;
        ++run.count;
    }
    return run;
}

bool WordScan::is_single_letter(std::uint32_t begin, std::uint32_t end) const {
    const Character c = cursor_.at(begin);
    return c.cls == CharClass::letter && c.next == end;
}

}  // namespace sinodex
