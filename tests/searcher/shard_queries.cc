// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/shard_queries.h"

#include <gtest/gtest.h>

#include <utility>

#include "indexer/indexer.h"

namespace sinodex::testing {

void index_into(const std::string& database, const std::string& shard, const std::string& path) {
    IndexOptions options;
    options.database = database;
    options.shard = shard;
    options.paths = {path};
    options.dictionary_file = SINODEX_SOURCE_DIR "/tests/fixtures/dictionary/small.u8";
    index_documents(options);
}

ShardCollection::ShardCollection() {
    index_into(whole, "");
    for (int number = 1; number <= 3; ++number) {
        parts.push_back(folder / ("part-" + std::to_string(number)));
        index_into(parts.back(), std::to_string(number) + "/3");
    }
}

const ShardCollection& shards() {
    static const ShardCollection made;
    return made;
}

const Searcher& whole() {
    static const Searcher opened(shards().whole);
    return opened;
}

QueryMaker::QueryMaker(unsigned seed) : random_(seed) {
    SearchRequest all;
    all.query = "lang:(en OR zh)";
    all.unit = SearchUnit::article;
    all.limit = 1000;
    all.collapse = false;
    for (const SearchHit& hit : whole().search(all).hits) ids_.push_back(hit.id);
}

std::string QueryMaker::words(const StoredArticle& article, std::size_t count, bool han) {
    const auto& tokens = analyzer_.analyze(article.text);
    std::vector<ByteRange> spans;
    for (const Token& token : tokens) {
        const bool is_han = token.kind == TokenKind::han_char;
        const bool fits = han ? is_han : token.range.size() > 3 && token.kind == TokenKind::word;
        if (fits) spans.push_back(token.range);
    }
    if (spans.size() <= count) return "China";
    const std::size_t first = any(spans.size() - count);
    const std::string text =
        article.text.substr(spans[first].begin, spans[first + count - 1].end - spans[first].begin);
    const bool plain = text.find_first_of("\n\"()*:^#-+") == std::string::npos;
    return plain && text.size() < 80 ? text : words(article, 1, han);
}

StoredArticle QueryMaker::chinese() {
    for (;;) {
        StoredArticle found = article();
        if (found.article.lang.starts_with("zh")) return found;
    }
}

namespace {

std::string filter(QueryMaker& make) {
    const StoredArticle article = make.article();
    const std::string year = article.article.date.substr(0, 4);
    const std::string filters[] = {"lang:" + article.article.lang,
                                   "source:\"" + article.article.source + "\"",
                                   year.empty() ? "date:2021.." : "date:" + year,
                                   "-" + make.word(),
                                   "+" + make.word(),
                                   "title:\"" + make.words(article, 1, false) + "\"",
                                   "type:regulator"};
    return make.words(article, 2, false) + " " + filters[make.any(std::size(filters))];
}

std::string amount(QueryMaker& make) {
    const std::string amounts[] = {">1bn",    "<100m", ">10%",   "18.2bn",
                                   "usd>1bn", ">1000", "cny>5bn"};
    return "amount:" + amounts[make.any(std::size(amounts))] + " " + make.word();
}

std::string date(QueryMaker& make) {
    for (;;) {
        const StoredArticle article = make.article();
        if (article.dates.empty()) continue;
        const DatePlace& one = article.dates[make.any(article.dates.size())];
        if (one.from.empty()) continue;
        return "mentions:" + one.from.substr(0, make.any(2) == 0 ? 7 : 10) +
               (make.any(2) == 0 ? "" : " " + make.word());
    }
}

std::string chinese(QueryMaker& make) {
    const StoredArticle article = make.chinese();
    return make.words(article, 2 + make.any(4), true);
}

std::string bilingual(QueryMaker& make) {
    const std::string said[] = {"agreement", "cooperate", "reprimand", "artificial intelligence",
                                "ballot",    "Hangzhou",  "协议",      "合作",
                                "杭州市",    "人工智能",  "选票",      "收成"};
    return said[make.any(std::size(said))] + " " + make.words(make.chinese(), 2, make.any(2) == 0) +
           (make.any(2) == 0 ? "" : " " + make.word());
}

std::string words_of(const SearchResult& result) {
    std::string text = result.interpretation + "|" + result.suggestion;
    for (const SearchWarning& warning : result.warnings) text += "|" + warning.message;
    for (const std::string& word : result.missing) text += "|" + word;
    return text;
}

}  // namespace

std::string entity_query(QueryMaker& make) {
    for (;;) {
        const StoredArticle article = make.article();
        if (article.entities.empty()) continue;
        const ArticleEntity& one = article.entities[make.any(article.entities.size())];
        return (make.any(2) == 0 ? one.filter : one.name) +
               (make.any(2) == 0 ? "" : " " + make.word());
    }
}

std::vector<QueryKind> query_kinds() {
    return {
        {"words", [](QueryMaker& make) { return make.word() + " " + make.word(); }},
        {"claims",
         [](QueryMaker& make) { return make.words(make.article(), 9, false) + " " + make.word(); }},
        {"phrases",
         [](QueryMaker& make) {
             const bool must = make.any(2) == 0;
             return std::string(must ? "+" : "") + "\"" +
                    make.words(make.article(), 2 + make.any(2), false) + "\" " + make.word();
         }},
        {"filters", filter},
        {"entities", entity_query},
        {"amounts", amount},
        {"dates", date},
        {"Chinese", chinese},
        {"bilingual", bilingual}};
}

SearchRequest shard_request(std::string query, int i) {
    SearchRequest request;
    request.query = std::move(query);
    request.unit = i % 3 == 2 ? SearchUnit::article : SearchUnit::passage;
    request.limit = i % 5 == 4 ? 50 : 10;
    request.collapse = i % 4 != 3;
    request.context = i % 7 == 0 ? 1 : 0;
    return request;
}

void expect_equal(const SearchResult& one, const SearchResult& other, const std::string& query) {
    EXPECT_EQ(words_of(one), words_of(other)) << query;
    ASSERT_EQ(one.hits.size(), other.hits.size()) << query;
    for (std::size_t i = 0; i < one.hits.size(); ++i) {
        const SearchHit& a = one.hits[i];
        const SearchHit& b = other.hits[i];
        EXPECT_EQ(a.id, b.id) << query << ", rank " << i + 1;
        EXPECT_NEAR(a.score, b.score, 1e-9) << query << ", rank " << i + 1;
        EXPECT_EQ(a.text, b.text);
        EXPECT_EQ(a.versions, b.versions) << query << ' ' << a.id;
        EXPECT_EQ(a.highlights.size(), b.highlights.size()) << query << ' ' << a.id;
        EXPECT_EQ(a.before.size(), b.before.size()) << query << ' ' << a.id;
    }
}

}  // namespace sinodex::testing
