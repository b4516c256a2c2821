// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_grammar.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "corpus/quantities/amount_places.h"
#include "corpus/quantities/amount_units.h"
#include "corpus/quantities/fractions.h"
#include "corpus/quantities/numbers.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

// One end of an amount.
struct Value {
    Number number;
    std::optional<Unit> unit;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool more = false;
};

class AmountGrammar {
 public:
    AmountGrammar(const TextOfLexemes& text, std::vector<Amount>& amounts)
        : text_(text), lexemes_(text.lexemes), amounts_(amounts) {}

    void run() {
        const std::size_t last = lexemes_.size() - kPadding;
        for (std::size_t i = 0; i < last;) {
            const std::size_t end = may_start(lexemes_[i]) ? take(i) : i;
            i = std::max(end, i + 1);
        }
        settle_bare(lexemes_, places_, amounts_);
        settle_plain(text_, places_, amounts_);
        add_columns(text_, amounts_);
    }

 private:
    static bool may_start(const Lexeme& lexeme) {
        switch (lexeme.cls()) {
            case Class::number:
            case Class::mark:
            case Class::currency:
            case Class::cardinal:
            case Class::han_digit:
            case Class::han_ten:
            case Class::han_scale:
                return true;
            case Class::keyword:
                return lexeme.is(Keyword::a) || lexeme.is(Keyword::another) ||
                       lexeme.is(Keyword::half) || lexeme.is(Keyword::han_percent) ||
                       lexeme.is(Keyword::han_half);
            default:
                return false;
        }
    }

    // The end of what was an amount, or is surely none; `i` when there is nothing.
    std::size_t take(std::size_t i) {
        if (is_name_part(i)) return i + 1;
        if (is_vague(i)) return skip_number(i);
        if (is_code(lexemes_[i].is(Class::mark) ? i + 1 : i)) return i + 2;
        if (const std::size_t end = take_fraction(i); end > i) return end;
        if (const std::size_t end = take_interest(i); end > i) return end;
        if (const std::size_t end = take_cents(i); end > i) return end;
        if (const std::size_t end = take_rate_step(i); end > i) return end;
        if (const std::size_t end = take_one_and_a_half(i); end > i) return end;
        if (const std::size_t end = take_half_time(i); end > i) return end;
        if (const std::size_t end = take_half_point(i); end > i) return end;
        if (const std::size_t end = take_bare_trillion(i); end > i) return end;
        if (const std::size_t end = take_spoken_money(i); end > i) return end;
        if (const std::size_t end = take_one_time(i); end > i) return end;
        const auto first = read_value(i);
        if (!first) return skip_number(i);
        if (const std::size_t end = take_range(*first); end > i) return end;
        if (!is_amount(*first)) return skip_number(i);
        add(*first, *first);
        return first->end;
    }

    // GPT-4, 3.2.1, No. 5, Article 22, and the 4 of Section 3.4.
    bool is_name_part(std::size_t i) const {
        const Lexeme& lexeme = lexemes_[i];
        if (!lexeme.is(Class::number)) return false;
        if (lexeme.version) return true;
        if (i == 0) return false;
        const Lexeme& before = lexemes_[i - 1];
        if (before.is(Keyword::prefix_ordinal) || before.is(Keyword::republic)) return true;
        if (is_numbered(lexemes_, i)) return true;
        const bool glued = before.end == lexeme.begin;
        if (glued && before.is(Class::other)) return !before.han;
        const bool hyphen = glued && before.is_symbol('-') && i > 1;
        return hyphen && is_letters(lexemes_[i - 2]) && lexemes_[i - 2].end == before.begin;
    }

    // A word, or the H of H-1B.
    static bool is_letters(const Lexeme& lexeme) {
        const bool letter = lexeme.capital && lexeme.end - lexeme.begin == 1;
        return !lexeme.han && (lexeme.is(Class::other) || letter);
    }

    // 9988.HK, $0700.HK
    bool is_code(std::size_t i) const {
        const Lexeme& stop = lexemes_[i + 1];
        const Lexeme& suffix = lexemes_[i + 2];
        return lexemes_[i].is(Class::number) && stop.is_symbol('.') &&
               stop.begin == lexemes_[i].end && suffix.begin == stop.end && suffix.capitals;
    }

    // 百亿 of 数百亿
    bool is_vague(std::size_t i) const {
        if (i == 0 || !lexemes_[i].is(Class::han_ten)) return false;
        const Lexeme& before = lexemes_[i - 1];
        if (before.is_symbol(':') || before.is_symbol('(')) return true;  // 单位：百万元
        return before.is(Class::other) && before.value() == kSeveral &&
               before.end == lexemes_[i].begin;
    }

    // 3 of 3千 must not be tried again from 千.
    std::size_t skip_number(std::size_t i) const {
        while (lexemes_[i].is(Class::han_digit) || lexemes_[i].is(Class::han_ten) ||
               lexemes_[i].is(Class::han_scale)) {
            ++i;
        }
        return i;
    }

    std::optional<Value> read_value(std::size_t begin) const {
        Value value;
        value.begin = begin;
        std::size_t i = begin;
        if (lexemes_[i].is(Class::mark) || lexemes_[i].is(Class::currency)) {
            value.unit = static_cast<Unit>(lexemes_[i++].value());
            const bool brief = lexemes_[i - 1].end - lexemes_[i - 1].begin == 2;  // Rs.
            if (brief && lexemes_[i].is_symbol('.')) ++i;
        }
        bool percent = lexemes_[i].is(Keyword::han_percent);
        if (percent) ++i;
        const auto number = read_number(lexemes_, i);
        if (!number) return std::nullopt;
        value.number = *number;
        value.end = number->end;
        value.more = number->more;
        if (percent) {
            value.unit = Unit::percent;
        } else if (value.unit) {
            take_second_currency(value);
        } else if (const auto unit = read_unit(lexemes_, *number)) {
            value.unit = unit->unit;
            value.end = unit->end;
            value.more = value.more || unit->more;
        } else if (is_mark_behind(value.end)) {
            value.unit = static_cast<Unit>(lexemes_[value.end++].value());
        }
        take_half_year(value);
        take_months_more(value);
        return value;
    }

    // 一年零三个月
    void take_months_more(Value& value) const {
        const Lexeme& zero = lexemes_[value.end];
        const bool joins = value.unit == Unit::years && !value.more && zero.is(Class::han_digit) &&
                           zero.value() == 0 && zero.begin == lexemes_[value.end - 1].end;
        const auto months = joins ? read_number(lexemes_, value.end + 1) : std::nullopt;
        if (!months || !lexemes_[months->end].is(Class::time_unit) ||
            lexemes_[months->end].value() != static_cast<int>(Unit::months)) {
            return;
        }
        const double all = value.number.value.to_double() * 12 + months->value.to_double();
        value.number.value = Decimal(std::llround(all), 0);
        value.number.precision = 2;
        value.unit = Unit::months;
        value.end = months->end + 1;
    }

    // 20€
    bool is_mark_behind(std::size_t i) const {
        return lexemes_[i].is(Class::mark) && lexemes_[i - 1].end == lexemes_[i].begin &&
               !lexemes_[i + 1].is(Class::number);
    }

    // 三年半
    void take_half_year(Value& value) const {
        const Lexeme& half = lexemes_[value.end];
        if (value.unit != Unit::years || !half.is(Keyword::han_half)) return;
        if (half.begin != lexemes_[value.end - 1].end) return;
        value.number.value = value.number.value.plus(Decimal(5, -1)).value_or(value.number.value);
        value.number.precision = 2;
        ++value.end;
    }

    // 3块5, 两毛, 7块钱.
    std::size_t take_spoken_money(std::size_t i) {
        const auto number = read_number(lexemes_, i);
        if (!number || number->scaled || number->value.exponent() < 0) return i;
        const Lexeme& sign = lexemes_[number->end];
        const Lexeme& next = lexemes_[number->end + 1];
        if (sign.is(Keyword::mao)) {
            const bool cents = next.is(Class::han_digit) && next.begin == sign.end;
            const Decimal tenths = number->value.scaled(-1);
            const Decimal rest(cents ? next.value() : 0, -2);
            return add_money(i, tenths.plus(rest).value_or(tenths), number->end + (cents ? 2 : 1));
        }
        const bool small = next.begin == sign.end && (next.is(Class::han_digit) ||
                                                      (next.is(Class::number) && next.digits == 1));
        if (!sign.is(Keyword::kuai)) return i;
        const bool alone = next.is(Class::line) ||
                           (next.is(Class::symbol) && !next.is_symbol('-') && !next.is_symbol('/'));
        if (sign.end - sign.begin > 3 || alone) return add_money(i, number->value, number->end + 1);
        if (!small) return i;
        const int tenths = next.han ? next.value() : next.small_number();
        return add_money(i, number->value.plus(Decimal(tenths, -1)).value_or(number->value),
                         number->end + 2);
    }

    std::size_t add_money(std::size_t begin, Decimal sum, std::size_t end) {
        Value value;
        value.begin = begin;
        value.end = end;
        value.unit = Unit::cny;
        value.number.value = sum;
        value.number.precision = 2;
        add(value, value);
        return end;
    }

    // The yuan of "RMB 5 billion yuan", the 元 of "人民币80亿元", which also settles what a ¥ is.
    void take_second_currency(Value& value) const {
        if (lexemes_[value.end].is(Class::suffix)) return;
        const auto second = read_currency(lexemes_, value.end);
        if (!second) return;
        const bool same = second->unit == *value.unit;
        const bool settles = *value.unit == Unit::yen_or_yuan &&
                             (second->unit == Unit::cny || second->unit == Unit::jpy);
        const bool plain_dollars = is_currency(*value.unit) && second->unit == Unit::usd;
        const bool generic = lexemes_[value.end].han && second->unit == Unit::cny;
        if (!same && !settles && !plain_dollars && !generic) return;
        if (settles) value.unit = second->unit;
        value.end = second->end;
    }

    // One yuan is an amount, one company is not, and a year as a number is none.
    bool is_amount(const Value& value) const {
        const Lexeme& first = lexemes_[value.begin];
        if (!value.unit) {
            return value.number.scaled && value.number.scale >= 3 && !value.number.led_by_ten;
        }
        if (first.is(Keyword::a) && !value.number.scaled) return false;
        return !value.number.year_like || !is_count(*value.unit);
    }

    // "for a year", "more than an hour", where no date is meant.
    std::size_t take_one_time(std::size_t i) {
        if (i == 0 || !lexemes_[i].is(Keyword::a) || !lexemes_[i + 1].is(Class::time_unit))
            return i;
        const Lexeme& before = lexemes_[i - 1];
        const bool measured = before.is(Class::preposition) || before.is(Class::qualifier) ||
                              before.is(Keyword::than) || before.is(Keyword::in);
        const Lexeme& next = lexemes_[i + 2];
        const bool dated =
            next.is(Keyword::ago) || next.is(Keyword::earlier) || next.is_symbol('-');
        if (!measured || dated) return i;
        Value value;
        value.begin = i;
        value.end = i + 2;
        value.unit = static_cast<Unit>(lexemes_[i + 1].value());
        value.number.value = Decimal(1, 0);
        value.number.precision = 1;
        add(value, value);
        return value.end;
    }

    // 月息8厘, 债息4厘: a tenth of a percent for a month, a percent for a year.
    std::size_t take_interest(std::size_t i) {
        const auto number = read_number(lexemes_, i);
        if (!number || !lexemes_[number->end].is(Keyword::han_li)) return i;
        constexpr std::size_t kFarthest = 8;
        for (std::size_t k = i; k > 0 && i - k < kFarthest; --k) {
            const Lexeme& before = lexemes_[k - 1];
            const bool month = before.is(Keyword::monthly_rate);
            if (month || before.is(Keyword::interest)) {
                Value value;
                value.begin = i;
                value.end = number->end + 1;
                value.unit = Unit::percent;
                value.number.value = number->value.scaled(month ? -1 : 0);
                value.number.precision = number->precision;
                add(value, value);
                return value.end;
            }
            if (before.is(Class::line) || before.is_symbol(',')) break;
        }
        return i;
    }

    // 38 cents, 12 HK cents.
    std::size_t take_cents(std::size_t i) {
        if (!lexemes_[i].is(Class::number) && !lexemes_[i].is(Class::cardinal)) return i;
        const auto number = read_number(lexemes_, i);
        if (!number || number->scaled) return i;
        const Lexeme& next = lexemes_[number->end];
        const bool nation = next.is(Class::nation);
        const std::size_t k = nation ? number->end + 1 : number->end;
        if (!lexemes_[k].is(Keyword::cents)) return i;
        Value value;
        value.begin = i;
        value.end = k + 1;
        value.unit = nation ? static_cast<Unit>(next.value()) : Unit::usd;
        value.number.value = number->value.scaled(-2);
        value.number.precision = number->precision;
        add(value, value);
        return value.end;
    }

    // 升息半碼, 3碼, 一碼半: quarters of a percentage point, where rates are told of.
    std::size_t take_rate_step(std::size_t i) {
        const bool half = lexemes_[i].is(Keyword::han_half);
        const auto number = half ? std::nullopt : read_number(lexemes_, i);
        const std::size_t end = half ? i + 1 : number ? number->end : i;
        if (end == i || !lexemes_[end].is(Keyword::rate_step) || !tells_of_rates(i)) return i;
        const bool more = !half && lexemes_[end + 1].is(Keyword::han_half);
        const Decimal steps = half ? Decimal(5, -1) : number->value;
        if (!half && (number->scaled || Decimal(20, 0) < steps)) return i;
        const Decimal rest(more ? 125 : 0, -1);
        const std::int64_t tenths = std::llround(steps.to_double() * 250);
        Value value;
        value.begin = i;
        value.end = more ? end + 2 : end + 1;
        value.unit = Unit::basis_points;
        value.number.value = Decimal(tenths, -1).plus(rest).value_or(rest);
        value.number.precision = 3;
        add(value, value);
        return value.end;
    }

    bool tells_of_rates(std::size_t i) const {
        constexpr std::size_t kBefore = 10;
        constexpr std::size_t kBehind = 8;
        const std::size_t begin = i > kBefore ? i - kBefore : 0;
        for (std::size_t k = begin; k < i + kBehind && k < lexemes_.size(); ++k) {
            if (lexemes_[k].is(Keyword::interest)) return true;
        }
        return false;
    }

    // a year and a half, another month and a half.
    std::size_t take_one_and_a_half(std::size_t i) {
        const bool one = lexemes_[i].is(Keyword::a) || lexemes_[i].is(Keyword::another);
        const Lexeme& unit = lexemes_[i + 1];
        if (!one || !unit.is(Class::time_unit) || unit.han) return i;
        const bool half = lexemes_[i + 2].is(Keyword::word_and) && lexemes_[i + 3].is(Keyword::a) &&
                          lexemes_[i + 4].is(Keyword::half);
        const Lexeme& next = lexemes_[i + 5];
        if (!half || next.is(Keyword::ago) || next.is(Keyword::earlier)) return i;
        Value value;
        value.begin = i;
        value.end = i + 5;
        value.unit = static_cast<Unit>(unit.value());
        value.number.value = Decimal(15, -1);
        value.number.precision = 2;
        add(value, value);
        return value.end;
    }

    // half an hour, half a year, 半小时, 半个月, 半年.
    std::size_t take_half_time(std::size_t i) {
        const bool han = lexemes_[i].is(Keyword::han_half);
        if (!han && !(lexemes_[i].is(Keyword::half) && lexemes_[i + 1].is(Keyword::a))) return i;
        std::size_t k = han ? i + 1 : i + 2;
        if (han && lexemes_[k].is(Class::counter)) ++k;
        const Lexeme& unit = lexemes_[k];
        const bool year = unit.is(Keyword::year_sign) && unit.end - unit.begin == 3;
        if (unit.han != han || (!year && !unit.is(Class::time_unit))) return i;
        if (lexemes_[k + 1].is(Keyword::ago) || lexemes_[k + 1].is(Keyword::ago_sign)) return k + 1;
        Value value;
        value.begin = i;
        value.end = k + 1;
        value.unit = year ? Unit::years : static_cast<Unit>(unit.value());
        value.number.value = Decimal(5, -1);
        value.number.precision = 1;
        if (*value.unit == Unit::years) make_whole(value, Unit::months, 6);
        if (*value.unit == Unit::hours) make_whole(value, Unit::minutes, 30);
        add(value, value);
        return value.end;
    }

    // 突破万亿元
    std::size_t take_bare_trillion(std::size_t i) {
        const bool trillion = i > 0 && lexemes_[i].is(Class::han_scale) &&
                              lexemes_[i].value() == 4 && lexemes_[i + 1].is(Class::han_scale) &&
                              lexemes_[i + 1].value() == 8;
        const bool hedged = trillion && lexemes_[i - 1].is(Class::qualifier);
        const auto currency = hedged ? read_currency(lexemes_, i + 2) : std::nullopt;
        if (!currency) return i;
        Value value;
        value.begin = i;
        value.end = currency->end;
        value.unit = currency->unit;
        value.number.value = Decimal(1, 12);
        value.number.precision = 1;
        add(value, value);
        return value.end;
    }

    // half a percentage point
    std::size_t take_half_point(std::size_t i) {
        const bool half = lexemes_[i].is(Keyword::half) && lexemes_[i + 1].is(Keyword::a);
        const bool point =
            lexemes_[i + 2].is(Keyword::percentage) && lexemes_[i + 3].is(Keyword::point);
        if (!half || !point) return i;
        Value value;
        value.begin = i;
        value.end = i + 4;
        value.unit = Unit::percentage_points;
        value.number.value = Decimal(5, -1);
        value.number.precision = 1;
        add(value, value);
        return value.end;
    }

    static void make_whole(Value& value, Unit unit, int count) {
        value.unit = unit;
        value.number.value = Decimal(count, 0);
    }

    // "a third of", "two-thirds", "one in five", "half of", 三分之一, 三成, 一半.
    std::size_t take_fraction(std::size_t i) {
        const auto fraction = read_fraction(lexemes_, i);
        if (!fraction) return i;
        const std::size_t end = fraction->end;
        Value value;
        value.number.value = fraction->percent;
        value.number.precision = 2;
        value.unit = Unit::percent;
        value.begin = i;
        value.end = end;
        value.more = lexemes_[end].han && lexemes_[end].is(Keyword::more);
        add(value, value);
        return end;
    }

    // $1bn-$2bn, $10-15 billion, between 3 and 5 percent, 10亿至20亿元.
    std::size_t take_range(const Value& first) {
        const std::size_t i = first.begin;
        const bool between = i > 0 && lexemes_[i - 1].is(Keyword::between);
        const bool from = i > 0 && lexemes_[i - 1].is(Keyword::from);
        const Lexeme& joint = lexemes_[first.end];
        const bool joins = joint.is_symbol('-') || joint.is_symbol('~') || joint.is(Keyword::to) ||
                           (between && joint.is(Keyword::word_and)) || joint.is(Keyword::above);
        const bool loose = joint.is_symbol('-') && joint.end != lexemes_[first.end + 1].begin;
        if (!joins || (from && first.unit) || (loose && !first.unit)) return i;
        auto second = read_value(first.end + 1);
        if (!second || !is_amount(*second)) return i;
        Value low = first;
        if (!fit(low, *second)) return i;
        if (joint.is(Keyword::above)) {  // 5万元以上50万元以下
            if (!lexemes_[second->end].is(Keyword::below)) return i;
            ++second->end;
        }
        add(low, *second);
        return second->end;
    }

    // Gives both ends of a range their common unit and scale. False when they are no range.
    static bool fit(Value& low, Value& high) {
        if (!high.unit && low.unit && (is_currency(*low.unit))) high.unit = low.unit;
        if (!low.unit) low.unit = high.unit;
        if (low.unit != high.unit || low.number.year_like || !high.unit) return false;
        const int scale = high.number.scale;
        const bool bare = low.number.scale == 0 && scale > 0;
        if (bare && !(high.number.value.scaled(-scale) < low.number.value)) {
            low.number.value = low.number.value.scaled(scale);
        }
        return low.number.value < high.number.value;
    }

    void add(const Value& low, const Value& high) {
        Amount amount;
        amount.range = {lexemes_[low.begin].begin, lexemes_[high.end - 1].end};
        amount.low = low.number.value;
        amount.high = high.number.value;
        amount.unit = high.unit.value_or(Unit::count);
        amount.precision = std::max(low.number.precision, high.number.precision);
        amount.qualifier = qualifier(low, high);
        amounts_.push_back(amount);
        places_.push_back({low.begin, high.end, !high.unit, is_plain(low, high)});
    }

    // Whether the currency is but 元 or ¥.
    bool is_plain(const Value& low, const Value& high) const {
        if (high.unit == Unit::yen_or_yuan) return true;
        const Lexeme& last = lexemes_[high.end - 1];
        return high.unit == Unit::cny && last.is(Class::currency) && last.han &&
               last.end - last.begin == 3 && !lexemes_[low.begin].is(Class::currency) &&
               !lexemes_[high.begin].is(Class::currency);
    }

    Qualifier qualifier(const Value& low, const Value& high) const {
        if (low.more || high.more) return Qualifier::more_than;
        if (const auto behind = qualifier_behind(high.end)) return *behind;
        return qualifier_before(low.begin);
    }

    std::optional<Qualifier> qualifier_behind(std::size_t i) const {
        const Lexeme& next = lexemes_[i];
        if (next.is(Keyword::above)) return Qualifier::at_least;
        if (next.is(Keyword::below)) return Qualifier::at_most;
        if (next.is(Keyword::around)) return Qualifier::about;
        if (!next.is(Keyword::word_or)) return std::nullopt;
        if (lexemes_[i + 1].is(Keyword::more)) return Qualifier::at_least;
        if (lexemes_[i + 1].is(Keyword::less)) return Qualifier::at_most;
        return std::nullopt;
    }

    Qualifier qualifier_before(std::size_t i) const {
        const auto before = [&](std::size_t n) { return i >= n ? lexemes_[i - n] : Lexeme(); };
        const Lexeme last = before(1);
        if (last.is(Class::qualifier)) return static_cast<Qualifier>(last.value());
        const Lexeme second = before(2);
        if (last.is(Keyword::than)) {
            const bool no = before(3).is(Keyword::no);
            if (second.is(Keyword::more)) return no ? Qualifier::at_most : Qualifier::more_than;
            if (second.is(Keyword::less)) return no ? Qualifier::at_least : Qualifier::less_than;
        }
        if (second.is(Keyword::at) && last.is(Keyword::least)) return Qualifier::at_least;
        if (second.is(Keyword::at) && last.is(Keyword::most)) return Qualifier::at_most;
        if (second.is(Keyword::up) && last.is(Keyword::to)) return Qualifier::up_to;
        if (second.is(Keyword::close) && last.is(Keyword::to)) return Qualifier::nearly;
        const bool much = second.is(Keyword::much) || second.is(Keyword::many);
        return last.is(Keyword::as) && much ? Qualifier::up_to : Qualifier::exactly;
    }

    const TextOfLexemes& text_;
    const Lexemes& lexemes_;
    std::vector<Amount>& amounts_;
    std::vector<AmountPlace> places_;  // of amounts_
};

}  // namespace

void find_amounts(const TextOfLexemes& text, std::vector<Amount>& amounts) {
    amounts.clear();
    AmountGrammar(text, amounts).run();
}

}  // namespace sinodex::quantities
