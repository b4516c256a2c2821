// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "bench/evaluation/measures.h"
#include "bench/evaluation/runs.h"
#include "bench/quality/collection.h"
#include "bench/quality/scratch_folder.h"
#include "searcher/ranking/weights.h"
#include "searcher/searcher.h"

namespace sinodex {

// Holds them by collection, then by topic in the order of LearningSet::topics.
using TopicValues = std::vector<std::vector<double>>;

struct LearningSetOptions {
    std::string measure = "nDCG@10";
    std::size_t depth = 50;  // hits asked for, a topic
    std::size_t topics = 0;  // at most, of a collection, drawn by the seed; 0: all
    std::uint64_t seed = 1;
    std::size_t threads = 1;
    std::string databases;   // kept there, under the names of the collections; empty: nowhere
    std::string dictionary;  // a file for the databases; empty: none, or the one kept
};

// The topics of several collections and their databases, ready to be measured under any weights.
// Measuring uses threads of its own; the object itself is for one thread at a time.
class LearningSet {
 public:
    // Indexes the collections. Throws as indexing does, and Error (usage) for an unknown measure.
    LearningSet(std::vector<Collection> collections, LearningSetOptions options);

    // The measure of each topic. What was measured once is remembered.
    const TopicValues& measure(const Weights& weights);

    // What is found for each topic, by collection.
    std::vector<std::vector<Ranking>> rank(const Weights& weights) const;

    // The measure of a ranking of one topic.
    double value_of(std::size_t collection, std::size_t topic, const Ranking& ranking) const;

    const std::vector<Collection>& collections() const { return collections_; }
    std::size_t measured() const { return known_.size(); }

 private:
    std::vector<Ranking> rank_collection(std::size_t number, const Weights& weights) const;

    std::vector<Collection> collections_;
    LearningSetOptions options_;
    Measure measure_;
    ScratchFolder scratch_;
    std::vector<Searcher> searchers_;
    std::map<std::vector<double>, TopicValues> known_;
};

}  // namespace sinodex
