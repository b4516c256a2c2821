// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "bench/speed/queries.h"

namespace sinodex {

// A search engine in this process, for the worker. The best ten for each query. One thread each.
class Engine {
 public:
    Engine() = default;
    virtual ~Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // How many hits there were, at most kHits. Throws Error.
    virtual std::size_t search(const SpeedQuery& query) = 0;

    static constexpr std::size_t kHits = 10;
};

// Sinodex: passages with their texts and highlights, or articles by id alone.
std::unique_ptr<Engine> open_sinodex_passages(const std::string& database);
std::unique_ptr<Engine> open_sinodex_articles(const std::string& database);

// SQLite's FTS5: porter over unicode61, bm25(), words joined by OR; id and title of each hit.
std::unique_ptr<Engine> open_fts5(const std::string& database);
// Adds articles of a dump file (see dump_file.h) in one transaction, replacing those that are
// there; a new database is optimised at the end. Throws Error.
void build_fts5(const std::string& dump, const std::string& database);

// A database of scriptindex: Xapian's query parser with English stems, words joined by OR, BM25,
// as quest has them; the data of each hit is read.
std::unique_ptr<Engine> open_xapian(const std::string& database);

}  // namespace sinodex
