// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/service/http/http_message.h"

namespace sinodex {

// Decides who may ask. A browser is anybody's agent: pages of other sites make it send requests
// here, and a name of theirs may be made to lead here. So a request must name a host that is ours,
// and none may come from a page of another origin, but for links that are followed.
struct AccessRules {
    std::vector<std::string> hosts;  // without ports; any port may stand behind them
    std::string token;               // empty: none is wanted
};

// The names by which this machine is asked from itself.
std::vector<std::string> loopback_hosts();

// Refuses a request that the rules do not allow; `open`: no token is needed for it.
std::optional<HttpResponse> refusal_by(const AccessRules& rules, const HttpRequest& request,
                                       bool open);

// The token that a file holds, without white space around it. Throws Error (input) when it cannot
// be read, Error (usage) when it has fewer than 16 characters or others than ASCII's visible ones.
std::string read_token(const std::string& path);

}  // namespace sinodex
