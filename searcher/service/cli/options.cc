// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/cli/options.h"

#include <algorithm>
#include <array>
#include <thread>

namespace sinodex {
namespace {

constexpr std::array<OptionSpec, 12> kOptions{{
    {"db", 'd', "[NAME=]DB", "",
     "A database. It may come several times; requests say which one by its name, index=NAME, which "
     "is that of the folder where none is given, and mean the first without. SINODEX_DB stands in "
     "for it."},
    {"mcp", 0, "", "",
     "Serve one assistant over standard input and output, by the Model Context Protocol, and "
     "nobody else. A service has the same at POST /mcp."},
    {"listen", 'l', "ADDRESS", "127.0.0.1",
     "The address to listen at. Without a token only this machine may be served, unless --public "
     "says otherwise."},
    {"port", 'p', "N", "8080", "The port to listen at; 0 for any that is free."},
    {"host", 0, "NAME", "",
     "A name by which clients reach this service, beside localhost and the address; may come "
     "several times. Requests for other hosts are refused."},
    {"token-file", 0, "FILE", "",
     "Answer only who shows the token that FILE holds: as a bearer, or as a password."},
    {"require-all", 0, "", "",
     "Where a DB lists several, answer nothing when one of them is missing. Otherwise answers are "
     "of "
     "the others, and say so."},
    {"public", 0, "", "", "Serve other machines without a token."},
    {"threads", 'j', "N", "0", "Threads that search; 0 for one a core."},
    {"connections", 0, "N", "1024",
     "Connections at once. Beyond that, the one whose client keeps quiet for longest is closed."},
    {"timeout", 0, "SECONDS", "10", "A search that is not done after so long is given up."},
    {"answers", 0, "MIB", "16",
     "Keep finished answers for who asks the same of the same revision, so much of them in memory; "
     "0 for none."},
}};

constexpr std::array<std::string_view, 3> kExamples{
    "sinodex-serve --db news.db",
    "sinodex-serve --db news.db --db laws=archive/2023.db --port 8081",
    "sinodex-serve --db news.db --listen 10.0.0.5 --host search.example.org --token-file token",
};

bool is_loopback(const std::string& address) {
    return address == "::1" || address.starts_with("127.");
}

}  // namespace

const ProgramSpec kServeProgram{
    "sinodex-serve",
    "answer queries over HTTP",
    "",
    "It serves an interface for programs, /v1/search and others, which docs/service.md and "
    "/openapi.json describe: parameters have the names and values that sinodex-search has. "
    "Databases may be brought up to date meanwhile; each answer is of one revision. SIGTERM and "
    "SIGINT end it when what is under way is answered, with status 0.",
    kOptions,
    kExamples,
};

std::vector<std::string> databases_of(const Arguments& arguments) {
    if (!arguments.operands().empty()) {
        throw Error(ErrorKind::usage, "there are no operands: " + arguments.operands().front(),
                    "a database is given as --db DB");
    }
    if (!arguments.has("db")) return {database_path(arguments)};
    return arguments.all("db");
}

ServerOptions server_options(const Arguments& arguments) {
    ServerOptions options;
    options.address = arguments.text("listen");
    options.port = static_cast<std::uint16_t>(arguments.number("port", 0, 65535));
    options.workers = static_cast<unsigned>(arguments.number("threads", 0, 256));
    if (options.workers == 0) options.workers = std::max(std::thread::hardware_concurrency(), 1U);
    options.connections = arguments.number("connections", 8, 100'000);
    options.answer = std::chrono::seconds(arguments.number("timeout", 1, 3600));
    return options;
}

std::size_t answer_cache_bytes(const Arguments& arguments) {
    return arguments.number("answers", 0, 65'536) << 20U;
}

AccessRules access_rules(const Arguments& arguments) {
    AccessRules rules;
    rules.hosts = loopback_hosts();
    const std::string address = arguments.text("listen");
    rules.hosts.push_back(address.find(':') == std::string::npos ? address : "[" + address + "]");
    for (const std::string& host : arguments.all("host")) rules.hosts.push_back(host);
    if (arguments.has("token-file")) rules.token = read_token(arguments.text("token-file"));
    if (!is_loopback(address) && rules.token.empty() && !arguments.has("public")) {
        throw Error(ErrorKind::usage, "--listen " + address + " would serve other machines",
                    "give --token-file FILE, or --public if everybody may search");
    }
    return rules;
}

}  // namespace sinodex
