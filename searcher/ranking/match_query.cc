// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/match_query.h"

#include <utility>

#include "corpus/schema/fields.h"
#include "searcher/ranking/terms_source.h"

namespace sinodex {
namespace {

Xapian::Query combined(Xapian::Query::op op, const std::vector<MatchQuery>& children) {
    std::vector<Xapian::Query> parts;
    parts.reserve(children.size());
    for (const MatchQuery& child : children) parts.push_back(child.to_xapian());
    return {op, parts.begin(), parts.end()};
}

}  // namespace

MatchQuery MatchQuery::of_term(std::string term, unsigned count) {
    MatchQuery query{Kind::term};
    query.term = std::move(term);
    query.count = count;
    return query;
}

MatchQuery MatchQuery::of(Kind kind, std::vector<MatchQuery> children) {
    MatchQuery query{kind};
    query.children = std::move(children);
    return query;
}

MatchQuery MatchQuery::scaled(MatchQuery query, double factor) {
    MatchQuery whole{Kind::scaled};
    whole.factor = factor;
    whole.children.push_back(std::move(query));
    return whole;
}

// The shared Query::MatchAll will not do: its reference count is not safe across threads.
Xapian::Query MatchQuery::to_xapian() const {
    using enum Xapian::Query::op;
    switch (kind) {
        case Kind::nothing:
            return {};
        case Kind::everything:
            return Xapian::Query(std::string());
        case Kind::term:
            return {term, count};
        case Kind::scaled:
            return {OP_SCALE_WEIGHT, children.front().to_xapian(), factor};
        case Kind::all:
            return combined(OP_AND, children);
        case Kind::any:
            return combined(OP_OR, children);
        case Kind::one_of: {
            std::vector<std::string> terms;
            for (const MatchQuery& child : children) terms.push_back(child.term);
            return Xapian::Query((new TermsSource(std::move(terms)))->release());
        }
        case Kind::synonym:
            return combined(OP_SYNONYM, children);
        case Kind::maybe:
            return {OP_AND_MAYBE, children.at(0).to_xapian(), children.at(1).to_xapian()};
        case Kind::without:
            return {OP_AND_NOT, children.at(0).to_xapian(), children.at(1).to_xapian()};
        case Kind::dates:
            return {OP_VALUE_RANGE, static_cast<Xapian::valueno>(info(Field::date).slot), from, to};
    }
    return {};
}

}  // namespace sinodex
