// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <thread>

#include "searcher/service/http/site.h"
#include "searcher/service/indexes.h"

namespace sinodex::testing {

// A server with the given routes at a port of this machine that was free, for as long as this is.
class RunningServer {
 public:
    explicit RunningServer(Routes routes, const ServerOptions& options = {},
                           AccessRules access = {loopback_hosts(), ""});
    ~RunningServer();
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    std::uint16_t port() const { return server_.port(); }
    Server& server() { return server_; }

    void stop_and_wait();

 private:
    Site site_;
    Server server_;
    std::thread thread_;
};

// The database of tests/searcher/news.h as the index `news`.
const Indexes& news_indexes();

// A server of the whole service over it, for all tests of a program.
RunningServer& news_server();

}  // namespace sinodex::testing
