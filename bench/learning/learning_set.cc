// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/learning_set.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <random>

#include "bench/evaluation/judged_ranking.h"
#include "bench/quality/index_collection.h"
#include "bench/quality/sinodex_system.h"

namespace sinodex {
namespace {

// A sample of topics, in their order.
void draw(std::vector<Topic>& topics, std::size_t count, std::uint64_t seed) {
    if (count == 0 || topics.size() <= count) return;
    std::mt19937_64 random(seed);
    // Selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S).
    std::vector<Topic> drawn;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        if (random() % (topics.size() - i) < count - drawn.size()) {
            drawn.push_back(std::move(topics[i]));
        }
    }
    topics = std::move(drawn);
}

std::vector<double> values_of(const Weights& weights) {
    std::vector<double> values;
    values.reserve(kWeightTable.size());
    for (const WeightInfo& info : kWeightTable) values.push_back(weights.*info.member);
    return values;
}

}  // namespace

LearningSet::LearningSet(std::vector<Collection> collections, LearningSetOptions options)
    : collections_(std::move(collections)),
      options_(std::move(options)),
      measure_(parse_measure(options_.measure)) {
    for (Collection& collection : collections_) {
        draw(collection.topics, options_.topics, options_.seed);
        searchers_.emplace_back(index_collection(collection, options_.databases,
                                                 scratch_ / collection.name, options_.dictionary));
    }
}

const TopicValues& LearningSet::measure(const Weights& weights) {
    const auto [known, fresh] = known_.try_emplace(values_of(weights));
    if (!fresh) return known->second;
    const std::vector<std::vector<Ranking>> found = rank(weights);
    for (std::size_t i = 0; i < found.size(); ++i) {
        auto& values = known->second.emplace_back();
        for (std::size_t j = 0; j < found[i].size(); ++j) {
            values.push_back(value_of(i, j, found[i][j]));
        }
    }
    return known->second;
}

std::vector<std::vector<Ranking>> LearningSet::rank(const Weights& weights) const {
    std::vector<std::vector<Ranking>> found;
    for (std::size_t i = 0; i < collections_.size(); ++i) {
        found.push_back(rank_collection(i, weights));
    }
    return found;
}

double LearningSet::value_of(std::size_t collection, std::size_t topic,
                             const Ranking& ranking) const {
    const Collection& of = collections_[collection];
    return measure_(judge(ranking, of.qrels.at(of.topics[topic].id)));
}

std::vector<Ranking> LearningSet::rank_collection(std::size_t number,
                                                  const Weights& weights) const {
    const Collection& collection = collections_[number];
    std::vector<Ranking> found(collection.topics.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        const auto system = make_sinodex_system(searchers_[number], collection.unit, weights);
        for (std::size_t i = next++; i < found.size(); i = next++) {
            found[i] = system->search(collection.topics[i].text, options_.depth);
        }
    };
    std::vector<std::future<void>> workers;
    for (std::size_t i = 0; i < options_.threads; ++i) {
        workers.push_back(std::async(std::launch::async, work));
    }
    for (auto& worker : workers) worker.get();
    return found;
}

}  // namespace sinodex
