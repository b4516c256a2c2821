// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/answer_places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/ranking/sentence_ends.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr std::uint32_t kPassage = 6;  // where the passage begins

Record paid_by_two() {
    Record record;
    record.text = "First. Ant paid $5bn in 2021, 3% more, because 40 people asked Baidu.";
    record.passages = {{0, kPassage}, {kPassage, static_cast<std::uint32_t>(record.text.size())}};
    const auto range = [&](std::string_view words) {
        const auto at = static_cast<std::uint32_t>(record.text.find(words));
        return ByteRange{at, at + static_cast<std::uint32_t>(words.size())};
    };
    record.findings.entities = {"ant", "baidu"};
    record.findings.mentions.push_back({0, range("Ant")});
    record.findings.mentions.push_back({1, range("Baidu")});
    for (const auto& [words, unit] :
         {std::pair("$5bn", Unit::usd), {"3%", Unit::percent}, {"40 people", Unit::people}}) {
        Amount amount;
        amount.range = range(words);
        amount.unit = unit;
        record.findings.amounts.push_back(amount);
    }
    DateMention date;
    date.range = range("2021");
    record.findings.dates.push_back(date);
    return record;
}

TEST(AnswerPlaces, AreOfWhatIsWanted) {
    const Record record = paid_by_two();
    const auto at = [&](std::string_view words) {
        return static_cast<std::uint32_t>(record.text.find(words));
    };
    const auto places = [&](Wanted wanted) {
        return answer_places(wanted, record, record.passages[1], {"ant"});
    };
    EXPECT_THAT(places(Wanted::money), ElementsAre(at("$5bn")));
    EXPECT_THAT(places(Wanted::share), ElementsAre(at("3%")));
    EXPECT_THAT(places(Wanted::count), UnorderedElementsAre(at("3%"), at("40"), at("40")));
    EXPECT_THAT(places(Wanted::duration), IsEmpty());
    EXPECT_THAT(places(Wanted::time), ElementsAre(at("2021")));
    EXPECT_THAT(places(Wanted::who), ElementsAre(at("Baidu"))) << "the query names the other";
    EXPECT_THAT(places(Wanted::reason), ElementsAre(at("because")));
    EXPECT_THAT(places(Wanted::nothing), IsEmpty());
    EXPECT_THAT(answer_places(Wanted::who, record, record.passages[0], {}), IsEmpty());
}

TEST(SentenceEnds, AreToldByMarksBetweenTokens) {
    struct Case {
        std::string_view before, between, behind;
        bool ends;
    };
    for (const Case& one : std::vector<Case>{
             {"paid", ". ", "Ant", true},
             {"paid", ".\" ", "Ant", true},
             {"paid", "? \"", "Why", true},
             {"paid", ". ", "2021", true},
             {"paid", "\n", "again", true},
             {"paid", "; ", "then", true},
             {"付款", "。", "蚂蚁", true},
             {"Mr", ". ", "Ma", false},
             {"U.S", ". ", "Senate", false},
             {"paid", ".", "com", false},
             {"paid", ". . . ", "it", false},
             {"paid", ", ", "Ant", false},
             {"paid", " ", "Ant", false},
             {"paid", "", "Ant", false},
         }) {
        const std::string text =
            std::string(one.before) + std::string(one.between) + std::string(one.behind);
        EXPECT_EQ(ends_sentence(text, one.before.size(), one.before.size() + one.between.size()),
                  one.ends)
            << text;
    }
    EXPECT_FALSE(ends_sentence("蚂蚁", 6, 3)) << "tokens of Chinese overlap";
}

}  // namespace
}  // namespace sinodex
