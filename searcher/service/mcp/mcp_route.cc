// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/mcp/mcp_route.h"

#include "searcher/service/http/base64.h"
#include "searcher/service/mcp/mcp_server.h"

namespace sinodex {
namespace {

HttpResponse json_response(const McpReply& reply) {
    HttpResponse response;
    response.status = reply.status;
    if (reply.message) response.body = dump(*reply.message, -1);
    return response;
}

// A value of a header that may not be ASCII comes as "=?base64?...?=".
std::string decoded_field(std::string_view value) {
    constexpr std::string_view kBegin = "=?base64?";
    constexpr std::string_view kEnd = "?=";
    if (!value.starts_with(kBegin) || !value.ends_with(kEnd)) return std::string(value);
    value.remove_prefix(kBegin.size());
    value.remove_suffix(kEnd.size());
    return base64_decoded(value);
}

// Returns what in the header of a request of the stateless protocol differs from its body; empty
// where nothing does.
std::string mismatch(const HttpRequest& http, const Json& message) {
    const Json method = message.value("method", Json(""));
    const auto params = message.find("params");
    const Json name = method == "tools/call" ? params->value("name", Json("")) : Json("");
    for (const auto& [field, value] : std::initializer_list<std::pair<const char*, Json>>{
             {"MCP-Protocol-Version", mcp_version_of(message)},
             {"Mcp-Method", method},
             {"Mcp-Name", name}}) {
        if (value == "") continue;
        if (http.count(field) != 1 || Json(decoded_field(http.field(field))) != value) {
            return std::string("the header's ") + field + " is not what the body says";
        }
    }
    return "";
}

HttpResponse answer(const McpServer& server, const HttpRequest& http) {
    const Json message = mcp_message(http.body);
    const std::string version = mcp_version_of(message);
    const bool stateless = !version.empty() || http.field("mcp-protocol-version") == kStatelessMcp;
    if (stateless && message.is_object() && message.contains("id")) {
        const Json& id = message.at("id");
        if (version.empty()) {
            return json_response({rpc_error(id, RpcError::invalid_params,
                                            "params._meta does not name the protocol's version"),
                                  400});
        }
        const std::string wrong = mismatch(http, message);
        if (!wrong.empty()) {
            return json_response({rpc_error(id, RpcError::header_mismatch, wrong), 400});
        }
    }
    return json_response(server.answer(message, {http.deadline, http.cancelled}));
}

}  // namespace

void add_mcp(Routes& routes, const Indexes& indexes) {
    routes.add({.method = "POST",
                .pattern = "/mcp",
                .handler = [server = McpServer(indexes)](const HttpRequest& request) {
                    return answer(server, request);
                }});
}

}  // namespace sinodex
