// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace sinodex::testing {

// Requests of an assistant that speaks the stateless protocol, and of one with a handshake.
nlohmann::json stateless_request(const std::string& method, nlohmann::json params = {});
nlohmann::json handshake_request(const std::string& method, nlohmann::json params = {});

nlohmann::json call_of(const std::string& tool, nlohmann::json arguments);

}  // namespace sinodex::testing
