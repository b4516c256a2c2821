// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/numbers.h"

#include <string>

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

// 2.8 billion, 37bn, three hundred thousand, one hundred and fifty million, half a million.
class EnglishNumber {
 public:
    explicit EnglishNumber(const Lexemes& lexemes) : lexemes_(lexemes) {}

    std::optional<Number> read(std::size_t begin) {
        std::size_t i = start(begin);
        if (i == begin) return std::nullopt;
        while (i + 1 < lexemes_.size() && i < begin + kLongestNumberRead) {
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
        if (!number_.precision || words_ > 1) number_.precision = significant_digits(*sum);
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

std::optional<Number> read_number_alone(const Lexemes& lexemes, std::size_t begin) {
    if (is_chinese_number_at(lexemes, begin)) return read_chinese_number(lexemes, begin);
    return EnglishNumber(lexemes).read(begin);
}

}  // namespace

int significant_digits(Decimal value) {
    return static_cast<int>(std::to_string(value.mantissa()).size());
}

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

}  // namespace sinodex::quantities
