// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/served_collection.h"

#include <algorithm>
#include <cstdlib>
#include <thread>
#include <utility>

#include "corpus/remote/shard_link.h"
#include "indexer/serving.h"
#include "tests/searcher/shard_queries.h"

namespace sinodex::testing {
namespace {

constexpr const char* kServer = "/usr/bin/xapian-tcpsrv";
constexpr std::chrono::milliseconds kDelay{1};

bool listens(int port) {
    try {
        const ShardLink link("127.0.0.1:" + std::to_string(port), std::chrono::seconds(5));
        return true;
    } catch (const LostShard&) {
        return false;
    }
}

}  // namespace

Server::Server(std::string folder, int idle_milliseconds)
    : folder_(std::move(folder)), port_(free_port()), idle_(std::to_string(idle_milliseconds)) {
    start();
}

void Server::start() {
    process_ = std::make_unique<Process>(
        std::vector<std::string>{kServer, "--interface", "127.0.0.1", "--port",
                                 std::to_string(port_), "--idle-timeout", idle_, folder_});
    for (int i = 0; i < 500 && !listens(port_); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

CacheFolder::CacheFolder() { setenv("XDG_CACHE_HOME", folder_.path().c_str(), 1); }

ServedCollection::ServedCollection() : ServedCollection(shards().parts) {}

ServedCollection::ServedCollection(const std::vector<std::string>& databases) {
    for (std::size_t i = 0; i < databases.size(); ++i) {
        const std::string served = folder / ("served-" + std::to_string(i));
        serve_index(databases[i], served);
        servers.push_back(std::make_unique<Server>(served));
        proxies.push_back(std::make_unique<TcpProxy>(servers.back()->port(), kDelay));
    }
}

std::vector<std::string> ServedCollection::places() const {
    std::vector<std::string> places;
    for (const auto& proxy : proxies) {
        places.push_back("127.0.0.1:" + std::to_string(proxy->port()));
    }
    return places;
}

std::uint64_t ServedCollection::round_trips_of(const std::function<void()>& act) const {
    std::vector<std::uint64_t> before;
    for (const auto& proxy : proxies) before.push_back(proxy->round_trips());
    act();
    std::uint64_t most = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        most = std::max(most, proxies[i]->round_trips() - before[i]);
    }
    return most;
}

}  // namespace sinodex::testing
