// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searcher/api/expansions.h"

namespace sinodex {

// A search returns passages, or whole articles with their best passage.
enum class SearchUnit { passage, article };

// How a query is read: with the signs and operators of the query language, or as nothing but words.
enum class QuerySyntax { full, plain };

// The ids of what has a tag, by its name: of articles, and of passages as "article#n"; each sorted.
using TaggedIds = std::map<std::string, std::vector<std::string>, std::less<>>;

struct SearchRequest {
    std::string query;  // UTF-8; the language is described in docs/query-language.md
    QuerySyntax syntax = QuerySyntax::full;
    SearchUnit unit = SearchUnit::passage;
    std::size_t limit = 10;  // of hits
    bool texts = true;       // false: hits have ids and scores only; faster for deep rankings
    bool carried = false;  // also passages that hold no word of the query, carried by their article
    Expansions expand;     // what the words match beside themselves
    std::size_t per_article = 0;  // passages of one article, at most; 0: any number
    bool collapse = true;         // of several versions of a story, the best-written one only
    // Only passages whose text came into the database after this revision of it (0: all), of
    // articles that match and hold such a passage; phrases are then never loosened. See
    // revision_named().
    std::optional<std::uint32_t> since = std::nullopt;
    std::uint32_t context = 0;  // passages before and after each hit's to be quoted, at most
    bool explain = false;       // fill SearchResult::stages and SearchHit::parts
    // Says what tag:NAME in the query stands for. A tag of an article is one of all its passages.
    // Where articles are wanted or counted, one is tagged as soon as one of its passages is.
    std::shared_ptr<const TaggedIds> tags = nullptr;
    // When either is there and the time has come, or the flag is set from another thread, the
    // search ends within some milliseconds with an Error (interrupted).
    std::optional<std::chrono::steady_clock::time_point> deadline = std::nullopt;
    std::shared_ptr<const std::atomic<bool>> cancelled = nullptr;
};

}  // namespace sinodex
