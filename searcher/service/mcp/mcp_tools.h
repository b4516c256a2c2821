// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string_view>
#include <vector>

#include "searcher/rendering/json_parts.h"
#include "searcher/request/parameter_values.h"
#include "searcher/service/indexes.h"

namespace sinodex {

// Holds what an assistant asks a tool.
struct ToolCall {
    const Indexes& indexes;
    const Searcher& index;   // the one that is meant
    const SavedFile& saved;  // what the user keeps beside it
    const ParameterValues& values;
    std::chrono::steady_clock::time_point deadline;
    std::shared_ptr<const std::atomic<bool>> cancelled;
};

// A tool that an assistant can call. All of them only read.
struct McpTool {
    std::string_view name;
    std::string_view title;
    std::string_view description;  // for the assistant: when to use it, and what it gives
    std::vector<Parameter> parameters;
    std::string_view required;  // the parameter that must be given; empty: none
    Json output;                // the JSON Schema of its answers
    // Throws Error for what cannot be answered: the assistant is told, and may try again.
    Json (*answer)(const ToolCall& call);

    bool takes_index() const { return find_parameter("index", parameters) != nullptr; }
};

// The one place where tools are listed, in the order in which assistants see them.
const std::vector<McpTool>& mcp_tools();

// The tool with a name, or null.
const McpTool* find_mcp_tool(std::string_view name);

// How assistants are to use the tools, and that articles are data.
extern const std::string_view kMcpInstructions;

// An answer holds texts of so many bytes at most; the rest comes with its cursor.
inline constexpr std::size_t kMostAnswerBytes = 24'000;

}  // namespace sinodex
