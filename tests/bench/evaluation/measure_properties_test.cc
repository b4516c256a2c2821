// SPDX-License-Identifier: GPL-2.0-or-later

// Tries on rankings at random what must hold of every measure for any ranking.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "bench/evaluation/evaluate.h"
#include "tests/bench/evaluation/temporary_file.h"

namespace sinodex {
namespace {

constexpr int kTries = 2000;

const char* const kBounded[] = {
    "AP",           "AP@5",        "AP(rel=2)", "nDCG",  "nDCG@5",    "nDCG(dcg='exp-log2')@5",
    "P@5",          "R@5",         "RR",        "RR@5",  "Success@5", "Bpref",
    "Bpref(rel=3)", "RBP(p=0.95)", "ERR",       "ERR@5", "Judged@5",  "Rprec"};

// These must not fall when a better document changes places with a worse one above it.
const char* const kMonotonic[] = {"AP",
                                  "AP@5",
                                  "AP(rel=2)",
                                  "nDCG",
                                  "nDCG@5",
                                  "RR",
                                  "RR@5",
                                  "RBP(p=0.95)",
                                  "ERR",
                                  "ERR@5",
                                  "nDCG(dcg='exp-log2')@5"};

// Up to 20 judged documents with gains from -2 to 5, and up to 20 ranked ones: the judged ones that
// were found, and others, shuffled.
JudgedRanking random_ranking(std::mt19937_64& random) {
    JudgedRanking ranking;
    for (std::size_t left = random() % 21; left > 0; --left) {
        ranking.judged.push_back(static_cast<int>(random() % 8) - 2);
        if (random() % 2 == 0) ranking.ranked.emplace_back(ranking.judged.back());
    }
    for (std::size_t left = random() % 10; left > 0; --left) ranking.ranked.emplace_back();
    std::shuffle(ranking.ranked.begin(), ranking.ranked.end(), random);
    std::sort(ranking.judged.begin(), ranking.judged.end(), std::greater<>());
    return ranking;
}

TEST(MeasureProperties, ValuesStayWithinZeroAndOne) {
    std::mt19937_64 random(1);
    for (int i = 0; i < kTries; ++i) {
        const JudgedRanking ranking = random_ranking(random);
        for (const char* const name : kBounded) {
            const double value = parse_measure(name)(ranking);
            ASSERT_GE(value, 0) << name;
            ASSERT_LE(value, 1 + 1e-12) << name;
        }
    }
}

TEST(MeasureProperties, MovingABetterDocumentUpNeverLowers) {
    std::mt19937_64 random(2);
    int swaps = 0;
    for (int i = 0; i < kTries; ++i) {
        const JudgedRanking before = random_ranking(random);
        if (before.ranked.size() < 2) continue;
        std::size_t upper = random() % before.ranked.size();
        std::size_t lower = random() % before.ranked.size();
        if (upper > lower) std::swap(upper, lower);
        JudgedRanking after = before;
        std::swap(after.ranked[upper], after.ranked[lower]);
        if (after.ranked[upper].value_or(0) <= after.ranked[lower].value_or(0)) continue;
        ++swaps;
        for (const char* const name : kMonotonic) {
            const Measure measure = parse_measure(name);
            ASSERT_GE(measure(after), measure(before) - 1e-12) << name;
        }
    }
    EXPECT_GT(swaps, kTries / 10);
}

TEST(MeasureProperties, IdealRankingHasAnNdcgOfOne) {
    std::mt19937_64 random(3);
    for (int i = 0; i < kTries; ++i) {
        JudgedRanking ranking = random_ranking(random);
        ranking.ranked.assign(ranking.judged.begin(), ranking.judged.end());
        const double expected = ranking.relevant(1) > 0 ? 1 : 0;
        for (const char* const name : {"nDCG", "nDCG@3", "nDCG(dcg='exp-log2')@3"}) {
            ASSERT_DOUBLE_EQ(parse_measure(name)(ranking), expected) << name;
        }
    }
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::vector<double> evaluated(const std::vector<std::string>& qrels,
                              const std::vector<std::string>& run) {
    const TemporaryFile qrels_file(joined(qrels));
    const TemporaryFile run_file(joined(run));
    std::vector<Measure> measures;
    for (const char* const name : kBounded) measures.push_back(parse_measure(name));
    std::vector<double> values;
    for (const MeasuredTopics& each :
         evaluate(read_qrels(qrels_file.path()), read_run(run_file.path()), measures).measures) {
        values.insert(values.end(), each.values.begin(), each.values.end());
        values.push_back(each.overall);
    }
    return values;
}

TEST(MeasureProperties, OrderOfInputLinesNeverMatters) {
    std::mt19937_64 random(4);
    std::vector<std::string> qrels;
    std::vector<std::string> run;
    for (int topic = 0; topic < 5; ++topic) {
        for (int document = 0; document < 30; ++document) {
            const std::string ids = std::to_string(topic) + " 0 d" + std::to_string(document);
            if (random() % 2 == 0) qrels.push_back(ids + " " + std::to_string(random() % 4));
            if (random() % 2 == 0) run.push_back(ids + " 0 " + std::to_string(random() % 5) + " s");
        }
    }
    const std::vector<double> expected = evaluated(qrels, run);
    for (int i = 0; i < 20; ++i) {
        std::shuffle(qrels.begin(), qrels.end(), random);
        std::shuffle(run.begin(), run.end(), random);
        ASSERT_EQ(evaluated(qrels, run), expected);
    }
}

}  // namespace
}  // namespace sinodex
