// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/api/facets.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "searcher/query/quoting.h"
#include "searcher/views/build.h"
#include "searcher/views/matches.h"

namespace sinodex {
namespace {

using Counts = std::map<std::string, std::uint64_t>;  // by value

// The values of a facet from how many articles have each; `describe` makes a value of its text.
template <typename Describe>
Facet facet_of(std::string name, const Counts& counts, std::uint64_t without, std::size_t top,
               Describe describe) {
    Facet facet{std::move(name), {}, counts.size(), without};
    for (const auto& [value, articles] : counts) {
        facet.values.push_back(describe(value));
        facet.values.back().articles = articles;
    }
    std::sort(facet.values.begin(), facet.values.end(), [](const auto& a, const auto& b) {
        return std::tie(b.articles, a.name, a.value) < std::tie(a.articles, b.name, b.value);
    });
    if (facet.values.size() > top) facet.values.resize(top);
    return facet;
}

void add_if_any(Facet facet, std::vector<Facet>& facets) {
    if (facet.distinct > 0) facets.push_back(std::move(facet));
}

void add_entity_facets(const Matches& matches, const Knowledge& knowledge, std::size_t top,
                       std::vector<Facet>& facets) {
    struct OfType {
        Counts counts;
        std::uint64_t articles = 0;
    };
    std::map<EntityType, OfType> types;
    for (const MatchedArticle& article : matches.articles) {
        std::set<EntityType> met;
        for (const EntityNumber number : article.entities) {
            const Entity& entity = knowledge.entity(number);
            ++types[entity.type].counts[entity.id];
            met.insert(entity.type);
        }
        for (const EntityType type : met) ++types[type].articles;
    }
    for (const auto& [type, found] : types) {
        const auto describe = [&](const std::string& id) {
            const Entity& entity = knowledge.entity(*knowledge.find(id));
            return FacetValue{id, entity.name, entity_filter(entity)};
        };
        add_if_any(facet_of(std::string(to_string(type)), found.counts,
                            matches.articles.size() - found.articles, top, describe),
                   facets);
    }
}

// A facet of what each version has once; `value_of` gives an empty text where it has nothing.
template <typename ValueOf, typename Filter>
Facet version_facet(std::string name, const Matches& matches, std::size_t top, ValueOf value_of,
                    Filter filter) {
    Counts counts;
    std::uint64_t without = 0;
    for (const MatchedArticle& article : matches.articles) {
        std::set<std::string> values;
        for (const MatchedVersion& version : article.versions) values.insert(value_of(version));
        values.erase("");
        for (const std::string& value : values) ++counts[value];
        if (values.empty()) ++without;
    }
    return facet_of(std::move(name), counts, without, top, [&](const std::string& value) {
        return FacetValue{value, value, filter(value)};
    });
}

}  // namespace

std::string entity_filter(const Entity& entity) {
    return std::string(to_string(entity.type)).append(":").append(entity.id);
}

Facets build_facets(Session& session, const SearchRequest& request, std::size_t top) {
    Matches matches = matches_of(session, request);
    Facets view;
    add_entity_facets(matches, session.domain()->knowledge, top, view.facets);
    const auto add = [&](const char* name, auto value_of, auto filter) {
        add_if_any(version_facet(name, matches, top, value_of, filter), view.facets);
    };
    add(
        "source", [](const MatchedVersion& version) { return version.source; },
        [](const std::string& value) { return "source:" + quoted_value(value); });
    add(
        "author", [](const MatchedVersion& version) { return version.author; },
        [](const std::string& value) { return "author:" + quoted_value(value); });
    add(
        "year", [](const MatchedVersion& version) { return version.date.substr(0, 4); },
        [](const std::string& value) { return "date:" + value; });
    add(
        "lang", [](const MatchedVersion& version) { return version.lang; },
        [](const std::string& value) { return "lang:" + value; });
    view.matches = std::move(matches.summary);
    return view;
}

}  // namespace sinodex
