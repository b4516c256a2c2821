// SPDX-License-Identifier: GPL-2.0-or-later

// Takes bytes for what an assistant sends: the first says whether it is the body of a request,
// behind a line for the field of its version, or the lines of a conversation.

#include <sstream>

#include "corpus/json.h"
#include "searcher/service/mcp/mcp_route.h"
#include "searcher/service/mcp/mcp_stdio.h"
#include "tests/fuzz/fuzz.h"
#include "tests/searcher/service/running_server.h"

namespace sinodex {
namespace {

using namespace fuzz;

void require_answer(const std::string& text) {
    const Json message = Json::parse(text, nullptr, false);
    require(message.is_object(), "an answer is an object");
    require(message.value("jsonrpc", "") == "2.0", "an answer is of JSON-RPC");
    require(message.contains("result") != message.contains("error"),
            "an answer has a result or an error");
}

void post(std::string_view bytes) {
    static const Routes routes = [] {
        Routes all;
        add_mcp(all, testing::news_indexes());
        return all;
    }();
    HttpRequest request;
    request.method = "POST";
    request.path = "/mcp";
    const std::string version(take_line(bytes));
    if (!version.empty()) request.fields.emplace_back("MCP-Protocol-Version", version);
    request.body = bytes;
    request.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    const HttpResponse response = routes.find("POST", "/mcp")->handler(request);
    require(response.status < 500, "the service does not fail");
    if (!response.body.empty()) require_answer(response.body);
}

void converse(std::string_view bytes) {
    std::istringstream in{std::string(bytes)};
    std::ostringstream out;
    serve_mcp(testing::news_indexes(), std::chrono::seconds(2), in, out);
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) require_answer(line);
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view bytes = sinodex::fuzz::bytes_of(data, size);
    sinodex::fuzz::take_choice(bytes) % 2 == 0 ? sinodex::post(bytes) : sinodex::converse(bytes);
    return 0;
}
