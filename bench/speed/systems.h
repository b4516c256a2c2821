// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/speed/prepared_corpus.h"
#include "bench/speed/queries.h"

namespace sinodex {

using CommandLine = std::vector<std::string>;

// These are measured: commands, each a process. An empty command: the system has no such thing.
struct SpeedSystem {
    std::string name;
    std::string description;  // one line
    std::string absent;       // why it cannot be measured here; empty: it can
    std::string database;     // the name of a file or folder; several systems may search the same
    std::size_t warm_up = 1;  // times that all queries are asked before any are timed

    CommandLine build;      // all of it, into `database`
    CommandLine no_change;  // the same again
    CommandLine update;     // with what has changed
    CommandLine serve;      // see worker.h
    CommandLine once;       // one query, the word "QUERY" or "QUERIES" standing for it or its file
};

// The systems of a list, Sinodex always first: "all", "none", or names separated by commas, out of
// fts5, xapian and lucene. What they write goes to the folder of the corpus; Lucene's program is
// compiled there. Throws Error (usage) for another name.
std::vector<SpeedSystem> find_systems(const std::string& list, const PreparedCorpus& corpus);

// Throws Error (usage) for a list that find_systems would not take.
void check_systems(const std::string& list);

// A query in the language of docs/query-language.md.
std::string sinodex_query(const SpeedQuery& query);

}  // namespace sinodex
