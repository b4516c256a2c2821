// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/measures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/bench/evaluation/temporary_file.h"

namespace sinodex {
namespace {

constexpr auto kUnjudged = std::nullopt;

double measure(const char* name, const JudgedRanking& ranking) {
    return parse_measure(name)(ranking);
}

struct Value {
    const char* measure;
    double expected;
};

void expect_values(const JudgedRanking& ranking, const std::vector<Value>& values) {
    for (const auto& [name, expected] : values) {
        EXPECT_NEAR(measure(name, ranking), expected, 1e-12) << name;
    }
}

// Relevant are gains 3, 2 and 1; that of 2 was not found. Worked out by hand from the definitions.
TEST(Measures, GradedRankingWithGapsInItsJudgements) {
    const double log3 = std::log2(3.0);
    const double log5 = std::log2(5.0);
    const JudgedRanking ranking = {{kUnjudged, 1, 0, 3, -1}, {3, 2, 1, 0, -1}};
    expect_values(
        ranking,
        {
            {"AP", (1.0 / 2 + 2.0 / 4) / 3},
            {"AP@2", (1.0 / 2) / 3},
            {"AP(rel=2)", (1.0 / 4) / 2},
            {"AP(rel=2)@3", 0},
            {"nDCG", (1 / log3 + 3 / log5) / (3 + 2 / log3 + 1.0 / 2)},
            {"nDCG@2", (1 / log3) / (3 + 2 / log3)},
            {"nDCG(dcg='log2')@2", (1 / log3) / (3 + 2 / log3)},
            {"nDCG(dcg='exp-log2')", (1 / log3 + 7 / log5) / (7 + 3 / log3 + 1.0 / 2)},
            {"nDCG(dcg=\"exp-log2\")@2", (1 / log3) / (7 + 3 / log3)},
            {"IPrec@0", 1.0 / 2},
            {"IPrec@0.6", 2.0 / 4},
            {"IPrec@1", 0},
            {"SetP", 2.0 / 5},
            {"SetR", 2.0 / 3},
            {"SetF", 2 * (2.0 / 5) * (2.0 / 3) / (2.0 / 5 + 2.0 / 3)},
            {"SetF(beta=2)", 3 * (2.0 / 5) * (2.0 / 3) / (2 * 2.0 / 5 + 2.0 / 3)},
            {"P@1", 0},
            {"P@2", 1.0 / 2},
            {"P@5", 2.0 / 5},
            {"P@10", 2.0 / 10},
            {"P(rel=2)@5", 1.0 / 5},
            {"R@2", 1.0 / 3},
            {"R@100", 2.0 / 3},
            {"R(rel=3)@100", 1},
            {"RR", 1.0 / 2},
            {"RR@1", 0},
            {"RR@2", 1.0 / 2},
            {"RR(rel=2)", 1.0 / 4},
            {"Success@1", 0},
            {"Success@2", 1},
            {"Success(rel=2)@3", 0},
            {"Bpref", 1.0 / 3},   // the 0 stands above the 3, the negative one does not count
            {"Bpref(rel=2)", 0},  // 1 and 0 stand above the 3
            {"RBP(p=0.5)", 0.5 * (1.0 / 2 + 1.0 / 8)},
            {"RBP", 0.2 * (0.8 + 0.512)},
            {"RBP@2", 0.2 * 0.8},
            {"RBP(p=0.5, rel=2)", 0.5 / 8},
            {"ERR", (1.0 / 16) / 2 + (15.0 / 16) * (7.0 / 16) / 4},
            {"ERR@2", (1.0 / 16) / 2},
            {"Judged@1", 0},
            {"Judged@2", 1.0 / 2},
            {"Judged@10", 4.0 / 5},
            {"Rprec", 1.0 / 3},
            {"Rprec(rel=2)", 0},
            {"NumRet", 5},
            {"NumRel", 3},
            {"NumRel(rel=3)", 1},
            {"NumRelRet", 2},
            {"NumRelRet(rel=2)", 1},
        });
}

TEST(Measures, BprefCountsNoMoreOthersThanRelevantOnes) {
    // Two relevant, four others: three of them above the first relevant one count as two.
    expect_values({{0, 0, 0, 1, 0, 1}, {1, 1, 0, 0, 0, 0}}, {{"Bpref", 0}});
    expect_values({{0, 1, kUnjudged, 1}, {1, 1, 0, 0, 0}}, {{"Bpref", (0.5 + 0.5) / 2}});
    expect_values({{kUnjudged, 1, 1}, {1, 1}}, {{"Bpref", 1}});
}

TEST(Measures, GainsAboveFourCountAsFourInErr) {
    expect_values({{4}, {4}}, {{"ERR", 15.0 / 16}});
    expect_values({{7}, {7}}, {{"ERR", 15.0 / 16}});
}

TEST(Measures, PerfectRankingIsWorthOne) {
    const JudgedRanking ranking = {{3, 2, 1, 0}, {3, 2, 1, 0, 0}};
    for (const char* const name : {"AP", "nDCG", "nDCG@2", "nDCG(dcg='exp-log2')", "P@3", "R@3",
                                   "RR", "Success@1", "Bpref", "Rprec", "Judged@4"}) {
        EXPECT_DOUBLE_EQ(measure(name, ranking), 1) << name;
    }
}

TEST(Measures, NothingToFindOrNothingFoundIsZero) {
    const JudgedRanking cases[] = {
        {{}, {2, 1}},                   // an empty ranking
        {{kUnjudged, 0, -2}, {0, -2}},  // a topic without relevant documents
        {{kUnjudged, kUnjudged}, {1}},  // nothing of it judged
        {{}, {}},
    };
    for (const JudgedRanking& ranking : cases) {
        for (const char* const name :
             {"AP", "AP@5", "nDCG", "nDCG@10", "nDCG(dcg='exp-log2')", "P@5", "R@5", "RR",
              "Success@5", "Bpref", "RBP", "ERR@5", "Rprec", "NumRelRet"}) {
            EXPECT_EQ(measure(name, ranking), 0) << name;
        }
    }
    EXPECT_EQ(measure("Judged@5", cases[0]), 0);
}

TEST(Measures, KeepTheNameTheyWereAskedBy) {
    EXPECT_EQ(parse_measure(" nDCG(dcg='exp-log2')@10\n").name, "nDCG(dcg='exp-log2')@10");
    EXPECT_TRUE(parse_measure("NumRet").summed);
    EXPECT_FALSE(parse_measure("AP").summed);
}

TEST(Measures, EveryFamilyCanBeParsed) {
    for (const MeasureFamily& family : measure_families()) {
        const bool cutoff = family.cutoff != CutoffRule::none;
        const bool level = family.cutoff == CutoffRule::recall_level;
        const std::string name = std::string(family.name) + (level ? "@0.7" : cutoff ? "@7" : "");
        EXPECT_EQ(parse_measure(name).formula, family.formula) << name;
        EXPECT_FALSE(family.meaning.empty()) << name;
    }
}

struct BadName {
    const char* name;
    const char* message;
};

TEST(Measures, ImpossibleNamesAreRefused) {
    const BadName cases[] = {
        {"", "is not a known measure"},
        {"ndcg@10", "is not a known measure"},
        {"map@10", "is not a known measure"},
        {"ndcg_cut", "is not a known measure"},
        {"ndcg_cut_0", "has an impossible number: \"0\""},
        {"IPrec", "needs a recall: IPrec@0.1"},
        {"IPrec@1.5", "needs a recall of at most 1"},
        {"SetF(beta=0)", "has an impossible number: \"0\""},
        {"nDCG10", "is not a known measure"},
        {"P", "needs a cut-off: P@10"},
        {"R(rel=2)", "needs a cut-off"},
        {"Bpref@10", "takes no cut-off"},
        {"NumRet@10", "takes no cut-off"},
        {"P@", "has an impossible number: \"\""},
        {"P@0", "has an impossible number: \"0\""},
        {"P@-1", "has an impossible number: \"-1\""},
        {"P@1.5", "has an impossible number: \"1.5\""},
        {"P@ten", "has an impossible number: \"ten\""},
        {"P@99999999999999999999", "has an impossible number"},
        {"nDCG(rel=2)@10", "has no option \"rel\""},
        {"AP(rle=2)", "has no option \"rle\""},
        {"AP(2)", "has no option \"2\""},
        {"AP(rel)", "has an impossible number: \"\""},
        {"AP(rel=0)", "has an impossible number: \"0\""},
        {"AP(rel=2", "lacks its closing parenthesis"},
        {"AP(rel=2)x", "goes on after its closing parenthesis"},
        {"RBP(p=1)", "needs a p between 0 and 1"},
        {"RBP(p=0)", "has an impossible number: \"0\""},
        {"RBP(p=nan)", "has an impossible number: \"nan\""},
        {"nDCG(dcg=exp)", "needs dcg='log2' or dcg='exp-log2'"},
    };
    for (const auto& [name, message] : cases) {
        SCOPED_TRACE(name);
        expect_error(ErrorKind::usage, message, [text = name] { parse_measure(text); });
    }
}

TEST(Measures, HintListsWhatIsKnown) {
    try {
        parse_measure("MAP");
        FAIL();
    } catch (const Error& error) {
        for (const MeasureFamily& family : measure_families()) {
            EXPECT_THAT(error.hint(), ::testing::HasSubstr(std::string(family.name)));
        }
    }
}

}  // namespace
}  // namespace sinodex
