// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/shard_queries.h"

#include <gtest/gtest.h>

#include <sstream>
#include <utility>

#include "indexer/indexer.h"
#include "searcher/rendering/json.h"
#include "searcher/rendering/verification.h"
#include "searcher/rendering/view_json.h"

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

// A word with two letters exchanged, or one left out.
std::string misspelt(QueryMaker& make) {
    std::string word = make.word();
    const std::size_t at = 1 + make.any(word.size() - 2);
    if (make.any(2) == 0) return word.erase(at, 1);
    std::swap(word[at], word[at + 1]);
    return word;
}

std::string misspelt_query(QueryMaker& make) {
    const std::string word = misspelt(make);
    const std::string others[] = {"", " " + make.word(), " +" + make.word(), " " + misspelt(make),
                                  " lang:en +" + make.word() + " +" + make.word()};
    return word + others[make.any(std::size(others))];
}

// Asks for what hardly any article has, so that it is looked for once more with less.
std::string too_strict(QueryMaker& make) {
    const std::string one = make.word() + " " + make.word();
    const std::string two = make.word() + " " + make.word();
    const std::string asked[] = {"title:\"" + one + "\"",
                                 "(\"" + one + "\" OR \"" + two + "\") " + misspelt(make),
                                 "\"" + one + "\" AND \"" + two + "\"",
                                 "+" + make.word() + " +" + make.word() + " +" + make.word(),
                                 "\"" + one + "\" " + misspelt(make),
                                 "+\"" + one + "\" " + misspelt(make),
                                 make.word() + " NEAR " + make.word()};
    return asked[make.any(std::size(asked))];
}

template <typename View>
std::string json_of(View view) {
    view.matches.took_ms = 0;
    std::ostringstream out;
    render_json(view, "", JsonLayout::lines, out);
    return out.str();
}

std::string json_of(Verification verification) {
    verification.took_ms = 0;
    std::ostringstream out;
    render_json(verification, JsonLayout::lines, out);
    return out.str();
}

struct View {
    const char* name;
    std::function<std::string(const Searcher&, const SearchRequest&)> json;
};

std::vector<View> views() {
    return {{"facets",
             [](const Searcher& of, const auto& asked) { return json_of(of.facets(asked, 10)); }},
            {"timeline of what is mentioned",
             [](const Searcher& of, const auto& asked) {
                 return json_of(of.timeline(asked, TimelineBy::mentioned));
             }},
            {"timeline of publication",
             [](const Searcher& of, const auto& asked) {
                 return json_of(of.timeline(asked, TimelineBy::published));
             }},
            {"what is related",
             [](const Searcher& of, const auto& asked) { return json_of(of.related(asked, 10)); }},
            {"figures",
             [](const Searcher& of, const auto& asked) { return json_of(of.figures(asked, 10)); }}};
}

// Words, entities, several words of which no article may hold most, filters alone, and misspelt
// ones.
std::string query_for_view(QueryMaker& make, int i) {
    switch (i % 5) {
        case 0:
            return make.word();
        case 1:
            return entity_query(make);
        case 2:
            return make.word() + " " + make.word() + " " + make.word() + " " + make.word();
        case 3:
            return make.any(2) == 0 ? "lang:en date:2021.." : "lang:zh";
        default:
            return misspelt(make) + " " + make.word();
    }
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
        {"bilingual", bilingual},
        {"misspelt", misspelt_query},
        {"too strict", too_strict}};
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

void plainly(const std::string&, const std::function<void()>& ask) { ask(); }

void expect_same_hits(const Searcher& other, const Asking& asking) {
    ASSERT_EQ(other.article_count(), whole().article_count());
    std::size_t found = 0;
    for (const QueryKind& kind : query_kinds()) {
        SCOPED_TRACE(kind.name);
        QueryMaker make(17);
        for (int i = 0; i < kQueries; ++i) {
            const SearchRequest request = shard_request(kind.make(make), i);
            const SearchResult one = whole().search(request);
            asking(kind.name + (": " + request.query),
                   [&] { expect_equal(one, other.search(request), request.query); });
            found += one.hits.size();
        }
    }
    EXPECT_GT(found, 9U * kQueries * 4U) << "most queries find something";
}

void expect_same_views(const Searcher& other, const Asking& asking) {
    for (const View& view : views()) {
        SCOPED_TRACE(view.name);
        QueryMaker make(23);
        for (int i = 0; i < kQueries; ++i) {
            SearchRequest request;
            request.query = query_for_view(make, i);
            SCOPED_TRACE(request.query);
            const std::string one = view.json(whole(), request);
            asking(view.name + (": " + request.query),
                   [&] { EXPECT_EQ(one, view.json(other, request)); });
        }
    }
}

void expect_same_articles(const Searcher& other, const Asking& asking) {
    QueryMaker make(29);
    for (int i = 0; i < kQueries; ++i) {
        const StoredArticle article = make.article();
        const std::string& id = article.article.id;
        SCOPED_TRACE(id);
        asking("article " + id, [&] {
            const StoredArticle same = other.article(id);
            EXPECT_EQ(same.text, article.text);
            EXPECT_EQ(same.versions, article.versions);
        });
        const ArticlePassage& passage = article.passages[make.any(article.passages.size())];
        const std::string text = article.text.substr(passage.begin, passage.end - passage.begin);
        const std::string quotation = text.substr(0, text.find(' ', 60));
        const std::string one = json_of(whole().verify(quotation));
        asking("quotation " + quotation, [&] { EXPECT_EQ(json_of(other.verify(quotation)), one); });
        const SearchRequest like;
        asking("like " + id,
               [&] { expect_equal(whole().more_like(id, like), other.more_like(id, like), id); });
    }
}

void expect_same_completions(const Searcher& other, const Asking& asking) {
    for (const std::string line : {"entity:ali", "lang:", "source:d", "Tenc"}) {
        const auto one = whole().complete(line, line.size(), 20);
        std::vector<Completion> same;
        asking(line, [&] { same = other.complete(line, line.size(), 20); });
        ASSERT_EQ(one.size(), same.size()) << line;
        for (std::size_t i = 0; i < one.size(); ++i) {
            EXPECT_EQ(one[i].text, same[i].text);
            EXPECT_EQ(one[i].articles, same[i].articles) << one[i].text;
        }
    }
}

}  // namespace sinodex::testing
