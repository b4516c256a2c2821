// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/mcp/mcp_server.h"

#include <algorithm>
#include <array>
#include <iostream>

#include "corpus/error.h"
#include "corpus/program/help.h"
#include "searcher/service/mcp/mcp_tools.h"
#include "searcher/service/parameter_schema.h"

namespace sinodex {
namespace {

constexpr const char* kVersionKey = "io.modelcontextprotocol/protocolVersion";
constexpr const char* kCapabilitiesKey = "io.modelcontextprotocol/clientCapabilities";
constexpr const char* kServerKey = "io.modelcontextprotocol/serverInfo";

// The revisions with a handshake that are alike in what we serve, the newest first.
constexpr std::array<std::string_view, 4> kHandshakeVersions{kHandshakeMcp, "2025-06-18",
                                                             "2025-03-26", "2024-11-05"};

Json supported_versions() {
    Json versions = Json::array({kStatelessMcp});
    for (const std::string_view one : kHandshakeVersions) versions.push_back(one);
    return versions;
}

Json server_info() {
    const std::string version = version_text();
    return {{"name", "sinodex"},
            {"title", "Sinodex"},
            {"version", version.substr(version.find_last_of(' ') + 1)}};
}

Json schema_of(const Parameter& parameter) {
    Json schema = parameter_schema(parameter);
    schema["description"] = parameter.help;
    return schema;
}

Json input_of(const McpTool& tool) {
    Json schema{{"type", "object"}, {"additionalProperties", false}};
    for (const Parameter& parameter : tool.parameters) {
        schema["properties"][std::string(parameter.name)] = schema_of(parameter);
    }
    if (!tool.required.empty()) schema["required"] = {tool.required};
    return schema;
}

Json described(const McpTool& tool) {
    return {{"name", tool.name},
            {"title", tool.title},
            {"description", tool.description},
            {"inputSchema", input_of(tool)},
            {"outputSchema", tool.output},
            {"annotations",
             {{"title", tool.title},
              {"readOnlyHint", true},
              {"destructiveHint", false},
              {"idempotentHint", true},
              {"openWorldHint", false}}}};
}

Json tool_list() {
    Json list = Json::array();
    for (const McpTool& tool : mcp_tools()) list.push_back(described(tool));
    return {{"tools", list}};
}

// A result that does not change while the program runs may be kept for an hour.
Json kept(Json result) {
    result["ttlMs"] = 3'600'000;
    result["cacheScope"] = "public";
    return result;
}

Json discovery() {
    return kept({{"supportedVersions", supported_versions()},
                 {"capabilities", {{"tools", Json::object()}}},
                 {"instructions", kMcpInstructions}});
}

Json handshake(const Json& params) {
    const auto wanted = params.find("protocolVersion");
    std::string version(kHandshakeMcp);
    for (const std::string_view one : kHandshakeVersions) {
        if (wanted != params.end() && *wanted == one) version = one;
    }
    return {{"protocolVersion", version},
            {"capabilities", {{"tools", Json::object()}}},
            {"serverInfo", server_info()},
            {"instructions", kMcpInstructions}};
}

// Says what is wrong with a request as such.
struct RpcFailure {
    RpcError code;
    std::string words;
    Json data = nullptr;
};

unsigned status_of(RpcError code) {
    if (code == RpcError::no_method) return 404;
    return code == RpcError::internal ? 500 : 400;
}

ParameterValues values_of(const McpTool& tool, const Json& params) {
    ParameterValues values(Wording::names, tool.parameters);
    const auto arguments = params.find("arguments");
    if (arguments == params.end() || arguments->is_null()) return values;
    set_values(values, dump(*arguments, -1));
    return values;
}

Json tool_result(const Json& structured) {
    return {{"content", {{{"type", "text"}, {"text", dump(structured, -1)}}}},
            {"structuredContent", structured},
            {"isError", false}};
}

// An error that an assistant can mend is told as a tool's result, so that it does.
Json tool_error(const Error& error) {
    std::string words = error.what();
    if (!error.hint().empty()) words += "\n" + error.hint();
    return {{"content", {{{"type", "text"}, {"text", words}}}}, {"isError", true}};
}

Json call_tool(const Indexes& indexes, const Json& params, const McpLimits& limits) {
    const auto name = params.find("name");
    const bool named = name != params.end() && name->is_string();
    const McpTool* tool = named ? find_mcp_tool(name->get<std::string>()) : nullptr;
    if (tool == nullptr) {
        throw RpcFailure{RpcError::invalid_params,
                         named ? "there is no tool " + name->get<std::string>()
                               : "params.name does not name a tool"};
    }
    try {
        const ParameterValues values = values_of(*tool, params);
        const std::string which = tool->takes_index() ? values.text("index") : "";
        const Searcher& index = indexes.find(which);
        return tool_result(tool->answer(
            {indexes, index, indexes.saved(which), values, limits.deadline, limits.cancelled}));
    } catch (const Error& error) {
        return tool_error(error);
    }
}

Json stateless(const Indexes& indexes, const std::string& method, const Json& params,
               const McpLimits& limits) {
    const Json& meta = params.at("_meta");
    const std::string version = mcp_version_of({{"params", params}});
    if (version != kStatelessMcp) {
        throw RpcFailure{RpcError::unsupported_version,
                         "Unsupported protocol version",
                         {{"supported", supported_versions()}, {"requested", version}}};
    }
    const auto capabilities = meta.find(kCapabilitiesKey);
    if (capabilities == meta.end() || !capabilities->is_object()) {
        throw RpcFailure{RpcError::invalid_params, std::string("_meta lacks ") + kCapabilitiesKey};
    }
    Json result;
    if (method == "server/discover") {
        result = discovery();
    } else if (method == "tools/list") {
        result = kept(tool_list());
    } else if (method == "tools/call") {
        result = call_tool(indexes, params, limits);
    } else {
        throw RpcFailure{RpcError::no_method, "there is no method " + method};
    }
    result["resultType"] = "complete";
    result["_meta"] = {{kServerKey, server_info()}};
    return result;
}

Json after_handshake(const Indexes& indexes, const std::string& method, const Json& params,
                     const McpLimits& limits) {
    if (method == "initialize") return handshake(params);
    if (method == "ping") return Json::object();
    if (method == "tools/list") return tool_list();
    if (method == "tools/call") return call_tool(indexes, params, limits);
    throw RpcFailure{RpcError::no_method, "there is no method " + method};
}

Json result_message(const Json& id, Json result) {
    return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
}

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

McpReply failed(const Json& id, const RpcFailure& failure) {
    Json message = rpc_error(id, failure.code, failure.words);
    if (!failure.data.is_null()) message["error"]["data"] = failure.data;
    return {std::move(message), status_of(failure.code)};
}

McpReply answered(const Indexes& indexes, const Json& message, const McpLimits& limits) {
    const Json& id = message.at("id");
    const std::string method = message.at("method").get<std::string>();
    const Json params = message.value("params", Json::object());
    if (!params.is_object()) {
        return failed(id, {RpcError::invalid_params, "params is no object"});
    }
    const bool modern = !mcp_version_of(message).empty();
    try {
        Json result = modern ? stateless(indexes, method, params, limits)
                             : after_handshake(indexes, method, params, limits);
        return {result_message(id, std::move(result))};
    } catch (const RpcFailure& failure) {
        McpReply reply = failed(id, failure);
        if (!modern) reply.status = 200;
        return reply;
    }
}

}  // namespace

Json mcp_message(std::string_view text) {
    constexpr int kMostDepth = 32;
    bool deep = false;
    const auto keep = [&deep](int depth, Json::parse_event_t, const Json&) {
        deep = deep || depth > kMostDepth;
        return !deep;
    };
    Json message = Json::parse(text, keep, false);
    return deep ? Json(Json::value_t::discarded) : message;
}

Json rpc_error(const Json& id, RpcError code, const std::string& words) {
    Json message{{"jsonrpc", "2.0"}};
    if (!id.is_null()) message["id"] = id;
    message["error"] = {{"code", static_cast<int>(code)}, {"message", words}};
    return message;
}

std::string mcp_version_of(const Json& message) {
    const Json* at = &message;
    for (const char* key : {"params", "_meta", kVersionKey}) {
        if (!at->is_object() || !at->contains(key)) return "";
        at = &at->at(key);
    }
    return at->is_string() ? at->get<std::string>() : at->dump();
}

McpReply McpServer::answer(const Json& message, const McpLimits& limits) const {
    if (message.is_discarded()) {
        return {rpc_error(nullptr, RpcError::parse, "this is no JSON, or is nested too deep"), 400};
    }
    if (!message.is_object() || message.value("jsonrpc", Json()) != "2.0") {
        return {rpc_error(nullptr, RpcError::invalid_request, "this is no message of JSON-RPC 2.0"),
                400};
    }
    const bool named = message.contains("method") && message.at("method").is_string();
    if (!message.contains("id")) return {std::nullopt, named ? 202U : 400U};
    const Json& id = message.at("id");
    if (!is_id(id)) {
        return {rpc_error(nullptr, RpcError::invalid_request, "id is no string or whole number"),
                400};
    }
    if (!named) return {rpc_error(id, RpcError::invalid_request, "method is missing"), 400};
    try {
        return answered(indexes_, message, limits);
    } catch (const std::exception& error) {
        std::cerr << "sinodex-serve: " + message.at("method").get<std::string>() + ": " +
                         error.what() + "\n";
        return {rpc_error(id, RpcError::internal, "the service failed to answer"), 500};
    }
}

}  // namespace sinodex
