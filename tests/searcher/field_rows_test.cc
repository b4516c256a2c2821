// SPDX-License-Identifier: GPL-2.0-or-later

// A field is added by a row in corpus/schema/fields.h and what reads it: this holds of every row,
// so also of one that is yet to come, and no other code names the facts of an article.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/schema/fields.h"
#include "indexer/indexer.h"
#include "searcher/searcher.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

bool is_name(const FieldInfo& field) {
    return field.kind == FieldKind::words || field.kind == FieldKind::keyword;
}

IndexReport index_with(const std::string& database, const FieldInfo& field,
                       const std::string& value) {
    nlohmann::json article{{"id", "a"}, {"text", "A sentence about nothing."}};
    article[std::string(field.name)] = value;
    std::istringstream input(article.dump() + "\n");
    IndexOptions options;
    options.database = database;
    options.paths = {"-"};
    options.standard_input = &input;
    return index_documents(options);
}

class FieldRow : public ::testing::TestWithParam<const FieldInfo*> {
 protected:
    std::uint64_t found(const std::string& query) const {
        SearchRequest request;
        request.query = query;
        return Searcher(database()).search(request).hits.size();
    }
    std::string database() const { return folder_ / "db"; }

 private:
    TemporaryFolder folder_;
};

TEST_P(FieldRow, IsSearchedCompletedAndNoticedWhenItChanges) {
    const FieldInfo& field = *GetParam();
    const std::string name(field.name);
    index_with(database(), field, "quill");
    EXPECT_EQ(found(name + ":quill"), 1U);
    EXPECT_EQ(found(name + ":feather"), 0U);
    EXPECT_EQ(found(name + ":quill " + name + ":feather"), field.single ? 1U : 0U);
    EXPECT_EQ(found(name + ":qui*"), field.star() ? 1U : 0U);
    if (field.completes) {
        const std::string line = name + ":qu";
        const auto completions = Searcher(database()).complete(line, line.size(), 5);
        ASSERT_EQ(completions.size(), 1U);
        EXPECT_EQ(completions.front().text, "quill");
    }
    EXPECT_EQ(index_with(database(), field, "quill").unchanged, 1U);
    EXPECT_EQ(index_with(database(), field, "feather").replaced, 1U);
    EXPECT_EQ(found(name + ":feather"), 1U);
    EXPECT_EQ(found(name + ":quill"), 0U);
}

std::vector<const FieldInfo*> names() {
    std::vector<const FieldInfo*> found;
    for (const FieldInfo* field : kArticleFacts) {
        if (is_name(*field)) found.push_back(field);
    }
    return found;
}

INSTANTIATE_TEST_SUITE_P(Facts, FieldRow, ::testing::ValuesIn(names()),
                         [](const auto& row) { return std::string(row.param->name); });

TEST(FieldRows, AreTheOnlyPlaceThatNamesThem) {
    namespace fs = std::filesystem;
    std::size_t read = 0;
    for (const char* folder : {"corpus/schema", "indexer", "searcher"}) {
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(SINODEX_SOURCE_DIR) / folder)) {
            if (!entry.is_regular_file() || entry.path().filename() == "fields.h") continue;
            std::ifstream in(entry.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            ++read;
            for (const FieldInfo* field : names()) {
                EXPECT_EQ(text.find("Field::" + std::string(field->name)), std::string::npos)
                    << entry.path() << " treats " << field->name << " apart from its kind";
            }
        }
    }
    EXPECT_GT(read, 100U);
}

std::string read_page(const char* path) {
    std::ifstream in(std::filesystem::path(SINODEX_SOURCE_DIR) / path);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(FieldRows, AreDescribed) {
    const std::string format = read_page("docs/index-format.md");
    const std::string language = read_page("docs/query-language.md");
    const std::string help = read_page("tests/end_to_end/golden/search-help.txt");
    for (const FieldInfo& field : kFields) {
        const std::string name(field.name);
        const std::string prefix = "`" + std::string(field.prefix) + "`";
        const std::string place = !field.prefix.empty() && field.slot >= 0
                                      ? prefix + ", value " + std::to_string(field.slot)
                                  : !field.prefix.empty() ? prefix
                                  : field.slot >= 0       ? "value " + std::to_string(field.slot)
                                  : field.fact.place >= 0 ? "stored only"
                                                          : "no prefix";
        const std::string asked = field.in_queries ? "`" + name + ":`" : "";
        const std::string row =
            "| " + name + " | " + place + " | " + asked + (asked.empty() ? "|" : " |");
        EXPECT_NE(format.find(row), std::string::npos) << "docs/index-format.md lacks: " << row;
        if (!field.in_queries) continue;
        EXPECT_NE(language.find(name + ":"), std::string::npos) << "query-language.md: " << name;
        EXPECT_NE(help.find(name), std::string::npos) << "--help: " << name;
    }
}

}  // namespace
}  // namespace sinodex
