// SPDX-License-Identifier: GPL-2.0-or-later

// Three shards that xapian-tcpsrv serves, searched as one, give what one index of the same articles
// gives, for fifty queries of each kind, in three round trips each at most. What of them is missing
// is said, in time; what comes back is searched again.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <thread>

#include "corpus/remote/shard_link.h"
#include "corpus/remote/wire.h"
#include "indexer/indexer.h"
#include "indexer/serving.h"
#include "searcher/searcher.h"
#include "tests/searcher/shard_queries.h"
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
template <typename Act>
std::uint64_t round_trips_of(Act act) {
    std::vector<std::uint64_t> before;
    for (const auto& proxy : served().proxies) before.push_back(proxy->round_trips());
    act();
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        most = std::max(most, served().proxies[i]->round_trips() - before[i]);
    }
    return most;
}

TEST(RemoteShards, RankAsOneIndexDoesInThreeRoundTrips) {
    ASSERT_EQ(remote().article_count(), whole().article_count());
    ASSERT_TRUE(remote().missing_shards().empty());
    std::size_t found = 0;
    std::size_t long_ways = 0;
    for (const QueryKind& kind : query_kinds()) {
        SCOPED_TRACE(kind.name);
        QueryMaker make(17);
        for (int i = 0; i < kQueries; ++i) {
            const SearchRequest request = shard_request(kind.make(make), i);
            const SearchResult one = whole().search(request);
            SearchResult other;
            const auto trips = round_trips_of([&] { other = remote().search(request); });
            expect_equal(one, other, request.query);
            // A query that finds nothing is asked anew, without its phrases or as it may be spelt.
            const bool again =
                other.relaxed || (one.hits.empty() && !one.suggestion.empty()) || other.corrected;
            EXPECT_LE(trips, again ? 6U : 3U) << request.query;
            long_ways += trips > 3 ? 1 : 0;
            found += one.hits.size();
        }
    }
    EXPECT_GT(found, 9U * kQueries * 4U) << "most queries find something";
    EXPECT_LT(long_ways, 10U);
}

TEST(RemoteShards, HaveTheViewsOfOneIndex) {
    QueryMaker make(23);
    for (int i = 0; i < kQueries; ++i) {
        SearchRequest request;
        request.query = i % 2 == 0 ? make.word() : entity_query(make);
        SCOPED_TRACE(request.query);
        const auto trips = round_trips_of([&] {
            EXPECT_EQ(json_of(whole().facets(request, 10)), json_of(remote().facets(request, 10)));
        });
        EXPECT_LE(trips, 3U);
        EXPECT_EQ(json_of(whole().timeline(request, TimelineBy::mentioned)),
                  json_of(remote().timeline(request, TimelineBy::mentioned)));
        EXPECT_EQ(json_of(whole().related(request, 10)), json_of(remote().related(request, 10)));
        EXPECT_EQ(json_of(whole().figures(request, 10)), json_of(remote().figures(request, 10)));
    }
}

TEST(RemoteShards, KnowArticlesQuotationsAndCompletions) {
    QueryMaker make(29);
    for (int i = 0; i < kQueries; ++i) {
        const StoredArticle article = make.article();
        const std::string& id = article.article.id;
        StoredArticle other;
        EXPECT_LE(round_trips_of([&] { other = remote().article(id); }), 2U);
        EXPECT_EQ(other.text, article.text);
        EXPECT_EQ(other.versions, article.versions);
        const ArticlePassage& passage = article.passages[make.any(article.passages.size())];
        const std::string text = article.text.substr(passage.begin, passage.end - passage.begin);
        const std::string quotation = text.substr(0, text.find(' ', 60));
        EXPECT_LE(
            round_trips_of([&] {
                EXPECT_EQ(json_of(remote().verify(quotation)), json_of(whole().verify(quotation)))
                    << quotation;
            }),
            3U);
        SearchResult like;
        EXPECT_LE(round_trips_of([&] { like = remote().more_like(id, {}); }), 3U);
        expect_equal(whole().more_like(id, {}), like, id);
    }
    for (const std::string line : {"entity:ali", "lang:", "source:d", "Tenc"}) {
        const auto one = whole().complete(line, line.size(), 20);
        std::vector<Completion> other;
        EXPECT_EQ(round_trips_of([&] { other = remote().complete(line, line.size(), 20); }), 0U);
        ASSERT_EQ(one.size(), other.size()) << line;
        for (std::size_t i = 0; i < one.size(); ++i) {
            EXPECT_EQ(one[i].text, other[i].text);
            EXPECT_EQ(one[i].articles, other[i].articles) << one[i].text;
        }
    }
}

// Articles that score nothing are ordered by date and id, of which a server knows one at a time.
TEST(RemoteShards, OrderByDateWhatScoresNothing) {
    for (const char* query : {"lang:en", "lang:zh", "date:2021..", "-China", "type:regulator"}) {
        for (const std::size_t limit : {1U, 5U, 40U, 200U}) {
            for (const SearchUnit unit : {SearchUnit::article, SearchUnit::passage}) {
                SearchRequest request;
                request.query = query;
                request.limit = limit;
                request.unit = unit;
                SearchResult other;
                EXPECT_LE(round_trips_of([&] { other = remote().search(request); }), 3U) << query;
                expect_equal(whole().search(request), other, query);
            }
        }
    }
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

TEST_F(BreakableShards, AreToldByTheProgram) {
    EXPECT_EQ(search({"China"}).status, 0);
    lose(2);
    const ProcessEnd text = search({"China"});
    EXPECT_EQ(text.status, 3);
    EXPECT_NE(text.out, "");
    EXPECT_NE(text.err.find(" is missing: "), std::string::npos) << text.err;
    const ProcessEnd json = search({"--format", "json", "China"});
    EXPECT_EQ(json.status, 3);
    EXPECT_NE(json.out.find("\"missing_shards\": ["), std::string::npos) << json.out;
    const ProcessEnd refused = search({"--require-all", "China"});
    EXPECT_EQ(refused.status, 3);
    EXPECT_EQ(refused.out, "");
    EXPECT_NE(refused.err.find(served_.places()[2]), std::string::npos) << refused.err;
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

TEST_F(BreakableShards, AreRefusedBesideFoldersAndWithoutAnOutline) {
    expect_error(ErrorKind::database, "some shards are folders and some are on servers", [&] {
        Searcher({served_.places()[0], shards().parts[1]}, true);
    });
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
