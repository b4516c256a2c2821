// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/synonym_query.h"

#include <algorithm>
#include <cmath>

namespace sinodex {
namespace {

Xapian::Query all_of(const WayOfSaying& way) {
    std::vector<Xapian::Query> terms;
    for (const std::string& term : way) terms.emplace_back(term);
    return {Xapian::Query::OP_AND, terms.begin(), terms.end()};
}

// A query and about how many documents it matches, as Xapian reckons that.
struct EstimatedQuery {
    double documents;
    Xapian::Query query;
};

bool more_frequent(const EstimatedQuery& a, const EstimatedQuery& b) {
    return a.documents > b.documents;
}

double rounded(double documents) { return std::floor(documents + 0.5); }

EstimatedQuery estimated(const WayOfSaying& way, const Xapian::Database& database) {
    const double all = database.get_doccount();
    double documents = way.empty() ? 0 : database.get_termfreq(way.front());
    for (std::size_t i = 1; i < way.size(); ++i) {
        documents = documents * database.get_termfreq(way[i]) / all;
    }
    return {rounded(documents), all_of(way)};
}

EstimatedQuery either(const EstimatedQuery& a, const EstimatedQuery& b, double all) {
    return {rounded(a.documents + b.documents - a.documents * b.documents / all),
            {Xapian::Query::OP_SYNONYM, a.query, b.query}};
}

}  // namespace

Xapian::Query synonym_query(const std::vector<WayOfSaying>& ways, const IndexReader& index) {
    std::vector<EstimatedQuery> parts;
    for (const WayOfSaying& way : ways) parts.push_back(estimated(way, index.database()));
    if (ways.size() < 3 || index.segments().size() == 1) {
        std::vector<Xapian::Query> queries;
        for (const EstimatedQuery& part : parts) queries.push_back(part.query);
        return {Xapian::Query::OP_SYNONYM, queries.begin(), queries.end()};
    }
    const auto take_rarest = [&parts] {
        std::pop_heap(parts.begin(), parts.end(), more_frequent);
        EstimatedQuery rarest = std::move(parts.back());
        parts.pop_back();
        return rarest;
    };
    std::make_heap(parts.begin(), parts.end(), more_frequent);
    while (parts.size() > 1) {
        const EstimatedQuery rarest = take_rarest();
        parts.push_back(either(take_rarest(), rarest, index.database().get_doccount()));
        std::push_heap(parts.begin(), parts.end(), more_frequent);
    }
    return parts.front().query;
}

}  // namespace sinodex
