// SPDX-License-Identifier: GPL-2.0-or-later

// What takes most round trips takes three all the same: what is misspelt, a list that is searched
// for once more, phrases that few of very many articles hold, days that are longer than a list, and
// all that together. The answers are those of an index that lies here.

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <sstream>

#include "searcher/rendering/view_json.h"
#include "tests/searcher/served_collection.h"
#include "tests/searcher/shard_queries.h"

namespace sinodex {
namespace {

using namespace testing;

std::string many_times(const std::string& sentence, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += sentence + " No. " + std::to_string(i) + ".\n\n";
    return text;
}

// Some articles in a database, and served.
class Articles {
 public:
    explicit Articles(const std::string& json_lines) {
        folder_.write("in/articles.jsonl", json_lines);
        index_into(database_, "", folder_ / "in");
        served_ = std::make_unique<ServedCollection>(std::vector{database_});
        here_ = std::make_unique<Searcher>(database_);
        there_ = std::make_unique<Searcher>(served_->places());
    }

    const Searcher& here() const { return *here_; }
    const Searcher& there() const { return *there_; }

    SearchResult expect_same(const SearchRequest& request) const {
        const SearchResult one = here_->search(request);
        SearchResult other;
        const std::uint64_t trips =
            served_->round_trips_of([&] { other = there_->search(request); });
        EXPECT_LE(trips, 3U) << request.query;
        expect_equal(one, other, request.query);
        return one;
    }

    template <typename View>
    void expect_same(const std::string& query, const View& view) const {
        SearchRequest request;
        request.query = query;
        const std::string one = json_of(view(*here_, request));
        std::string other;
        const std::uint64_t trips =
            served_->round_trips_of([&] { other = json_of(view(*there_, request)); });
        EXPECT_LE(trips, 3U) << query;
        EXPECT_EQ(one, other) << query;
    }

    void expect_trips(std::uint64_t trips, const std::function<void()>& act) const {
        EXPECT_EQ(served_->round_trips_of(act), trips);
    }

 private:
    template <typename View>
    static std::string json_of(View view) {
        view.matches.took_ms = 0;
        std::ostringstream out;
        render_json(view, "", JsonLayout::lines, out);
        return out.str();
    }

    TemporaryFolder folder_;
    std::string database_ = folder_ / "db";
    std::unique_ptr<ServedCollection> served_;
    std::unique_ptr<Searcher> here_;
    std::unique_ptr<Searcher> there_;
};

std::string line(const std::string& id, const std::string& title, const std::string& text,
                 const std::string& date = "") {
    std::string escaped;
    for (const char letter : text) letter == '\n' ? escaped += "\\n" : escaped += letter;
    return R"({"id":")" + id + R"(","title":")" + title + R"(","text":")" + escaped + "\"" +
           (date.empty() ? "" : R"(,"date":")" + date + "\"") + "}\n";
}

// Thirty articles of which six are so long that they are stored in sections.
const Articles& long_articles() {
    static const Articles made([] {
        std::string lines;
        for (int i = 0; i < 30; ++i) {
            const std::string own = "Port " + std::to_string(i);
            const std::string sentence = own + " of the platform reported a quarter of helium " +
                                         (i % 3 == 0 ? "deliveries" : "sales") + " to regulators";
            lines += line("a" + std::to_string(i), own + " and helium",
                          many_times(sentence, i % 5 == 0 ? 2500 : 3));
        }
        return lines;
    }());
    return made;
}

TEST(RoundTrips, AreThreeForMisspeltListsWithNeighboursAcrossSections) {
    std::size_t across = 0;
    for (const char* query :
         {"platfrom helium", "platfrom regulatrs helium", "helium +deliveries", "platform",
          "\"helium sales\" platfrom", "+\"helium deliveries\" platfrom", "+platfrom +regulatrs",
          "Jack Maa helium platfrom", "+\"deliveries of helium\" platfrom"}) {
        for (const SearchUnit unit : {SearchUnit::article, SearchUnit::passage}) {
            SearchRequest request;
            request.query = query;
            request.unit = unit;
            request.limit = unit == SearchUnit::article ? 40 : 1000;
            request.context = 2;
            for (const SearchHit& hit : long_articles().expect_same(request).hits) {
                across += hit.before.size() + hit.after.size();
            }
        }
    }
    EXPECT_GT(across, 1000U);
}

// A name that the dictionary does not know, in both languages.
const Articles& named_articles() {
    static const Articles made([] {
        std::string lines;
        for (int i = 0; i < 30; ++i) {
            const std::string number = std::to_string(i);
            lines += line("n" + number, "", "Yan Xiaoqin opened berth " + number + " of a port.");
            lines += line("z" + number, "", "市长严小琴出席了第" + number + "个仪式。");
        }
        return lines;
    }());
    return made;
}

TEST(RoundTrips, AreThreeForALongListOfAMisspeltName) {
    for (const char* query : {"yam xiaoqim", "Yam Xiaoqim", "yan xiaoqin", "yam xiaoqim berht"}) {
        SCOPED_TRACE(query);
        SearchRequest request;
        request.query = query;
        request.unit = SearchUnit::article;
        request.limit = 40;
        EXPECT_GE(named_articles().expect_same(request).hits.size(), 30U);
    }
}

TEST(RoundTrips, AreNoneForALongArticleThatIsKept) {
    StoredArticle article;
    long_articles().expect_trips(0, [&] { article = long_articles().there().article("a5"); });
    EXPECT_EQ(article.text, long_articles().here().article("a5").text);
}

// More articles than are asked for at first, without dates, of which most hold a phrase.
const Articles& many_articles() {
    static const Articles made([] {
        std::string lines;
        for (int i = 0; i < 12'000; ++i) {
            const bool rare = i > 11'900;
            lines += line("m" + std::to_string(100'000 + i), "Note " + std::to_string(i),
                          std::string("The platform sold ") +
                              (rare ? "helium that is golden" : "golden helium") + " for $" +
                              std::to_string(1 + i % 90) + " million to Alibaba in Hangzhou.");
        }
        return lines;
    }());
    return made;
}

TEST(RoundTrips, AreThreeWherePhrasesDecideAboutVeryMany) {
    std::size_t found = 0;
    for (const char* query :
         {"lang:en -\"golden helium\"", "lang:en -\"golden helium\" -platfrom",
          "+\"helium that is golden\" platfrom", "\"helium that is golden\" platfrom",
          "+\"golden that is helium\" platfrom", "+\"helium that is golden\" +platfrom"}) {
        for (const SearchUnit unit : {SearchUnit::article, SearchUnit::passage}) {
            SearchRequest request;
            request.query = query;
            request.unit = unit;
            request.limit = 50;
            request.context = 1;
            found += many_articles().expect_same(request).hits.size();
        }
    }
    EXPECT_GT(found, 200U);
}

TEST(RoundTrips, AreThreeForViewsOfVeryMany) {
    for (const char* query :
         {"+\"helium that is golden\" platfrom", "lang:en -\"golden helium\"", "platfrom million",
          "+\"golden that is helium\" platfrom", "lang:en"}) {
        SCOPED_TRACE(query);
        many_articles().expect_same(query, [](const Searcher& in, const SearchRequest& request) {
            return in.figures(request, 10);
        });
        many_articles().expect_same(query, [](const Searcher& in, const SearchRequest& request) {
            return in.related(request, 10);
        });
        many_articles().expect_same(query, [](const Searcher& in, const SearchRequest& request) {
            return in.facets(request, 10);
        });
    }
}

}  // namespace
}  // namespace sinodex
