// SPDX-License-Identifier: GPL-2.0-or-later

// Three shards, searched as one, give what one index of the same articles gives: the same passages,
// in the same order, with the same scores, for fifty queries of each kind. What of them is missing
// is said.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "indexer/indexer.h"
#include "searcher/searcher.h"
#include "tests/searcher/shard_queries.h"
#include "tests/support/expect_error.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;
namespace fs = std::filesystem;

constexpr const char* kSearchProgram = SINODEX_BIN_DIR "/sinodex-search";

const Searcher& joined() {
    static const Searcher opened(shards().parts);
    return opened;
}

TEST(JoinedShards, RankAsOneIndexDoes) {
    ASSERT_EQ(joined().article_count(), whole().article_count());
    std::size_t found = 0;
    for (const QueryKind& kind : query_kinds()) {
        SCOPED_TRACE(kind.name);
        QueryMaker make(17);
        for (int i = 0; i < kQueries; ++i) {
            const SearchRequest request = shard_request(kind.make(make), i);
            const SearchResult one = whole().search(request);
            expect_equal(one, joined().search(request), request.query);
            found += one.hits.size();
        }
    }
    EXPECT_GT(found, 9U * kQueries * 4U) << "most queries find something";
}

TEST(JoinedShards, HaveTheViewsOfOneIndex) {
    QueryMaker make(23);
    for (int i = 0; i < kQueries; ++i) {
        SearchRequest request;
        request.query = i % 2 == 0 ? make.word() : entity_query(make);
        EXPECT_EQ(json_of(whole().facets(request, 10)), json_of(joined().facets(request, 10)));
        EXPECT_EQ(json_of(whole().timeline(request, TimelineBy::mentioned)),
                  json_of(joined().timeline(request, TimelineBy::mentioned)));
        EXPECT_EQ(json_of(whole().related(request, 10)), json_of(joined().related(request, 10)));
        EXPECT_EQ(json_of(whole().figures(request, 10)), json_of(joined().figures(request, 10)));
    }
}

TEST(JoinedShards, KnowArticlesQuotationsAndCompletions) {
    QueryMaker make(29);
    for (int i = 0; i < kQueries; ++i) {
        const StoredArticle article = make.article();
        EXPECT_EQ(joined().article(article.article.id).text, article.text);
        EXPECT_EQ(joined().article(article.article.id).versions, article.versions);
        const ArticlePassage& passage = article.passages[make.any(article.passages.size())];
        const std::string text = article.text.substr(passage.begin, passage.end - passage.begin);
        const std::string quotation = text.substr(0, text.find(' ', 60));
        EXPECT_EQ(json_of(joined().verify(quotation)), json_of(whole().verify(quotation)))
            << quotation;
        SearchRequest like;
        expect_equal(whole().more_like(article.article.id, like),
                     joined().more_like(article.article.id, like), article.article.id);
    }
    for (const std::string line : {"entity:ali", "lang:", "source:d", "Tenc"}) {
        const auto one = whole().complete(line, line.size(), 20);
        const auto other = joined().complete(line, line.size(), 20);
        ASSERT_EQ(one.size(), other.size()) << line;
        for (std::size_t i = 0; i < one.size(); ++i) {
            EXPECT_EQ(one[i].text, other[i].text);
            EXPECT_EQ(one[i].articles, other[i].articles) << one[i].text;
        }
    }
}

// A database that tests may change: two shards of a few articles, and their list.
class ChangingShards : public ::testing::Test {
 protected:
    ChangingShards() {
        folder_.write("all.list", "left  left.db\nright right.db\n");
        for (int i = 0; i < 12; ++i) write(i, "The regulator fined platform " + std::to_string(i));
        update();
    }

    void write(int number, const std::string& text) {
        folder_.write("in/a" + std::to_string(number) + ".txt",
                      "Report " + std::to_string(number) + "\n\n" + text + " in Hangzhou.\n");
    }
    void update() {
        index_into(left(), "1/2", folder_ / "in");
        index_into(right(), "2/2", folder_ / "in");
    }
    static std::size_t found(const Searcher& searcher, const std::string& query = "regulator") {
        SearchRequest request;
        request.query = query;
        request.limit = 100;
        return searcher.search(request).hits.size();
    }
    ProcessEnd search(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {kSearchProgram, "--db", list()});
        return run_process(arguments);
    }
    void hide(const std::string& database) const { fs::rename(database, database + ".away"); }
    void bring_back(const std::string& database) const { fs::rename(database + ".away", database); }

    std::string left() const { return folder_ / "left.db"; }
    std::string right() const { return folder_ / "right.db"; }
    std::string list() const { return folder_ / "all.list"; }

    TemporaryFolder folder_;
};

TEST_F(ChangingShards, AreReadAnewWhenOneChanges) {
    Searcher searcher(list());
    EXPECT_EQ(found(searcher), 12U);
    EXPECT_FALSE(searcher.refresh());
    for (int i = 12; i < 20; ++i) write(i, "A platform and its regulator " + std::to_string(i));
    index_into(right(), "", folder_ / "in");
    EXPECT_TRUE(searcher.refresh());
    EXPECT_GT(found(searcher), 12U);
    EXPECT_LT(found(searcher), 20U);
    index_into(left(), "", folder_ / "in");
    EXPECT_TRUE(searcher.refresh());
    EXPECT_EQ(found(searcher), 20U);
}

TEST_F(ChangingShards, CountTheirRevisionsTogether) {
    Searcher searcher(list());
    EXPECT_EQ(searcher.revision(), 2U);
    write(3, "A new regulator wrote rules for helium");
    write(4, "Another regulator wrote rules for gallium");
    write(99, "A third regulator wrote rules for indium");
    update();
    searcher.refresh();
    const std::uint32_t newest = searcher.revision();
    EXPECT_GT(newest, 2U);
    SearchRequest request;
    request.query = "regulator";
    request.limit = 100;
    request.since = 2;
    std::set<std::string> ids;
    for (const SearchHit& hit : searcher.search(request).hits) ids.insert(hit.article.id);
    EXPECT_EQ(ids, (std::set<std::string>{"a3.txt", "a4.txt", "a99.txt"}));
    request.since = newest;
    EXPECT_TRUE(searcher.search(request).hits.empty());
    for (const auto& passage : searcher.article("a3.txt").passages) EXPECT_GT(passage.revision, 2U);
    for (const auto& passage : searcher.article("a1.txt").passages) EXPECT_LE(passage.revision, 2U);
}

TEST_F(ChangingShards, SayWhichOfThemIsMissing) {
    Searcher searcher(list());
    const std::size_t all = found(searcher);
    hide(right());
    EXPECT_TRUE(searcher.refresh());
    SearchRequest request;
    request.query = "regulator";
    request.limit = 100;
    const SearchResult part = searcher.search(request);
    EXPECT_GT(part.hits.size(), 0U);
    EXPECT_LT(part.hits.size(), all);
    ASSERT_EQ(part.missing_shards.size(), 1U);
    EXPECT_EQ(part.missing_shards[0].name, "right");
    ASSERT_EQ(part.warnings.size(), 1U);
    EXPECT_NE(part.warnings[0].message.find("right is missing: "), std::string::npos);
    EXPECT_EQ(searcher.facets(request, 5).matches.missing_shards.size(), 1U);
    EXPECT_EQ(searcher.verify("fined platform 3 in Hangzhou").missing_shards.size(), 1U);
    request.since = 1;
    expect_error(ErrorKind::database, "what is new cannot be told",
                 [&] { searcher.search(request); });
    EXPECT_FALSE(searcher.refresh()) << "it is as missing as before";

    bring_back(right());
    EXPECT_TRUE(searcher.refresh());
    EXPECT_EQ(found(searcher), all);
    EXPECT_TRUE(searcher.missing_shards().empty());

    hide(right());
    hide(left());
    expect_error(ErrorKind::database, "none of the 2 shards can be searched",
                 [&] { Searcher{list()}; });
    bring_back(left());
    expect_error(ErrorKind::database, "there is no Sinodex database here",
                 [&] { Searcher({list()}, true); });
}

TEST_F(ChangingShards, AreToldByTheProgram) {
    EXPECT_EQ(search({"regulator"}).status, 0);
    EXPECT_EQ(search({"--require-all", "regulator"}).status, 0);
    hide(left());
    const ProcessEnd text = search({"regulator"});
    EXPECT_EQ(text.status, 3);
    EXPECT_NE(text.out, "");
    EXPECT_NE(text.err.find("left is missing: "), std::string::npos) << text.err;
    const ProcessEnd json = search({"--format", "json", "regulator"});
    EXPECT_EQ(json.status, 3);
    EXPECT_NE(json.out.find("\"missing_shards\": ["), std::string::npos) << json.out;
    const ProcessEnd refused = search({"--require-all", "regulator"});
    EXPECT_EQ(refused.status, 3);
    EXPECT_EQ(refused.out, "");
}

TEST_F(ChangingShards, LeaveOutWhatIsDamagedOrOfOtherKnowledge) {
    IndexOptions options;
    options.database = right();
    options.shard = "2/2";
    options.rebuild = true;
    options.words_only = true;
    options.paths = {folder_ / "in"};
    index_documents(options);
    const Searcher other(list());
    ASSERT_EQ(other.missing_shards().size(), 1U);
    EXPECT_NE(other.missing_shards()[0].reason.find("knowledge is not that of "),
              std::string::npos);
    expect_error(ErrorKind::database, "knowledge is not that of ",
                 [&] { Searcher({list()}, true); });

    fs::remove_all(right());
    update();
    const std::string table = right() + "/gen-000001/postlist.glass";
    std::string bytes = read_file(table);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] + 1);
    write_file(table, bytes);
    const Searcher damaged(list());
    ASSERT_EQ(damaged.missing_shards().size(), 1U);
    EXPECT_NE(damaged.missing_shards()[0].reason.find("does not match"), std::string::npos);
}

TEST_F(ChangingShards, MayNotShareArticles) {
    expect_error(ErrorKind::database, "this article is in both ", [&] {
        Searcher({left(), left()});
    });
    index_into(folder_ / "apart.db", "",
               folder_.write("other/b.txt", "Another\n\nThe regulator spoke of lamps.\n"));
    EXPECT_EQ(found(Searcher({left(), right(), folder_ / "apart.db"})), 13U)
        << "what is no shard may join, if it holds other articles";
    index_into(folder_ / "same.db", "", folder_.path() + "/in");
    expect_error(ErrorKind::database, "this article is in both ", [&] {
        Searcher({left(), folder_ / "same.db"});
    });
}

}  // namespace
}  // namespace sinodex
