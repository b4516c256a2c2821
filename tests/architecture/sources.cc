// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/architecture/sources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace sinodex::testing {

namespace fs = std::filesystem;

std::vector<std::string> sources_below(const std::string& folder) {
    const fs::path root(SINODEX_SOURCE_DIR);
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cc") continue;
        found.push_back(fs::relative(entry.path(), root).string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string text_of(const std::string& file) {
    std::ifstream in(fs::path(SINODEX_SOURCE_DIR) / file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Include> includes_of(const std::string& file) {
    std::vector<Include> found;
    std::istringstream in(text_of(file));
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("#include ")) continue;
        const std::size_t begin = line.find_first_of("<\"") + 1;
        found.push_back({file, line.substr(begin, line.find_first_of(">\"", begin) - begin)});
    }
    return found;
}

std::vector<Include> includes_below(const std::string& folder) {
    std::vector<Include> found;
    for (const std::string& file : sources_below(folder)) {
        for (Include& include : includes_of(file)) found.push_back(std::move(include));
    }
    return found;
}

}  // namespace sinodex::testing
