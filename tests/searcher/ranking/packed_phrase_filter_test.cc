// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/packed_phrase_filter.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>

#include "corpus/schema/generation.h"
#include "tests/searcher/news.h"
#include "tests/searcher/understanding/small_domain.h"

namespace sinodex {
namespace {

const std::vector<std::string> kPackedWords{
    "alibaba",   "deals", "a",  "al",        "U.S.", "e-commerce",  "us",    "so", "some",
    "Something", "www",   "in", "www.a.org", "://",  "caf\xC3\xA9", "some-", "x",  "dealsa"};

// Articles in which a few words come again in any order, so that strings of the dictionary begin
// and end anywhere.
class PackedNews {
 public:
    std::string words(std::size_t count) {
        static const std::vector<std::string> kGaps{" ", " ", " ", " ", ", ", "\n", "-", "'s "};
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            // What is folded makes any text one that may hold anything.
            const std::size_t most = below(12) == 0 ? kPackedWords.size() : 10;
            text += (i > 0 ? kGaps[below(kGaps.size())] : "") + kPackedWords[below(most)];
            if (below(40) == 0) text += std::string(30, '.');
        }
        return text;
    }
    std::string phrase() {
        std::string text = kPackedWords[below(10)];
        for (std::size_t i = 1 + below(2); i > 0; --i) text += " " + kPackedWords[below(10)];
        return text;
    }
    std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
    std::mt19937 random_{5};
};

Phrase phrase_of(const std::string& words) {
    return testing::understand_query('"' + words + '"').phrases.at(0);
}

// An index of them, and what is analysed of each document.
class PackedPhrases : public ::testing::Test {
 protected:
    PackedPhrases() {
        std::vector<testing::NewsArticle> articles(1500);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            articles[i].id = "a" + std::to_string(i);
            if (i % 3 > 0) articles[i].title = news_.words(1 + news_.below(4));
            articles[i].text = news_.words(1 + news_.below(40)) + ".";
        }
        testing::index_articles(folder_ / "db", articles);
        index_.emplace(current_generation_path(folder_ / "db"));
    }

    bool stands_in(const Phrase& phrase, std::string_view text) {
        return !find_phrase(phrase, analyzer_.analyze(text)).empty();
    }

    testing::TemporaryFolder folder_;
    PackedNews news_;
    std::optional<IndexReader> index_;
    Analyzer analyzer_;
};

// It never passes over a text that holds the phrase, and passes over nearly all that PhraseFilter
// does.
TEST_F(PackedPhrases, PassOverTextsThatDoNotHoldThePhrase) {
    PackedTexts texts;
    std::size_t held = 0;
    std::size_t passed_over = 0;
    std::size_t passed_over_unpacked = 0;
    for (int round = 0; round < 200; ++round) {
        const std::string words = news_.phrase();
        const Phrase phrase = phrase_of(words);
        const PhraseFilter unpacked(phrase);
        PackedPhraseFilter packed(unpacked);
        for (Xapian::docid document = 1; document <= index_->documents(); document += 3) {
            ASSERT_TRUE(texts.read(*index_, document));
            const bool may_hold = packed.may_hold(texts);
            const SearchedTexts searched = index_->texts(document);
            if (stands_in(phrase, searched.text) || stands_in(phrase, searched.title)) {
                ++held;
                EXPECT_TRUE(may_hold) << words << " in " << searched.title << ": " << searched.text;
                EXPECT_TRUE(packed.may_hold(searched)) << words << " in " << searched.text;
            }
            EXPECT_EQ(texts.title(), searched.title);
            if (!may_hold) ++passed_over;
            if (!packed.may_hold(searched)) ++passed_over_unpacked;
        }
    }
    EXPECT_GT(held, 2000U);
    EXPECT_GT(passed_over, 5000U);
    EXPECT_GE(passed_over, passed_over_unpacked);
}

TEST(PhraseFilter, LooksForTheLongestRunOfWordsThatATextShows) {
    using Words = std::vector<std::string>;
    for (const auto& [phrase, words] : std::vector<std::pair<std::string, Words>>{
             {"billion and a", {"and", "a"}},
             {"rose 5 percent in the market", {"in", "the", "market"}},
             {"e-commerce giant", {"giant"}},
             {"37 billion", {}},
             {"equity stakes", {"equity", "stakes"}},
         }) {
        EXPECT_EQ(PhraseFilter(phrase_of(phrase)).words(), words) << phrase;
    }
}

}  // namespace
}  // namespace sinodex
