// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_grammar.h"

#include <algorithm>
#include <optional>

#include "corpus/quantities/amount_places.h"
#include "corpus/quantities/amount_qualifiers.h"
#include "corpus/quantities/amount_shares.h"
#include "corpus/quantities/amount_times.h"
#include "corpus/quantities/amount_values.h"
#include "corpus/quantities/worded_amounts.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

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
        settle_bare(text_, places_, amounts_);
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
        if (is_part_of_period(lexemes_, i)) return i + 1;
        if (is_year_of_republic(lexemes_, i)) return i + 2;
        if (is_ordinal(i)) return skip_number(i);
        if (is_code(lexemes_[i].is(Class::mark) ? i + 1 : i)) return i + 2;
        if (const auto share = read_share(lexemes_, i)) {
            add(share->low, share->high);
            return share->high.end;
        }
        if (const auto worded = read_worded_amount(lexemes_, i)) return take_worded(*worded, i);
        const auto first = read_value(lexemes_, i);
        if (!first) return skip_number(i);
        if (const std::size_t end = take_range(*first); end > i) return end;
        if (const std::size_t end = take_list(*first); end > i) return end;
        if (const std::size_t end = take_compared(*first); end > i) return end;
        if (!is_amount(lexemes_, *first)) return skip_number(i);
        add(lower_end(*first), *first);
        return first->end;
    }

    // The two million of 两三百万.
    static Value lower_end(Value value) {
        const Decimal step = value.number.step;
        if (step.is_zero()) return value;
        const Decimal minus(-step.mantissa(), step.exponent());
        value.number.value = value.number.value.plus(minus).value_or(value.number.value);
        return value;
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

    // 百亿 of 数百亿, and several dozen
    bool is_vague(std::size_t i) const {
        if (i == 0) return false;
        const Lexeme& before = lexemes_[i - 1];
        if (lexemes_[i].is(Class::cardinal))
            return lexemes_[i].value() == kDozen && before.is(Class::other) &&
                   before.value() == kSeveral && !before.han;
        if (!lexemes_[i].is(Class::han_ten)) return false;
        if (before.is_symbol(':') || before.is_symbol('(')) return true;  // 单位：百万元
        return before.is(Class::other) && (before.value() == kSeveral || before.value() == kSome) &&
               before.end == lexemes_[i].begin;
    }

    // 第三家
    bool is_ordinal(std::size_t i) const {
        return lexemes_[i].han && i > 0 && lexemes_[i - 1].is(Keyword::prefix_ordinal) &&
               lexemes_[i - 1].end == lexemes_[i].begin;
    }

    // 3 of 3千 must not be tried again from 千.
    std::size_t skip_number(std::size_t i) const {
        while (lexemes_[i].is(Class::han_digit) || lexemes_[i].is(Class::han_ten) ||
               lexemes_[i].is(Class::han_scale)) {
            ++i;
        }
        return i;
    }

    std::size_t take_worded(const WordedAmount& worded, std::size_t i) {
        if (!worded.unit) return worded.end;
        Value value;
        value.begin = i;
        value.end = worded.end;
        value.unit = worded.unit;
        value.number.value = worded.value;
        value.number.precision = worded.precision;
        add(value, value);
        return value.end;
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
        const bool ranging = from && i > 1 && lexemes_[i - 2].is(Keyword::ranging);
        if (!joins || (from && first.unit && !ranging) || (loose && !first.unit)) return i;
        auto second = read_value(lexemes_, first.end + 1);
        const bool money = first.unit && is_currency(*first.unit);  // $1.5b-2b
        if (!second || !(is_amount(lexemes_, *second) || (money && second->number.letter)))
            return i;
        const bool change = joint.is(Keyword::to) && !joint.han;  // rose 6.6m to 156.7m
        if (!from && !change && is_range_of_counts(first, *second)) {
            add(first, *second);
            return second->end;
        }
        Value low = first;
        if (!fit(low, *second)) return i;
        if (first.unit && ((!is_penalty(i) && is_new_level(low, *second, joint)) ||
                           is_difference(first.begin, *first.unit, joint)))
            return i;
        if (joint.is(Keyword::above)) {  // 5万元以上50万元以下
            if (!lexemes_[second->end].is(Keyword::below)) return i;
            ++second->end;
        }
        add(low, *second);
        return second->end;
    }

    // 60万至70万颗
    static bool is_range_of_counts(const Value& first, const Value& second) {
        const bool bare = !first.unit && !second.unit && first.number.scaled &&
                          second.number.scaled && first.number.scale == second.number.scale;
        return bare && first.number.value < second.number.value;
    }

    // Whether "to" follows what something changed by: rose by more than $1bn to $3.6bn.
    bool is_difference(std::size_t i, Unit unit, const Lexeme& joint) const {
        if (!joint.is(Keyword::to) || joint.han || !is_currency(unit)) return false;
        while (i > 0 &&
               (lexemes_[i - 1].is(Class::qualifier) || lexemes_[i - 1].is(Keyword::than) ||
                lexemes_[i - 1].is(Keyword::more) || lexemes_[i - 1].is(Keyword::a))) {
            --i;
        }
        return i > 0 && lexemes_[i - 1].is(Class::preposition) &&
               lexemes_[i - 1].value() == static_cast<int>(Preposition::by);
    }

    // a fine of $1,000 to $50,000
    bool is_penalty(std::size_t i) const {
        return i > 1 && lexemes_[i - 1].is(Keyword::of) && lexemes_[i - 2].is(Keyword::money_word);
    }

    bool is_list_joint(std::size_t i) const {
        const Lexeme& one = lexemes_[i];
        return one.is_symbol(',') || one.is_symbol(kEnumerationComma) || is_last_joint(i);
    }

    bool is_last_joint(std::size_t i) const {
        const Lexeme& one = lexemes_[i];
        return one.is(Keyword::word_and) || (one.is(Keyword::han_and) && one.han) ||
               one.is_symbol(kEnumerationComma);
    }

    // 12, 15 and 18 percent; 5.6、3.2和1.1亿元: the unit stands behind the last.
    std::size_t take_list(const Value& first) {
        constexpr std::size_t kMost = 8;
        const std::size_t i = first.begin;
        if (!is_plain_number(first) || !is_list_joint(first.end)) return i;
        const bool part =
            i > 0 && (lexemes_[i - 1].is(Class::month) || lexemes_[i - 1].is_symbol('/'));
        if (part) return i;
        std::vector<Value> values{first};
        while (values.size() < kMost && is_list_joint(values.back().end)) {
            std::size_t k = values.back().end;
            const bool both = lexemes_[k].is_symbol(',') && is_last_joint(k + 1);  // 12, and 15%
            if (both) ++k;
            const auto next =
                lexemes_[k + 1].is(Class::number) ? read_value(lexemes_, k + 1) : std::nullopt;
            if (!next) return i;
            const bool last = !is_plain_number(*next);
            values.push_back(*next);
            if (!last) continue;
            const bool scaled = next->unit && is_currency(*next->unit) && next->number.scaled;
            if (!is_last_joint(k) || !(scaled || next->unit == Unit::percent)) return i;
            constexpr double kFarApart = 50;  // 2848和2.2% are of two kinds
            const double highest = next->number.value.to_double() * kFarApart;
            const bool alike = scaled || first.number.value.to_double() < highest;
            return alike ? add_list(values) : i;
        }
        return i;
    }

    // The 24 of "$27bn, up from 24", the 7.9 of "8.5%, against 7.9 a year ago".
    std::size_t take_compared(const Value& first) {
        constexpr std::size_t kFarthest = 5;
        const std::size_t i = first.begin;
        if (amounts_.empty() || i < 2 || !is_plain_number(first) || first.number.more) return i;
        const Amount& other = amounts_.back();
        const std::size_t from = places_.back().end;
        const bool measured = is_currency(other.unit) || other.unit == Unit::percent;
        if (measured && from + 1 == i && is_end_of_change(i)) return take_alike(first, other);
        if (!measured || places_.back().bare || from + 1 >= i || i - from > kFarthest) return i;
        const Lexeme& joint = lexemes_[i - 1];
        const bool compared = joint.is(Class::other) && joint.value() == kComparedWith;
        const bool rise = joint.is(Keyword::from) && !joint.han && i - from > 2;
        if ((!compared && !rise) || joint.han || !ends_comparison(first.end)) return i;
        for (std::size_t k = from; k + 1 < i; ++k) {
            const Lexeme& word = lexemes_[k];
            const bool passes = word.is_symbol(',') || word.is_symbol('(') ||
                                word.is(Keyword::up) || (word.is(Class::other) && !word.capital);
            if (!passes) return i;
        }
        return take_alike(first, other);
    }

    // The 10 of "from 20 percent to 10".
    bool is_end_of_change(std::size_t i) const {
        const std::size_t begin = places_.back().begin;
        const Lexeme& joint = lexemes_[i - 1];
        return begin > 0 && lexemes_[begin - 1].is(Keyword::from) && !lexemes_[begin - 1].han &&
               joint.is(Keyword::to) && !joint.han && !places_.back().bare &&
               ends_comparison(i + 1);
    }

    // `first` in the unit and scale of another amount, where it is of its size.
    std::size_t take_alike(const Value& first, const Amount& other) {
        Value value = first;
        const int scale = scale_before(places_.back().end);
        value.number.value = first.number.value.scaled(scale);
        constexpr double kFarApart = 6;
        const double ratio = value.number.value.to_double() / other.high.to_double();
        if (!(ratio < kFarApart && ratio * kFarApart > 1)) return first.begin;
        value.unit = other.unit;
        add(value, value);
        return first.end;
    }

    // The power of ten that the amount which ends at `end` was written with: 9 of $27bn.
    int scale_before(std::size_t end) const {
        for (std::size_t k = end; k > places_.back().begin; --k) {
            const Lexeme& one = lexemes_[k - 1];
            const bool scale = one.is(Class::scale) || one.is(Class::suffix) ||
                               one.is(Class::letter_suffix) || one.is(Class::han_scale);
            if (scale) return one.value();
        }
        return 0;
    }

    bool ends_comparison(std::size_t i) const {
        const Lexeme& next = lexemes_[i];
        const bool mark = next.is(Class::symbol) && !next.is_symbol('-') && !next.is_symbol('/') &&
                          !next.is_symbol(':');
        return mark || next.is(Class::line) || next.is(Keyword::a) || next.is(Keyword::in) ||
               next.is(Class::preposition) || next.is(Class::relative) || next.is(Keyword::earlier);
    }

    static bool is_plain_number(const Value& value) {
        return !value.unit && !value.number.scaled && !value.number.letter &&
               value.number.scale == 0 && !value.number.year_like;
    }

    std::size_t add_list(std::vector<Value>& values) {
        const Value last = values.back();
        for (Value& value : values) {
            if (value.begin != last.begin)
                value.number.value = value.number.value.scaled(last.number.scale);
            value.unit = last.unit;
            add(value, value);
        }
        return last.end;
    }

    // Whether "to" leads from a difference to what came of it: rose $1.25 to $83.40.
    static bool is_new_level(const Value& low, const Value& high, const Lexeme& joint) {
        constexpr double kFarApart = 8;
        return joint.is(Keyword::to) && !joint.han && is_currency(*high.unit) &&
               low.number.value.to_double() * kFarApart < high.number.value.to_double();
    }

    // Gives both ends of a range their common unit and scale. False when they are no range.
    static bool fit(Value& low, Value& high) {
        if (!high.unit && low.unit && (is_currency(*low.unit))) high.unit = low.unit;
        if (!low.unit) low.unit = high.unit;
        if (low.unit != high.unit || low.number.year_like || !high.unit) return false;
        const int scale = high.number.scale;
        const bool bare = low.number.scale == 0 && scale > 0 && low.end == low.number.end &&
                          low.unit != Unit::percent;
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
        amount.qualifier = qualifier_of(lexemes_, low, high);
        amounts_.push_back(amount);
        const bool vague = high.number.led_by_ten ||
                           (high.number.letter && !high.unit && !is_counted_behind(lexemes_, high));
        places_.push_back(
            {low.begin, high.end, !high.unit, is_plain(low, high), high.number.clipped, vague});
    }

    // Whether the currency is but 元 or ¥.
    bool is_plain(const Value& low, const Value& high) const {
        if (high.unit == Unit::yen_or_yuan) return true;
        const Lexeme& mark = lexemes_[low.begin];
        if (high.unit == Unit::usd && mark.is(Class::mark) && text_.traditional)
            return mark.end - mark.begin == 1;  // $ in Hong Kong
        const Lexeme& last = lexemes_[high.end - 1];
        return high.unit == Unit::cny && last.is(Class::currency) && last.han &&
               last.end - last.begin == 3 && !lexemes_[low.begin].is(Class::currency) &&
               !lexemes_[high.begin].is(Class::currency);
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
