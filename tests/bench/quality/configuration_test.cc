// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/configuration.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using testing::expect_error;

// How many rows of the table differ between two configurations.
std::size_t differences(const Weights& a, const Weights& b) {
    std::size_t count = 0;
    for (const WeightInfo& info : kWeightTable) {
        if (a.*info.member != b.*info.member) ++count;
    }
    return count;
}

TEST(Configuration, ChangesTheWeightsNamedAndNoOther) {
    const Configuration configuration = parse_configuration("x.1=k1:0.9,lead:1e-2");
    EXPECT_EQ(configuration.name, "x.1");
    EXPECT_EQ(configuration.changes, "k1:0.9,lead:1e-2");
    EXPECT_EQ(configuration.weights.k1, 0.9);
    EXPECT_EQ(configuration.weights.lead, 0.01);
    EXPECT_EQ(differences(configuration.weights, {}), 2U);
}

TEST(Configuration, CanChangeEveryRowOfTheTable) {
    for (const WeightInfo& info : kWeightTable) {
        const double in_force = Weights{}.*info.member;
        const double value = in_force == info.highest ? info.lowest : info.highest;
        const Configuration changed =
            parse_configuration("x=" + std::string(info.name) + ":" + std::to_string(value));
        EXPECT_EQ(changed.weights.*info.member, value) << info.name;
        EXPECT_EQ(differences(changed.weights, {}), 1U) << info.name;
    }
}

TEST(Configuration, RefusesAnythingElse) {
    struct Case {
        const char* text;
        const char* words;
    };
    for (const Case& c : {
             Case{"", "is not NAME=WEIGHT:VALUE"},
             Case{"x", "is not NAME=WEIGHT:VALUE"},
             Case{"x=", "is not NAME=WEIGHT:VALUE"},
             Case{"=k1:1", "is not NAME=WEIGHT:VALUE"},
             Case{"a/b=k1:1", "is not NAME=WEIGHT:VALUE"},
             Case{"a b=k1:1", "is not NAME=WEIGHT:VALUE"},
             Case{"x=k1", "is not WEIGHT:VALUE"},
             Case{"x=k1=2", "is not WEIGHT:VALUE"},
             Case{"x=k1:1,", "\"\" is not WEIGHT:VALUE"},
             Case{"x=k9:1", "no weight \"k9\""},
             Case{"x=k9:1", "weights are k1, "},
             Case{"x=k1:", "is not a number"},
             Case{"x=k1:1 ", "\"1 \" is not a number"},
             Case{"x=k1:nan", "is not a number"},
             Case{"x=k1:inf", "is not a number"},
             Case{"x=k1:1e999", "is not a number"},
             Case{"x=k1:1,9", "is not WEIGHT:VALUE"},
             Case{"x=k1:0", "k1 is from 0.1 to 4"},
             Case{"x=lead:-0.1", "lead is from 0 to 1"},
             Case{"x=b:1.01", "b is from 0 to 1"},
         }) {
        SCOPED_TRACE(c.text);
        expect_error(ErrorKind::usage, c.words, [&] { parse_configuration(c.text); });
    }
}

TEST(Ablations, TakeOutOnePartEach) {
    std::set<std::string> names;
    for (const Configuration& configuration : ablations("all")) {
        EXPECT_EQ(differences(configuration.weights, {}), 1U) << configuration.name;
        names.insert(configuration.name);
    }
    for (const WeightInfo& info : kWeightTable) {
        const bool in_use = Weights{}.*info.member != 0;
        EXPECT_EQ(names.contains("no-" + std::string(info.name)),
                  info.role != WeightRole::parameter && in_use)
            << info.name;
    }
    for (const char* parameter : {"no-k1", "no-b", "no-passage_k1", "no-smoothing"}) {
        EXPECT_FALSE(names.contains(parameter)) << parameter;
    }
}

TEST(Ablations, TakeOutWhatIsNamed) {
    const std::vector<Configuration> chosen = ablations("centrality,b");
    ASSERT_EQ(chosen.size(), 2U);
    EXPECT_EQ(chosen[0].weights.centrality, 0);
    EXPECT_EQ(chosen[1].name, "no-b");
    expect_error(ErrorKind::usage, "k1 is from 0.1", [] { ablations("k1"); });
    for (const char* wrong : {"", "centrality,", "Lead", "lead;b"}) {
        expect_error(ErrorKind::usage, "there is no weight", [&] { ablations(wrong); });
    }
}

}  // namespace
}  // namespace sinodex
