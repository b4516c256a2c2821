// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_units.h"

#include <algorithm>

#include "corpus/quantities/amount_times.h"

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

// 拉升近3个点, 跌5个多点: percent, where something moves. Not 3个点位, 两个点半.
std::optional<UnitMatch> read_spoken_points(const Lexemes& lexemes, std::size_t i) {
    const bool more = lexemes[i + 1].is(Keyword::more) && lexemes[i + 1].han;
    const std::size_t point = more ? i + 2 : i + 1;
    if (!lexemes[point].is(Keyword::han_decimal)) return std::nullopt;
    const Lexeme& next = lexemes[point + 1];
    if (next.is(Class::other) && next.value() != kDiffers) return std::nullopt;
    constexpr std::size_t kFarthest = 6;
    for (std::size_t k = i; k > 0 && i - k < kFarthest; --k) {
        const Lexeme& before = lexemes[k - 1];
        if (before.is(Class::symbol) || before.is(Class::line)) break;
        if (!before.is(Class::other) || before.value() != kMoves) continue;
        UnitMatch match = matched(Unit::percent, point + 1);
        match.more = more;
        return match;
    }
    return std::nullopt;
}

// The points of "2.3 points to 45%".
bool are_points_of_percent(const Lexemes& lexemes, std::size_t i) {
    const bool towards = lexemes[i + 1].is(Keyword::to) || lexemes[i + 1].is(Keyword::from);
    return lexemes[i].is(Keyword::point) && !lexemes[i].han && towards &&
           lexemes[i + 2].is(Class::number) && lexemes[i + 3].is(Class::percent);
}

// %, percent, per cent, percentage points, 个百分点, 5pc.
std::optional<UnitMatch> read_percent(const Lexemes& lexemes, std::size_t i) {
    if (lexemes[i].is(Class::counter) && lexemes[i].han) {
        const Lexeme& next = lexemes[i + 1];
        if (next.is(Keyword::han_points)) return matched(Unit::percentage_points, i + 2);
        if (next.is(Keyword::basis)) return matched(Unit::basis_points, i + 2);
        if (next.is(Class::percent) && next.han) return matched(Unit::percent, i + 2);  // 3個巴仙
        return read_spoken_points(lexemes, i);
    }
    const Lexeme& first = lexemes[i];
    if (first.is(Keyword::han_points)) return matched(Unit::percentage_points, i + 1);
    if (first.is(Keyword::basis) && first.han) return matched(Unit::basis_points, i + 1);
    const bool brief = first.end - first.begin == 2;  // 25bp, but not 5 BP stations
    if (first.is(Keyword::bps) && (!brief || !first.capital || are_glued(lexemes, i)))
        return matched(Unit::basis_points, i + 1);
    if (first.is(Class::percent)) {
        const bool pc = first.end - first.begin == 2;
        const bool computers = first.capital || lexemes[i + 1].is(Class::other);
        if (pc && !are_glued(lexemes, i) && computers) return std::nullopt;
        const bool points = lexemes[i + 1].is(Keyword::point) && !lexemes[i + 1].han;
        return points ? matched(Unit::percentage_points, i + 2) : matched(Unit::percent, i + 1);
    }
    const bool brief_points =
        first.is(Keyword::points_sign) && (!first.capital || are_glued(lexemes, i));  // 2.1ppts
    if (brief_points || are_points_of_percent(lexemes, i))
        return matched(Unit::percentage_points, i + 1);
    const Lexeme& next = lexemes[i + 1];
    const bool spaced = first.is(Keyword::letter_p) && next.is_symbol('.') &&
                        lexemes[i + 2].is(Keyword::letter_c) && are_glued(lexemes, i + 1) &&
                        are_glued(lexemes, i + 2);  // 5 p.c.
    if (spaced) return matched(Unit::percent, i + 3);
    if (first.is(Keyword::per)) {  // per cent, per-cent
        const std::size_t k = next.is_symbol('-') && are_glued(lexemes, i + 1) ? i + 2 : i + 1;
        if (lexemes[k].is(Keyword::cent)) return matched(Unit::percent, k + 1);
    }
    const bool spun = first.is(Class::preposition) && next.is(Keyword::every);
    if (spun && lexemes[i + 2].is(Keyword::cent)) return matched(Unit::percent, i + 3);
    if (!next.is(Keyword::point)) return std::nullopt;
    if (first.is(Keyword::percentage)) return matched(Unit::percentage_points, i + 2);
    if (first.is(Keyword::basis)) return matched(Unit::basis_points, i + 2);
    return std::nullopt;
}

bool is_plain_word(const Lexeme& lexeme) {
    return lexeme.is(Class::other) || lexeme.is(Class::nation) || lexeme.is(Class::letter_suffix) ||
           lexeme.is(Class::holiday) || lexeme.is(Class::place) || lexeme.is(Keyword::han_and) ||
           lexeme.is(Keyword::han_of) || (lexeme.is(Keyword::end) && !lexeme.han);
}

// The last lexeme of a word with a hyphen, as full-time: its place; `i` for others.
std::size_t end_of_hyphened(const Lexemes& lexemes, std::size_t i) {
    const bool hyphen =
        lexemes[i + 1].is_symbol('-') && are_glued(lexemes, i + 1) && are_glued(lexemes, i + 2);
    const Lexeme& second = lexemes[i + 2];
    const bool word = !second.capital && !second.han && !second.is(Class::symbol) &&
                      !second.is(Class::number) && !second.is(Class::line);
    return hyphen && word && !lexemes[i].han ? i + 2 : i;
}

// The place of the shares in "Class A ordinary shares"; `i` for others.
std::size_t shares_of_class(const Lexemes& lexemes, std::size_t i) {
    const bool letter = lexemes[i + 1].capital && lexemes[i + 1].end - lexemes[i + 1].begin == 1;
    std::size_t k = letter ? i + 2 : i;
    if (lexemes[k].is(Class::other) && !lexemes[k].han && !lexemes[k].capital) ++k;
    const bool shares = lexemes[k].is(Class::noun) && unit_of(lexemes[k]) == Unit::shares;
    return shares && letter ? k : i;
}

// users, active users, 家企业, 亿月活跃用户. Words between are allowed as far as they are likely to
// belong to the noun.
std::optional<UnitMatch> read_noun(const Lexemes& lexemes, const Number& number, std::size_t i) {
    if (number.year_like || number.value < Decimal(2, 0)) return std::nullopt;
    const bool counter = lexemes[i].is(Class::counter);
    const std::size_t first = counter ? i + 1 : i;
    if (counter && lexemes[first].is(Class::noun) && unit_of(lexemes[first]) == Unit::apps)
        return matched(Unit::apps, first + 1);  // 25款App
    const bool han = lexemes[first].han;
    const std::size_t gap = han ? (counter || number.scaled ? 6 : 0) : (number.scaled ? 3 : 1);
    std::size_t last = std::min(first + gap, lexemes.size() - 1);
    for (std::size_t k = first; k <= last; ++k) {
        if (const std::size_t end = end_of_hyphened(lexemes, k); end > k) {
            last = std::min(last + 2, lexemes.size() - 1);
            k = end;
            continue;
        }
        const Lexeme& word = lexemes[k];
        if (word.is(Class::noun) && word.han == han) {
            const bool near = han || k == first || !word.capital;
            if (unit_of(word) == Unit::count && !number.scaled) return std::nullopt;
            if (near && (!counter || unit_of(word) != Unit::shares)) {
                return matched(unit_of(word), k + 1);
            }
        }
        const bool more = k == first && !han && word.is(Keyword::more);  // 25 more apps
        if (k == first && !han && !number.scaled) {
            if (const std::size_t shares = shares_of_class(lexemes, k); shares > k)
                return matched(Unit::shares, shares + 1);
        }
        if ((!is_plain_word(word) && !more) || word.han != han) break;
    }
    if (!counter) return std::nullopt;
    const bool vague = unit_of(lexemes[i]) == Unit::count && !number.scaled;
    if (vague) return std::nullopt;
    return matched(unit_of(lexemes[i]), i + 1);
}

// The dollars of "U.S. dollars" and "H.K. dlrs".
std::optional<UnitMatch> read_dollars_of_initials(const Lexemes& lexemes, std::size_t i) {
    const auto initial = [&](std::size_t k) {
        return lexemes[k].capital && lexemes[k].end - lexemes[k].begin == 1 &&
               lexemes[k + 1].is_symbol('.');
    };
    const Lexeme& money = lexemes[i + 4];
    const bool dollars = money.is(Class::currency) && unit_of(money) == Unit::usd;
    if (!dollars || !initial(i) || !initial(i + 2)) return std::nullopt;
    if (lexemes[i].is(Keyword::letter_u)) return matched(Unit::usd, i + 5);
    const bool hong_kong = lexemes[i].is(Class::half_in_year) &&  // H, K
                           lexemes[i + 2].is(Class::letter_suffix);
    return hong_kong ? std::optional(matched(Unit::hkd, i + 5)) : std::nullopt;
}

// Whether a place or a sum around `i` tells of a currency; pounds may be weights.
bool is_told_near(const Lexemes& lexemes, std::size_t i, Unit currency) {
    constexpr std::size_t kLexemesBack = 80;
    constexpr std::size_t kLexemesAhead = 40;
    const std::size_t end = std::min(i + kLexemesAhead, lexemes.size());
    return std::any_of(lexemes.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, kLexemesBack)),
                       lexemes.begin() + static_cast<std::ptrdiff_t>(end),
                       [currency](const Lexeme& one) {
                           const bool tells = one.is(Class::place) || one.is(Class::mark) ||
                                              one.is(Class::currency) || one.is(Class::nation);
                           return tells && unit_of(one) == currency;
                       });
}

// Whether the nation that ends before `end` is the money of a sum: "1.2 billion US."
bool is_spoken_money(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    if (begin == 0) return false;
    const Lexeme& scale = lexemes[begin - 1];
    const Lexeme& next = lexemes[end];
    const bool ends = next.is(Class::line) || (next.is(Class::symbol) && !next.is_symbol('-'));
    return ends && (scale.is(Class::scale) || scale.is(Class::suffix) || scale.is(Keyword::grand));
}

}  // namespace

std::optional<UnitMatch> read_currency(const Lexemes& lexemes, std::size_t begin) {
    std::size_t i = begin;
    std::optional<Unit> nation;
    if (lexemes[i + 1].is_symbol('.')) {
        if (const auto dollars = read_dollars_of_initials(lexemes, i)) return dollars;
    }
    if (lexemes[i].is(Class::nation)) {
        nation = unit_of(lexemes[i++]);
    } else if (lexemes[i + 1].is(Class::nation) && lexemes[i].capital) {  // Hong Kong
        nation = unit_of(lexemes[i + 1]);
        i += 2;
    }
    if (!lexemes[i].is(Class::currency)) {
        const bool alone = nation && is_spoken_money(lexemes, begin, i);
        return alone ? std::optional(matched(*nation, i)) : std::nullopt;
    }
    const Unit currency = unit_of(lexemes[i]);
    ++i;
    const bool prefix = lexemes[i].is(Class::number) && are_glued(lexemes, i);  // Rmb8bn
    if (prefix && !lexemes[i - 1].han) return std::nullopt;
    while (lexemes[i].is(Class::currency) && are_glued(lexemes, i)) ++i;  // 元人民币
    return matched(nation && currency == Unit::usd ? *nation : currency, i);
}

std::optional<UnitMatch> read_unit(const Lexemes& lexemes, const Number& number) {
    std::size_t i = number.end;
    const bool joined =
        lexemes[i].is_symbol('-') && are_glued(lexemes, i) && are_glued(lexemes, i + 1);
    if (joined) {
        ++i;
        const bool unit = lexemes[i].is(Class::time_unit) || lexemes[i].is(Class::currency) ||
                          lexemes[i].is(Class::percent);
        if (!unit) return std::nullopt;
        if (lexemes[i + 1].is_symbol('-') && lexemes[i + 2].is(Keyword::old)) return std::nullopt;
        const bool name = lexemes[i].capital && lexemes[i - 2].capital;  // a Five-Year Plan
        if (name && lexemes[i].is(Class::time_unit)) return std::nullopt;
    }
    if (const auto match = read_currency(lexemes, i)) return match;
    if (number.scaled && lexemes[i].is(Keyword::of) && lexemes[i + 1].is(Class::currency))
        return matched(unit_of(lexemes[i + 1]), i + 2);  // two million of yuan
    if (number.scaled && lexemes[i].is(Keyword::pounds) && is_told_near(lexemes, i, Unit::gbp))
        return matched(Unit::gbp, i + 1);
    if (number.scaled && lexemes[i].is(Keyword::slang_dollar) && are_glued(lexemes, i))
        return matched(Unit::usd, i + 1);  // 67亿刀
    if (const auto match = read_percent(lexemes, i)) return match;
    if (const auto match = read_time(lexemes, number, i)) return match;
    return read_noun(lexemes, number, i);
}

}  // namespace sinodex::quantities
