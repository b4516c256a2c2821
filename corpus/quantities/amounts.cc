// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/amounts.h"

#include "corpus/quantities/amount_grammar.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex {

struct AmountFinder::State {
    quantities::LexemeReader reader;
    std::vector<Amount> amounts;
};

AmountFinder::AmountFinder() : state_(std::make_unique<State>()) {}
AmountFinder::~AmountFinder() = default;
AmountFinder::AmountFinder(AmountFinder&&) noexcept = default;
AmountFinder& AmountFinder::operator=(AmountFinder&&) noexcept = default;

const std::vector<Amount>& AmountFinder::find(std::string_view text) {
    state_->reader.read(text);
    quantities::find_amounts(state_->reader.last(), state_->amounts);
    return state_->amounts;
}

}  // namespace sinodex
