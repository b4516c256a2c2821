// SPDX-License-Identifier: GPL-2.0-or-later

// Numbers with Chinese digits or powers of ten.

#include <algorithm>

#include "corpus/quantities/numbers.h"
#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

// 182.28亿, 三千二百万, 1亿2000万, 十多亿. `total` holds what ended in 万 or 亿, `section` what
// ended in 十百千 since, `current` the digits since.
class HanNumber {
 public:
    explicit HanNumber(const Lexemes& lexemes) : lexemes_(lexemes) {}

    std::optional<Number> read(std::size_t begin) {
        std::size_t i = begin;
        if (lexemes_[i].is(Keyword::han_half) && is_counted_scale(i + 1)) {  // 半个亿
            current_ = Decimal(5, -1);
            digits_ = true;
            i += 2;
        }
        may_lead_ = lexemes_[begin].is(Class::han_ten) && lexemes_[begin].value() > 1 &&
                    lexemes_[begin + 1].is(Class::han_scale);  // 千万
        while (i < begin + kLongestNumberRead && (i == begin || continues(i))) {
            if (const std::size_t end = take_decimals(i); end > i) {
                i = end;
            } else if (is_counted_scale(i)) {
                ++i;
            } else if (is_counted_scale(i, 1)) {  // 一个多亿
                number_.more = true;
                i += 2;
            } else if (take(i)) {
                ++i;
            } else {
                break;
            }
        }
        if (failed_ || i == begin) return std::nullopt;
        take_last_digit(i);
        const auto value = total_.plus(section_);
        const auto sum = value ? value->plus(current_) : std::nullopt;
        if (!sum) return std::nullopt;
        number_.value = *sum;
        number_.end = i;
        number_.led_by_ten = may_lead_;
        const bool written = precision_ > 0 && total_.plus(section_) == Decimal();
        number_.precision = std::max(written ? precision_ : 0, significant_digits(*sum));
        if (numbers_ == 1 && precision_ > number_.precision) number_.precision = precision_;
        return number_;
    }

 private:
    // Only what is written as one: a space may stand before 亿, but not before another digit.
    bool continues(std::size_t i) const {
        return lexemes_[i].is(Class::han_scale) || lexemes_[i - 1].end == lexemes_[i].begin;
    }

    // 点五 of 三点五.
    std::size_t take_decimals(std::size_t i) {
        if (!digits_ || numbers_ > 0 || !lexemes_[i].is(Keyword::han_decimal)) return i;
        std::size_t end = i + 1;
        for (int place = -1; lexemes_[end].is(Class::han_digit) && place > -10; ++end, --place) {
            current_ = current_.plus(Decimal(lexemes_[end].value(), place)).value_or(current_);
        }
        return end > i + 1 ? end : i;
    }

    // The 个 of 182亿 as 182个亿.
    bool is_counted_scale(std::size_t i, std::size_t more = 0) const {
        const Lexeme& scale = lexemes_[i + 1 + more];
        if (more > 0 && !(lexemes_[i + 1].is(Keyword::more) && lexemes_[i + 1].han)) return false;
        return lexemes_[i].is(Class::counter) && lexemes_[i].han && scale.is(Class::han_scale) &&
               lexemes_[i].end - lexemes_[i].begin == 3 && scale.begin == lexemes_[i + more].end &&
               unit_of_counter(lexemes_[i]) == Unit::count;
    }

    static Unit unit_of_counter(const Lexeme& lexeme) { return static_cast<Unit>(lexeme.value()); }

    // 两千八 is 2,800, 一万二 12,000 and 7万3 73,000; 两千零八 is none of these.
    void take_last_digit(std::size_t end) {
        const Lexeme& last = lexemes_[end - 1];
        const bool figure = last.digits == 1 && numbers_ == 2;
        if (end < 2 || !(figure || (last.is(Class::han_digit) && numbers_ == 0))) return;
        const Lexeme& before = lexemes_[end - 2];
        const bool scale = before.is(Class::han_ten) || before.is(Class::han_scale);
        if (!scale || before.value() < 2) return;
        current_ = current_.scaled(before.value() - 1);
        number_.clipped = true;
    }

    bool take(std::size_t i) {
        const Lexeme& lexeme = lexemes_[i];
        switch (lexeme.cls()) {
            case Class::number:
                return take_number(lexeme);
            case Class::han_digit:
                return take_digit(lexeme);
            case Class::han_ten:
                return take_ten(lexeme.value());
            case Class::han_scale:
                return take_scale(lexeme.value());
            default:
                break;
        }
        if (lexeme.is(Keyword::han_about) && lexemes_[i - 1].is(Class::han_ten)) {  // 五十来天
            number_.about = true;
            return true;
        }
        if (is_some_more(i)) {
            number_.more = true;
            return true;
        }
        if (!lexeme.is(Keyword::more) || !lexeme.han || empty()) return false;
        const Lexeme& next = lexemes_[i + 1];
        if (next.is(Class::number) || next.is(Keyword::han_percent)) return false;  // 4982亿多8.5%
        number_.more = true;
        return true;
    }

    // 三亿几, 十几亿
    bool is_some_more(std::size_t i) const {
        const Lexeme& lexeme = lexemes_[i];
        return lexeme.is(Class::other) && lexeme.value() == kSome && !empty() &&
               (lexemes_[i - 1].is(Class::han_ten) || lexemes_[i - 1].is(Class::han_scale));
    }

    bool empty() const { return !digits_ && section_.is_zero() && total_.is_zero(); }

    bool take_number(const Lexeme& lexeme) {
        if (digits_ || lexeme.version || number_.more) return false;
        if (!empty() && !number_.scaled) return false;
        ++numbers_;
        digits_ = true;
        current_ = lexeme.number;
        precision_ = lexeme.precision;
        return true;
    }

    bool take_digit(const Lexeme& lexeme) {
        if (number_.more) return false;
        constexpr int kTwenty = 20;
        if (lexeme.value() >= kTwenty) {  // 廿, 卅
            if (digits_ || !section_.is_zero()) return false;
            section_ = Decimal(lexeme.value(), 0);
            return true;
        }
        const bool next = digits_ && numbers_ == 0 && number_.step.is_zero() &&
                          current_ == Decimal(lexeme.value() - 1, 0) && lexeme.value() > 1;
        if (next) {  // 三四百
            number_.step = Decimal(1, 0);
        } else if (digits_) {  // 二〇二一
            failed_ = !current_.is_zero() || numbers_ > 0;
            if (failed_) return false;
        }
        digits_ = true;
        current_ = Decimal(lexeme.value(), 0);
        return true;
    }

    bool take_ten(int power) {
        const bool first = !digits_ && empty();
        if (first && power > 1 && !may_lead_) return false;
        if (digits_ && section_.is_zero()) number_.step = number_.step.scaled(power);
        section_ =
            section_.plus((digits_ ? current_ : Decimal(1, 0)).scaled(power)).value_or(section_);
        clear_digits();
        number_.scale = power;
        return true;
    }

    bool take_scale(int power) {
        if (empty()) return false;
        const Decimal part = section_.plus(current_).value_or(section_);
        const bool grows = total_ < Decimal(1, power);  // 一万二千亿, 1万亿
        const auto sum = grows ? total_.plus(part) : total_.plus(part.scaled(power));
        if (!sum) return false;
        number_.step = number_.step.scaled(power);
        number_.scale = number_.scaled && part.is_zero() ? number_.scale + power : power;
        total_ = grows ? sum->scaled(power) : *sum;
        section_ = {};
        clear_digits();
        number_.scaled = true;
        return true;
    }

    void clear_digits() {
        digits_ = false;
        current_ = {};
    }

    const Lexemes& lexemes_;
    Number number_;
    Decimal total_, section_, current_;
    bool digits_ = false;
    bool failed_ = false;
    bool may_lead_ = false;
    int precision_ = 0;
    int numbers_ = 0;
};

}  // namespace

bool is_chinese_number_at(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& first = lexemes[i];
    if (first.is(Class::han_digit) || first.is(Class::han_ten)) return true;
    if (first.is(Keyword::han_half))
        return lexemes[i + 1].is(Class::counter) && lexemes[i + 2].is(Class::han_scale);
    if (!first.is(Class::number)) return false;
    const Lexeme& next = lexemes[i + 1];
    const bool counted = next.is(Class::counter) && next.han && next.begin == first.end &&
                         lexemes[i + 2].is(Class::han_scale);  // 182个亿
    return next.is(Class::han_ten) || next.is(Class::han_scale) || counted ||
           (next.han && next.is(Keyword::more));
}

std::optional<Number> read_chinese_number(const Lexemes& lexemes, std::size_t begin) {
    return HanNumber(lexemes).read(begin);
}

HanDigits read_han_digits(const Lexemes& lexemes, std::size_t begin) {
    HanDigits digits;
    while (lexemes[begin + digits.count].is(Class::han_digit) && digits.count < 5 &&
           lexemes[begin + digits.count].value() < 10) {
        digits.value = digits.value * 10 + lexemes[begin + digits.count].value();
        ++digits.count;
    }
    return digits;
}

}  // namespace sinodex::quantities
