// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "corpus/quantities/amount_query.h"
#include "corpus/quantities/date_query.h"

namespace sinodex {

// The index terms, with their prefix, that a range of amounts or days stands for. All but those of
// a range's ends are few: whole buckets, months and years.

// A plain range has few terms beside whole buckets; a bound for the others.
inline constexpr std::size_t kMaxAmountTerms = 2000;

// Returns terms of the amounts that the database holds. Beyond `limit` terms the rest is left out.
std::vector<std::string> terms_of(const AmountQuery& amounts, const Xapian::Database& database,
                                  std::size_t limit);

// Returns terms of times mentioned that lie within the days; an end that is missing is that of the
// years mentioned in the database.
std::vector<std::string> terms_of(const DateQuery& days, const Xapian::Database& database);

}  // namespace sinodex
