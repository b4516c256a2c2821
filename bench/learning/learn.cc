// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/learning/learn.h"

#include <numeric>
#include <random>

#include "bench/evaluation/significance.h"

namespace sinodex {
namespace {

// Says which topics count, by collection.
using Chosen = std::vector<std::vector<bool>>;

Chosen everything(const LearningSet& set) {
    Chosen chosen;
    for (const Collection& collection : set.collections()) {
        chosen.emplace_back(collection.topics.size(), true);
    }
    return chosen;
}

double mean_of_means(const TopicValues& values, const Chosen& chosen) {
    double sum = 0;
    std::size_t collections = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double inner = 0;
        std::size_t topics = 0;
        for (std::size_t j = 0; j < values[i].size(); ++j) {
            if (!chosen[i][j]) continue;
            inner += values[i][j];
            ++topics;
        }
        if (topics == 0) continue;
        sum += inner / static_cast<double>(topics);
        ++collections;
    }
    return collections == 0 ? 0 : sum / static_cast<double>(collections);
}

double mean(const std::vector<double>& values) {
    if (values.empty()) return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

class Learner {
 public:
    Learner(LearningSet& set, const LearnOptions& options) : set_(set), options_(options) {}

    LearnReport run() {
        report_.start = options_.start;
        for (const Collection& collection : set_.collections()) {
            report_.collections.push_back({});
            report_.collections.back().name = collection.name;
            report_.collections.back().topics = collection.topics.size();
        }
        report_.learned = learn_from(everything(set_), "all collections");
        for (std::size_t i = 0; i < report_.collections.size(); ++i) {
            report_.collections[i].start = mean(start()[i]);
            report_.collections[i].learned = mean(set_.measure(report_.learned)[i]);
        }
        if (options_.folds > 1) cross_validate();
        if (options_.leave_one_out && report_.collections.size() > 1) leave_one_out();
        report_.measured = set_.measured();
        return report_;
    }

 private:
    const TopicValues& start() { return set_.measure(options_.start); }

    Weights learn_from(const Chosen& chosen, const std::string& what) {
        return ascend(
            options_.start,
            [&](const Weights& weights) {
                const double value = mean_of_means(set_.measure(weights), chosen);
                if (options_.progress) {
                    options_.progress(what + ": " + std::to_string(value) + ", tried " +
                                      std::to_string(set_.measured()));
                }
                return value;
            },
            options_.ascent);
    }

    double p_value(const std::vector<double>& values, std::size_t collection) {
        return randomisation_test(values, start()[collection], {100'000, options_.seed}).p_value;
    }

    // Folds are drawn by topic, from the seed.
    Chosen draw_folds(std::vector<std::vector<std::size_t>>& fold_of) const {
        std::mt19937_64 random(options_.seed);
        for (const Collection& collection : set_.collections()) {
            std::vector<std::size_t> folds(collection.topics.size());
            for (std::size_t& fold : folds) fold = random() % options_.folds;
            fold_of.push_back(std::move(folds));
        }
        return everything(set_);
    }

    void cross_validate() {
        std::vector<std::vector<std::size_t>> fold_of;
        Chosen chosen = draw_folds(fold_of);
        TopicValues held_out = start();
        for (std::size_t fold = 0; fold < options_.folds; ++fold) {
            for (std::size_t i = 0; i < chosen.size(); ++i) {
                for (std::size_t j = 0; j < chosen[i].size(); ++j) {
                    chosen[i][j] = fold_of[i][j] != fold;
                }
            }
            const Weights weights = learn_from(chosen, "fold " + std::to_string(fold + 1));
            const TopicValues& values = set_.measure(weights);
            for (std::size_t i = 0; i < chosen.size(); ++i) {
                for (std::size_t j = 0; j < chosen[i].size(); ++j) {
                    if (!chosen[i][j]) held_out[i][j] = values[i][j];
                }
            }
        }
        for (std::size_t i = 0; i < held_out.size(); ++i) {
            report_.collections[i].cross_validated = mean(held_out[i]);
            report_.collections[i].cross_validated_p = p_value(held_out[i], i);
        }
    }

    void leave_one_out() {
        for (std::size_t i = 0; i < report_.collections.size(); ++i) {
            Chosen chosen = everything(set_);
            chosen[i].assign(chosen[i].size(), false);
            const Weights weights = learn_from(chosen, "without " + report_.collections[i].name);
            const std::vector<double>& values = set_.measure(weights)[i];
            report_.collections[i].left_out = mean(values);
            report_.collections[i].left_out_p = p_value(values, i);
        }
    }

    LearningSet& set_;
    const LearnOptions& options_;
    LearnReport report_;
};

}  // namespace

LearnReport learn(LearningSet& set, const LearnOptions& options) {
    return Learner(set, options).run();
}

}  // namespace sinodex
