// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amount_qualifiers.h"

#include <optional>

namespace sinodex::quantities {
namespace {

using Lexemes = std::vector<Lexeme>;

std::optional<Qualifier> qualifier_behind(const Lexemes& lexemes, std::size_t i) {
    const Lexeme& next = lexemes[i];
    if (next.is(Keyword::above)) return Qualifier::at_least;
    if (next.is(Keyword::below)) return Qualifier::at_most;
    if (next.is(Keyword::around)) return Qualifier::about;
    if (!next.is(Keyword::word_or)) return std::nullopt;
    if (lexemes[i + 1].is(Keyword::more)) return Qualifier::at_least;
    if (lexemes[i + 1].is(Keyword::less)) return Qualifier::at_most;
    return std::nullopt;
}

Qualifier qualifier_before(const Lexemes& lexemes, std::size_t i) {
    const auto before = [&](std::size_t n) { return i >= n ? lexemes[i - n] : Lexeme(); };
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

}  // namespace

Qualifier qualifier_of(const Lexemes& lexemes, const Value& low, const Value& high) {
    if (low.more || high.more) return Qualifier::more_than;
    if (high.about) return Qualifier::about;
    if (const auto behind = qualifier_behind(lexemes, high.end)) return *behind;
    return qualifier_before(lexemes, low.begin);
}

}  // namespace sinodex::quantities
