// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/generator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "bench/speed/prepared_corpus.h"
#include "bench/speed/statistics.h"
#include "bench/speed/word_process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using testing::read_file;
using testing::TemporaryFolder;

std::vector<Article> generate(std::uint64_t seed, std::size_t count) {
    ArticleGenerator generator(seed);
    std::vector<Article> articles;
    while (articles.size() < count) articles.push_back(generator.next());
    return articles;
}

std::size_t word_count(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

TEST(Generator, SameSeedSameBytes) {
    const std::vector<Article> first = generate(7, 50);
    const std::vector<Article> again = generate(7, 50);
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].text, again[i].text);
        EXPECT_EQ(first[i].title, again[i].title);
        EXPECT_EQ(first[i].date, again[i].date);
        EXPECT_EQ(first[i].source, again[i].source);
    }
    EXPECT_NE(first[0].text, generate(8, 1)[0].text);
}

// A larger corpus begins with the smaller one.
TEST(Generator, PreparedFilesComeAgainByteForByte) {
    const CorpusOptions options{{}, 50'000, 3};
    const TemporaryFolder a;
    const TemporaryFolder b;
    const PreparedCorpus first = prepare_corpus(options, workloads(), a.path());
    const PreparedCorpus again = prepare_corpus_apart(options, workloads(), b.path());
    EXPECT_GE(first.bytes, 50'000U);
    EXPECT_EQ(first.bytes, again.bytes);
    EXPECT_EQ(first.articles, again.articles);
    EXPECT_EQ(first.changed, (first.articles + 99) / 100);
    for (const char* file : {"articles.jsonl", "articles.dump", "changed.jsonl", "changed.dump",
                             "short.queries", "long.queries", "batch.queries"}) {
        EXPECT_EQ(read_file(a / file), read_file(b / file)) << file;
        EXPECT_FALSE(read_file(a / file).empty()) << file;
    }
    EXPECT_NE(read_file(a / "articles.jsonl"), read_file(a / "changed.jsonl"));
}

TEST(Generator, ArticlesLookLikeNews) {
    std::vector<double> lengths;
    std::map<std::string, int> sources;
    std::set<std::string> ids;
    for (const Article& article : generate(1, 1000)) {
        lengths.push_back(static_cast<double>(word_count(article.text)));
        ++sources[article.source];
        ids.insert(article.id);
        EXPECT_FALSE(article.title.empty());
        EXPECT_GE(article.date, "2020-01-01");
        EXPECT_LE(article.date, "2023-12-31");
    }
    EXPECT_EQ(ids.size(), 1000U);
    EXPECT_NEAR(percentile(lengths, 50), 320, 40);  // 300 words, and names and amounts
    // Lognormal of deviation 0.6: the 84th percentile is exp(0.6) times the median.
    EXPECT_NEAR(percentile(lengths, 84) / percentile(lengths, 50), 1.82, 0.2);
    EXPECT_EQ(sources.size(), 12U);
}

TEST(Spelling, GivesNoTwoWordsTheSameLetters) {
    const Spelling spelling(1);
    std::set<std::string> words;
    for (std::uint32_t i = 0; i < 50'000; ++i) words.insert(spelling.word(i));
    EXPECT_EQ(words.size(), 50'000U);
    EXPECT_LT(spelling.word(1).size(), spelling.word(49'999).size());
}

struct Drawn {
    std::vector<double> sizes;         // words drawn
    std::vector<double> vocabularies;  // of them, different
    std::vector<double> frequencies;   // at the end, most frequent first
};

Drawn draw_words() {
    Random random(1);
    WordProcess process;
    std::map<std::uint32_t, double> counts;
    Drawn drawn;
    for (std::size_t next = 25'000; next <= 400'000; next *= 2) {
        while (process.drawn() < next) ++counts[process.next(random)];
        drawn.sizes.push_back(static_cast<double>(next));
        drawn.vocabularies.push_back(static_cast<double>(process.vocabulary()));
    }
    for (const auto& [word, count] : counts) drawn.frequencies.push_back(count);
    std::sort(drawn.frequencies.begin(), drawn.frequencies.end(), std::greater<>());
    return drawn;
}

TEST(WordProcess, VocabularyGrowsAsHeapsSays) {
    const Drawn drawn = draw_words();
    const double exponent = fitted_exponent(drawn.sizes, drawn.vocabularies);
    EXPECT_GT(exponent, 0.5);
    EXPECT_LT(exponent, 0.75);
    for (std::size_t i = 1; i < drawn.vocabularies.size(); ++i) {
        EXPECT_GT(drawn.vocabularies[i], 1.3 * drawn.vocabularies[i - 1]);
        EXPECT_LT(drawn.vocabularies[i], 1.8 * drawn.vocabularies[i - 1]);
    }
}

TEST(WordProcess, FrequenciesFallAsZipfSays) {
    const std::vector<double> frequencies = draw_words().frequencies;
    std::vector<double> ranks;
    std::vector<double> chosen;
    for (std::size_t rank = 200; rank <= 5000; rank += 100) {
        ranks.push_back(static_cast<double>(rank));
        chosen.push_back(frequencies[rank - 1]);
    }
    const double slope = -fitted_exponent(ranks, chosen);
    EXPECT_GT(slope, 0.9);
    EXPECT_LT(slope, 1.8);  // 1 / discount is the limit for large ranks
}

}  // namespace
}  // namespace sinodex
