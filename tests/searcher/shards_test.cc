// SPDX-License-Identifier: GPL-2.0-or-later

// Three shards, searched as one, give what one index of the same articles gives: the same passages,
// in the same order, with the same scores, for fifty queries of each kind. What of them is missing
// is said.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
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

TEST(JoinedShards, RankAsOneIndexDoes) { expect_same_hits(joined()); }

TEST(JoinedShards, HaveTheViewsOfOneIndex) { expect_same_views(joined()); }

TEST(JoinedShards, KnowArticlesQuotationsAndCompletions) {
    expect_same_articles(joined());
    expect_same_completions(joined());
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

// Where there are many articles, what their stories are is found once for each state.
TEST(ManyShards, KeepTheirStories) {
    TemporaryFolder folder;
    setenv("XDG_CACHE_HOME", (folder / "cache").c_str(), 1);
    std::string lines;
    for (int i = 0; i < 2100; ++i) {
        const std::string number = std::to_string(i / 2);
        lines += R"({"id":"a)" + std::to_string(i) + R"(","title":"Report )" + number +
                 R"(","text":"On 3 May 2021 regulator )" + number + " fined platform " + number +
                 " of Hangzhou " + number + R"( million yuan for helium."})" + "\n";
    }
    folder.write("in/all.jsonl", lines);
    for (const char* part : {"1/2", "2/2"}) {
        index_into(folder / (std::string("part-") + part[0]), part, folder / "in");
    }
    const auto versions = [&](const Searcher& searcher) {
        std::size_t count = 0;
        for (int i = 0; i < 50; ++i) {
            count += searcher.article("a" + std::to_string(i)).versions.size();
        }
        return count;
    };
    const auto kept = [&] {
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::directory_iterator(folder / "cache/sinodex")) {
            files[entry.path()] = read_file(entry.path());
        }
        return files;
    };
    const std::vector<std::string> parts{folder / "part-1", folder / "part-2"};
    const std::size_t found = versions(Searcher(parts));
    EXPECT_GT(found, 40U);
    const auto first = kept();
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(versions(Searcher(parts)), found) << "as they were kept";
    EXPECT_EQ(kept(), first);
    folder.write("in/all.jsonl", lines.substr(lines.find('\n') + 1));
    IndexOptions prune;
    prune.database = parts[0];
    prune.paths = {folder / "in"};
    prune.prune = true;
    prune.dictionary_file = SINODEX_SOURCE_DIR "/tests/fixtures/dictionary/small.u8";
    index_documents(prune);
    prune.database = parts[1];
    index_documents(prune);
    EXPECT_EQ(Searcher(parts).article("a1").versions.size(), 0U) << "a0 is deleted";
    EXPECT_EQ(kept().size(), 2U);
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
