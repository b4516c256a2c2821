// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/api/hit.h"
#include "searcher/api/missing_shard.h"
#include "searcher/api/understood_part.h"

namespace sinodex {

struct SearchWarning {
    std::uint32_t begin = 0;  // bytes of the query
    std::uint32_t end = 0;
    std::string message;
};

struct ExplainStage {
    std::string name;
    std::string text;
};

struct SearchResult {
    std::string query;
    std::string interpretation;  // how the query was understood, in one line
    std::uint64_t articles = 0;  // that match; an estimate when they are many
    std::uint32_t revision = 0;  // of the database: ask for what comes after it next time
    double took_ms = 0;
    std::vector<SearchHit> hits;
    std::vector<SearchWarning> warnings;
    std::vector<std::string> missing;  // words of the query that no article holds, as typed
    std::string suggestion;  // the query with its spelling corrected; empty where nothing is to be
    bool corrected = false;  // nothing matched the query; the hits are those of the suggestion
    bool relaxed = false;    // no article held a phrase; it was read as words, with a warning
    std::vector<ExplainStage> stages;          // with SearchRequest::explain
    std::vector<UnderstoodPart> understood;    // likewise
    std::vector<MissingShard> missing_shards;  // that were not searched, with a warning for each
};

}  // namespace sinodex
