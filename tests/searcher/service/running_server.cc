// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/service/running_server.h"

#include "searcher/service/service_routes.h"
#include "tests/searcher/news.h"

namespace sinodex::testing {

RunningServer::RunningServer(Routes routes, const ServerOptions& options, AccessRules access)
    : site_(std::move(routes), std::move(access)),
      server_(options, site_),
      thread_([this] { server_.run(); }) {}

RunningServer::~RunningServer() { stop_and_wait(); }

void RunningServer::stop_and_wait() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
}

const Indexes& news_indexes() {
    static const Indexes indexes({"news=" + news_database().path()});
    return indexes;
}

RunningServer& news_server() {
    static RunningServer server(service_routes(news_indexes()));
    return server;
}

}  // namespace sinodex::testing
