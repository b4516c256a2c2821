// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "corpus/text/analyzer.h"
#include "searcher/ranking/near_filter.h"
#include "tests/searcher/understanding/small_domain.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> near_found(const std::string& query, const std::string& text) {
    static Analyzer analyzer;
    static Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    static Vocabulary vocabulary(database);
    const UnderstoodQuery understood = testing::understand_query(query);
    std::vector<std::string> parts;
    for (const ByteRange range :
         find_places(understood.phrases.at(0), analyzer.analyze(text), vocabulary)) {
        parts.emplace_back(slice(text, range));
    }
    return parts;
}

TEST(FindNear, MarksThePartsWhereTheyStandTogether) {
    const std::string text =
        "Fines for Alibaba. Others met in Hangzhou to speak of it; a fine day.";
    EXPECT_THAT(near_found("fine NEAR/1 Alibaba", text), ElementsAre("Fines", "Alibaba"));
    EXPECT_THAT(near_found("\"fine\" NEAR/1 Alibaba", text), IsEmpty());
    EXPECT_THAT(near_found("Alibaba NEAR/0 fine", text), ElementsAre("Fines", "Alibaba"));
    EXPECT_THAT(near_found("Hangzhou NEAR/5 others NEAR/5 fine", text),
                ElementsAre("Fines", "Others", "Hangzhou", "fine"));
    EXPECT_THAT(near_found("Hangzhou NEAR/2 fine", text), IsEmpty());
    EXPECT_THAT(near_found("hangz* NEAR/3 met", text), ElementsAre("met", "Hangzhou"));
    EXPECT_THAT(near_found("(fines for) NEAR/1 alibaba", text),
                ElementsAre("Fines for", "Alibaba"));
    EXPECT_THAT(near_found("滴滴 NEAR/4 退市", "滴滴出行宣布退市"), ElementsAre("滴滴", "退市"));
    EXPECT_THAT(near_found("滴滴 NEAR/3 退市", "滴滴出行宣布退市"), IsEmpty());
}

// Whether one place of each word can be chosen so that neighbours are near enough.
bool holds(const std::vector<std::string>& words, const std::vector<std::string>& text,
           std::size_t distance, std::vector<std::size_t> chosen = {}) {
    if (chosen.size() == words.size()) {
        std::sort(chosen.begin(), chosen.end());
        for (std::size_t i = 1; i < chosen.size(); ++i) {
            const std::size_t gap = chosen[i] - chosen[i - 1];
            if (gap == 0 || gap > distance + 1) return false;
        }
        return true;
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != words[chosen.size()]) continue;
        chosen.push_back(at);
        if (holds(words, text, distance, chosen)) return true;
        chosen.pop_back();
    }
    return false;
}

TEST(FindNear, FindsWhatTryingAllPlacesFinds) {
    const std::vector<std::string> alphabet{"alpha", "beta", "gamma", "delta", "omega"};
    std::mt19937 random(11);
    const auto some = [&](std::size_t count) {
        std::vector<std::string> words;
        while (words.size() < count) words.push_back(alphabet[random() % alphabet.size()]);
        return words;
    };
    std::size_t holding = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::vector<std::string> words = some(2 + random() % 3);
        const std::vector<std::string> text = some(3 + random() % 9);
        const std::size_t distance = 1 + random() % 3;
        std::string query;
        std::string joined;
        for (const std::string& word : words) {
            query += (query.empty() ? "" : " NEAR/" + std::to_string(distance) + " ") + word;
        }
        for (const std::string& word : text) joined += word + " ";
        const bool expected = holds(words, text, distance);
        const std::vector<std::string> places = near_found(query, joined);
        ASSERT_EQ(!places.empty(), expected) << query << " in " << joined;
        for (const std::string& word : words) {
            ASSERT_TRUE(!expected || std::find(places.begin(), places.end(), word) != places.end());
        }
        holding += expected ? 1 : 0;
    }
    EXPECT_GT(holding, 300U);
    EXPECT_LT(holding, 2700U);
}

bool may_be_near(const UnderstoodQuery& query, const std::string& text) {
    static Analyzer analyzer;
    static Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    static Vocabulary vocabulary(database);
    return NearFilter(query.phrases.at(0), analyzer, vocabulary).may_hold(text);
}

TEST(NearFilter, PassesOverTextsWhereTheyDoNotStandTogether) {
    struct Case {
        std::string query, text;
        bool may_hold;
    };
    for (const Case& one : std::vector<Case>{
             {"fine NEAR/1 Alibaba", "Fines for Alibaba", true},
             {"fine NEAR/1 Alibaba", "(Fines) for \"Alibaba\".", true},
             {"fine NEAR/1 Alibaba", "Fines are for Alibaba", false},
             {"fine NEAR/1 Alibaba", "Fines for 37 - Alibaba", true},
             {"fine NEAR/1 Alibaba", "final Alibaba", false},
             {"\"fine\" NEAR/1 Alibaba", "Fines for Alibaba", false},
             {"buy NEAR/0 Alibaba", "Alibaba bought", true},
             {"buy NEAR/0 Alibaba", "Alibaba and others bought", false},
             {"die NEAR/0 Alibaba", "Alibaba dying", true},
             {"Alibaba NEAR/1 fine NEAR/1 large", "Alibaba's large fine", true},
             {"Alibaba NEAR/1 fine NEAR/1 large", "large Alibaba", false},
             {"Alibaba NEAR/0 commerce", "Alibaba's e-commerce", true},
             {"us NEAR/0 Alibaba", "U.S. Alibaba", true},
             {"\"large fine\" NEAR/0 Alibaba", "large fine Alibaba", true},
             {"\"large fine\" NEAR/0 Alibaba", "large was the fine Alibaba", false},
             {"Alib* NEAR/0 fine", "Alibaba fine", true},
             {"Alib* NEAR/0 fine", "Alfa fine", false},
             {"Alibaba NEAR/0 percent", "Alibaba 5%", true},
             {"Alibaba NEAR/0 percent", "Alibaba", true},
             {"Alibaba NEAR/1 fine", "Alibaba of the per cent fine", false},
             {"Alibaba NEAR/2 fine", "Alibaba of 5 per cent fine", true},
             {"Alibaba NEAR/0 fine", "Alibaba www.the.large.org fine", true},
             {"Alibaba NEAR/0 fine", "\xC3\x81libaba", true},
             {"Alibaba NEAR/0 fine", "", false},
         }) {
        const UnderstoodQuery query = testing::understand_query(one.query);
        EXPECT_EQ(may_be_near(query, one.text), one.may_hold) << one.query << " in " << one.text;
    }
}

TEST(NearFilter, NeverPassesOverATextWhereTheyStandTogether) {
    const std::vector<std::string> words{"Alibaba",
                                         "deals",
                                         "a",
                                         "U.S.",
                                         "e-commerce",
                                         "us",
                                         "bought",
                                         "buying",
                                         "AT&T",
                                         "commerce",
                                         "x.y",
                                         "5G",
                                         "per",
                                         "cent",
                                         "cents",
                                         "37bn",
                                         "dying",
                                         "don't",
                                         "--",
                                         "fine.Alibaba",
                                         "the",
                                         "of",
                                         "(Alibaba)",
                                         "s's",
                                         "\xE2\x80\x9C"
                                         "fine\xE2\x80\x9D"};
    const std::vector<std::string> asked{"Alibaba", "deal", "us",  "ecommerce", "commerce", "buy",
                                         "x.y",     "5g",   "per", "cents",     "die",      "fine"};
    std::mt19937 random(7);
    std::size_t found_count = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 8; ++i) {
            text += words[random() % words.size()] + (random() % 9 == 0 ? "-" : " ");
        }
        std::string asked_for = asked[random() % asked.size()];
        for (auto i = random() % 2 + 1; i > 0; --i) {
            asked_for += " NEAR/" + std::to_string(random() % 4) + " ";
            asked_for += asked[random() % asked.size()];
        }
        const UnderstoodQuery query = testing::understand_query(asked_for);
        if (near_found(asked_for, text).empty()) continue;
        ++found_count;
        EXPECT_TRUE(may_be_near(query, text)) << asked_for << " in " << text;
    }
    EXPECT_GT(found_count, 50U);
}

}  // namespace
}  // namespace sinodex
