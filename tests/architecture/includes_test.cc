// SPDX-License-Identifier: GPL-2.0-or-later

// The rules of docs/architecture.md about who may include whom, held against the sources.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/sources.h"

namespace sinodex {
namespace {

using namespace testing;

bool is_xapian(std::string_view header) { return header.starts_with("xapian"); }
bool is_icu(std::string_view header) { return header.starts_with("unicode/"); }

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
         {"indexer/export.h", "indexer/indexer.h", "indexer/inspection.h", "indexer/serving.h",
          "searcher/searcher.h", "searcher/request/parameter_values.h",
          "searcher/request/parameters.h", "searcher/request/request.h",
          "searcher/rendering/citations.h", "searcher/rendering/csv.h", "searcher/rendering/json.h",
          "searcher/rendering/text.h", "searcher/rendering/trec.h",
          "searcher/rendering/verification.h", "searcher/rendering/view_json.h",
          "searcher/rendering/view_text.h", "corpus/article.h", "corpus/error.h"}) {
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
                include.header.starts_with("searcher/request/") ||
                include.header.starts_with("searcher/saved/")) {
                continue;
            }
            EXPECT_THAT(
                (std::vector<std::string>{
                    "indexer/export.h", "indexer/indexer.h", "indexer/inspection.h",
                    "indexer/serving.h", "searcher/searcher.h", "searcher/rendering/citations.h",
                    "searcher/rendering/csv.h", "searcher/rendering/json.h",
                    "searcher/rendering/saved_work.h", "searcher/rendering/text.h",
                    "searcher/rendering/trec.h", "searcher/rendering/verification.h",
                    "searcher/rendering/view_json.h", "searcher/rendering/view_text.h"}),
                ::testing::Contains(include.header))
                << include.file;
        }
    }
}

}  // namespace
}  // namespace sinodex
