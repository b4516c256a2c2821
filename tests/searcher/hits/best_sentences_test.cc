// SPDX-License-Identifier: GPL-2.0-or-later

// Checks what is shown of a passage that is too long to be read.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/text/analyzer.h"
#include "tests/searcher/news.h"
#include "tests/support/processor_time.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::IsEmpty;

constexpr const char* kFiller = "Nothing of note was told on that day by anybody at all. ";

std::string times(std::size_t count, const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

std::vector<std::string> best_of(const SearchHit& hit) {
    std::vector<std::string> best;
    for (const TextSpan& span : hit.best) {
        best.push_back(hit.text.substr(span.begin - hit.begin, span.end - span.begin));
    }
    return best;
}

// The best sentences of the only passage of an article.
std::vector<std::string> best_of(const std::string& passage, const std::string& query) {
    const TemporaryFolder folder;
    index_passages(folder / "db", {passage});
    const SearchHit hit = search(Searcher(folder / "db"), query).hits.at(0);
    EXPECT_EQ(hit.text, passage);
    return best_of(hit);
}

TEST(BestSentences, AreThoseThatHoldTheQueryTogether) {
    const std::string fined = "The regulator fined a bank.";
    const std::string tower = "A tower was sold to the bank.";
    EXPECT_THAT(best_of(times(20, kFiller) + fined + " " + times(20, kFiller) + tower + " " +
                            times(9, kFiller),
                        "tower regulator"),
                ElementsAre(fined, tower));
}

TEST(BestSentences, ThatFollowEachOtherAreOne) {
    EXPECT_THAT(
        best_of(times(20, kFiller) + "The tower stood. The regulator came.", "tower regulator"),
        ElementsAre("The tower stood. The regulator came."));
}

TEST(BestSentences, AreNoneOfAPassageThatIsShort) {
    EXPECT_THAT(best_of(times(9, kFiller) + "The tower stood.", "tower"), IsEmpty());
}

TEST(BestSentences, TheRareWordComesFirst) {
    const std::string passage =
        times(12,
              "The tower is a tower, and no more than a tower, that stands beside another one. ") +
        "A heron sat there.";
    const auto best = best_of(passage, "tower heron");
    ASSERT_FALSE(best.empty());
    EXPECT_THAT(best.back(), EndsWith("A heron sat there."));
}

TEST(BestSentences, CountOtherNamesOfWhatIsAskedFor) {
    EXPECT_THAT(best_of(times(20, kFiller) + "Alibaba paid. " + times(20, kFiller), "阿里巴巴"),
                ElementsAre("Alibaba paid."));
}

TEST(BestSentences, ChineseIsCutIntoSentencesToo) {
    std::string passage;
    for (int i = 0; i < 60; ++i) passage += "那天没有什么新闻。";
    const std::string fined = "监管部门对平台处以罚款。";
    EXPECT_THAT(best_of(passage + fined + passage, "罚款"), ElementsAre(fined));
}

TEST(BestSentences, WithoutAMatchTheBeginningIsShown) {
    const TemporaryFolder folder;
    index_passages(folder / "db", {times(40, kFiller)});
    const SearchHit hit = search(Searcher(folder / "db"), "-zebra").hits.at(0);
    ASSERT_EQ(hit.best.size(), 1U);
    EXPECT_EQ(hit.best[0].begin, hit.begin);
    EXPECT_LT(hit.best[0].end, hit.end);
}

TEST(BestSentences, AreNeverMoreThanEightyWords) {
    Analyzer analyzer;
    for (const std::string& passage :
         {times(300, "tower "), times(100, "The tower is a tower. "),
          times(300, "A tower. ") + "heron",
          times(100, kFiller) + times(200, "word ") + "tower " + times(200, "word "),
          times(400, "塔"), times(10'000, "tower.")}) {
        const TemporaryFolder folder;
        index_passages(folder / "db", {passage});
        const Searcher searcher(folder / "db");
        for (const char* query : {"tower", "tower heron", "word nothing", "塔", "-zebra"}) {
            for (const SearchHit& hit : search(searcher, query).hits) {
                std::size_t half_words = 0;
                for (const std::string& one : best_of(hit)) {
                    for (const Token& token : analyzer.analyze(one)) {
                        half_words += token.kind == TokenKind::han_char   ? 1U
                                      : token.kind == TokenKind::han_pair ? 0U
                                                                          : 2U;
                    }
                }
                EXPECT_GT(half_words, 0U) << query << passage.substr(0, 30);
                EXPECT_LE(half_words, 160U) << query << passage.substr(0, 30);
            }
        }
    }
}

// Four times as long takes about four times as long, and not sixteen times.
TEST(BestSentences, TakeNoMoreThanLinearTime) {
    const auto took = [](std::size_t words) {
        const TemporaryFolder folder;
        index_passages(folder / "db", {times(words, "Tower. The heron ")});
        const Searcher searcher(folder / "db");
        double best = 1e9;
        for (int i = 0; i < 3; ++i) {
            const double begin = processor_seconds();
            search(searcher, "\"the heron\" tower heron NEAR tower");
            best = std::min(best, processor_seconds() - begin);
        }
        return best;
    };
    EXPECT_LT(took(40'000), 10 * took(10'000));
}

}  // namespace
}  // namespace sinodex
