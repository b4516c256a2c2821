// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/passage_weights.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

constexpr double kLength = 15;  // of passages that are sentences
const double kShortness = Weights{}.smoothing / (Weights{}.smoothing + kLength);

PassageWeights weights_of(double words, Asked asked = Asked::nothing, double length = kLength) {
    UnderstoodQuery query;
    query.words = words;
    query.asked = asked;
    return {query, Weights{}, length};
}

TEST(PassageWeights, AreThoseOfShortQueriesUpToALength) {
    const Weights table;
    const PassageWeights few = weights_of(2);
    EXPECT_EQ(few.k1, table.passage_k1);
    EXPECT_EQ(few.neighbours, table.neighbours);
    EXPECT_EQ(few.centrality, table.centrality * kShortness);
    EXPECT_EQ(few.echo, 0) << "nothing is held against what repeats three words";
    EXPECT_EQ(few.presentation, 0);
    EXPECT_EQ(few.article, table.article) << "a sentence says too little by itself";
    EXPECT_EQ(weights_of(2, Asked::nothing, 80).article, 0) << "a paragraph does not";
    EXPECT_EQ(weights_of(table.claim_from).k1, few.k1);
}

TEST(PassageWeights, AreThoseOfClaimsFromALengthOn) {
    const Weights table;
    for (const double words : {table.claim_to, 30.0}) {
        const PassageWeights claim = weights_of(words);
        EXPECT_EQ(claim.k1, table.claim_k1);
        EXPECT_EQ(claim.neighbours, 0);
        EXPECT_EQ(claim.centrality, table.claim_centrality * kShortness);
        EXPECT_EQ(claim.echo, table.echo);
        EXPECT_EQ(claim.presentation, table.presentation);
        EXPECT_EQ(claim.article, table.article);
    }
}

TEST(PassageWeights, GoOverFromOneToTheOther) {
    const Weights table;
    const PassageWeights between = weights_of((table.claim_from + table.claim_to) / 2);
    EXPECT_NEAR(between.echo, table.echo / 2, 1e-9);
    EXPECT_NEAR(between.k1, (table.passage_k1 + table.claim_k1) / 2, 1e-9);
}

TEST(PassageWeights, TakeALongQuestionForNoClaim) {
    EXPECT_EQ(weights_of(30, Asked::reason).echo, 0);
    EXPECT_EQ(weights_of(30, Asked::something).k1, Weights{}.passage_k1);
}

}  // namespace
}  // namespace sinodex
