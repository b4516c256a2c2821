// SPDX-License-Identifier: GPL-2.0-or-later

// Each source says under which licence it is; scripts/spdx adds the line.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "tests/architecture/sources.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
using namespace testing;

constexpr const char* kLicence = "SPDX-License-Identifier: GPL-2.0-or-later\n";

bool is_source(const fs::path& path, const std::string& text) {
    static const std::regex named(
        R"(.*\.(cc|h|c|inc|py|js|mjs|ts|css|java|cmake)(\.in)?|CMakeLists\.txt)");
    return std::regex_match(path.filename().string(), named) || text.starts_with("#!");
}

std::vector<std::string> all_sources() {
    std::vector<std::string> found;
    for (const char* top : {"corpus", "indexer", "searcher", "bench", "tests", "scripts"}) {
        const fs::path root(SINODEX_SOURCE_DIR);
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const std::string file = fs::relative(entry.path(), root).string();
            if (file.find("__pycache__") != std::string::npos) continue;
            if (!entry.is_regular_file() || file.starts_with("corpus/articles/")) continue;
            if (is_source(entry.path(), text_of(file))) found.push_back(file);
        }
    }
    return found;
}

std::string licence_line(const std::string& text) {
    std::size_t begin = 0;
    if (text.starts_with("#!")) begin = text.find('\n') + 1;
    return text.substr(begin, text.find('\n', begin) + 1 - begin);
}

TEST(Licence, StandsInTheFirstLineOfEachSource) {
    const std::vector<std::string> sources = all_sources();
    EXPECT_GT(sources.size(), 800U);
    EXPECT_THAT(sources, ::testing::Contains("scripts/test"));
    for (const std::string& file : sources) {
        const std::string line = licence_line(text_of(file));
        const bool ends_comment = line.ends_with(" */\n");
        EXPECT_TRUE(line.ends_with(std::string(" ") + kLicence) ||
                    (ends_comment && line.find("GPL-2.0-or-later */") != std::string::npos))
            << file;
    }
}

}  // namespace
}  // namespace sinodex
