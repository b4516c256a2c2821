// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/synonym_query.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace sinodex {
namespace {

using Kind = MatchQuery::Kind;

MatchQuery all_of(const WayOfSaying& way) {
    std::vector<MatchQuery> terms;
    for (const std::string& term : way) terms.push_back(MatchQuery::of_term(term));
    return MatchQuery::of(Kind::all, std::move(terms));
}

// A query and about how many documents it matches.
struct EstimatedQuery {
    double documents;
    MatchQuery query;
};

bool more_frequent(const EstimatedQuery& a, const EstimatedQuery& b) {
    return a.documents > b.documents;
}

double rounded(double documents) { return std::floor(documents + 0.5); }

double either(double a, double b, double all) { return rounded(a + b - a * b / all); }

double estimated_either(std::vector<double> parts, double all) {
    const auto take_rarest = [&parts] {
        std::pop_heap(parts.begin(), parts.end(), std::greater<>());
        const double rarest = parts.back();
        parts.pop_back();
        return rarest;
    };
    std::make_heap(parts.begin(), parts.end(), std::greater<>());
    while (parts.size() > 1) {
        const double rarest = take_rarest();
        parts.push_back(either(take_rarest(), rarest, all));
        std::push_heap(parts.begin(), parts.end(), std::greater<>());
    }
    return parts.empty() ? 0 : parts.front();
}

}  // namespace

double estimated_documents(const MatchQuery& query, const IndexReader& index) {
    if (query.kind == Kind::term) return index.counted_frequency(query.term);
    const double all = index.database().get_doccount();
    std::vector<double> parts;
    for (const MatchQuery& child : query.children) {
        parts.push_back(estimated_documents(child, index));
    }
    if (query.kind != Kind::all) return estimated_either(std::move(parts), all);
    double documents = parts.empty() ? 0 : parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) documents = documents * parts[i] / all;
    return rounded(documents);
}

MatchQuery synonym_query(const std::vector<WayOfSaying>& ways, const IndexReader& index) {
    if (ways.size() < 3 || index.segments().size() == 1) {
        std::vector<MatchQuery> queries;
        for (const WayOfSaying& way : ways) queries.push_back(all_of(way));
        return MatchQuery::of(Kind::synonym, std::move(queries));
    }
    const double all = index.database().get_doccount();
    std::vector<EstimatedQuery> parts;
    for (const WayOfSaying& way : ways) {
        MatchQuery query = all_of(way);
        const double documents = estimated_documents(query, index);
        parts.push_back({documents, std::move(query)});
    }
    const auto take_rarest = [&parts] {
        std::pop_heap(parts.begin(), parts.end(), more_frequent);
        EstimatedQuery rarest = std::move(parts.back());
        parts.pop_back();
        return rarest;
    };
    std::make_heap(parts.begin(), parts.end(), more_frequent);
    while (parts.size() > 1) {
        EstimatedQuery rarest = take_rarest();
        EstimatedQuery next = take_rarest();
        const double documents = either(next.documents, rarest.documents, all);
        std::vector<MatchQuery> both;
        both.push_back(std::move(next.query));
        both.push_back(std::move(rarest.query));
        parts.push_back({documents, MatchQuery::of(Kind::synonym, std::move(both))});
        std::push_heap(parts.begin(), parts.end(), more_frequent);
    }
    return std::move(parts.front().query);
}

}  // namespace sinodex
