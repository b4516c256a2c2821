// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "corpus/article.h"
#include "searcher/understanding/by_kind.h"

namespace sinodex {

struct Condition;

// Each of some conditions holds; always true of none.
struct AllOf {
    std::vector<Condition> children;
};

// One of some conditions holds.
struct AnyOf {
    std::vector<Condition> children;
    // The query's words of which one will do; what they name is added to the children. Empty for
    // what was asked for as it stands.
    ByteRange wanted = {};
};

// None of some conditions holds.
struct NoneOf {
    std::vector<Condition> children;
};

// The index has the term, with its prefix, for the article.
struct HasTerm {
    std::string term;
};

// A passage or the title holds a phrase.
struct HasPhrase {
    std::size_t phrase = 0;  // its number among the query's
    AllOf words;             // what says that all of its words are there
    AnyOf wanted;            // what says that one of them is, for when it is loosened
    bool strict = false;     // never loosened
};

// The article's date lies between two values of the date field, both included; empty is open.
struct DateWithin {
    std::string from, to;
};

// Says what must hold of an article. A value, which by_kind() takes apart.
struct Condition {
    std::variant<AllOf, AnyOf, NoneOf, HasTerm, HasPhrase, DateWithin> is;
    std::string label = {};  // for explanations, instead of the many terms of what it names
};

// A group of one is that one.
Condition simplest(AllOf all);
Condition simplest(AnyOf any);

// A condition for each of some terms.
std::vector<Condition> each_of(const std::vector<std::string>& terms);

// The conditions that a group is made of; none of what is no group. Valid as long as the condition.
std::span<const Condition> children_of(const Condition& condition);

// Whether nothing is asked for: it came of punctuation only.
bool says_nothing(const Condition& condition);

// Whether it turns on a phrase, be it an excluded one.
bool has_phrase(const Condition& condition);

// Shows the parts that ask for something, and are no groups: not those of exclusions.
template <typename Visit>
void visit_asked(const Condition& condition, const Visit& visit) {
    if (std::holds_alternative<NoneOf>(condition.is)) return;
    for (const Condition& child : children_of(condition)) visit_asked(child, visit);
    by_kind(
        condition, [](const AllOf&) {}, [](const AnyOf&) {}, [](const NoneOf&) {},
        [&](const auto& part) { visit(part); });
}

// In one line, for explanations.
std::string to_string(const Condition& condition);

}  // namespace sinodex
