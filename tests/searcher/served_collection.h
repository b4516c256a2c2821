// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searcher/searcher.h"
#include "tests/support/process.h"
#include "tests/support/tcp_proxy.h"
#include "tests/support/temporary_folder.h"

namespace sinodex::testing {

// xapian-tcpsrv on loopback, until this goes.
class Server {
 public:
    explicit Server(std::string folder, int idle_milliseconds = 60'000);

    void start();
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
    CacheFolder();
    std::string path() const { return folder_.path(); }

 private:
    TemporaryFolder folder_;
};

// What some databases hold, with a server and a proxy for each.
struct ServedCollection {
    CacheFolder cache;
    TemporaryFolder folder;
    std::vector<std::unique_ptr<Server>> servers;
    std::vector<std::unique_ptr<TcpProxy>> proxies;

    // Those of the tests of shards unless others are given.
    ServedCollection();
    explicit ServedCollection(const std::vector<std::string>& databases);

    std::vector<std::string> places() const;

    // Round trips per shard that calling `act` takes, the most of any.
    std::uint64_t round_trips_of(const std::function<void()>& act) const;
};

}  // namespace sinodex::testing
