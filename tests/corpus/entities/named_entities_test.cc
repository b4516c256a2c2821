// SPDX-License-Identifier: GPL-2.0-or-later

// Sentences with the entities that they must name, and those that they must not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "corpus/entities/entity_finder.h"
#include "corpus/entities/knowledge.h"

namespace sinodex {
namespace {

using ::testing::Contains;
using ::testing::Not;

std::set<std::string> entities_in(const EntityFinder& finder, const std::string& text) {
    EntityFinder::Scratch scratch;
    std::set<std::string> ids;
    for (const Mention& mention : finder.find_mentions("", text, scratch).text) {
        ids.insert(Knowledge::built_in().entity(mention.entity).id);
    }
    return ids;
}

void expect_named(const EntityFinder& finder, const std::string& ids, const std::string& text) {
    const std::set<std::string> found = entities_in(finder, text);
    std::istringstream words(ids);
    for (std::string id; words >> id;) {
        if (id[0] == '-') {
            EXPECT_THAT(found, Not(Contains(id.substr(1)))) << text;
        } else {
            EXPECT_THAT(found, Contains(id)) << text;
        }
    }
}

class NamedEntities : public ::testing::TestWithParam<const char*> {};

TEST_P(NamedEntities, AreFoundInTheirSentences) {
    const EntityFinder finder(Knowledge::built_in());
    std::ifstream file(SINODEX_SOURCE_DIR "/tests/fixtures/entities/" + std::string(GetParam()));
    int rows = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        const std::size_t tab = line.find('\t');
        ASSERT_NE(tab, line.npos) << line;
        expect_named(finder, line.substr(0, tab), line.substr(tab + 1));
        ++rows;
    }
    EXPECT_GT(rows, 0);
}

INSTANTIATE_TEST_SUITE_P(Tables, NamedEntities,
                         ::testing::Values("apart.tsv", "doubtful.tsv", "names.tsv", "recent.tsv",
                                           "traps.tsv"),
                         [](const auto& row) {
                             const std::string file = row.param;
                             return file.substr(0, file.find('.'));
                         });

}  // namespace
}  // namespace sinodex
