// SPDX-License-Identifier: GPL-2.0-or-later

// What is missing of shards on other machines is said, in time; what comes back is searched again.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

#include "corpus/schema/fields.h"
#include "indexer/indexer.h"
#include "indexer/serving.h"
#include "tests/searcher/served_collection.h"
#include "tests/searcher/shard_queries.h"
#include "tests/support/changed_metadata.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using namespace testing;
namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr const char* kRemoteSearchProgram = SINODEX_BIN_DIR "/sinodex-search";

// Shards that a test may break.
class BreakableShards : public ::testing::Test {
 protected:
    SearchRequest request() const {
        SearchRequest request;
        request.query = "China regulator";
        request.limit = 50;
        return request;
    }
    std::size_t found(const Searcher& searcher) const {
        return searcher.search(request()).hits.size();
    }
    ProcessEnd search(std::vector<std::string> arguments) const {
        std::vector<std::string> command{kRemoteSearchProgram};
        for (const std::string& place : served_.places()) {
            command.insert(command.end(), {"--db", place});
        }
        command.insert(command.end(), arguments.begin(), arguments.end());
        return run_process(command);
    }

    // Two shards answer, and it is said in each form that the third does not; where all are
    // required, none do.
    void expect_told(std::size_t shard, const std::string& reason) const {
        const ProcessEnd text = search({"China"});
        EXPECT_EQ(text.status, 3);
        EXPECT_NE(text.out, "");
        const std::string missing = served_.places()[shard] + " is missing: ";
        EXPECT_NE(text.err.find(missing), std::string::npos) << text.err;
        EXPECT_NE(text.err.find(reason), std::string::npos) << text.err;
        const ProcessEnd json = search({"--format", "json", "China"});
        EXPECT_EQ(json.status, 3);
        EXPECT_NE(json.out.find("\"missing_shards\": ["), std::string::npos) << json.out;
        EXPECT_NE(json.out.find(reason), std::string::npos) << json.out;
        const ProcessEnd refused = search({"--require-all", "China"});
        EXPECT_EQ(refused.status, 3);
        EXPECT_EQ(refused.out, "");
        EXPECT_NE(refused.err.find(served_.places()[shard]), std::string::npos) << refused.err;
        EXPECT_NE(refused.err.find(reason), std::string::npos) << refused.err;
    }

    // A server that ends leaves its connections to others: a machine that ends does not.
    void lose(std::size_t shard) {
        served_.servers[shard]->kill();
        served_.proxies[shard]->end_after(0);
    }
    void bring_back(std::size_t shard) {
        served_.servers[shard]->start();
        served_.proxies[shard]->end_after(-1);
    }

    ServedCollection served_;
};

TEST_F(BreakableShards, AreLostInTheMiddleOfALoadAndComeBack) {
    Searcher searcher(served_.places());
    const std::size_t all = found(searcher);
    std::size_t parts = 0;
    for (int i = 0; i < 60; ++i) {
        if (i == 20) lose(1);
        if (i == 40) {
            bring_back(1);
            std::this_thread::sleep_for(std::chrono::seconds(6));
            EXPECT_TRUE(searcher.refresh());
        }
        const SearchResult result = searcher.search(request());
        const bool part = i >= 20 && i < 40;
        ASSERT_EQ(result.missing_shards.size(), part ? 1U : 0U) << i;
        ASSERT_EQ(result.hits.empty(), false);
        if (!part) {
            EXPECT_EQ(result.hits.size(), all);
            continue;
        }
        ++parts;
        EXPECT_EQ(result.missing_shards[0].name, served_.places()[1]);
        EXPECT_NE(result.warnings.back().message.find("is missing: "), std::string::npos);
    }
    EXPECT_EQ(parts, 20U);
    EXPECT_TRUE(searcher.missing_shards().empty());
}

// Each answer of a load is whole, or says which shard it lacks, whenever that dies.
TEST_F(BreakableShards, AreLostUnderQueries) {
    Searcher searcher(served_.places());
    const std::size_t all = found(searcher);
    std::atomic<bool> done = false;
    std::atomic<std::size_t> whole_ones = 0;
    std::atomic<std::size_t> parts = 0;
    const auto ask = [&] {
        while (!done) {
            const SearchResult result = searcher.search(request());
            ASSERT_FALSE(result.hits.empty());
            if (result.missing_shards.empty()) {
                ASSERT_EQ(result.hits.size(), all);
                ++whole_ones;
            } else {
                ASSERT_EQ(result.missing_shards.size(), 1U);
                ASSERT_EQ(result.missing_shards[0].name, served_.places()[1]);
                ++parts;
            }
        }
    };
    const auto wait_for_more = [](const std::atomic<std::size_t>& count) {
        const std::size_t before = count;
        for (int i = 0; i < 3000 && count < before + 5; ++i) {
            std::this_thread::sleep_for(milliseconds(10));
        }
        return count >= before + 5;
    };
    std::thread one(ask);
    std::thread two(ask);
    EXPECT_TRUE(wait_for_more(whole_ones));
    lose(1);
    EXPECT_TRUE(wait_for_more(parts));
    bring_back(1);
    std::this_thread::sleep_for(std::chrono::seconds(6));
    searcher.refresh();
    EXPECT_TRUE(wait_for_more(whole_ones));
    done = true;
    one.join();
    two.join();
    EXPECT_TRUE(searcher.missing_shards().empty());
}

// In status, text and JSON, for whatever reason; and --require-all refuses.
TEST_F(BreakableShards, AreToldByTheProgramWhenGone) {
    EXPECT_EQ(search({"China"}).status, 0);
    lose(2);
    expect_told(2, "");
}

TEST_F(BreakableShards, AreToldByTheProgramWhenSlow) {
    EXPECT_EQ(search({"China"}).status, 0);
    served_.proxies[2]->stall(true);
    const auto start = std::chrono::steady_clock::now();
    expect_told(2, "did not answer in time");
    EXPECT_LT(std::chrono::steady_clock::now() - start, 3 * std::chrono::seconds(8));
}

TEST_F(BreakableShards, AreToldByTheProgramWhenOfAnotherVersion) {
    EXPECT_EQ(search({"China"}).status, 0);
    const std::string changed = served_.places()[1];
    for (const auto& entry : fs::recursive_directory_iterator(served_.cache.path())) {
        if (entry.path().filename() != "place") continue;
        if (read_file(entry.path().string()) != changed) continue;
        for (const auto& outline : fs::directory_iterator(entry.path().parent_path())) {
            if (outline.is_directory()) {
                change_metadata(outline.path().string(), kMetaVersion, "999");
            }
        }
    }
    expect_told(1, "was made by another version of Sinodex (format 999");
}

TEST_F(BreakableShards, AreToldByTheProgramWhenOfAnotherXapian) {
    constexpr char kOtherProtocol = 40;
    served_.proxies[0]->greet_as(kOtherProtocol);
    expect_told(0, "is no xapian-tcpsrv of Xapian 1.4");
}

TEST_F(BreakableShards, AreNotWaitedForBeyondTheDeadline) {
    const Searcher searcher(served_.places());
    EXPECT_GT(found(searcher), 0U);
    served_.proxies[0]->stall(true);
    SearchRequest hurried = request();
    const auto start = std::chrono::steady_clock::now();
    hurried.deadline = start + std::chrono::seconds(2);
    const SearchResult part = searcher.search(hurried);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
    ASSERT_EQ(part.missing_shards.size(), 1U);
    EXPECT_NE(part.missing_shards[0].reason.find("did not answer in time"), std::string::npos);
    EXPECT_FALSE(part.hits.empty());
    EXPECT_FALSE(searcher.facets(hurried, 5).matches.missing_shards.empty());
}

TEST_F(BreakableShards, AreRefusedInTimeWhereAllAreRequired) {
    const Searcher searcher(served_.places(), true);
    EXPECT_GT(found(searcher), 0U);
    served_.proxies[0]->stall(true);
    SearchRequest hurried = request();
    const auto start = std::chrono::steady_clock::now();
    hurried.deadline = start + std::chrono::seconds(2);
    expect_error(ErrorKind::database, "did not answer in time", [&] { searcher.search(hurried); });
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
    served_.proxies[0]->stall(false);
    std::this_thread::sleep_for(std::chrono::seconds(6));
    EXPECT_GT(found(searcher), 0U) << "it is asked again";
}

TEST_F(BreakableShards, MustAllBeThereWhereThatIsRequired) {
    const Searcher searcher(served_.places(), true);
    EXPECT_GT(found(searcher), 0U);
    lose(0);
    expect_error(ErrorKind::database, served_.places()[0], [&] { found(searcher); });
    bring_back(0);
    std::this_thread::sleep_for(std::chrono::seconds(6));
    EXPECT_GT(found(searcher), 0U) << "it is asked again";
}

// A server ends connections that nobody has used for a while.
TEST_F(BreakableShards, AreConnectedToAnew) {
    const std::string folder = served_.folder / "served-0";
    const Server server(folder, 300);
    const Searcher searcher(server.place());
    const std::size_t all = found(searcher);
    std::this_thread::sleep_for(std::chrono::seconds(1));
    EXPECT_EQ(found(searcher), all);
    EXPECT_TRUE(searcher.missing_shards().empty());
}

TEST_F(BreakableShards, AreReadAnewWhenTheyServeSomethingElse) {
    TemporaryFolder folder;
    const std::string served = folder / "served";
    const auto index = [&](const std::string& text) {
        folder.write("in/a.txt", "Report\n\n" + text + "\n");
        IndexOptions options;
        options.database = folder / "db";
        options.paths = {folder / "in"};
        options.optimize = true;
        index_documents(options);
        serve_index(options.database, served);
    };
    index("The regulator spoke of helium.");
    Server server(served);
    Searcher searcher(server.place());
    const auto finds = [&](const std::string& query) {
        SearchRequest request;
        request.query = query;
        return !searcher.search(request).hits.empty();
    };
    EXPECT_TRUE(finds("helium"));
    index("The regulator spoke of gallium.");
    std::this_thread::sleep_for(std::chrono::seconds(3));
    EXPECT_TRUE(searcher.refresh());
    EXPECT_TRUE(finds("gallium"));
    EXPECT_FALSE(finds("helium"));
}

TEST_F(BreakableShards, AreRefusedWithoutAnOutline) {
    const Server bare(shards().parts[0]);
    expect_error(ErrorKind::database, "serves no outline of an index",
                 [&] { Searcher(bare.place()); });
}

TEST(ServedFolders, WantOneSegmentAndAFolderOfTheirOwn) {
    TemporaryFolder folder;
    IndexOptions options;
    options.database = folder / "db";
    for (int i = 0; i < 2; ++i) {
        folder.write("in/" + std::to_string(i) + ".txt",
                     "Report " + std::to_string(i) + "\n\nNews.\n");
        options.paths = {folder / "in"};
        index_documents(options);
    }
    folder.write("other/file", "mine");
    expect_error(ErrorKind::usage, "holds something else, file",
                 [&] { serve_index(shards().parts[0], folder / "other"); });
    EXPECT_TRUE(fs::exists(folder / "other/file"));
    folder.write("in/0.txt", "Report 0\n\nOther news.\n");
    index_documents(options);
    expect_error(ErrorKind::database, options.database + ": has ",
                 [&] { serve_index(options.database, folder / "served"); });
    options.optimize = true;
    index_documents(options);
    serve_index(options.database, folder / "served");
    serve_index(options.database, folder / "served");
    EXPECT_TRUE(fs::exists(folder / "served/XAPIANDB"));
    EXPECT_FALSE(fs::exists(folder / "served/served-1")) << "the former one goes";
}

}  // namespace
}  // namespace sinodex
