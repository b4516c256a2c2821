// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/api/related.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/searcher/views/press.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;

std::vector<std::string> ids_of(const RelatedEntities& view) {
    std::vector<std::string> ids;
    for (const RelatedEntity& entity : view.entities) ids.push_back(entity.id);
    return ids;
}

// Twelve articles: Didi with its regulator in three, Tencent in one of those and in three others,
// Huawei only in others.
const Searcher& didi_searcher() {
    static const TemporaryFolder folder;
    static const Searcher searcher = [] {
        std::vector<NewsArticle> articles;
        const auto add = [&](const std::string& id, const std::string& text) {
            articles.push_back({id, "", text, "", "", "", "en"});
        };
        add("a", "The weather was fair.\n\nDidi met the Cyberspace Administration of China.\n");
        add("b", "Didi and Tencent heard of the Cyberspace Administration of China.\n");
        add("c", "A report on Didi\n\nand on the Cyberspace Administration of China.\n");
        for (const char* id : {"d", "e", "f"}) {
            add(id, std::string("Tencent sells games in chapter ") + id + ".\n");
        }
        for (const char* id : {"g", "h", "i", "j", "k", "l"}) {
            add(id, std::string("Huawei builds phones in chapter ") + id + ".\n");
        }
        index_articles(folder / "db", articles);
        return Searcher(folder / "db");
    }();
    return searcher;
}

// The same ratio as a sum over the table's cells: 2 sum O ln(O / E).
double ratio(double k1, double n1, double k2, double n2) {
    const double with = k1 + k2;
    const double all = n1 + n2;
    double sum = 0;
    const auto cell = [&](double observed, double row, double column) {
        if (observed > 0) sum += observed * std::log(observed * all / (row * column));
    };
    cell(k1, n1, with);
    cell(n1 - k1, n1, all - with);
    cell(k2, n2, with);
    cell(n2 - k2, n2, all - with);
    return 2 * sum;
}

TEST(Related, RanksByTheLogLikelihoodRatio) {
    const RelatedEntities view = didi_searcher().related(request_for("Didi"), 10);
    EXPECT_EQ(view.matches.articles, 3U);
    EXPECT_EQ(view.others, 9U);
    ASSERT_FALSE(view.entities.empty());
    const RelatedEntity& first = view.entities[0];
    EXPECT_EQ(first.id, "cac");
    EXPECT_EQ(first.type, "regulator");
    EXPECT_EQ(first.name, "Cyberspace Administration of China");
    EXPECT_EQ(first.filter, "regulator:cac");
    EXPECT_EQ(first.articles, 3U);
    EXPECT_DOUBLE_EQ(first.share, 1);
    EXPECT_DOUBLE_EQ(first.share_elsewhere, 0);
    EXPECT_NEAR(first.score, ratio(3, 3, 0, 9), 1e-9);
}

TEST(Related, ComparesWithTheRestOfTheDatabase) {
    // Tencent: in one of three, 33%, and in three of nine, 33%: nothing to tell.
    EXPECT_THAT(ids_of(didi_searcher().related(request_for("Didi"), 10)), Not(Contains("tencent")));
    const RelatedEntities games = didi_searcher().related(request_for("games OR Didi"), 10);
    for (const RelatedEntity& entity : games.entities) {
        EXPECT_GT(entity.share, entity.share_elsewhere) << entity.id;
        if (entity.id != "tencent") continue;
        EXPECT_EQ(entity.articles, 4U);
        EXPECT_NEAR(entity.score, ratio(4, 6, 0, 6), 1e-9);
    }
    EXPECT_THAT(ids_of(games), Contains("tencent"));
}

TEST(Related, LeavesOutWhatTheQueryNames) {
    for (const char* query : {"Didi", "company:didi", "滴滴", "\"Didi\"", "entity:didi"}) {
        const RelatedEntities view = didi_searcher().related(request_for(query), 10);
        EXPECT_THAT(view.asked, Contains("didi")) << query;
        EXPECT_THAT(ids_of(view), Not(Contains("didi"))) << query;
        EXPECT_THAT(ids_of(view), Contains("cac")) << query;
    }
    SearchRequest request = request_for("Didi");
    request.expand = Expansions::none();
    EXPECT_THAT(ids_of(didi_searcher().related(request, 10)), Not(Contains("didi")));
    EXPECT_THAT(ids_of(didi_searcher().related(request_for("weather"), 10)), Contains("didi"));
}

TEST(Related, ShowsAPassageThatMentionsTheEntity) {
    const RelatedEntity cac = didi_searcher().related(request_for("Didi weather"), 10).entities[0];
    ASSERT_EQ(cac.id, "cac");
    SearchRequest request = request_for("\"Cyberspace Administration of China\"");
    request.limit = 100;
    EXPECT_THAT(sinodex::testing::ids_of(didi_searcher().search(request)), Contains(cac.example));
}

// Sections of a long article are passed over until one mentions it.
TEST(Related, FindsTheExampleFarDown) {
    const RelatedEntities view = press_searcher().related(request_for("pheasant"), 10);
    ASSERT_THAT(ids_of(view), Contains("huawei"));
    for (const RelatedEntity& entity : view.entities) {
        if (entity.id != "huawei") continue;
        const std::string number = entity.example.substr(entity.example.find('#') + 1);
        EXPECT_GT(std::stoi(number), 100) << entity.example;
    }
}

TEST(Related, CountsEachStoryOnce) {
    const RelatedEntities view = press_searcher().related(request_for("fined"), 10);
    EXPECT_EQ(view.matches.articles, 1U);
    for (const RelatedEntity& entity : view.entities) EXPECT_EQ(entity.articles, 1U) << entity.id;
    EXPECT_THAT(ids_of(view), Contains("samr"));
    EXPECT_THAT(ids_of(view), Contains("tencent"));
    const RelatedEntities copies = press_searcher().related(request_for("comment"), 10);
    EXPECT_EQ(copies.entities.empty(), false);
    EXPECT_FALSE(copies.entities[0].example.empty());
}

TEST(Related, CountsAloneWhereNothingElseIsThere) {
    const RelatedEntities view = didi_searcher().related(request_for("-unicorns"), 10);
    EXPECT_EQ(view.others, 0U);
    EXPECT_THAT(ids_of(view), ElementsAre("huawei", "tencent", "cac", "didi"));
    for (const RelatedEntity& entity : view.entities) EXPECT_DOUBLE_EQ(entity.score, 0);
}

TEST(Related, KeepsToTheSize) {
    EXPECT_THAT(ids_of(didi_searcher().related(request_for("-unicorns"), 1)),
                ElementsAre("huawei"));
    EXPECT_THAT(didi_searcher().related(request_for("-unicorns"), 0).entities, IsEmpty());
    EXPECT_THAT(didi_searcher().related(request_for("unicorns"), 10).entities, IsEmpty());
}

}  // namespace
}  // namespace sinodex
