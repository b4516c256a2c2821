// SPDX-License-Identifier: GPL-2.0-or-later
#include <csignal>
#include <iostream>
#include <thread>

#include "searcher/service/cli/options.h"
#include "searcher/service/cli/system.h"
#include "searcher/service/http/site.h"
#include "searcher/service/indexes.h"
#include "searcher/service/mcp/mcp_stdio.h"
#include "searcher/service/operation_routes.h"
#include "searcher/service/service_routes.h"

namespace {

using namespace sinodex;

sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

// Stops the server when the program is told to end.
void stop_at_signal(Server& server) {
    const sigset_t signals = ending_signals();
    int signal = 0;
    sigwait(&signals, &signal);
    notify_system("STOPPING=1");
    server.stop();
}

void announce(const Arguments& arguments, const Indexes& indexes, const Server& server) {
    const std::string address = arguments.text("listen");
    const bool bracketed = address.find(':') != std::string::npos;
    std::cout << "http://" << (bracketed ? "[" + address + "]" : address) << ':' << server.port()
              << "/ serves";
    for (const std::string& name : indexes.names()) std::cout << ' ' << name;
    std::cout << std::endl;
    notify_system("READY=1");
}

ExitStatus serve_assistant(const Arguments& arguments) {
    const Indexes indexes(databases_of(arguments), arguments.has("require-all"));
    serve_mcp(indexes, server_options(arguments).answer, std::cin, std::cout);
    return ExitStatus::fine;
}

ExitStatus run(const Arguments& arguments) {
    if (arguments.has("mcp")) return serve_assistant(arguments);
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread begins
    raise_file_limit();
    const AccessRules access = access_rules(arguments);
    ServerOptions options = server_options(arguments);
    options.listening = passed_socket();
    const Indexes indexes(databases_of(arguments), arguments.has("require-all"));
    AnswerCache kept(answer_cache_bytes(arguments));
    ServiceMetrics metrics;
    metrics.kept = &kept;
    Routes routes = service_routes(indexes, &kept);
    add_metrics(routes, indexes, metrics);
    const Site site(std::move(routes), access, &metrics.requests);
    Server server(options, site);
    metrics.server = &server;
    announce(arguments, indexes, server);
    std::thread waiting([&server] { stop_at_signal(server); });
    server.run();
    waiting.join();
    return ExitStatus::fine;
}

}  // namespace

int main(int argc, char** argv) { return run_program(kServeProgram, argc, argv, run); }
