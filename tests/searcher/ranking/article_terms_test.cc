// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/article_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "corpus/schema/generation.h"
#include "tests/searcher/news.h"

namespace sinodex {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

Record record_of(const std::string& title, const std::vector<std::string>& passages) {
    Record record;
    record.id = "a";
    record.title = title;
    for (const std::string& passage : passages) {
        const auto begin = static_cast<std::uint32_t>(record.text.size());
        record.text += passage;
        record.passages.push_back({begin, static_cast<std::uint32_t>(record.text.size())});
        record.text += "\n\n";
    }
    return record;
}

class ArticleTermsTest : public ::testing::Test {
 protected:
    ArticleTerms read(const Record& record) { return reader_.read(record); }

    // The terms of a row.
    std::vector<std::string> row(const ArticleTerms& terms, std::size_t number) {
        std::vector<std::string> words;
        for (std::size_t i = terms.row_begin(number); i < terms.row_ends[number]; ++i) {
            words.push_back(term(terms.occurrences[i].term));
        }
        return words;
    }
    std::string term(std::uint32_t number) {
        for (const char* word :
             {"alibaba", "fine", "fined", "gold", "share", "this", "too", "it"}) {
            const Token* token = &analyzer_.analyze(word).front();
            if (vocabulary_.number(*token) == number) return vocabulary_.term(*token);
        }
        return "?";
    }
    double idf(const char* word) {
        return vocabulary_.idf(vocabulary_.number(analyzer_.analyze(word).front()));
    }

    Xapian::Database database_{current_generation_path(testing::news_database().path())};
    Vocabulary vocabulary_{database_};
    Analyzer analyzer_{{true, false}};
    ArticleTermsReader reader_{vocabulary_, analyzer_};
};

double length_of(const std::vector<TermWeight>& vector) {
    double square = 0;
    for (const TermWeight& term : vector) {
        square += static_cast<double>(term.weight) * static_cast<double>(term.weight);
    }
    return std::sqrt(square);
}

TEST_F(ArticleTermsTest, HaveARowForEachPassageAndOneForTheTitle) {
    const ArticleTerms terms =
        read(record_of("Gold shares", {"Alibaba fined.", "It fined Alibaba."}));
    ASSERT_EQ(terms.rows(), 3U);
    EXPECT_THAT(row(terms, 0), ElementsAre("alibaba", "fine"));
    EXPECT_THAT(row(terms, 1), ElementsAre("it", "fine", "alibaba"));
    EXPECT_THAT(row(terms, 2), ElementsAre("gold", "share"));
    EXPECT_EQ(terms.centrality.size(), 2U);
    EXPECT_EQ(terms.lengths.size(), 2U);
}

TEST_F(ArticleTermsTest, TellSentencesOfPassagesApart) {
    const Record record = record_of("Gold. Shares", {"Alibaba fined. It fined too.", "It", ""});
    const ArticleTerms terms = read(record);
    EXPECT_THAT(terms.row_sentences, ElementsAre(2, 3, 4));
    ASSERT_EQ(terms.sentences.size(), 4U);
    EXPECT_EQ(terms.sentences[0].occurrence, 2U);
    EXPECT_EQ(terms.sentences[0].byte, record.text.find("It"));
    EXPECT_EQ(terms.sentences[1].occurrence, 5U);
    EXPECT_EQ(terms.sentences[1].byte, record.passages[0].end);
    EXPECT_EQ(terms.sentence_begin(1), 2U);
}

TEST_F(ArticleTermsTest, TellFormsOfATermApart) {
    const ArticleTerms terms = read(record_of("", {"Fine, FINED: fined."}));
    ASSERT_EQ(terms.occurrences.size(), 3U);
    EXPECT_EQ(terms.occurrences[0].term, terms.occurrences[1].term);
    EXPECT_NE(terms.occurrences[0].word, terms.occurrences[1].word);
    EXPECT_EQ(terms.occurrences[1].word, terms.occurrences[2].word);
    EXPECT_EQ(terms.occurrences[1].word, form_of("fined"));
    EXPECT_LT(terms.occurrences[0].position, terms.occurrences[1].position);
}

TEST_F(ArticleTermsTest, LeaveBoilerplateOutButInTheTitle) {
    const std::string text = "Share this. Alibaba fined. Share this too.";
    Record record = record_of("Share this", {text});
    record.boilerplate = {{0, 11}, {27, static_cast<std::uint32_t>(text.size())}};
    const ArticleTerms terms = read(record);
    EXPECT_THAT(row(terms, 0), ElementsAre("alibaba", "fine"));
    EXPECT_THAT(row(terms, 1), ElementsAre("share", "this"));
}

TEST_F(ArticleTermsTest, CountOffsetsOfALaterSectionFromTheArticle) {
    Record record = record_of("", {"Share this. Alibaba fined."});
    const std::uint32_t begin = 1000;
    record.text_begin = begin;
    record.passages = {{begin, begin + 26}};
    record.boilerplate = {{begin, begin + 11}};
    EXPECT_THAT(row(read(record), 0), ElementsAre("alibaba", "fine"));
}

TEST_F(ArticleTermsTest, AreAsLongInBothLanguages) {
    const ArticleTerms terms = read(record_of("", {"Alibaba was fined.", "阿里巴巴被罚款"}));
    EXPECT_FLOAT_EQ(terms.sizes[0], 3);
    const auto tokens = static_cast<float>(terms.row_ends[1] - terms.row_ends[0]);
    EXPECT_FLOAT_EQ(terms.sizes[1], tokens / static_cast<float>(kTokensAWord));
}

TEST_F(ArticleTermsTest, HaveAVectorOfLengthOne) {
    const ArticleTerms terms = read(record_of("Gold", {"Alibaba fined.", "Alibaba, fine gold."}));
    EXPECT_NEAR(length_of(terms.vector), 1, 1e-6);
    ASSERT_EQ(terms.vector.size(), 3U);
    EXPECT_EQ(term(terms.vector[0].term), "alibaba");
    EXPECT_EQ(term(terms.vector[2].term), "gold");
    // Both come twice.
    EXPECT_NEAR(static_cast<double>(terms.vector[0].weight / terms.vector[2].weight),
                idf("alibaba") / idf("gold"), 1e-5);
}

TEST_F(ArticleTermsTest, MeasureThePassagesVectors) {
    const ArticleTerms terms = read(record_of("", {"Gold, gold, gold.", ""}));
    EXPECT_NEAR(static_cast<double>(terms.lengths[0]), (1 + std::log(3)) * idf("gold"), 1e-5);
    EXPECT_EQ(terms.lengths[1], 0);
}

TEST_F(ArticleTermsTest, FindWhatTheArticleIsAboutCentral) {
    const ArticleTerms terms = read(record_of(
        "", {"Alibaba was fined; the fine for Alibaba.", "Alibaba: a fine.", "Gold.", ""}));
    EXPECT_THAT(terms.centrality, Each(::testing::AllOf(::testing::Ge(0.0F), ::testing::Le(1.0F))));
    EXPECT_GT(terms.centrality[0], 0.8F);
    EXPECT_GT(terms.centrality[1], terms.centrality[2]);
    EXPECT_GT(terms.centrality[2], 0.0F);
    EXPECT_EQ(terms.centrality[3], 0.0F);
    EXPECT_NEAR(static_cast<double>(read(record_of("", {"Gold fine."})).centrality[0]), 1, 1e-5)
        << "a passage that is all of the article";
}

TEST_F(ArticleTermsTest, AreEmptyOfNothing) {
    const ArticleTerms nothing = read(Record{});
    EXPECT_EQ(nothing.rows(), 1U) << "the title's";
    EXPECT_TRUE(nothing.vector.empty());
    Record muted = record_of("", {"Share this."});
    muted.boilerplate = {{0, 11}};
    const ArticleTerms terms = read(muted);
    EXPECT_TRUE(terms.occurrences.empty());
    EXPECT_THAT(terms.centrality, ElementsAre(0.0F));
    EXPECT_THAT(terms.lengths, ElementsAre(0.0F));
}

TEST_F(ArticleTermsTest, DoNotDependOnWhatWasReadBefore) {
    const Record record = record_of("Gold", {"Alibaba fined.", "Gold shares."});
    const ArticleTerms first = read(record);
    read(record_of("Shares", {"Gold, gold, Alibaba. Fined too.", "It is this."}));
    const ArticleTerms again = read(record);
    EXPECT_EQ(first.centrality, again.centrality);
    EXPECT_EQ(first.lengths, again.lengths);
    ASSERT_EQ(first.vector.size(), again.vector.size());
    for (std::size_t i = 0; i < first.vector.size(); ++i) {
        EXPECT_EQ(first.vector[i].term, again.vector[i].term);
        EXPECT_EQ(first.vector[i].weight, again.vector[i].weight);
    }
}

}  // namespace
}  // namespace sinodex
