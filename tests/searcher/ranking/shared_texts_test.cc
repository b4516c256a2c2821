// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/shared_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sinodex {
namespace {

using ::testing::ElementsAre;

struct Meaning {
    std::vector<std::size_t> covers;
    std::vector<std::pair<std::string, double>> texts;  // with their likelihood
};

UnderstoodQuery query_of(const std::vector<Meaning>& meanings) {
    UnderstoodQuery query;
    for (const Meaning& meaning : meanings) {
        TranslationMeaning translated;
        for (const auto& [text, weight] : meaning.texts) {
            Alternative other;
            other.text = text;
            other.weight = weight;
            translated.alternatives.push_back(other);
        }
        QueryConcept named{std::move(translated)};
        named.covers = meaning.covers;
        query.concepts.push_back(std::move(named));
    }
    return query;
}

// What the concepts have of a row that holds these texts once and these words.
std::vector<float> given(const std::vector<Meaning>& meanings,
                         const std::vector<std::string>& texts, const std::vector<float>& words) {
    const UnderstoodQuery query = query_of(meanings);
    SharedTexts shared(query);
    std::vector<float> mentions(shared.columns(), 0);
    for (std::size_t c = 0; c < meanings.size(); ++c) {
        for (std::size_t i = 0; i < meanings[c].texts.size(); ++i) {
            for (const std::string& text : texts) {
                if (text == meanings[c].texts[i].first) mentions[shared.column_of(c, i)] += 1;
            }
        }
    }
    shared.give(mentions, words, std::vector<float>(meanings.size(), 1));
    mentions.resize(meanings.size());
    return mentions;
}

const std::vector<Meaning> kEquityStakes{{{0}, {{"股权", 1}, {"股份", 0.5}}},
                                         {{1}, {{"股份", 0.9}, {"股权", 0.5}, {"桩", 0.2}}}};

TEST(SharedTexts, CountForTheLikeliestWord) {
    EXPECT_THAT(given(kEquityStakes, {"股权"}, {0, 0}), ElementsAre(1, 0));
    EXPECT_THAT(given(kEquityStakes, {"股份"}, {0, 0}), ElementsAre(0, 1));
}

TEST(SharedTexts, CountForAWordThatIsNotThereItself) {
    EXPECT_THAT(given(kEquityStakes, {"股权"}, {1, 0}), ElementsAre(0, 1));
    EXPECT_THAT(given(kEquityStakes, {"股权", "桩"}, {0, 0}), ElementsAre(1, 1));
    EXPECT_THAT(given(kEquityStakes, {"股份", "桩"}, {0, 0}), ElementsAre(1, 1));
}

TEST(SharedTexts, AreOneThingHoweverManyTheyAre) {
    EXPECT_THAT(given(kEquityStakes, {"股权", "股份"}, {0, 0}), ElementsAre(2, 0));
    EXPECT_THAT(given(kEquityStakes, {"股份", "股份", "股权"}, {1, 0}), ElementsAre(0, 3));
}

TEST(SharedTexts, CountForAllWordsThatTheyMeanTogether) {
    const std::vector<Meaning> phrase{
        {{0}, {{"股权", 1}}}, {{0, 1}, {{"股权", 0.5}}}, {{1}, {{"股权", 1}}}};
    EXPECT_THAT(given(phrase, {"股权"}, {0, 0}), ElementsAre(1, 1, 1));
}

TEST(SharedTexts, OfOneWordCountForAllThatItMeans) {
    const std::vector<Meaning> one{
        {{0}, {{"罚款", 1}}}, {{0}, {{"罚款", 0.5}}}, {{1}, {{"滴滴", 1}}}};
    EXPECT_EQ(SharedTexts(query_of(one)).columns(), 3) << "nothing is shared";
    EXPECT_THAT(given(one, {"罚款", "滴滴"}, {0, 0}), ElementsAre(1, 1, 1));
}

}  // namespace
}  // namespace sinodex
