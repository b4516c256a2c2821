// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/rendering/json_parts.h"
#include "searcher/service/indexes.h"

namespace sinodex {

// The revision of the Model Context Protocol in which each request tells all that is needed, and
// the newest of those that begin with a handshake, which older clients speak. Specification:
// https://modelcontextprotocol.io/specification/2026-07-28
inline constexpr std::string_view kStatelessMcp = "2026-07-28";
inline constexpr std::string_view kHandshakeMcp = "2025-11-25";

// How an error of JSON-RPC 2.0, or of the protocol, is numbered.
enum class RpcError : int {
    parse = -32700,
    invalid_request = -32600,
    no_method = -32601,
    invalid_params = -32602,
    internal = -32603,
    header_mismatch = -32020,
    unsupported_version = -32022,
};

// An answer to a message: none to a notification.
struct McpReply {
    std::optional<Json> message;
    unsigned status = 200;  // of HTTP, where that carries it
};

// The bounds of one request.
struct McpLimits {
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    std::shared_ptr<const std::atomic<bool>> cancelled = nullptr;
};

// Answers an assistant's messages, each for itself: there are no sessions. The protocol's revision
// is decided request by request, by its _meta. Thread-safe.
class McpServer {
 public:
    explicit McpServer(const Indexes& indexes) : indexes_(indexes) {}

    // Never throws: what is wrong with a message is told in the answer.
    McpReply answer(const Json& message, const McpLimits& limits) const;

 private:
    const Indexes& indexes_;
};

// The message that a text holds; discarded where it is no JSON, or is nested deeper than any
// request: what works on a value calls itself for each level of it, and a client must not choose
// how often.
Json mcp_message(std::string_view text);

// An error message; a null id where the request's could not be read.
Json rpc_error(const Json& id, RpcError code, const std::string& words);

// The revision that a request names in its _meta; empty for one of a client with a handshake.
std::string mcp_version_of(const Json& message);

}  // namespace sinodex
