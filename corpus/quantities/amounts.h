// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/quantities/decimal.h"
#include "corpus/quantities/units.h"

namespace sinodex {

// How an amount was hedged.
enum class Qualifier : std::uint8_t {
    exactly,
    about,
    nearly,
    more_than,
    less_than,
    at_least,
    at_most,
    up_to,
};

// A sum of money, a share, a duration or a count that a text gives.
//
//   text                       low     high    unit     qualifier
//   nearly $1.1tn              1.1e12  1.1e12  usd      nearly
//   人民币182.28亿元             1.8228e10       cny      exactly
//   between 3% and 5%          3       5       percent  exactly
//   a third of users           33.33   33.33   percent  exactly
//   493 million active users   4.93e8          users    exactly
//
// Signs are not read: a fall of 3% is 3%. Currencies are never converted.
struct Amount {
    ByteRange range;  // of the text, without the qualifier
    Decimal low;
    Decimal high;  // as `low` but for ranges ($1bn-$2bn)
    Unit unit = Unit::count;
    Qualifier qualifier = Qualifier::exactly;
    int precision = 1;  // significant digits, as written, of the more precise end
};

// Finds the amounts of a text, English and Chinese: numbers in digits or words with a currency, a
// percent sign, a unit of time, a noun that is commonly counted, or a word such as million or 亿;
// also 249,50 EUR, 5 crore, 3块5, 三年半. A bare 182亿 has the unit of its list, its verb (罚,
// 募资) or its column's head; 元 and ¥ are those of the place named nearest. Bare numbers, years,
// dates, versions and names (A800) are none. "From $1bn to $2bn" is two amounts, since most often
// something rose; "$1bn to $2bn" and "between ... and ..." are one.
//
// Not thread-safe: one per thread, as it keeps memory for the next call.
class AmountFinder {
 public:
    AmountFinder();
    ~AmountFinder();
    AmountFinder(AmountFinder&&) noexcept;
    AmountFinder& operator=(AmountFinder&&) noexcept;

    // In order, disjoint. `text`: any bytes, less than 4 GiB; needs memory of some ten times its
    // size. Valid until the next call.
    const std::vector<Amount>& find(std::string_view text);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
