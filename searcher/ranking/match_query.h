// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace sinodex {

// What articles are found and weighed by, as a tree. MatchQuery::to_xapian() makes of it what
// Xapian runs, LocalMatch runs the same by itself.
struct MatchQuery {
    enum class Kind {
        nothing,
        everything,
        term,
        scaled,   // its child's weight times `factor`
        all,      // of its children
        any,      // of its children, whose weights add up
        one_of,   // the same of many terms, which weigh nothing
        synonym,  // one of its children, all of which are weighed as one term
        maybe,    // the first child, and the weight of the second one where that holds, too
        without,  // the first child, but for articles of the second one
        dates,    // the article's date lies between two values of the date field
    };

    Kind kind = Kind::nothing;
    std::string term = {};
    unsigned count = 1;  // how often the query says the term
    double factor = 1;
    std::string from = {}, to = {};  // of dates
    std::vector<MatchQuery> children = {};

    static MatchQuery of_term(std::string term, unsigned count = 1);
    static MatchQuery of(Kind kind, std::vector<MatchQuery> children);
    static MatchQuery scaled(MatchQuery query, double factor);

    bool empty() const { return kind == Kind::nothing; }
    Xapian::Query to_xapian() const;
};

}  // namespace sinodex
