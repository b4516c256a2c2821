// SPDX-License-Identifier: GPL-2.0-or-later

// An index that grew in many runs gives what one that was built at once gives.

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "indexer/indexer.h"
#include "searcher/rendering/json.h"
#include "tests/searcher/news.h"

namespace sinodex {
namespace {

using namespace testing;

using Articles = std::map<std::string, std::string>;  // id -> text

const std::vector<std::string>& subjects() {
    static const std::vector<std::string> all{
        "The market regulator fined Alibaba 18.2 billion yuan on 10 April 2021.",
        "Didi was told to remove its app in July 2021, said the cyberspace regulator.",
        "Tencent bought a stake of 12% in a maker of games for 300 million dollars.",
        "Quantum chips need cooling, and helium is dear.",
        "Golden shares of 1% in media units went to the state planner.",
        "蚂蚁集团暂缓上市，监管机构约谈。",
        "Lending rules for platforms came on 2 November 2020."};
    return all;
}

std::string text_of(unsigned number, std::mt19937& random) {
    std::string text = "Report number " + std::to_string(number) + " unique" +
                       std::to_string(random() % 100000) + " was filed.\n\n";
    for (int i = 0; i < 4; ++i) text += subjects()[random() % subjects().size()] + "\n\n";
    return text;
}

void index_all(const std::string& database, const Articles& articles, bool optimize = false) {
    std::ostringstream lines;
    for (const auto& [id, text] : articles) {
        lines << nlohmann::json{{"id", id}, {"text", text}, {"lang", "en"}} << '\n';
    }
    std::istringstream input(lines.str());
    IndexOptions options;
    options.database = database;
    options.paths = {"-"};
    options.standard_input = &input;
    options.threads = 1;
    options.prune = true;
    options.optimize = optimize;
    index_documents(options);
}

void optimize(const std::string& database) {
    IndexOptions options;
    options.database = database;
    options.optimize = true;
    index_documents(options);
}

// Articles come, change and go.
void change(Articles& articles, std::mt19937& random) {
    for (int i = 0; i < 6; ++i) {
        const auto number = static_cast<unsigned>(random() % 90);
        const std::string id = "article-" + std::to_string(number);
        if (random() % 4 == 0) {
            articles.erase(id);
        } else {
            articles[id] = text_of(number, random);
        }
    }
}

const std::vector<std::string>& queries() {
    static const std::vector<std::string> all{"alibaba fined",  "entity:didi",
                                              "quantum helium", "\"golden shares\"",
                                              "amount:>100m",   "mentions:2021 -tencent",
                                              "蚂蚁",           "regulater",
                                              "plat*",          "report number 17"};
    return all;
}

std::string answer(const Searcher& searcher, const std::string& query) {
    SearchResult result = search(searcher, query, SearchUnit::passage, 30);
    result.took_ms = 0;
    result.revision = 0;
    std::ostringstream out;
    render_json(result, "", JsonLayout::lines, out);
    return out.str();
}

std::set<std::string> articles_found(const Searcher& searcher, const std::string& query) {
    std::set<std::string> ids;
    for (const SearchHit& hit : search(searcher, query, SearchUnit::article, 1000).hits) {
        ids.insert(hit.id);
    }
    return ids;
}

class GrownIndex : public ::testing::Test {
 protected:
    void grow(int runs) {
        std::mt19937 random(5);
        for (int run = 0; run < runs; ++run) {
            change(articles_, random);
            index_all(grown(), articles_);
        }
        index_all(fresh(), articles_);
    }
    std::size_t segments() const {
        return IndexReader(current_generation_path(grown())).segments().size();
    }
    std::string grown() const { return folder_ / "grown"; }
    std::string fresh() const { return folder_ / "fresh"; }

    TemporaryFolder folder_;
    Articles articles_;
};

TEST_F(GrownIndex, FindsTheSameAndAfterOptimizationGivesTheSameBytes) {
    grow(50);
    EXPECT_GT(segments(), 1U);
    EXPECT_TRUE(IndexReader(current_generation_path(grown())).has_deleted());
    {
        const Searcher one(grown());
        const Searcher other(fresh());
        EXPECT_EQ(one.article_count(), articles_.size());
        for (const std::string& query : queries()) {
            EXPECT_EQ(articles_found(one, query), articles_found(other, query)) << query;
        }
    }
    optimize(grown());
    EXPECT_EQ(segments(), 1U);
    const Searcher one(grown());
    const Searcher other(fresh());
    for (const std::string& query : queries()) {
        EXPECT_EQ(answer(one, query), answer(other, query)) << query;
    }
}

// Deleted articles show nowhere, however many there are.
TEST_F(GrownIndex, ShowsNoDeletedArticle) {
    std::mt19937 random(6);
    for (unsigned i = 0; i < 40; ++i) {
        articles_["article-" + std::to_string(i)] = text_of(i, random);
    }
    articles_["gone"] = "Zyxwvut of Alibaba, fined on 10 April 2021.";
    articles_["gone-2"] = "Zyxwvut of Alibaba was quantum.";
    index_all(grown(), articles_);
    articles_.erase("gone");
    articles_["gone-2"] = "Something else of quantum.";
    index_all(grown(), articles_);
    index_all(fresh(), articles_);
    ASSERT_GT(segments(), 1U);

    const Searcher one(grown());
    const Searcher other(fresh());
    EXPECT_EQ(one.article_count(), other.article_count());
    const SearchResult nothing = search(one, "zyxwvut");
    EXPECT_TRUE(nothing.hits.empty());
    EXPECT_EQ(nothing.missing, std::vector<std::string>{"zyxwvut"});
    EXPECT_TRUE(search(one, "zyxwvu*").hits.empty());
    EXPECT_EQ(search(one, "zyxwvud").suggestion, "");
    EXPECT_EQ(ids_of(search(one, "id:gone")).size(), 0U);
    SearchRequest request;
    request.query = "alibaba";
    EXPECT_EQ(one.search(request).articles, other.search(request).articles);
    const auto values = [](const Facets& facets) {
        std::ostringstream out;
        for (const Facet& facet : facets.facets) {
            for (const FacetValue& value : facet.values) {
                out << facet.name << ' ' << value.value << ' ' << value.articles << '\n';
            }
        }
        return out.str();
    };
    EXPECT_EQ(values(one.facets(request, 10)), values(other.facets(request, 10)));
    for (const std::string line : {"entity:ali", "lang:e", "Alib"}) {
        const auto here = one.complete(line, line.size(), 10);
        const auto there = other.complete(line, line.size(), 10);
        ASSERT_EQ(here.size(), there.size()) << line;
        for (std::size_t i = 0; i < here.size(); ++i) {
            EXPECT_EQ(here[i].text, there[i].text);
            EXPECT_EQ(here[i].articles, there[i].articles) << here[i].text;
        }
    }
}

}  // namespace
}  // namespace sinodex
