#include "corpus/quantities/amounts.h"

#include <algorithm>
#include <optional>

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
    const auto& lexemes = state_->reader.read(text);
    quantities::find_amounts(lexemes, state_->amounts);
    return state_->amounts;
}

std::vector<std::string> amount_terms(const Amount& amount) {
    std::vector<Unit> units = {amount.unit};
    if (amount.unit == Unit::yen_or_yuan) units = {Unit::cny, Unit::jpy};
    std::vector<std::string> terms;
    for (const Unit unit : units) {
        const std::string name(unit_name(unit));
        for (const Decimal value : {amount.low, amount.high}) {
            terms.push_back(name + "=" + value.text());
            terms.push_back(name + "~" + value.rounded(2).text());
        }
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
}

}  // namespace sinodex
