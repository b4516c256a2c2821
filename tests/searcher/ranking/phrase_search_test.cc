// SPDX-License-Identifier: GPL-2.0-or-later

// What searches for phrases and NEAR find is held against what an analysis of every text finds.

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/text/analyzer.h"
#include "searcher/ranking/near.h"
#include "tests/searcher/news.h"
#include "tests/searcher/understanding/small_domain.h"

namespace sinodex {
namespace {

using Ids = std::set<std::string>;

// Words, and what may stand between them, of which analysis makes what is not there in the bytes.
const std::vector<std::string> kNewsWords{
    "Alibaba",    "deals",  "the",      "of",       "U.S.",         "Ｕ．Ｓ．",
    "e-commerce", "O’Neil", "don't",    "café",     "cafe\xCC\x81", "ＤＥＡＬＳ",
    "37bn",       "5%",     "billion",  "ﬁne",      "fine",         "x.y",
    "5G",         "AT&T",   "李 Li",    "Straße",   "strasse",      "коммерция",
    "监管",       "監管",   "蚂蚁集团", "螞蟻集團", "平台Ant",      "\xF0\x9F\x90\xBC",
    "www.a.org",  "s"};
const std::vector<std::string> kNewsGaps{" ",   " ",   " ",        " ",  ", ", "'s ",
                                         "’s ", " - ", "\n",       "-",  ". ", "——",
                                         "",    "/",   "\xC2\xA0", "，", "  ", "\xE2\x80\x8B"};

class RandomNews {
 public:
    explicit RandomNews(unsigned seed) : random_(seed) {}

    std::string words(std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            text += (i > 0 ? any(kNewsGaps) : "") + any(kNewsWords);
        }
        return text;
    }

    // Words with something between them: where Chinese words are asked for as one, neighbouring
    // characters must be neighbours.
    std::string phrase() {
        std::string text = any(kNewsWords);
        for (std::size_t i = 1 + below(2); i > 0; --i) {
            const std::string& gap = any(kNewsGaps);
            text += (gap.empty() ? " " : gap) + any(kNewsWords);
        }
        return text;
    }

    std::vector<testing::NewsArticle> articles(std::size_t count, std::size_t first) {
        std::vector<testing::NewsArticle> made(count);
        for (testing::NewsArticle& article : made) {
            article.id = "a" + std::to_string(first++);
            if (below(3) > 0) article.title = words(1 + below(5));
            const std::size_t passages = below(20) == 0 ? 0 : 1 + below(4);
            for (std::size_t i = 0; i < passages; ++i) {
                article.text += words(1 + below(25)) + ".\n\n";
            }
        }
        return made;
    }

    const std::string& any(const std::vector<std::string>& of) { return of[below(of.size())]; }
    std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
    std::mt19937 random_;
};

class PhraseSearch : public ::testing::Test {
 protected:
    static void SetUpTestSuite() {
        folder_ = new testing::TemporaryFolder;
        RandomNews news(1);
        testing::index_articles(path(), news.articles(1000, 0));
        testing::index_articles(path(), news.articles(60, 980));  // replaces some
    }
    static void TearDownTestSuite() { delete folder_; }
    static std::string path() { return *folder_ / "db"; }

    static Ids searched(const std::string& query) {
        static const Searcher searcher(path());
        SearchRequest request;
        request.query = query;
        request.unit = SearchUnit::article;
        request.limit = 100'000;
        request.collapse = false;
        request.expand = Expansions::none();
        const std::vector<std::string> ids = testing::ids_of(searcher.search(request));
        return {ids.begin(), ids.end()};
    }

    static bool stands_in(std::string_view text, const UnderstoodQuery& query,
                          const IndexReader& index) {
        static Analyzer analyzer;
        static Vocabulary vocabulary(index.database());
        return !find_places(query.phrases[0], analyzer.analyze(text), vocabulary).empty();
    }

    // Of the one phrase that a query must hold.
    static Ids analysed(const UnderstoodQuery& query) {
        static const IndexReader index(current_generation_path(path()));
        Ids ids;
        for (std::uint32_t i = 0; i < index.segments().size(); ++i) {
            const Segment& segment = index.segments()[i];
            for (std::uint32_t own = 1; own <= segment.database.get_lastdocid(); ++own) {
                if (index.is_deleted(index.number_in(i, own))) continue;
                const Record record = record_of(segment, own);
                bool holds = stands_in(record.title, query, index);
                for (const ByteRange passage : record.passages) {
                    holds = holds || stands_in(record.at(passage), query, index);
                }
                if (holds) ids.insert(record.id);
            }
        }
        return ids;
    }

    // Compares them for many queries, of which some must find something.
    template <typename Make>
    static void compare(std::size_t count, Make make) {
        std::size_t found = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string query = make();
            const UnderstoodQuery understood = testing::understand_query(query, Expansions::none());
            if (understood.phrases.size() != 1) continue;
            const Ids expected = analysed(understood);
            EXPECT_EQ(searched(query), expected) << query;
            if (!expected.empty()) ++found;
        }
        EXPECT_GT(found, count / 5);
    }

    static testing::TemporaryFolder* folder_;
};

testing::TemporaryFolder* PhraseSearch::folder_ = nullptr;

TEST_F(PhraseSearch, FindsThePhrasesThatAnalysisFinds) {
    RandomNews news(2);
    compare(120, [&] { return "+\"" + news.phrase() + "\""; });
}

TEST_F(PhraseSearch, FindsWhatStandsNearAsAnalysisDoes) {
    RandomNews news(3);
    compare(50, [&] {
        std::string query = news.any(kNewsWords);
        for (std::size_t i = 1 + news.below(2); i > 0; --i) {
            query += " NEAR/" + std::to_string(news.below(4)) + " " + news.any(kNewsWords);
        }
        return query;
    });
}

}  // namespace
}  // namespace sinodex
