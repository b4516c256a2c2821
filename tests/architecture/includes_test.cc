// The rules of docs/architecture.md about who may include whom, held against the sources.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
    std::string file;    // relative to the project
    std::string header;  // as written
};

std::vector<std::string> sources_below(const std::string& folder) {
    const fs::path root(SINODEX_SOURCE_DIR);
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cc") continue;
        found.push_back(fs::relative(entry.path(), root).string());
    }
    return found;
}

std::vector<Include> includes_of(const std::string& file) {
    std::vector<Include> found;
    std::ifstream in(fs::path(SINODEX_SOURCE_DIR) / file);
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

bool is_xapian(std::string_view header) { return header.starts_with("xapian"); }
bool is_icu(std::string_view header) { return header.starts_with("unicode/"); }

// A folder, and the folders that nothing in it may include.
struct Rule {
    std::string folder;
    std::vector<std::string> never;
};

class FolderRule : public testing::TestWithParam<Rule> {};

TEST_P(FolderRule, IsKept) {
    const auto includes = includes_below(GetParam().folder);
    ASSERT_FALSE(includes.empty());
    for (const Include& include : includes) {
        for (const std::string& never : GetParam().never) {
            EXPECT_FALSE(include.header.starts_with(never + "/"))
                << include.file << " includes " << include.header;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Layers, FolderRule,
    testing::Values(
        Rule{"corpus", {"indexer", "searcher", "bench", "tests"}},
        Rule{"indexer", {"searcher", "bench", "tests"}},
        Rule{"searcher", {"indexer", "bench", "tests"}}, Rule{"bench", {"tests"}},
        Rule{"corpus/text",
             {"corpus/readers", "corpus/passages", "corpus/schema", "corpus/program",
              "corpus/entities", "corpus/quantities", "corpus/analysis", "corpus/stories"}},
        Rule{"corpus/passages",
             {"corpus/readers", "corpus/schema", "corpus/program", "corpus/entities",
              "corpus/quantities", "corpus/analysis", "corpus/stories"}},
        Rule{"corpus/readers",
             {"corpus/schema", "corpus/program", "corpus/entities", "corpus/quantities",
              "corpus/analysis", "corpus/stories"}},
        Rule{"corpus/entities",
             {"corpus/readers", "corpus/passages", "corpus/schema", "corpus/program",
              "corpus/quantities", "corpus/analysis", "corpus/stories"}},
        Rule{"corpus/quantities",
             {"corpus/readers", "corpus/passages", "corpus/schema", "corpus/program",
              "corpus/entities", "corpus/knowledge", "corpus/analysis", "corpus/stories"}},
        Rule{"corpus/analysis",
             {"corpus/readers", "corpus/schema", "corpus/program", "corpus/stories"}},
        Rule{"corpus/stories",
             {"corpus/readers", "corpus/passages", "corpus/schema", "corpus/program",
              "corpus/entities", "corpus/quantities", "corpus/analysis"}},
        Rule{"corpus/schema",
             {"corpus/readers", "corpus/passages", "corpus/program", "corpus/analysis",
              "corpus/stories"}}));

TEST(Includes, OfXapianStandOnlyInSchemaIndexerAndSearcher) {
    for (const char* folder :
         {"corpus/readers", "corpus/text", "corpus/passages", "corpus/program", "corpus/entities",
          "corpus/quantities", "corpus/analysis", "corpus/stories", "bench/evaluation",
          "searcher/query", "searcher/rendering", "searcher/cli", "indexer/cli"}) {
        for (const Include& include : includes_below(folder)) {
            EXPECT_FALSE(is_xapian(include.header)) << include.file;
        }
    }
}

TEST(Includes, OfPublicHeadersAreNeitherXapianNorIcu) {
    std::vector<std::string> headers = sources_below("searcher/api");
    for (const char* header :
         {"indexer/indexer.h", "indexer/inspection.h", "searcher/searcher.h",
          "searcher/request/parameter_values.h", "searcher/request/parameters.h",
          "searcher/request/request.h", "searcher/rendering/json.h", "searcher/rendering/text.h",
          "searcher/rendering/trec.h", "searcher/rendering/verification.h",
          "searcher/rendering/view_json.h", "searcher/rendering/view_text.h", "corpus/article.h",
          "corpus/error.h"}) {
        headers.emplace_back(header);
    }
    for (const std::string& header : headers) {
        const auto includes = includes_of(header);
        for (const Include& include : includes) {
            EXPECT_FALSE(is_xapian(include.header) || is_icu(include.header))
                << header << " includes " << include.header;
        }
    }
}

TEST(Includes, OfTheSearchersValuesAreValues) {
    for (const Include& include : includes_below("searcher/api")) {
        const bool ours = include.header.find('/') != std::string::npos;
        EXPECT_TRUE(!ours || include.header.starts_with("searcher/api/"))
            << include.file << " includes " << include.header;
    }
}

TEST(Includes, OfProgramsArePublicHeadersOrTheirOwn) {
    for (const char* program : {"indexer", "searcher"}) {
        const std::string own = std::string(program) + "/cli/";
        for (const Include& include : includes_below(own)) {
            const bool internal = include.header.starts_with(std::string(program) + "/") &&
                                  !include.header.starts_with(own);
            if (!internal || include.header.starts_with("searcher/api/") ||
                include.header.starts_with("searcher/request/")) {
                continue;
            }
            EXPECT_THAT((std::vector<std::string>{
                            "indexer/indexer.h", "indexer/inspection.h", "searcher/searcher.h",
                            "searcher/rendering/json.h", "searcher/rendering/text.h",
                            "searcher/rendering/trec.h", "searcher/rendering/verification.h",
                            "searcher/rendering/view_json.h", "searcher/rendering/view_text.h"}),
                        testing::Contains(include.header))
                << include.file;
        }
    }
}

}  // namespace
