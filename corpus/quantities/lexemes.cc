// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/lexemes.h"

#include <algorithm>
#include <array>

#include "corpus/quantities/figures.h"
#include "corpus/quantities/misread.h"
#include "corpus/quantities/units.h"
#include "corpus/text/characters.h"

namespace sinodex::quantities {
namespace {

constexpr std::size_t kLongestWord = 15;

Word symbol(char c) { return {Class::symbol, c}; }
Word mark(Unit unit) { return {Class::mark, static_cast<std::int16_t>(unit)}; }

Word ascii_symbol(char c) {
    if (c == '$') return mark(Unit::usd);
    if (c == '%') return {Class::percent, 0};
    if (c == '\n') return {Class::line, 0};
    return symbol(c);
}

Word wide_symbol(UChar32 c) {
    switch (c) {
        case 0x20AC:
            return mark(Unit::eur);
        case 0xA3:
        case 0xFFE1:
            return mark(Unit::gbp);
        case 0xA5:
        case 0xFFE5:
            return mark(Unit::yen_or_yuan);
        case 0x20A9:
            return mark(Unit::krw);
        case 0x20B9:
            return mark(Unit::inr);
        case 0xFF04:
            return mark(Unit::usd);
        case 0xFF05:
            return {Class::percent, 0};
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212:
        case 0xFF0D:
            return symbol('-');
        case 0x223C:
        case 0xFF5E:
        case 0x301C:
            return symbol('~');
        case 0xFF08:
            return symbol('(');
        case 0xFF09:
            return symbol(')');
        case 0xFF0C:
            return symbol(',');
        case 0x2019:
            return symbol('\'');
        case 0x201C:
        case 0x201D:
            return symbol('"');
        case 0xA9:  // © 2024 tells of no year
            return {Class::keyword, static_cast<std::int16_t>(Keyword::section)};
        case 0x3001:
            return symbol(kEnumerationComma);
        case 0x3010:
        case 0x3014:
        case 0xFF3B:
            return symbol('[');
        case 0x3011:
        case 0x3015:
        case 0xFF3D:
            return symbol(']');
        case 0xFF0F:
            return symbol('/');
        case 0xFF5C:
        case 0x2502:
            return symbol('|');
        case 0xFF1A:
            return symbol(':');
        case 0xFF1B:
            return symbol(';');
        default:
            return symbol('\0');
    }
}

// Letters that stand before a $ or ¥ as part of it.
struct Prefix {
    std::string_view letters;
    Unit unit;
};
constexpr std::array<Prefix, 10> kDollars{{{"US", Unit::usd},
                                           {"HK", Unit::hkd},
                                           {"S", Unit::sgd},
                                           {"A", Unit::aud},
                                           {"AU", Unit::aud},
                                           {"C", Unit::cad},
                                           {"CA", Unit::cad},
                                           {"NT", Unit::twd},
                                           {"SG", Unit::sgd},
                                           {"USD", Unit::usd}}};
constexpr std::array<Prefix, 4> kYen{
    {{"CN", Unit::cny}, {"RMB", Unit::cny}, {"JP", Unit::jpy}, {"CNY", Unit::cny}}};

// The year of 24 or 2024; 0 for other digits.
std::int16_t year_of_digits(std::string_view digits) {
    if (digits.size() != 2 && digits.size() != 4) return 0;
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) return 0;
    int year = digits.size() == 2 ? 2000 : 0;
    for (int place = digits.size() == 2 ? 10 : 1000; const char c : digits) {
        year += place * (c - '0');
        place /= 10;
    }
    return year >= 1990 && year < 2100 ? static_cast<std::int16_t>(year) : std::int16_t{0};
}

// The Q24 of 3Q24, FY2024.
Word period_word(std::string_view letters, std::string_view digits) {
    const std::int16_t year = year_of_digits(digits);
    if (year == 0) return {};
    if (letters == "q") return {Class::quarter_in_year, year};
    if (letters == "h") return {Class::half_in_year, year};
    if (letters == "m") return {Class::months_in_year, year};
    if (letters == "fy") return {Class::fiscal_year, year};
    return {};
}

// Where an m may have been misread.
bool holds_rn(std::string_view word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
        if (word[i] == 'n' && word[i - 1] == 'r') return true;
    }
    return false;
}

}  // namespace

int Lexeme::small_number() const {
    if (!is(Class::number) || digits == 0 || digits > 4 || version) return -1;
    std::int64_t value = number.mantissa();
    for (int i = 0; i < number.exponent(); ++i) value *= 10;
    return static_cast<int>(value);
}

const std::vector<Lexeme>& LexemeReader::read(std::string_view text) {
    text_ = text;
    at_ = 0;
    lexemes_.clear();
    traditional_ = 0;
    han_characters_ = 0;
    while (at_ < text.size()) {
        const char c = text[at_];
        if (is_letter(c)) {
            read_word();
        } else if (is_digit(c)) {
            read_number();
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            read_beyond_ascii();
        } else if (c == ' ' || c == '\r') {
            ++at_;
        } else {
            const std::uint32_t begin = at_++;
            add(begin, ascii_symbol(c));
            if (c == '$') merge_into_mark();
        }
    }
    for (std::size_t i = 0; i < kPadding; ++i) add(at_, {Class::line, 0});
    return lexemes_;
}

TextOfLexemes LexemeReader::last() const {
    constexpr std::size_t kMostSimplified = 12;  // characters for one that is Traditional
    return {text_, lexemes_, traditional_ > 0 && kMostSimplified * traditional_ > han_characters_,
            han_characters_ > 0};
}

void LexemeReader::add(std::uint32_t begin, Word word) {
    Lexeme& lexeme = lexemes_.emplace_back();
    lexeme.begin = begin;
    lexeme.end = at_;
    lexeme.word = word;
}

void LexemeReader::add_number(std::uint32_t begin, Decimal number, std::uint8_t precision) {
    add(begin, {Class::number, 0});
    lexemes_.back().number = number;
    lexemes_.back().precision = precision;
}

void LexemeReader::merge_into_mark() {
    if (lexemes_.size() < 2) return;
    const Lexeme& sign = lexemes_.back();
    Lexeme& before = lexemes_[lexemes_.size() - 2];
    if (before.end != sign.begin) return;
    const std::string_view letters = text_.substr(before.begin, before.end - before.begin);
    const bool dollar = sign.value() == static_cast<int>(Unit::usd);
    const Prefix* first = dollar ? kDollars.data() : kYen.data();
    const Prefix* last = first + (dollar ? kDollars.size() : kYen.size());
    const Prefix* found =
        std::find_if(first, last, [&](const Prefix& prefix) { return prefix.letters == letters; });
    if (found == last) return;
    before.word = mark(found->unit);
    before.end = sign.end;
    lexemes_.pop_back();
}

void LexemeReader::read_word() {
    const std::uint32_t begin = at_;
    const char first = text_[at_];
    if ((first == 'l' || first == 'I' || first == 'O') && read_number_from_l()) return;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    const std::size_t size = at_ - begin;
    std::array<char, kLongestWord> lower{};
    for (std::size_t i = 0; i < std::min(size, kLongestWord); ++i)
        lower[i] = static_cast<char>(text_[begin + i] | 0x20);
    const std::string_view word_text(lower.data(), std::min(size, kLongestWord));
    Word word;
    if (size <= kLongestWord) word = english_word(word_text);
    const bool unknown = word.cls == Class::other && word.value == 0;
    if (unknown && size <= kLongestWord && holds_rn(word_text)) word = misread_word(word_text);
    const bool behind_number = !lexemes_.empty() && lexemes_.back().is(Class::number);
    if (behind_number && word.cls == Class::other && size >= 7 && size <= 8)
        word = misread_scale(word_text);
    const bool before_digits = word.cls == Class::currency || word.cls == Class::nation;
    if (is_digit_at(at_) && !before_digits) {  // A800, Q3
        if (read_misread_mark(begin)) return;
        if (size < kLongestWord) lower.at(size) = text_[at_];
        while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
        const bool two = size == 1 && at_ - begin == 2;
        word = two ? english_word({lower.data(), 2})
                   : period_word({lower.data(), std::min(size, kLongestWord)},
                                 text_.substr(begin + size, at_ - begin - size));
        constexpr std::size_t kShortestMonth = 5;  // Apri1
        const bool letter =
            is_letter(text_[at_ - 1]) || (text_[at_ - 1] == '1' && at_ - begin == kShortestMonth);
        if (word.cls == Class::other && letter)
            word = misread_word(text_.substr(begin, at_ - begin));
    }
    const bool zero = size == 1 && lower[0] == 'o' && at_ == begin + 1 && is_between_han_digits();
    if (zero) word = {Class::han_digit, 0};
    add(begin, word);
    Lexeme& lexeme = lexemes_.back();
    lexeme.capital = text_[begin] < 'a';
    lexeme.capitals =
        size > 1 && lexeme.capital &&
        std::all_of(text_.begin() + begin, text_.begin() + at_, [](char c) { return c < 'a'; });
    lexeme.han = zero;
    if (word.cls != Class::other || size < 5 || lexeme.capital) return;
    const char last = text_[at_ - 1];
    const char second = text_[at_ - 2];
    lexeme.past_form = last == 'd' && second == 'e';
    lexeme.plural_form = last == 's' && second != 's';
}

void LexemeReader::read_beyond_ascii() {
    const Character c = Utf8Cursor(text_).at(at_);
    if (is_han_run(c.code) || c.code == 0x25CB) return read_han_run();
    if (is_wide_digit(c.code)) return read_wide_number();
    if (c.code >= 0xBC && c.code <= 0xBE && add_quarters(c.code - 0xBC + 1)) return;
    const std::uint32_t begin = at_;
    at_ = std::max(c.next, at_ + 1);
    if (c.code == 0x3000) {  // parts the cells of tables, but where it indents
        const bool within = !lexemes_.empty() && !lexemes_.back().is(Class::line) &&
                            !lexemes_.back().is_symbol('\t');
        if (within) add(begin, symbol('\t'));
        return;
    }
    if (c.code == 0xA0 || (c.code >= 0x2000 && c.code <= 0x200B)) return;
    if (c.is_word()) {
        // A letter: a word of its own, so that nothing is taken for its neighbour.
        add(begin, {Class::other, 0});
        return;
    }
    add(begin, wide_symbol(c.code));
    if (lexemes_.back().value() == static_cast<int>(Unit::yen_or_yuan)) merge_into_mark();
}

// The 日 of 3月5日报道 and 3月5日本报讯, which are no newspaper and no Japan.
bool LexemeReader::is_day_behind_month(char32_t character) const {
    constexpr char32_t kDay = 0x65E5;
    if (character != kDay || lexemes_.size() < 2) return false;
    return lexemes_.back().is(Class::number) &&
           lexemes_[lexemes_.size() - 2].is(Keyword::month_sign);
}

void LexemeReader::read_han_run() {
    run_.clear();
    run_begins_.clear();
    const Utf8Cursor cursor(text_);
    while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80) {
        const Character c = cursor.at(at_);
        if (!is_han_run(c.code) && c.code != 0x25CB) break;
        const UChar32 simplified = to_simplified(c.code);
        traditional_ += simplified != c.code ? 1U : 0U;
        run_.push_back(static_cast<char32_t>(simplified));
        run_begins_.push_back(at_);
        at_ = c.next;
    }
    run_begins_.push_back(at_);
    han_characters_ += run_.size();
    for (std::size_t i = 0; i < run_.size();) {
        HanWord found =
            i == 0 && is_day_behind_month(run_.front())
                ? HanWord{{Class::keyword, static_cast<std::int16_t>(Keyword::day_sign)}, 1}
                : han_word(std::u32string_view(run_).substr(i));
        at_ = run_begins_[i];
        if (run_[i] == U'方' && i + 1 < run_.size() && run_[i + 1] == U'元' && !lexemes_.empty() &&
            lexemes_.back().is(Class::number) && lexemes_.back().end == run_begins_[i])
            found.word = {Class::han_scale, 4};  // 500方元
        const bool misread = found.length == 1 && may_be_misread(run_[i]);
        const Word word = misread ? mended(found.word, run_[i]) : found.word;
        at_ = run_begins_[i + found.length];
        add(run_begins_[i], word);
        lexemes_.back().han = true;
        i += found.length;
    }
}

}  // namespace sinodex::quantities
