// SPDX-License-Identifier: GPL-2.0-or-later

// The table of weights in docs/query-language.md says what is in force.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "searcher/ranking/weights.h"

namespace sinodex {
namespace {

// "| `k1` | 0.7 | meaning |"
std::vector<std::string> documented_rows() {
    std::ifstream file(SINODEX_SOURCE_DIR "/docs/query-language.md");
    std::vector<std::string> rows;
    bool within = false;
    for (std::string line; std::getline(file, line);) {
        if (line == "| weight | value | of what |") {
            within = true;
        } else if (!line.starts_with("|")) {
            within = false;
        } else if (within && line.starts_with("| `")) {
            rows.push_back(line);
        }
    }
    return rows;
}

TEST(Weights, AreDocumentedAsTheyAre) {
    std::vector<std::string> expected;
    for (const WeightInfo& weight : kWeightTable) {
        std::ostringstream row;
        row << "| `" << weight.name << "` | " << Weights{}.*weight.member << " | " << weight.meaning
            << " |";
        expected.push_back(row.str());
    }
    EXPECT_THAT(documented_rows(), ::testing::ElementsAreArray(expected));
}

TEST(Weights, StandWithinTheirBounds) {
    for (const WeightInfo& weight : kWeightTable) {
        EXPECT_GE(Weights{}.*weight.member, weight.lowest) << weight.name;
        EXPECT_LE(Weights{}.*weight.member, weight.highest) << weight.name;
    }
}

}  // namespace
}  // namespace sinodex
