// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/analysis/article_analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/readers/document_stream.h"
#include "corpus/readers/read_article.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const EntityFinder& finder() {
    static const EntityFinder finder(Knowledge::built_in());
    return finder;
}

Article read(std::string id, std::string bytes, Format format = Format::text) {
    RawDocument document;
    document.format = format;
    document.id = std::move(id);
    document.bytes = std::move(bytes);
    return read_article(document);
}

std::vector<std::string> ids(const std::vector<Mention>& mentions) {
    std::vector<std::string> ids;
    for (const Mention& mention : mentions) {
        ids.push_back(Knowledge::built_in().entity(mention.entity).id);
    }
    return ids;
}

template <typename Found>
std::vector<std::string> texts(const std::vector<Found>& found, const std::string& text) {
    std::vector<std::string> texts;
    for (const Found& one : found) texts.emplace_back(slice(text, one.range));
    return texts;
}

const std::string kArticle =
    "Alibaba fined $2.8bn in April 2021\n"
    "\n"
    "BEIJING, April 10, 2021 - The market regulator SAMR fined Alibaba 18.2 billion yuan on "
    "Saturday.\n"
    "\n"
    "Read more: Tencent to pay 500,000 yuan on 12 July 2021\n";

TEST(ArticleAnalyzer, FindsEntitiesAmountsAndDates) {
    const Article article = read("a.txt", kArticle);
    ArticleAnalyzer analyzer(&finder());
    const AnalysedArticle& found = analyzer.analyze(article);
    EXPECT_THAT(ids(found.mentions.title), ElementsAre("alibaba"));
    EXPECT_THAT(texts(found.title_amounts, article.title), ElementsAre("$2.8bn"));
    EXPECT_THAT(texts(found.title_dates, article.title), ElementsAre("April 2021"));
    EXPECT_THAT(texts(found.mentions.text, article.text),
                ElementsAre("BEIJING", "market regulator", "SAMR", "fined", "Alibaba"));
    EXPECT_THAT(texts(found.amounts, article.text), ElementsAre("18.2 billion yuan"));
    EXPECT_THAT(texts(found.dates, article.text), ElementsAre("April 10, 2021", "Saturday"));
    EXPECT_EQ(day_text(found.dates[1].days->from), "2021-04-10") << "against the dateline";
}

TEST(ArticleAnalyzer, KnowsWhenAnArticleWasPublished) {
    struct Case {
        const char* id;
        const char* bytes;
        Format format;
        const char* date;
        DateOrigin origin;
    };
    ArticleAnalyzer analyzer(&finder());
    for (const Case& c : std::vector<Case>{
             {"a.md", "---\ndate: 2021-04-12\n---\n# A title\n\nBEIJING, April 10, 2021 - Text.\n",
              Format::markdown, "2021-04-12", DateOrigin::metadata},
             {"2020/2020-01-02-a.txt", "A title\n\nBEIJING, April 10, 2021 - Some text.\n",
              Format::text, "2021-04-10", DateOrigin::byline},
             {"a.json", R"({"id":"x","url":"https://example.org/2021/04/11/a","text":"Text."})",
              Format::json, "2021-04-11", DateOrigin::url},
             {"2021-04-13-a.txt", "A title\n\nSome text.\n", Format::text, "2021-04-13",
              DateOrigin::file},
             {"2021-04-a.txt", "A title\n\nSome text.\n", Format::text, "2021-04",
              DateOrigin::file}}) {
        const AnalysedArticle& found = analyzer.analyze(read(c.id, c.bytes, c.format));
        ASSERT_TRUE(found.published) << c.date;
        EXPECT_EQ(found.published->text(), c.date);
        EXPECT_EQ(found.published->origin, c.origin) << c.date;
    }
    EXPECT_FALSE(
        analyzer
            .analyze(read("a.txt", "A title\n\nIt was founded on 2 May 2021 by two engineers.\n"))
            .published);
}

TEST(ArticleAnalyzer, ResolvesNoWeekdayAgainstAYear) {
    ArticleAnalyzer analyzer(&finder());
    const Article article =
        read("a.md", "---\ndate: 2021\n---\n# T\n\nIt fell on Friday.\n", Format::markdown);
    const AnalysedArticle& found = analyzer.analyze(article);
    ASSERT_EQ(found.dates.size(), 1U);
    EXPECT_EQ(found.dates[0].kind, DateKind::unresolved);
    EXPECT_FALSE(found.dates[0].days);
}

TEST(ArticleAnalyzer, OnlyLaysOutWithoutAFinder) {
    ArticleAnalyzer with(&finder());
    ArticleAnalyzer without(nullptr);
    const Article article = read("2021-04-13.txt", kArticle);
    const AnalysedArticle& found = without.analyze(article);
    EXPECT_EQ(found.layout.passages, with.analyze(article).layout.passages);
    EXPECT_FALSE(found.layout.passages.empty());
    EXPECT_FALSE(found.published);
    EXPECT_THAT(found.mentions.title, IsEmpty());
    EXPECT_THAT(found.mentions.text, IsEmpty());
    EXPECT_THAT(found.title_amounts, IsEmpty());
    EXPECT_THAT(found.amounts, IsEmpty());
    EXPECT_THAT(found.title_dates, IsEmpty());
    EXPECT_THAT(found.dates, IsEmpty());
}

TEST(ArticleAnalyzer, ForgetsTheArticleBefore) {
    ArticleAnalyzer analyzer(&finder());
    analyzer.analyze(read("a.txt", kArticle));
    const AnalysedArticle& found = analyzer.analyze(read("b.txt", "Nothing here.\n"));
    EXPECT_THAT(found.mentions.title, IsEmpty());
    EXPECT_THAT(found.mentions.text, IsEmpty());
    EXPECT_THAT(found.amounts, IsEmpty());
    EXPECT_THAT(found.dates, IsEmpty());
    EXPECT_FALSE(found.published);
}

// Sorted, disjoint, neither in boilerplate nor in the title.
template <typename Found>
void expect_in_place(const std::vector<Found>& found, const Layout& layout, const Article& article,
                     const char* what) {
    std::uint32_t before = 0;
    for (const Found& one : found) {
        ASSERT_LT(one.range.begin, one.range.end) << article.id << ' ' << what;
        ASSERT_LE(one.range.end, article.text.size()) << article.id << ' ' << what;
        EXPECT_GE(one.range.begin, before) << article.id << ' ' << what;
        before = one.range.end;
        EXPECT_FALSE(!layout.title.empty() && layout.title.contains(one.range))
            << article.id << ' ' << what;
        for (const ByteRange muted : layout.boilerplate) {
            EXPECT_TRUE(one.range.end <= muted.begin || muted.end <= one.range.begin)
                << article.id << ' ' << what << " at " << one.range.begin;
        }
    }
}

TEST(ArticleAnalyzer, FindsNothingInBoilerplateOrTheTitleOfShippedArticles) {
    DocumentStream stream({SINODEX_SOURCE_DIR "/corpus/articles"});
    ArticleAnalyzer analyzer(&finder());
    std::size_t mentions = 0;
    std::size_t muted = 0;
    RawDocument document;
    while (stream.next(document)) {
        const Article article = read_article(document);
        const AnalysedArticle& found = analyzer.analyze(article);
        expect_in_place(found.mentions.text, found.layout, article, "mention");
        expect_in_place(found.amounts, found.layout, article, "amount");
        expect_in_place(found.dates, found.layout, article, "date");
        mentions += found.mentions.text.size();
        muted += found.layout.boilerplate.size();
    }
    EXPECT_GT(mentions, 1000U);
    EXPECT_GT(muted, 50U);
}

}  // namespace
}  // namespace sinodex
