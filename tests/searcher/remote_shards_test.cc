// SPDX-License-Identifier: GPL-2.0-or-later

// Three shards that xapian-tcpsrv serves, searched as one, give what one index of the same articles
// gives, for fifty queries of each kind, in three round trips each at most. What of them is missing
// is said, in time; what comes back is searched again.

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <thread>

#include "corpus/remote/shard_link.h"
#include "corpus/remote/wire.h"
#include "corpus/schema/fields.h"
#include "indexer/indexer.h"
#include "indexer/serving.h"
#include "searcher/searcher.h"
#include "tests/searcher/shard_queries.h"
#include "tests/support/changed_metadata.h"
#include "tests/support/expect_error.h"
#include "tests/support/process.h"
#include "tests/support/tcp_proxy.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;
namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr const char* kRemoteSearchProgram = SINODEX_BIN_DIR "/sinodex-search";
constexpr const char* kServer = "/usr/bin/xapian-tcpsrv";

bool listens(int port) {
    try {
        const ShardLink link("127.0.0.1:" + std::to_string(port), std::chrono::seconds(5));
        return true;
    } catch (const LostShard&) {
        return false;
    }
}

// xapian-tcpsrv on loopback, until this goes.
class Server {
 public:
    explicit Server(std::string folder, int idle_milliseconds = 60'000)
        : folder_(std::move(folder)), port_(free_port()), idle_(std::to_string(idle_milliseconds)) {
        start();
    }

    void start() {
        process_ = std::make_unique<Process>(
            std::vector<std::string>{kServer, "--interface", "127.0.0.1", "--port",
                                     std::to_string(port_), "--idle-timeout", idle_, folder_});
        for (int i = 0; i < 500 && !listens(port_); ++i)
            std::this_thread::sleep_for(milliseconds(20));
    }
    void kill() { process_.reset(); }
    int port() const { return port_; }
    std::string place() const { return "127.0.0.1:" + std::to_string(port_); }

 private:
    std::string folder_;
    int port_;
    std::string idle_;
    std::unique_ptr<Process> process_;
};

// Each test has outlines of its own.
class CacheFolder {
 public:
    CacheFolder() { setenv("XDG_CACHE_HOME", folder_.path().c_str(), 1); }
    std::string path() const { return folder_.path(); }

 private:
    TemporaryFolder folder_;
};

// The collection of the tests of shards, with a server and a proxy for each part.
struct ServedCollection {
    CacheFolder cache;
    TemporaryFolder folder;
    std::vector<std::unique_ptr<Server>> servers;
    std::vector<std::unique_ptr<TcpProxy>> proxies;

    explicit ServedCollection(std::chrono::microseconds delay = milliseconds(1)) {
        for (std::size_t i = 0; i < shards().parts.size(); ++i) {
            const std::string served = folder / ("served-" + std::to_string(i));
            serve_index(shards().parts[i], served);
            servers.push_back(std::make_unique<Server>(served));
            proxies.push_back(std::make_unique<TcpProxy>(servers.back()->port(), delay));
        }
    }

    std::vector<std::string> places() const {
        std::vector<std::string> places;
        for (const auto& proxy : proxies) {
            places.push_back("127.0.0.1:" + std::to_string(proxy->port()));
        }
        return places;
    }
};

ServedCollection& served() {
    static ServedCollection made;
    return made;
}

const Searcher& remote() {
    static const Searcher opened(served().places());
    return opened;
}

// Round trips per shard that calling `act` took, the most of any.
std::uint64_t round_trips_of(const std::function<void()>& act) {
    std::vector<std::uint64_t> before;
    for (const auto& proxy : served().proxies) before.push_back(proxy->round_trips());
    act();
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        most = std::max(most, served().proxies[i]->round_trips() - before[i]);
    }
    return most;
}

// Counts what each kind of question takes.
class CountedTrips {
 public:
    explicit CountedTrips(std::uint64_t most) : most_(most) {}
    ~CountedTrips() {
        for (const auto& [kind, counts] : counts_) {
            std::string text;
            for (const auto& [trips, times] : counts) {
                text += " " + std::to_string(times) + "x" + std::to_string(trips);
            }
            ::testing::Test::RecordProperty("round trips, " + kind, text);
            std::cout << "round trips, " << kind << ":" << text << '\n';
        }
    }
    void operator()(const std::string& what, const std::function<void()>& ask) {
        const std::uint64_t trips = round_trips_of(ask);
        EXPECT_LE(trips, most_) << what;
        ++counts_[what.substr(0, what.find_first_of(": "))][trips];
    }
    CountedTrips(const CountedTrips&) = delete;
    CountedTrips& operator=(const CountedTrips&) = delete;

 private:
    std::uint64_t most_;
    std::map<std::string, std::map<std::uint64_t, int>> counts_;
};

TEST(RemoteShards, RankAsOneIndexDoesInThreeRoundTrips) {
    ASSERT_TRUE(remote().missing_shards().empty());
    CountedTrips counted(3);
    expect_same_hits(remote(), std::ref(counted));
}

TEST(RemoteShards, HaveTheViewsOfOneIndexInThreeRoundTrips) {
    CountedTrips counted(3);
    expect_same_views(remote(), std::ref(counted));
}

TEST(RemoteShards, KnowArticlesAndQuotationsInTwoRoundTrips) {
    CountedTrips counted(2);
    expect_same_articles(remote(), std::ref(counted));
}

TEST(RemoteShards, CompleteWithoutAsking) {
    CountedTrips counted(0);
    expect_same_completions(remote(), std::ref(counted));
}

// Articles that score nothing are ordered by date and id, of which a server knows one at a time.
TEST(RemoteShards, OrderByDateWhatScoresNothing) {
    CountedTrips counted(2);
    for (const char* query : {"lang:en", "lang:zh", "date:2021..", "-China", "type:regulator"}) {
        for (const std::size_t limit : {1U, 5U, 40U, 200U}) {
            for (const SearchUnit unit : {SearchUnit::article, SearchUnit::passage}) {
                SearchRequest request;
                request.query = query;
                request.limit = limit;
                request.unit = unit;
                SearchResult other;
                counted(query, [&] { other = remote().search(request); });
                expect_equal(whole().search(request), other, query);
            }
        }
    }
}

// Of three shards, one or two in folders.
TEST(RemoteShards, AreSearchedBesideFolders) {
    std::vector<std::string> places = served().places();
    places[1] = shards().parts[1];
    const Searcher one_here(places);
    CountedTrips counted(3);
    expect_same_hits(one_here, std::ref(counted));
    expect_same_views(one_here, std::ref(counted));
    places[0] = shards().parts[0];
    const Searcher two_here(places);
    expect_same_hits(two_here);
    expect_same_articles(two_here);
    expect_same_completions(two_here);
}

TEST(RemoteShards, TakeTheirOutlinesOnce) {
    std::vector<std::uint64_t> before;
    for (const auto& proxy : served().proxies) before.push_back(proxy->bytes());
    const Searcher again(served().places());
    EXPECT_EQ(again.article_count(), whole().article_count());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_LT(served().proxies[i]->bytes() - before[i], 500'000U);
    }
}

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

// The neighbours of a hit may be in another section of a long article.
TEST(LongArticles, HaveTheirNeighboursInThreeRoundTrips) {
    const CacheFolder cache;
    TemporaryFolder folder;
    std::string text;
    for (int i = 0; text.size() < 500'000; ++i) {
        text += "The platform reported quarter " + std::to_string(i) + " of helium deliveries.\n\n";
    }
    folder.write("in/long.txt", "Deliveries\n\n" + text);
    folder.write("in/short.txt", "Another\n\nA platform of another kind.\n");
    index_into(folder / "db", "", folder / "in");
    index_into(folder / "to-serve", "", folder / "in");
    serve_index(folder / "to-serve", folder / "served");
    const Server server(folder / "served");
    const TcpProxy proxy(server.port(), milliseconds(1));
    const Searcher here(folder / "db");
    const Searcher there("127.0.0.1:" + std::to_string(proxy.port()));
    SearchRequest request;
    request.limit = 1000;
    request.context = 2;
    std::size_t across = 0;
    for (const std::string query : {"platform", "platfrom helium", "helium +deliveries"}) {
        request.query = query;
        const SearchResult one = here.search(request);
        const std::uint64_t before = proxy.round_trips();
        const SearchResult other = there.search(request);
        EXPECT_LE(proxy.round_trips() - before, 3U) << query;
        expect_equal(one, other, query);
        for (const SearchHit& hit : one.hits) across += hit.before.size() + hit.after.size();
    }
    EXPECT_GT(across, 1000U);
    const std::uint64_t before = proxy.round_trips();
    EXPECT_EQ(there.article("long.txt").text, here.article("long.txt").text);
    EXPECT_EQ(proxy.round_trips() - before, 1U);
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

TEST(Wire, ReadsWhatItWrites) {
    for (const double value : {0.0, 1.0, -1.0, 0.1, 1e-9, 12345.678, 1e300, -1e-300, 255.0, 3.5}) {
        WireWriter out;
        out.fraction(value).byte('x');
        WireReader in(out.bytes());
        EXPECT_EQ(in.fraction(), value);
        EXPECT_EQ(in.byte(), 'x') << value;
    }
    for (const std::uint64_t value : {0ULL, 254ULL, 255ULL, 256ULL, 382ULL, 383ULL, 1ULL << 40U}) {
        WireWriter out;
        out.number(value).string("text");
        WireReader in(out.bytes());
        EXPECT_EQ(in.number(), value);
        EXPECT_EQ(in.string(), "text");
        EXPECT_THROW(in.byte(), Error);
    }
}

}  // namespace
}  // namespace sinodex
