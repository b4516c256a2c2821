// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "searcher/service/mcp/mcp_tools.h"

namespace sinodex {

// The answers of the tools of mcp_tools.h, one function each. All throw Error for parameters that
// cannot be used and as the Searcher does.
Json answer_search(const ToolCall& call);
Json answer_fetch(const ToolCall& call);
Json answer_entity(const ToolCall& call);
Json answer_timeline(const ToolCall& call);
Json answer_figures(const ToolCall& call);
Json answer_related(const ToolCall& call);
Json answer_verify_quote(const ToolCall& call);
Json answer_status(const ToolCall& call);

}  // namespace sinodex
