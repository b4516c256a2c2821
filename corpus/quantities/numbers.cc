// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/numbers.h"

#include <algorithm>

#include "corpus/quantities/units.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

constexpr std::size_t kLongest = 24;  // lexemes; keeps the time for hostile texts linear

int digits_of(Decimal value) { return static_cast<int>(std::to_string(value.mantissa()).size()); }

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
        while (i < begin + kLongest && (i == begin || continues(i))) {
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
        number_.precision = std::max(written ? precision_ : 0, digits_of(*sum));
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

// 2.8 billion, 37bn, three hundred thousand, one hundred and fifty million, half a million.
class EnglishNumber {
 public:
    explicit EnglishNumber(const Lexemes& lexemes) : lexemes_(lexemes) {}

    std::optional<Number> read(std::size_t begin) {
        std::size_t i = start(begin);
        if (i == begin) return std::nullopt;
        while (i + 1 < lexemes_.size() && i < begin + kLongest) {
            const std::size_t next = take(i);
            if (next == i) break;
            i = next;
        }
        const auto sum = total_.plus(current_);
        if (!sum) return std::nullopt;
        number_.value = *sum;
        number_.end = i;
        const bool spelt_year = words_ > 1 && number_.scale == 3 && *sum < Decimal(2100, 0) &&
                                Decimal(1900, 0) < *sum;  // two thousand twenty-six
        if (spelt_year) number_.year_like = true;
        if (!number_.precision || words_ > 1) number_.precision = digits_of(*sum);
        return number_;
    }

 private:
    bool is_scale(std::size_t i) const {
        const Lexeme& word = lexemes_[i];
        if (word.is(Class::plural_scale)) return word.end - word.begin > 2;  // 4 billions, not 5 mm
        return word.is(Class::scale) || word.is(Class::suffix) || is_grand(i);
    }

    // 38 grand; not two grand pianos, nor the Grand Hotel.
    bool is_grand(std::size_t i) const {
        const Lexeme& word = lexemes_[i];
        if (!word.is(Keyword::grand) || word.capital) return false;
        const Lexeme& next = lexemes_[i + 1];
        return !next.is(Class::other) && !next.is(Class::noun);
    }

    // Reads what a number may begin with. `a` must have a scale behind it.
    std::size_t start(std::size_t i) {
        const Lexeme& first = lexemes_[i];
        if (first.is(Class::number) && !first.version) {
            current_ = first.number;
            number_.precision = first.precision;
            const int value = first.small_number();
            number_.year_like = value >= 1950 && value < 2050;
            return i + 1;
        }
        if (first.is(Class::cardinal)) {
            const bool dozens = is_dozen(i + 1) && first.value() < kDozen;
            current_ = Decimal(dozens ? first.value() * kDozen : first.value(), 0);
            return dozens ? i + 2 : take_spoken_decimals(i + 1);
        }
        if (first.is(Keyword::half)) return take_half(i);
        if (is_quarter_of_scale(lexemes_, i)) {
            current_ = Decimal(25, -2);
            return i + 4;
        }
        if (first.is(Keyword::a) && lexemes_[i + 1].is(Class::scale)) {
            current_ = Decimal(1, 0);
            return i + 1;
        }
        return i;
    }

    // The half of half a million, half-billion and half a dozen.
    std::size_t take_half(std::size_t i) {
        const bool hyphen =
            lexemes_[i + 1].is_symbol('-') && lexemes_[i + 1].begin == lexemes_[i].end;
        if (!hyphen && !lexemes_[i + 1].is(Keyword::a)) return i;
        if (is_scale(i + 2)) {
            current_ = Decimal(5, -1);
            return i + 2;
        }
        if (!is_dozen(i + 2)) return i;
        current_ = Decimal(kDozen / 2, 0);
        return i + 3;
    }

    bool is_dozen(std::size_t i) const {
        return lexemes_[i].is(Class::cardinal) && lexemes_[i].value() == kDozen;
    }

    // The "point three" of "four point three billion"; `i` is behind the whole number.
    std::size_t take_spoken_decimals(std::size_t i) {
        const Lexeme& point = lexemes_[i];
        if (!point.is(Keyword::point) || point.han || !lexemes_[i + 1].is(Class::cardinal))
            return i;
        std::size_t end = i + 1;
        Decimal value = current_;
        for (int place = -1; lexemes_[end].is(Class::cardinal) && place > -5; ++end, --place) {
            if (lexemes_[end].value() > 9) return i;
            value = value.plus(Decimal(lexemes_[end].value(), place)).value_or(value);
        }
        if (!is_scale(end) && !lexemes_[end].is(Class::percent)) return i;
        current_ = value;
        return end;
    }

    std::size_t take(std::size_t i) {
        const Lexeme& next = lexemes_[i];
        const bool joined = next.is_symbol('-') && lexemes_[i - 1].end == next.begin;
        if (joined && (is_scale(i + 1) || is_unit_of_ten(i))) return i + 1;
        if (is_scale(i)) return take_scale(i);
        if (next.is(Class::letter_suffix)) return take_letter(i);
        if (next.is(Class::cardinal))
            return is_ten_thousand(i) ? take_ten_thousand(i) : take_cardinal(i);
        if (next.is(Keyword::word_and)) return take_and(i);
        if (next.is(Keyword::point) && lexemes_[i - 1].is(Class::cardinal))
            return take_spoken_decimals(i);
        if (joined && lexemes_[i + 1].is(Keyword::odd)) {  // fifty-odd
            number_.about = true;
            return i + 2;
        }
        return joined && number_.scale == 0 ? take_hyphened_half(i) : i;
    }

    // The 万 of "50 ten thousand yuan", as a machine translates it.
    bool is_ten_thousand(std::size_t i) const {
        return lexemes_[i].value() == 10 && lexemes_[i - 1].is(Class::number) &&
               !number_.year_like && lexemes_[i + 1].is(Class::scale) &&
               lexemes_[i + 1].value() == 3;
    }

    std::size_t take_ten_thousand(std::size_t i) {
        current_ = current_.scaled(4);
        number_.scale += 4;
        number_.scaled = true;
        return i + 2;
    }

    // The "-and-a-half" of two-and-a-half years.
    std::size_t take_hyphened_half(std::size_t i) {
        const bool half = lexemes_[i + 1].is(Keyword::word_and) && lexemes_[i + 2].is_symbol('-') &&
                          lexemes_[i + 3].is(Keyword::a) && lexemes_[i + 4].is_symbol('-') &&
                          lexemes_[i + 5].is(Keyword::half);
        if (!half) return i;
        current_ = current_.plus(Decimal(5, -1)).value_or(current_);
        words_ += 2;
        return i + 6;
    }

    // The hyphen of twenty-five.
    bool is_unit_of_ten(std::size_t i) const {
        return lexemes_[i - 1].is(Class::cardinal) && lexemes_[i - 1].value() >= 20 &&
               lexemes_[i + 1].is(Class::cardinal) && lexemes_[i + 1].value() < 10;
    }

    std::size_t take_scale(std::size_t i) {
        constexpr int kThousand = 3;
        const int power = lexemes_[i].is(Keyword::grand) ? kThousand : lexemes_[i].value();
        if (power == 2 || number_.letter) {
            current_ = current_.scaled(power);
        } else {
            total_ = total_.plus(current_.scaled(power)).value_or(total_);
            if (current_.is_zero()) total_ = total_.scaled(power);
            current_ = {};
        }
        number_.scale += power;
        number_.scaled = true;
        return i + 1;
    }

    std::size_t take_letter(std::size_t i) {
        const bool before_mark =
            lexemes_[i + 1].is(Class::mark) && lexemes_[i + 1].begin == lexemes_[i].end;  // 20 M€
        const bool glued = lexemes_[i].begin == lexemes_[i - 1].end || before_mark;
        if (!glued || !lexemes_[i - 1].is(Class::number)) return i;
        const Lexeme& next = lexemes_[i + 1];
        const bool wan = lexemes_[i].value() == 4;  // 5000w, beside Chinese; not 65W
        if (wan && (lexemes_[i].capital || !(next.han || next.is_symbol('+')))) return i;
        number_.letter = true;
        current_ = current_.scaled(lexemes_[i].value());
        number_.scale += lexemes_[i].value();
        return i + 1;
    }

    // twenty-five, hundred fifty, thousand five.
    std::size_t take_cardinal(std::size_t i) {
        const bool room = is_scale(i - 1) || lexemes_[i - 1].is_symbol('-') ||
                          lexemes_[i - 1].is(Keyword::word_and);
        const bool tens = lexemes_[i - 1].is(Class::cardinal) && lexemes_[i - 1].value() >= 20 &&
                          lexemes_[i].value() < 10;
        if ((!room && !tens) || words_ > 8) return i;
        current_ = current_.plus(Decimal(lexemes_[i].value(), 0)).value_or(current_);
        ++words_;
        return i + 1;
    }

    // one hundred and fifty; two and a half million.
    std::size_t take_and(std::size_t i) {
        const Lexeme& next = lexemes_[i + 1];
        if (is_hundred(i - 1) && next.is(Class::cardinal)) return take_cardinal(i + 1);
        const bool half = next.is(Keyword::a) && lexemes_[i + 2].is(Keyword::half);
        if (!half) return i;
        if (number_.scaled) {  // a billion and a half
            const Decimal rest(5, number_.scale - 1);
            total_ = total_.plus(rest).value_or(total_);
        } else {
            current_ = current_.plus(Decimal(5, -1)).value_or(current_);
        }
        ++words_;
        ++words_;
        return i + 3;
    }

    bool is_hundred(std::size_t i) const {
        return lexemes_[i].is(Class::scale) && lexemes_[i].value() == 2;
    }

    const Lexemes& lexemes_;
    Number number_;
    Decimal total_, current_;
    int words_ = 1;
};

bool is_han_number_at(const Lexemes& lexemes, std::size_t i) {
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

std::optional<Number> read_number_alone(const Lexemes& lexemes, std::size_t begin) {
    if (is_han_number_at(lexemes, begin)) return HanNumber(lexemes).read(begin);
    return EnglishNumber(lexemes).read(begin);
}

}  // namespace

bool is_quarter_of_scale(const Lexemes& lexemes, std::size_t i) {
    return lexemes[i].is(Keyword::a) && lexemes[i + 1].is(Keyword::quarter) &&
           lexemes[i + 2].is(Keyword::of) && lexemes[i + 3].is(Keyword::a) &&
           lexemes[i + 4].is(Class::scale);
}

std::optional<Number> read_number(const Lexemes& lexemes, std::size_t begin) {
    auto number = read_number_alone(lexemes, begin);
    if (!number || !lexemes[number->end].is_symbol('(')) return number;
    const auto again = read_number_alone(lexemes, number->end + 1);  // thirty (30) days
    if (again && again->value == number->value && lexemes[again->end].is_symbol(')'))
        number->end = again->end + 1;
    return number;
}

bool is_numbered(const Lexemes& lexemes, std::size_t i) {
    const auto names = [](const Lexeme& word) {
        return word.is(Keyword::section) || word.is(Keyword::no);
    };
    if (i > 0 && names(lexemes[i - 1])) return true;
    return i > 1 && lexemes[i - 1].is_symbol('.') && names(lexemes[i - 2]);
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
