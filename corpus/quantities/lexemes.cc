// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/lexemes.h"

#include <algorithm>
#include <array>

#include "corpus/quantities/misread.h"
#include "corpus/quantities/units.h"
#include "corpus/text/characters.h"

namespace sinodex::quantities {
namespace {

constexpr std::size_t kLongestWord = 15;
constexpr std::uint32_t kMaxDigits = 18;  // what surely fits 63 bits

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    const auto lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'z';
}

std::uint8_t digits_of(std::int64_t number) {
    std::uint8_t count = 1;
    for (; number >= 10; number /= 10) ++count;
    return count;
}

constexpr UChar32 kWideZero = 0xFF10;
constexpr UChar32 kWidePoint = 0xFF0E;

bool is_wide_digit(UChar32 c) { return c >= kWideZero && c < kWideZero + 10; }

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

bool is_euro_behind(std::string_view text) {
    if (text.starts_with(' ')) text.remove_prefix(1);
    return text.starts_with("EUR") || text.starts_with("€") || text.starts_with("euro");
}

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
    if (text_[at_] == 'l' && read_number_from_l()) return;
    std::array<char, kLongestWord> lower{};
    std::size_t size = 0;
    char before = '\0';
    bool rn = false;
    for (; at_ < text_.size() && is_letter(text_[at_]); ++at_, ++size) {
        const auto c = static_cast<char>(text_[at_] | 0x20);
        if (size < kLongestWord) lower.at(size) = c;
        rn |= before == 'r' && c == 'n';
        before = c;
    }
    Word word;
    if (size <= kLongestWord) word = english_word({lower.data(), size});
    if (rn && word.cls == Class::other && size <= kLongestWord)
        word = misread_word({lower.data(), size});
    const bool before_digits = word.cls == Class::currency || word.cls == Class::nation;
    if (is_digit_at(at_) && !before_digits) {  // A800, Q3
        if (size < kLongestWord) lower.at(size) = text_[at_];
        while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]))) ++at_;
        const bool two = size == 1 && at_ - begin == 2;
        word = two ? english_word({lower.data(), 2})
                   : period_word({lower.data(), std::min(size, kLongestWord)},
                                 text_.substr(begin + size, at_ - begin - size));
        if (word.cls == Class::other && is_letter(text_[at_ - 1]))
            word = misread_word(text_.substr(begin, at_ - begin));
    }
    const bool zero = size == 1 && lower[0] == 'o' && at_ == begin + 1 && is_between_han_digits();
    if (zero) word = {Class::han_digit, 0};
    add(begin, word);
    Lexeme& lexeme = lexemes_.back();
    lexeme.capital = text_[begin] < 'a';
    lexeme.capitals = size > 1 && std::all_of(text_.begin() + begin, text_.begin() + at_,
                                              [](char c) { return c < 'a'; });
    lexeme.han = zero;
    if (word.cls != Class::other || size < 5 || lexeme.capital) return;
    const char last = text_[at_ - 1];
    const char second = text_[at_ - 2];
    lexeme.past_form = last == 'd' && second == 'e';
    lexeme.plural_form = last == 's' && second != 's';
}

bool LexemeReader::is_digit_at(std::size_t i) const {
    return i < text_.size() && is_digit(text_[i]);
}

// Appends a run of digits to `mantissa`. False when there are too many.
bool LexemeReader::read_digits(std::int64_t& mantissa, int& count) {
    for (; is_digit_at(at_); ++at_, ++count) {
        if (count < static_cast<int>(kMaxDigits)) mantissa = mantissa * 10 + (text_[at_] - '0');
    }
    return count <= static_cast<int>(kMaxDigits);
}

// The number that is written the continental way: 1.234.567,89 or 249,50 beside euros, and 13 009
// behind a sign of money. Empty when there is none.
std::string_view LexemeReader::continental_number() const {
    const std::string_view rest = text_.substr(at_);
    const auto digits_at = [&](std::size_t i) {
        std::size_t end = i;
        while (end < rest.size() && is_digit(rest[end])) ++end;
        return end - i;
    };
    std::size_t end = digits_at(0);
    if (end == 0 || end > 3) return {};
    const bool behind_mark = !lexemes_.empty() && lexemes_.back().is(Class::mark);
    const bool behind_money =
        behind_mark || (!lexemes_.empty() && lexemes_.back().is(Class::currency));
    const char joint = end < rest.size() ? rest[end] : '\0';
    std::size_t groups = 0;
    if (joint == '.' || (joint == ' ' && behind_money)) {
        for (; end < rest.size() && rest[end] == joint && digits_at(end + 1) == 3; end += 4)
            ++groups;
    }
    const bool comma = end < rest.size() && rest[end] == ',' && digits_at(end + 1) == 2;
    if (comma) end += 3;
    if (joint == ' ') return groups > 0 ? rest.substr(0, end) : std::string_view{};
    const bool beside_euros =
        is_euro_behind(rest.substr(end)) ||
        (!lexemes_.empty() && lexemes_.back().value() == static_cast<int>(Unit::eur) &&
         (behind_mark || lexemes_.back().is(Class::currency)));
    return beside_euros && comma ? rest.substr(0, end) : std::string_view{};
}

void LexemeReader::read_continental_number(std::string_view number) {
    const std::uint32_t begin = at_;
    at_ += static_cast<std::uint32_t>(number.size());
    std::int64_t mantissa = 0;
    int count = 0;
    for (const char c : number) {
        if (!is_digit(c) || ++count > static_cast<int>(kMaxDigits)) continue;
        mantissa = mantissa * 10 + (c - '0');
    }
    add(begin, {Class::number, 0});
    Lexeme& lexeme = lexemes_.back();
    lexeme.version = count > static_cast<int>(kMaxDigits);
    if (lexeme.version) return;
    lexeme.number = Decimal(mantissa, number.find(',') == number.npos ? 0 : -2);
    lexeme.precision = digits_of(mantissa);
}

void LexemeReader::read_number() {
    if (const std::string_view number = continental_number(); !number.empty())
        return read_continental_number(number);
    if (read_misread_word()) return;
    const std::uint32_t begin = at_;
    std::int64_t mantissa = 0;
    int count = 0;
    bool good = read_digits(mantissa, count);
    const auto plain = static_cast<std::uint8_t>(std::min(count, 255));
    const auto group_at = [this](std::size_t i) {
        return i < text_.size() && text_[i] == ',' && is_digit_at(i + 1) && is_digit_at(i + 2) &&
               is_digit_at(i + 3) && !is_digit_at(i + 4);
    };
    const bool commas = count <= 3 && group_at(at_);
    while (commas && group_at(at_)) {
        ++at_;
        good = read_digits(mantissa, count) && good;
    }
    const int whole = count;
    const bool stop = at_ < text_.size() && (text_[at_] == '.' || text_[at_] == ':');
    const bool more = stop && is_digit_at(at_ + 1);
    std::uint32_t after = at_ + 1;
    while (more && is_digit_at(after)) ++after;
    const bool third =
        more && after < text_.size() && text_[after] == '.' && is_digit_at(after + 1);
    const bool chained = !lexemes_.empty() && lexemes_.back().end == begin &&
                         lexemes_.back().is_symbol('.') && begin > 1 && is_digit_at(begin - 2);
    const bool decimals = more && text_[at_] == '.' && !third && !chained;
    if (decimals) {
        ++at_;
        good = read_digits(mantissa, count) && good;
    }
    if (read_misread_number(begin)) return;
    const bool zero = count == 1 && mantissa == 0 && !more && is_between_han_digits();
    if (zero) {
        add(begin, {Class::han_digit, 0});
        lexemes_.back().han = true;
        return;
    }
    add(begin, {Class::number, 0});
    Lexeme& lexeme = lexemes_.back();
    lexeme.version = !good || chained || (more && !decimals);
    lexeme.digits = commas || decimals ? std::uint8_t{0} : plain;
    lexeme.number = good ? Decimal(mantissa, whole - count) : Decimal();
    lexeme.precision = digits_of(decimals ? mantissa : lexeme.number.mantissa());
}

void LexemeReader::read_beyond_ascii() {
    const Character c = Utf8Cursor(text_).at(at_);
    if (is_han_run(c.code) || c.code == 0x25CB) return read_han_run();
    if (is_wide_digit(c.code)) return read_wide_number();
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

// ５００, ３．５
void LexemeReader::read_wide_number() {
    const std::uint32_t begin = at_;
    const Utf8Cursor cursor(text_);
    std::int64_t mantissa = 0;
    std::uint32_t count = 0;
    std::uint32_t decimals = 0;
    bool point = false;
    while (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80) {
        const Character c = cursor.at(at_);
        const bool stop = c.code == kWidePoint && !point && c.next < text_.size() &&
                          is_wide_digit(cursor.at(c.next).code);
        if (!is_wide_digit(c.code) && !stop) break;
        at_ = c.next;
        point = point || stop;
        if (stop) continue;
        if (++count <= kMaxDigits) mantissa = mantissa * 10 + (c.code - kWideZero);
        decimals += point ? 1U : 0U;
    }
    add(begin, {Class::number, 0});
    Lexeme& lexeme = lexemes_.back();
    lexeme.version = count > kMaxDigits;
    lexeme.digits = point ? std::uint8_t{0} : static_cast<std::uint8_t>(std::min(count, 255U));
    if (!lexeme.version) lexeme.number = Decimal(mantissa, -static_cast<int>(decimals));
    lexeme.precision = digits_of(point ? mantissa : lexeme.number.mantissa());
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
        const HanWord found = han_word(std::u32string_view(run_).substr(i));
        at_ = run_begins_[i];
        const bool misread = found.length == 1 && may_be_misread(run_[i]);
        const Word word = misread ? mended(found.word, run_[i]) : found.word;
        at_ = run_begins_[i + found.length];
        add(run_begins_[i], word);
        lexemes_.back().han = true;
        i += found.length;
    }
}

}  // namespace sinodex::quantities
