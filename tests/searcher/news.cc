// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/news.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/indexer.h"

namespace sinodex::testing {
namespace {

// Indexes lines of JSON, an article each.
void index_lines(const std::string& database, const std::string& lines) {
    std::istringstream input(lines);
    IndexOptions options;
    options.database = database;
    options.paths = {"-"};
    options.standard_input = &input;
    options.threads = 1;
    index_documents(options);
}

}  // namespace

const std::vector<NewsArticle>& news() {
    static const std::string quantum = "Quantum chips are cooled.";
    static const std::vector<NewsArticle> articles{
        {"fine", "Alibaba fined a record sum",
         "China’s market regulator fined Alibaba 18.228 billion yuan.\n\n"
         "The state planner was not involved.\n",
         "Pearl River Wire", "Li Na", "2021-04-10", "en"},
        {"didi", "Didi app removed",
         "Regulators told app stores to remove the Didi app. Its shares fell.\n", "Delta Daily", "",
         "2021-07-04", "en"},
        {"stakes", "Golden shares",
         "The state takes equity stakes of 1% in media units. Alibaba is among them.\n",
         "Delta Daily", "Wang Fang", "2023-01", "en"},
        {"planner", "", "The state planner met platforms. A planner of the state told them so.\n",
         "", "", "2023", "en"},
        {"undated", "", "Alibaba and Didi have stakes in equity funds.\n", "", "", "", ""},
        {"mayi", "蚂蚁集团暂停上市",
         "上海证券交易所决定，蚂蚁集团暂缓科创板上市。蚂蚁集团随后宣布退款。\n", "新华社北京分社",
         "王芳", "2020-11-03", "zh-Hans"},
        {"mayi-hant", "螞蟻上市叫停", "螞蟻集團暫緩上市。香港投資者獲退款。\n", "維港財經", "",
         "2020-11-04", "zh-Hant"},
        {"renqun", "", "集团里有蚂蚁，上市公司很多。\n", "", "", "2022-05-01", "zh-Hans"},
        {"tie-b", "", quantum, "", "", "", "en"},
        {"tie-a", "", quantum, "", "", "", "en"},
        {"tie-c", "", quantum, "", "", "", "en"},
    };
    return articles;
}

NewsArticle long_article() {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += "Here begins paragraph " + std::to_string(i) +
                " of a report without end, which says 蚂蚁 and little else of weight.";
        text += i == 2900 ? " A golden pheasant was seen.\n\n" : "\n\n";
    }
    return {"long", "A long report", text, "", "", "2019-12-31", "en"};
}

void index_articles(const std::string& database, const std::vector<NewsArticle>& articles) {
    std::ostringstream lines;
    for (const NewsArticle& article : articles) {
        lines << nlohmann::json{{"id", article.id},         {"title", article.title},
                                {"text", article.text},     {"source", article.source},
                                {"author", article.author}, {"date", article.date},
                                {"lang", article.lang}}
              << '\n';
    }
    index_lines(database, lines.str());
}

void index_passages(const std::string& database, const std::vector<std::string>& passages) {
    index_lines(database, nlohmann::json{{"id", "a"}, {"passages", passages}}.dump());
}

NewsDatabase::NewsDatabase() {
    std::vector<NewsArticle> articles = news();
    articles.push_back(long_article());
    index_articles(path(), articles);
    for (const NewsArticle& article : articles) texts_[article.id] = article.text;
}

const NewsDatabase& news_database() {
    static const NewsDatabase database;
    return database;
}

SearchResult search(const Searcher& searcher, const std::string& query, SearchUnit unit,
                    std::size_t limit) {
    SearchRequest request;
    request.query = query;
    request.unit = unit;
    request.limit = limit;
    request.collapse = false;
    return searcher.search(request);
}

std::vector<std::string> ids_of(const SearchResult& result) {
    std::vector<std::string> ids;
    for (const SearchHit& hit : result.hits) ids.push_back(hit.id);
    return ids;
}

}  // namespace sinodex::testing
