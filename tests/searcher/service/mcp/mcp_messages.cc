// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/service/mcp/mcp_messages.h"

namespace sinodex::testing {

using nlohmann::json;

json handshake_request(const std::string& method, json params) {
    json message{{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}};
    if (!params.is_null()) message["params"] = std::move(params);
    return message;
}

json stateless_request(const std::string& method, json params) {
    json message = handshake_request(method, params.is_null() ? json::object() : std::move(params));
    message["params"]["_meta"] = {{"io.modelcontextprotocol/protocolVersion", "2026-07-28"},
                                  {"io.modelcontextprotocol/clientCapabilities", json::object()}};
    return message;
}

json call_of(const std::string& tool, json arguments) {
    return {{"name", tool}, {"arguments", std::move(arguments)}};
}

}  // namespace sinodex::testing
