// SPDX-License-Identifier: GPL-2.0-or-later

// Lexemes that are written in digits.

#include <algorithm>

#include "corpus/quantities/figures.h"
#include "corpus/quantities/lexemes.h"
#include "corpus/quantities/units.h"
#include "corpus/text/characters.h"

namespace sinodex::quantities {
namespace {

constexpr std::uint32_t kMaxDigits = 18;  // what surely fits 63 bits
constexpr UChar32 kWidePoint = 0xFF0E;

bool is_euro_behind(std::string_view text) {
    if (text.starts_with(' ')) text.remove_prefix(1);
    return text.starts_with("EUR") || text.starts_with("€") || text.starts_with("euro");
}

bool is_percent_behind(std::string_view text) {
    for (const std::string_view space : {" ", "\u00A0", "\u202F"}) {
        if (text.starts_with(space)) return text.substr(space.size()).starts_with('%');
    }
    return text.starts_with('%');
}

}  // namespace

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

// The number that is written the continental way: 1.234.567,89 or 249,50 beside euros, 17,5 before
// %, and 13 009 behind a sign of money. Empty when there is none.
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
    const std::size_t decimals = end < rest.size() && rest[end] == ',' ? digits_at(end + 1) : 0;
    const bool comma = decimals == 2 || decimals == 1;
    if (comma) end += decimals + 1;
    if (joint == ' ') return groups > 0 ? rest.substr(0, end) : std::string_view{};
    const bool beside_euros =
        is_euro_behind(rest.substr(end)) ||
        (!lexemes_.empty() && lexemes_.back().value() == static_cast<int>(Unit::eur) &&
         (behind_mark || lexemes_.back().is(Class::currency)));
    const bool is_good = comma && (beside_euros || is_percent_behind(rest.substr(end)));
    return is_good ? rest.substr(0, end) : std::string_view{};
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
    const std::size_t comma = number.find(',');
    const std::size_t decimals = comma == number.npos ? 0 : number.size() - comma - 1;
    lexeme.number = Decimal(mantissa, -static_cast<int>(decimals));
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
    const char next = at_ < text_.size() ? text_[at_] : '\0';
    if ((next == '.' || next == ' ') && is_digit_at(at_ + 2)) read_split_decimals();
}

// The ½ of 2½, at at_.
bool LexemeReader::add_quarters(int quarters) {
    if (lexemes_.empty()) return false;
    Lexeme& number = lexemes_.back();
    if (!number.is(Class::number) || number.end != at_ || number.digits == 0) return false;
    number.number = number.number.plus(Decimal(25 * quarters, -2)).value_or(number.number);
    number.precision = static_cast<std::uint8_t>(number.digits + 1);
    number.digits = 0;
    at_ += 2;
    number.end = at_;
    return true;
}

// ５００, ３．５, ３.５
void LexemeReader::read_wide_number() {
    const std::uint32_t begin = at_;
    const Utf8Cursor cursor(text_);
    std::int64_t mantissa = 0;
    std::uint32_t count = 0;
    std::uint32_t decimals = 0;
    bool point = false;
    while (at_ < text_.size()) {
        const Character c = cursor.at(at_);
        const bool stop = (c.code == kWidePoint || c.code == '.') && !point &&
                          c.next < text_.size() && is_wide_digit(cursor.at(c.next).code);
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

}  // namespace sinodex::quantities
