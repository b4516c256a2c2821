// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/quantities/calendar.h"
#include "corpus/schema/fields.h"
#include "corpus/text/token.h"

namespace sinodex {

// Turns tokens into index terms. Writer and reader both use it, so that they agree.
//
// Not thread-safe: one per thread.
class TermMaker {
 public:
    TermMaker();
    ~TermMaker();
    TermMaker(TermMaker&&) noexcept;
    TermMaker& operator=(TermMaker&&) noexcept;

    // The unprefixed term: an English word's stem (Snowball's `english`, of the word that an
    // irregular form belongs to), any other token as it is. Valid until the next call.
    std::string_view term(const Token& token);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

// The unique term of an article's id, which may be of any length.
std::string id_term(std::string_view id);

// A date YYYY[-MM[-DD]] as the date field's value, "" for none. `fill` completes what is missing:
// '0' for the value itself and for the start of a range, '9' for the end of one.
std::string date_value(std::string_view date, char fill = '0');

// The terms, with their prefix, of a time that is mentioned: of a day XD20210410, XD202104 and
// XD2021; of a longer time its months and years, up to 24 months, and else its years, up to 30.
std::vector<std::string> mentioned_terms(DayRange days);

// 64 bits that differ, for all practical purposes, for every text (XXH3).
std::uint64_t content_hash(std::string_view bytes);

}  // namespace sinodex
