// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "corpus/text/analyzer.h"
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

// Asks the shards something; who counts what that takes does so around it.
using Asking = std::function<void(const std::string& what, const std::function<void()>& ask)>;
void plainly(const std::string& what, const std::function<void()>& ask);

// Each of these asks one index and what else is searched as one for fifty things of a kind, and
// expects the same: hits of all kinds of queries; views; articles, quotations and articles that are
// like one; completions.
void expect_same_hits(const Searcher& other, const Asking& asking = plainly);
void expect_same_views(const Searcher& other, const Asking& asking = plainly);
void expect_same_articles(const Searcher& other, const Asking& asking = plainly);
void expect_same_completions(const Searcher& other, const Asking& asking = plainly);

}  // namespace sinodex::testing
