// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/article_cache.h"

#include <gtest/gtest.h>

namespace sinodex {
namespace {

constexpr std::size_t kPlenty = 1U << 20U;
constexpr std::size_t kOccurrences = 10'000;
constexpr std::size_t kArticleBytes = kOccurrences * sizeof(TermOccurrence);  // a little more

std::shared_ptr<ReadArticle> article(const std::string& id) {
    auto made = std::make_shared<ReadArticle>();
    made->record.id = id;
    made->record.title = "Title of " + id;
    made->record.text = "Text of " + id;
    made->terms.occurrences.resize(kOccurrences);
    made->analysed = true;
    return made;
}

std::size_t count_known(ArticleCache& cache, Xapian::docid first, Xapian::docid last) {
    std::size_t known = 0;
    for (Xapian::docid document = first; document <= last; ++document) {
        if (cache.find(document)) ++known;
    }
    return known;
}

TEST(ArticleCache, FindsWhatWasAdded) {
    ArticleCache cache(kPlenty);
    EXPECT_EQ(cache.find(1), nullptr);
    cache.add(1, article("a"));
    cache.add(2, article("b"));
    const auto found = cache.find(1);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->record.id, "a");
    EXPECT_EQ(found->record.title, "Title of a");
    EXPECT_EQ(found->record.text, "Text of a");
    EXPECT_EQ(found->terms.occurrences.size(), kOccurrences);
    EXPECT_TRUE(found->analysed);
    EXPECT_EQ(cache.find(2)->record.id, "b");
    EXPECT_EQ(cache.find(3), nullptr);
}

TEST(ArticleCache, TakesTheLastOneOfADocument) {
    ArticleCache cache(kPlenty);
    cache.add(1, article("a"));
    cache.add(1, article("b"));
    EXPECT_EQ(cache.find(1)->record.id, "b");
}

TEST(ArticleCache, ForgetsTheOldestUnderASmallBudget) {
    ArticleCache cache(10 * kArticleBytes);
    for (Xapian::docid document = 1; document <= 100; ++document) {
        cache.add(document, article("a"));
    }
    EXPECT_NE(cache.find(100), nullptr);
    EXPECT_EQ(count_known(cache, 1, 80), 0U);
    const std::size_t known = count_known(cache, 81, 100);
    EXPECT_GE(known, 4U);
    EXPECT_LE(known, 11U);
}

TEST(ArticleCache, KeepsWhatIsFoundAgain) {
    ArticleCache cache(10 * kArticleBytes);
    cache.add(1, article("wanted"));
    for (Xapian::docid document = 2; document <= 100; ++document) {
        cache.add(document, article("a"));
        const auto found = cache.find(1);
        ASSERT_NE(found, nullptr) << "after " << document;
        EXPECT_EQ(found->record.id, "wanted");
    }
    EXPECT_EQ(cache.find(2), nullptr);
}

TEST(ArticleCache, CountsADocumentOnceThatIsAddedAgain) {
    ArticleCache cache(10 * kArticleBytes);
    cache.add(1, article("a"));
    for (int i = 0; i < 100; ++i) cache.add(2, article("b"));
    EXPECT_NE(cache.find(1), nullptr);
}

TEST(ArticleCache, KeepsLittleWithoutABudgetAndLosesNothingInUse) {
    ArticleCache cache(0);
    const auto mine = article("a");
    cache.add(1, mine);
    cache.add(2, article("b"));
    EXPECT_EQ(cache.find(1), nullptr);
    EXPECT_EQ(mine->record.id, "a");
}

TEST(ArticleCache, ClearForgetsAll) {
    ArticleCache cache(10 * kArticleBytes);
    for (Xapian::docid document = 1; document <= 8; ++document) {
        cache.add(document, article("a"));
    }
    cache.clear();
    EXPECT_EQ(count_known(cache, 1, 8), 0U);
    cache.add(1, article("b"));
    EXPECT_EQ(cache.find(1)->record.id, "b");
}

}  // namespace
}  // namespace sinodex
