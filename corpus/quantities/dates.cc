// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/quantities/dates.h"

#include "corpus/quantities/date_grammar.h"
#include "corpus/quantities/lexemes.h"

namespace sinodex {

struct DateFinder::State {
    quantities::LexemeReader reader;
    std::vector<DateMention> dates;
};

DateFinder::DateFinder() : state_(std::make_unique<State>()) {}
DateFinder::~DateFinder() = default;
DateFinder::DateFinder(DateFinder&&) noexcept = default;
DateFinder& DateFinder::operator=(DateFinder&&) noexcept = default;

const std::vector<DateMention>& DateFinder::find(std::string_view text,
                                                 std::optional<Day> published) {
    quantities::find_dates(text, state_->reader.read(text), published, state_->dates);
    return state_->dates;
}

}  // namespace sinodex
