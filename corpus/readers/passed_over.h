// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sinodex {

// Holds what was met on the way to documents and is not meant to be one: counted by kind, the first
// ones by name. A plain value.
struct PassedOver {
    static constexpr std::size_t kMaxNamed = 100;

    std::map<std::string, std::uint64_t> kinds;  // ".jpg", "status 404", ...
    std::vector<std::string> named;              // at most kMaxNamed

    void add(const std::string& kind, const std::string& name);
    void add(const PassedOver& other);
    std::uint64_t count() const {
        std::uint64_t sum = 0;
        for (const auto& [kind, times] : kinds) sum += times;
        return sum;
    }
};

}  // namespace sinodex
