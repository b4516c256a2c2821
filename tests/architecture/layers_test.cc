// SPDX-License-Identifier: GPL-2.0-or-later

// Includes point downwards: docs/architecture.md, "Who may include whom".

#include <gtest/gtest.h>

#include <optional>

#include "tests/architecture/sources.h"

namespace sinodex {
namespace {

using namespace testing;

// A floor lists folders, or files directly in one ("corpus/*"), that do not know each other.
using Floor = std::vector<std::string>;

const std::vector<Floor>& floors() {
    static const std::vector<Floor> all{
        {"corpus/*"},
        {"corpus/knowledge"},
        {"corpus/text", "corpus/program", "corpus/remote", "corpus/c"},
        {"corpus/passages", "corpus/entities", "corpus/quantities", "corpus/stories",
         "corpus/synonyms"},
        {"corpus/readers", "corpus/analysis", "corpus/schema"},
        {"corpus/dictionary"},
        {"indexer/*", "indexer/commit", "searcher/api"},
        {"indexer/cli", "indexer/c", "searcher/query", "searcher/saved"},
        {"searcher/understanding"},
        {"searcher/ranking"},
        {"searcher/hits"},
        {"searcher/retrieval"},
        {"searcher/verification", "searcher/completion"},
        {"searcher/views"},
        {"searcher/*"},
        {"searcher/request", "searcher/rendering"},
        {"searcher/cli", "searcher/c", "searcher/service", "bench/evaluation"},
        {"bench/quality"},
        {"bench/findings", "bench/learning", "bench/speed"},
        {"bench/cli", "bench/micro", "bench/ways"},
        {"tests"},
    };
    return all;
}

std::string folder_of(const std::string& file) {
    if (file.starts_with("tests/")) return "tests";
    const std::size_t first = file.find('/');
    const std::size_t second = file.find('/', first + 1);
    return second == std::string::npos ? file.substr(0, first) + "/*" : file.substr(0, second);
}

std::optional<std::size_t> floor_of(const std::string& folder) {
    for (std::size_t i = 0; i < floors().size(); ++i) {
        for (const std::string& one : floors()[i]) {
            if (one == folder) return i;
        }
    }
    return std::nullopt;
}

// An index is written and read by libraries that do not know each other, whatever floor they are
// on.
bool are_apart(const std::string& a, const std::string& b) {
    return (a.starts_with("indexer/") && b.starts_with("searcher/")) ||
           (a.starts_with("searcher/") && b.starts_with("indexer/"));
}

// indexer/commit is a part of the indexer that has a folder of its own.
bool are_one(const std::string& a, const std::string& b) {
    const auto indexer = [](const std::string& folder) {
        return folder == "indexer/*" || folder == "indexer/commit";
    };
    return a == b || (indexer(a) && indexer(b));
}

bool is_ours(const std::string& header) {
    for (const char* top : {"corpus/", "indexer/", "searcher/", "bench/", "tests/"}) {
        if (header.starts_with(top)) return true;
    }
    return false;
}

TEST(Layers, HaveAFloorForEachFolder) {
    for (const char* top : {"corpus", "indexer", "searcher", "bench"}) {
        for (const std::string& file : sources_below(top)) {
            EXPECT_TRUE(floor_of(folder_of(file))) << file << " is on no floor";
        }
    }
}

TEST(Layers, AreIncludedDownwardsOnly) {
    std::size_t seen = 0;
    for (const char* top : {"corpus", "indexer", "searcher", "bench"}) {
        for (const Include& include : includes_below(top)) {
            if (!is_ours(include.header)) continue;
            ++seen;
            const std::string from = folder_of(include.file);
            const std::string to = folder_of(include.header);
            if (are_one(from, to)) continue;
            EXPECT_LT(floor_of(to), floor_of(from))
                << include.file << " includes " << include.header;
            EXPECT_FALSE(are_apart(from, to)) << include.file << " includes " << include.header;
        }
    }
    EXPECT_GT(seen, 500U);
}

}  // namespace
}  // namespace sinodex
