// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/text/analyzer.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/verification.h"
#include "searcher/rendering/view_json.h"
#include "searcher/searcher.h"
#include "tests/support/temporary_folder.h"

namespace sinodex::testing {

// Tests of shards have this in common: a collection, once in one index and once in three parts, and
// queries of each kind, by which both are compared.

inline constexpr int kQueries = 50;

// Indexes documents, the shipped ones unless a path says otherwise.
void index_into(const std::string& database, const std::string& shard,
                const std::string& path = SINODEX_SOURCE_DIR "/corpus/articles");

// The shipped articles.
struct ShardCollection {
    TemporaryFolder folder;
    std::string whole = folder / "whole";
    std::vector<std::string> parts;

    ShardCollection();
};
const ShardCollection& shards();
const Searcher& whole();

// Makes queries of what articles say.
class QueryMaker {
 public:
    explicit QueryMaker(unsigned seed);

    std::size_t any(std::size_t count) { return random_() % count; }
    StoredArticle article() { return whole().article(ids_[any(ids_.size())]); }
    StoredArticle chinese();

    // A word of an article, with what follows it up to `count` words; Han characters each count.
    std::string words(const StoredArticle& article, std::size_t count, bool han);
    std::string word(bool han = false) { return words(article(), 1, han); }

 private:
    std::mt19937 random_;
    std::vector<std::string> ids_;
    Analyzer analyzer_;
};

struct QueryKind {
    const char* name;
    std::function<std::string(QueryMaker&)> make;
};
std::vector<QueryKind> query_kinds();
std::string entity_query(QueryMaker& make);

// The i-th request of a kind: of all units, limits and the like in turn.
SearchRequest shard_request(std::string query, int i);

// The same hits, scores, warnings and marks.
void expect_equal(const SearchResult& one, const SearchResult& other, const std::string& query);

template <typename View>
std::string json_of(View view) {
    view.matches.took_ms = 0;
    std::ostringstream out;
    render_json(view, "", JsonLayout::lines, out);
    return out.str();
}

inline std::string json_of(Verification verification) {
    verification.took_ms = 0;
    std::ostringstream out;
    render_json(verification, JsonLayout::lines, out);
    return out.str();
}

}  // namespace sinodex::testing
