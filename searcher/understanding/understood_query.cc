// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/understood_query.h"

#include <sstream>

namespace sinodex {
namespace {

std::string in_short(double number) {
    std::ostringstream out;
    out << number;
    return out.str();
}

const char* in_words(QueryConcept::Kind kind) {
    switch (kind) {
        case QueryConcept::Kind::entity:
            return "; entity ";
        case QueryConcept::Kind::amount:
            return "; amount ";
        case QueryConcept::Kind::date:
            return "; time ";
        case QueryConcept::Kind::synonym:
            return "; like ";
        case QueryConcept::Kind::spelling:
            return "; spelt ";
        case QueryConcept::Kind::related:
            return "; related ";
        case QueryConcept::Kind::translation:
            return "; translated ";
    }
    return "; ";
}

}  // namespace

std::string to_string(const Condition& condition) {
    using Kind = Condition::Kind;
    std::string out;
    if (!condition.label.empty()) return condition.label;
    switch (condition.kind) {
        case Kind::term:
            return condition.term;
        case Kind::date:
            return "date " + condition.from + ".." + condition.to;
        case Kind::any:
            out = "(any";
            break;
        case Kind::all:
            out = "(all";
            break;
        case Kind::none:
            out = "(none";
            break;
        case Kind::phrase:
            return "(phrase " + std::to_string(condition.phrase) + " " +
                   to_string(condition.children.front()) + ")";
    }
    for (const Condition& child : condition.children) out.append(" ").append(to_string(child));
    return out + ")";
}

std::string to_string(const UnderstoodQuery& query) {
    std::string out = "any of";
    for (const QueryTerm& term : query.terms) {
        out.append(" ").append(term.term);
        if (term.count > 1) out.append("^").append(std::to_string(term.count));
        if (term.weight != 1) out.append(" (weight ").append(in_short(term.weight)).append(")");
    }
    if (query.terms.empty()) {
        out =
            query.condition ? "all articles, the newest first" : "nothing: there is no word in it";
    }
    for (const QueryConcept& named : query.concepts) {
        out.append(in_words(named.kind)).append(named.label);
    }
    if (query.condition) out.append("; must hold: ").append(to_string(*query.condition));
    if (query.collapse) out.append(*query.collapse ? "; one version" : "; all versions");
    return out;
}

}  // namespace sinodex
