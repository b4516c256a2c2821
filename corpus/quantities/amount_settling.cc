// SPDX-License-Identifier: GPL-2.0-or-later

// The units of bare amounts.

#include <algorithm>

#include "corpus/quantities/amount_places.h"

namespace sinodex::quantities {
namespace {

class Settling {
 public:
    Settling(const TextOfLexemes& text, std::vector<AmountPlace>& places,
             std::vector<Amount>& amounts)
        : lexemes_(text.lexemes), places_(places), amounts_(amounts), bare_(places.size()) {
        for (std::size_t k = 0; k < places.size(); ++k) bare_[k] = places[k].bare;
    }

    void run() {
        if (std::find(bare_.begin(), bare_.end(), true) == bare_.end()) return;
        for (std::size_t k = amounts_.size(); k > 1; --k) take_from_list(k - 2, k - 1);
        for (std::size_t k = 1; k < amounts_.size(); ++k) take_from_list(k, k - 1);
        for (std::size_t k = 0; k < amounts_.size(); ++k) {
            if (!bare_[k]) continue;
            const Lexeme& last = lexemes_[places_[k].end - 1];
            const bool wan = last.is(Class::letter_suffix) && last.value() == 4;  // 5000w
            const bool han = last.han || wan;
            auto unit = han ? from_money_word(k) : from_words(k);
            if (!unit && han) unit = from_users(k);
            if (!unit) unit = from_sum_before(k, han);
            if (!unit && !han) unit = from_list_of_names(k);
            if (!unit && is_part_of_sum(k)) unit = currency_in_sentence(k, false);
            if (!unit && han) unit = from_sum_behind(k);
            if (!unit) unit = han ? from_size(k) : from_sums_around(k);
            if (!unit) unit = from_range_before(k);
            if (unit) settle(k, *unit);
        }
        drop_vague();
    }

 private:
    void settle(std::size_t k, Unit unit) {
        amounts_[k].unit = unit;
        bare_[k] = false;
        places_[k].plain = lexemes_[places_[k].end - 1].han && unit == Unit::cny &&
                           (!is_renminbi_near(k) || is_raised_elsewhere(k));
    }

    // Whether Hong Kong or Taiwan stands between the sum before and this one: 在聯交所籌到55.8億.
    bool is_raised_elsewhere(std::size_t k) const {
        const std::size_t begin = places_[k].begin;
        for (std::size_t i = begin; i > 0 && !ends_sentence(lexemes_[i - 1]); --i) {
            const Lexeme& word = lexemes_[i - 1];
            if (k > 0 && i <= places_[k - 1].end) return places_[k - 1].plain;
            if (word.is(Class::place)) return word.value() != static_cast<int>(Unit::cny);
        }
        return false;
    }

    void drop_vague() {
        std::size_t kept = 0;
        for (std::size_t k = 0; k < amounts_.size(); ++k) {
            if (places_[k].vague && bare_[k]) continue;
            amounts_[kept] = amounts_[k];
            places_[kept] = places_[k];
            ++kept;
        }
        amounts_.resize(kept);
        places_.resize(kept);
    }

    // Whether a sum beside an amount says more of its yuan than 元.
    bool is_renminbi_near(std::size_t k) const {
        constexpr std::size_t kNear = 3;
        const std::size_t end = std::min(k + kNear + 1, amounts_.size());
        for (std::size_t i = k > kNear ? k - kNear : 0; i < end; ++i) {
            const bool clear = !bare_[i] && !places_[i].plain && amounts_[i].unit == Unit::cny;
            if (i != k && clear) return true;
        }
        return false;
    }

    // 182.28亿、34.42亿和300万元; $1.2bn, 3.4bn and 5bn.
    void take_from_list(std::size_t bare, std::size_t other) {
        if (!bare_[bare] || bare_[other] || !is_currency(amounts_[other].unit)) return;
        const std::size_t first = std::min(bare, other);
        if (is_joint(places_[first].end, places_[first + 1].begin))
            settle(bare, amounts_[other].unit);
    }

    bool is_joint(std::size_t begin, std::size_t end) const {
        constexpr std::size_t kLongest = 2;
        if (begin >= end || end - begin > kLongest) return false;
        return std::all_of(lexemes_.begin() + static_cast<std::ptrdiff_t>(begin),
                           lexemes_.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const Lexeme& one) {
                               return one.is_symbol(',') || one.is_symbol(kEnumerationComma) ||
                                      one.is(Keyword::word_and) || one.is(Keyword::word_or) ||
                                      one.is(Keyword::han_and);
                           });
    }

    static Unit unit_named(const Lexeme& word) { return static_cast<Unit>(word.value()); }

    static bool ends_sentence(const Lexeme& lexeme) {
        return lexeme.is(Class::line) || lexeme.is_symbol('.') || lexeme.is_symbol(';') ||
               lexeme.is_symbol('\0');
    }

    bool is_one_sentence(std::size_t begin, std::size_t end) const {
        return std::none_of(lexemes_.begin() + static_cast<std::ptrdiff_t>(begin),
                            lexemes_.begin() + static_cast<std::ptrdiff_t>(end), ends_sentence);
    }

    // The currency of the last sum before in the paragraph.
    std::optional<Unit> currency_in_paragraph(std::size_t k) const {
        constexpr std::size_t kFarthest = 70;
        for (std::size_t i = k; i > 0; --i) {
            if (places_[k].begin - places_[i - 1].end > kFarthest) break;
            if (bare_[i - 1] || !is_currency(amounts_[i - 1].unit)) continue;
            const auto begin = lexemes_.begin();
            const bool broken = std::any_of(begin + static_cast<std::ptrdiff_t>(places_[i - 1].end),
                                            begin + static_cast<std::ptrdiff_t>(places_[k].begin),
                                            [](const Lexeme& one) { return one.is(Class::line); });
            return broken ? std::nullopt : std::optional(amounts_[i - 1].unit);
        }
        return std::nullopt;
    }

    // Whether a sum says in brackets how much the one before is in other money.
    bool is_conversion(std::size_t k) const {
        return k > 0 && places_[k - 1].end + 1 == places_[k].begin &&
               lexemes_[places_[k].begin - 1].is_symbol('(') && is_currency(amounts_[k - 1].unit) &&
               amounts_[k - 1].unit != amounts_[k].unit;
    }

    // The currency of the sum before in the sentence, or else of the one behind.
    std::optional<Unit> currency_in_sentence(std::size_t k, bool behind) const {
        constexpr std::size_t kFarthest = 12;  // sums
        std::optional<Unit> converted;
        for (std::size_t i = k; i > 0 && k - i < kFarthest; --i) {
            if (!is_one_sentence(places_[i - 1].end, places_[k].begin)) break;
            if (bare_[i - 1] || !is_currency(amounts_[i - 1].unit)) continue;
            if (!is_conversion(i - 1)) return amounts_[i - 1].unit;
            if (!converted) converted = amounts_[i - 1].unit;
        }
        if (converted) return converted;
        for (std::size_t i = k + 1; behind && i < std::min(amounts_.size(), k + kFarthest); ++i) {
            if (!is_one_sentence(places_[k].end, places_[i].begin)) break;
            if (!bare_[i] && is_currency(amounts_[i].unit)) return amounts_[i].unit;
        }
        return std::nullopt;
    }

    // 罚182亿, 营收为5601亿.
    std::optional<Unit> from_money_word(std::size_t k) const {
        constexpr std::size_t kFarthest = 5;
        const std::size_t begin = places_[k].begin;
        const Lexeme& behind = lexemes_[places_[k].end];
        const bool measured = behind.is(Class::other) &&
                              (behind.value() == kMeasureWord || behind.value() == kNumberedThing);
        if (measured || behind.is(Keyword::han_first)) return std::nullopt;  // 卖3万台, 5000首歌
        for (std::size_t i = begin; i > 0 && begin - i < kFarthest; --i) {
            const Lexeme& word = lexemes_[i - 1];
            const bool money =
                word.is(Keyword::money_word) ||
                (word.is(Keyword::traded) && (!behind.han || behind.is(Class::qualifier)));
            if (money) return currency_in_sentence(k, true).value_or(Unit::cny);
            const bool passes = word.han && (word.is(Class::other) || word.is(Class::qualifier) ||
                                             word.is(Class::relative) || word.is(Keyword::to) ||
                                             word.is(Keyword::from) || word.is(Keyword::han_at) ||
                                             word.is(Keyword::past));
            if (!passes) break;
        }
        return std::nullopt;
    }

    // 月活14亿, 用户突破3亿, 用户规模已达7.2亿
    std::optional<Unit> from_users(std::size_t k) const {
        constexpr std::size_t kFarthest = 6;
        const Lexeme& behind = lexemes_[places_[k].end];
        const std::size_t begin = places_[k].begin;
        if (!(behind.is(Class::symbol) || behind.is(Class::line))) return std::nullopt;
        for (std::size_t i = begin; i > 0 && begin - i < kFarthest; --i) {
            const Lexeme& word = lexemes_[i - 1];
            if (!word.han) break;
            if (word.is(Class::noun))
                return unit_named(word) == Unit::users ? std::optional(Unit::users) : std::nullopt;
            const bool passes = (word.is(Class::other) && word.value() == 0) ||
                                word.is(Class::qualifier) || word.is(Keyword::to) ||
                                word.is(Keyword::past);
            if (!passes) break;
        }
        return std::nullopt;
    }

    // "$39bn for plants, two billion of that for old nodes"
    bool is_part_of_sum(std::size_t k) const {
        const std::size_t end = places_[k].end;
        return lexemes_[end].is(Keyword::of) && lexemes_[end + 1].is(Keyword::that);
    }

    // "Alibaba 18.2 billion yuan, Meituan 3.4 billion and Didi 8 billion"
    std::optional<Unit> from_list_of_names(std::size_t k) const {
        constexpr std::size_t kLongest = 6;
        if (k == 0 || bare_[k - 1] || !is_currency(amounts_[k - 1].unit)) return std::nullopt;
        const std::size_t from = places_[k - 1].end;
        const std::size_t begin = places_[k].begin;
        if (from >= begin || begin - from > kLongest || !is_end(places_[k].end))
            return std::nullopt;
        const Lexeme& joint = lexemes_[from];
        const bool joins =
            joint.is_symbol(',') || joint.is_symbol(';') || joint.is(Keyword::word_and);
        if (!joins || !lexemes_[begin - 1].capital) return std::nullopt;
        for (std::size_t i = from + 1; i < begin; ++i) {
            const Lexeme& word = lexemes_[i];
            if (!word.capital && !(i == from + 1 && word.is(Keyword::word_and)))
                return std::nullopt;
        }
        return amounts_[k - 1].unit;
    }

    // 由5亿增至8亿元
    std::optional<Unit> from_sum_behind(std::size_t k) const {
        constexpr std::size_t kLongest = 4;
        if (k + 1 >= amounts_.size() || bare_[k + 1] || !is_currency(amounts_[k + 1].unit))
            return std::nullopt;
        const std::size_t from = places_[k].end;
        const std::size_t to = places_[k + 1].begin;
        if (from >= to || to - from > kLongest || !lexemes_[to - 1].is(Keyword::to))
            return std::nullopt;
        const bool rises = std::all_of(
            lexemes_.begin() + static_cast<std::ptrdiff_t>(from),
            lexemes_.begin() + static_cast<std::ptrdiff_t>(to - 1), [](const Lexeme& one) {
                return one.han && one.is(Class::other) && one.value() != kMeasureWord;
            });
        return rises ? std::optional(amounts_[k + 1].unit) : std::nullopt;
    }

    // "50 billion yuan, and promised 10 billion"; "users reached 1.25 billion".
    std::optional<Unit> from_words(std::size_t k) const {
        if (!is_end(places_[k].end)) return std::nullopt;
        constexpr std::size_t kFarthest = 8;
        const std::size_t begin = places_[k].begin;
        if (begin == 0 || lexemes_[begin - 1].is(Keyword::the)) return std::nullopt;
        bool money = lexemes_[begin - 1].is(Keyword::past);
        for (std::size_t i = begin; i > 0 && begin - i < kFarthest; --i) {
            const Lexeme& word = lexemes_[i - 1];
            if (ends_sentence(word) || word.is_symbol(',') || word.is(Class::number)) break;
            if (word.is(Keyword::money_word)) money = true;
            const bool initials = word.is(Class::noun) && unit_named(word) == Unit::users;  // DAUs
            const bool noun = word.is(Class::noun) && (!word.capital || initials);
            if (noun) return unit_named(word);
        }
        if (!money) return std::nullopt;
        const auto near = currency_in_sentence(k, true);
        return near ? near : currency_in_paragraph(k);
    }

    // 合计232亿，其中阿里182亿、美团34亿; "raised 1.3 billion yuan and another 2 billion since".
    std::optional<Unit> from_sum_before(std::size_t k, bool han) const {
        if (k == 0 || bare_[k - 1] || !is_currency(amounts_[k - 1].unit)) return std::nullopt;
        const Lexeme& next = lexemes_[places_[k].end];
        const bool end =
            han ? next.is(Class::symbol) || next.is(Class::line) : is_end(places_[k].end);
        const std::size_t from = places_[k - 1].end;
        const std::size_t begin = places_[k].begin;
        if (!end || !is_one_sentence(from, begin) || (!han && !leads_to_sum(begin - 1)))
            return std::nullopt;
        const bool counted = std::any_of(
            lexemes_.begin() + static_cast<std::ptrdiff_t>(from),
            lexemes_.begin() + static_cast<std::ptrdiff_t>(begin), [](const Lexeme& one) {
                return one.is(Class::noun) || (one.is(Class::other) && one.value() == kMeasured);
            });
        if (counted) return std::nullopt;
        return amounts_[is_conversion(k - 1) ? k - 2 : k - 1].unit;
    }

    // 罚单从3亿到180亿不等
    std::optional<Unit> from_range_before(std::size_t k) const {
        if (k == 0 || bare_[k - 1] || !is_currency(amounts_[k - 1].unit)) return std::nullopt;
        const std::size_t joint = places_[k - 1].end;
        const bool range =
            joint + 1 == places_[k].begin && lexemes_[joint].is(Keyword::to) && lexemes_[joint].han;
        return range ? std::optional(amounts_[k - 1].unit) : std::nullopt;
    }

    // 天猫只说了一个数，5403亿: where no noun says what is counted, so much is money, and so is
    // what is spoken of as 两万五.
    std::optional<Unit> from_size(std::size_t k) const {
        constexpr std::size_t kFarthest = 16;
        if (places_[k].clipped) return currency_in_sentence(k, true).value_or(Unit::cny);
        const Lexeme& next = lexemes_[places_[k].end];
        const bool differs = next.is(Class::other) && next.value() == kDiffers;
        const bool end =
            next.is(Class::symbol) || next.is(Class::line) || differs || next.is(Keyword::more);
        if (!end || next.is_symbol('-') || amounts_[k].low < Decimal(1, 8)) return std::nullopt;
        const std::size_t begin = places_[k].begin;
        if (begin == 0 || ends_sentence(lexemes_[begin - 1])) return std::nullopt;
        for (std::size_t i = begin; i > 0 && begin - i < kFarthest; --i) {
            const Lexeme& word = lexemes_[i - 1];
            if (ends_sentence(word)) break;
            const bool counted =
                word.is(Class::noun) || (word.is(Class::other) && word.value() == kMeasured);
            if (counted) return std::nullopt;
        }
        return currency_in_sentence(k, true).value_or(currency_in_paragraph(k).value_or(Unit::cny));
    }

    bool is_behind_name(std::size_t begin) const {
        const Lexeme& joint = lexemes_[begin - 1];
        const Lexeme& name = lexemes_[begin - 2];
        const Lexeme& before = lexemes_[begin - 3];
        if (!name.capital) return false;
        if (joint.is_symbol(',')) return before.is_symbol(';') || before.is(Keyword::word_and);
        return joint.past_form &&
               (name.capitals || !ends_sentence(before));  // not "Visits reached"
    }

    // "Li took 10.7 billion yuan; Viya, 8.3 billion", "JD reached 349bn": where other sums are told
    // and no noun says what is counted, so much is money.
    std::optional<Unit> from_sums_around(std::size_t k) const {
        constexpr std::size_t kFarthest = 16;
        const Decimal much(1, 8);
        const std::size_t begin = places_[k].begin;
        if (begin < 3 || amounts_[k].low < much || !is_end(places_[k].end)) return std::nullopt;
        if (!is_behind_name(begin)) return std::nullopt;
        for (std::size_t i = begin; i > 0 && begin - i < kFarthest; --i) {
            const Lexeme& word = lexemes_[i - 1];
            if (ends_sentence(word)) break;
            if (word.is(Class::noun) || word.plural_form || word.is(Keyword::the))
                return std::nullopt;
        }
        const auto near = currency_in_sentence(k, false);
        return near ? near : currency_in_paragraph(k);
    }

    bool leads_to_sum(std::size_t i) const {
        const Lexeme& word = lexemes_[i];
        return word.is(Keyword::another) || word.is(Keyword::to) || word.is(Keyword::than) ||
               word.is(Keyword::from) || word.is(Keyword::word_and) ||
               (word.is(Class::other) && word.value() == kComparedWith);
    }

    // Whether no noun follows that is counted.
    bool is_end(std::size_t i) const {
        const Lexeme& next = lexemes_[i];
        return next.is(Class::symbol) || next.is(Class::line) || next.is(Class::preposition) ||
               (next.is(Class::keyword) && !next.is(Keyword::of)) || next.past_form;
    }

    const std::vector<Lexeme>& lexemes_;
    std::vector<AmountPlace>& places_;
    std::vector<Amount>& amounts_;
    std::vector<bool> bare_;
};

}  // namespace

void settle_bare(const TextOfLexemes& text, std::vector<AmountPlace>& places,
                 std::vector<Amount>& amounts) {
    Settling(text, places, amounts).run();
}

}  // namespace sinodex::quantities
