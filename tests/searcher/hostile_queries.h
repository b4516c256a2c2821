// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sinodex::testing {

// Random queries from an alphabet of operators, quotes, fields, Chinese, emoji, words that sample
// databases hold, and bytes that are no text. The same seed gives the same queries.
class HostileQueries {
 public:
    explicit HostileQueries(std::uint32_t seed) : state_(seed) {}

    std::string next();

 private:
    std::uint32_t below(std::uint32_t limit);

    std::uint32_t state_;
};

// Queries that are large or deep in one respect each.
std::vector<std::string> monstrous_queries();

}  // namespace sinodex::testing
