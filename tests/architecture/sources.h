// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sinodex::testing {

struct Include {
    std::string file;    // relative to the project
    std::string header;  // as written
};

// The C++ sources below a folder of the project, relative to the project, sorted.
std::vector<std::string> sources_below(const std::string& folder);

std::string text_of(const std::string& file);

std::vector<Include> includes_of(const std::string& file);
std::vector<Include> includes_below(const std::string& folder);

}  // namespace sinodex::testing
