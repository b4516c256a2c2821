// SPDX-License-Identifier: GPL-2.0-or-later

// Files of entities, and databases without any.

#include "corpus/entities/knowledge.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>

#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/stories.h"
#include "tests/indexer/indexing.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

const std::string kZyx = "id: zyx\ntype: company\nname: Zyx Group\nen: Zyxcorp\n";
const std::string kLines =
    json_line("a", "Zyxcorp and Alibaba signed a deal of 300 million yuan on 10 April 2021.") +
    json_line("b", "Nothing of the kind.");

class EntityFiles : public ::testing::Test {
 protected:
    // Indexes kLines with these files of entities.
    IndexReport run(const std::vector<std::string>& files = {}, bool words_only = false) {
        IndexOptions options;
        for (const std::string& text : files) {
            options.entity_files.push_back(
                folder_.write("e" + std::to_string(options.entity_files.size()) + ".txt", text));
        }
        options.words_only = words_only;
        return index_lines(database(), kLines, options);
    }
    Knowledge stored_knowledge() {
        const auto block = std::make_shared<const std::string>(metadata(kStateKnowledge));
        return Knowledge::of_block(*block, block);
    }
    std::size_t frequency(const std::string& term) { return frequency_of(database(), term); }
    std::string metadata(std::string_view key) {
        return IndexReader(current_generation_path(database())).state(key);
    }
    std::string database() const { return folder_ / "db"; }

    TemporaryFolder folder_;
};

TEST_F(EntityFiles, AddEntities) {
    run();
    EXPECT_EQ(frequency("XEzyx"), 0U);
    EXPECT_EQ(frequency("XEalibaba"), 1U);
    const IndexReport report = run({kZyx});
    EXPECT_EQ(frequency("XEzyx"), 1U);
    EXPECT_EQ(frequency("XEalibaba"), 1U);
    EXPECT_EQ(frequency("XTcompany"), 1U);
    EXPECT_TRUE(report.knowledge_changed);
    EXPECT_EQ(report.replaced, 2U);
}

TEST_F(EntityFiles, AddNamesToEntities) {
    run({"id: alibaba\nen: Zyxcorp\n"});
    EXPECT_EQ(frequency("XEalibaba"), 1U);
    const Knowledge stored = stored_knowledge();
    const auto& names = stored.entity(*stored.find("alibaba")).names;
    EXPECT_GT(names.size(), 2U);
    EXPECT_NE(std::find(names.begin(), names.end(), EntityName{"Zyxcorp", NameKind::plain}),
              names.end());
}

TEST_F(EntityFiles, ReplaceEntities) {
    run({"id: alibaba\nreplace: yes\ntype: place\nname: Another\nen: Zyxcorp\n"});
    EXPECT_EQ(frequency("XEalibaba"), 1U) << "by its new name";
    EXPECT_EQ(frequency("XTplace"), 1U);
    EXPECT_EQ(frequency("XTcompany"), 0U);
    run({"replace: all\n" + kZyx});
    EXPECT_EQ(frequency("XEalibaba"), 0U);
    EXPECT_EQ(frequency("XEzyx"), 1U);
    EXPECT_TRUE(stored_knowledge() == Knowledge::parse(kZyx, ""));
}

TEST_F(EntityFiles, BuildUponEachOther) {
    run({kZyx, "id: second\ntype: person\nname: S\nen: Segundo\nmember-of: zyx\n"});
    const Knowledge stored = stored_knowledge();
    ASSERT_TRUE(stored.find("second"));
    EXPECT_EQ(stored.entity(*stored.find("second")).relations.at(0).target, stored.find("zyx"));
}

TEST_F(EntityFiles, ThatAreTheSameChangeNothing) {
    run({kZyx});
    const auto stamps = stamps_of(database());
    const IndexReport report = run({"# a comment\n\n" + kZyx});
    EXPECT_EQ(report.unchanged, 2U);
    EXPECT_FALSE(report.wrote);
    EXPECT_FALSE(report.knowledge_changed);
    EXPECT_EQ(stamps_of(database()), stamps);
}

TEST_F(EntityFiles, ThatAreNewAreNoChangeOfAnEmptyDatabase) {
    index_lines(database(), "");
    EXPECT_FALSE(run({kZyx}).knowledge_changed);
}

TEST_F(EntityFiles, ThatCannotBeUsedAreToldBeforeAnythingIsMade) {
    expect_error(ErrorKind::input, "e0.txt:2: unknown key: kolor",
                 [&] { run({"id: zyx\nkolor: red\n"}); });
    expect_error(ErrorKind::input, "e1.txt:1: no name: zyx", [&] {
        run({"# nothing\n", "id: zyx\ntype: company\nen: Zyxcorp\n"});
    });
    expect_error(ErrorKind::input, "e0.txt:4: 'Alibaba' is a name of alibaba and of zyx",
                 [&] { run({"id: zyx\ntype: company\nname: Zyx\nen: Alibaba\n"}); });
    for (const std::string& path : {folder_ / "missing.txt", folder_.path()}) {
        IndexOptions options;
        options.entity_files = {path};
        expect_error(ErrorKind::input, path, [&] { index_lines(database(), kLines, options); });
    }
    EXPECT_FALSE(std::filesystem::exists(database()));
}

TEST_F(EntityFiles, OfWordsOnlyAreNone) {
    run();
    EXPECT_EQ(frequency("XMcny:28:3"), 1U);
    EXPECT_EQ(frequency("XD20210410"), 1U);
    EXPECT_NE(metadata(kStateKnowledge), "");
    EXPECT_TRUE(run({}, true).knowledge_changed);
    for (const char* term :
         {"XEalibaba", "XTcompany", "XMcny:28:3", "XD20210410", "XD202104", "XD2021"}) {
        EXPECT_EQ(frequency(term), 0U) << term;
    }
    EXPECT_EQ(frequency("alibaba"), 1U);
    EXPECT_EQ(metadata(kStateKnowledge), "");
    EXPECT_FALSE(run({}, true).wrote);
}

// Articles that a run does not name keep what was found in them.
TEST_F(EntityFiles, ChangeOnlyArticlesThatAreRead) {
    run();
    IndexOptions options;
    options.entity_files = {folder_.write("more.txt", kZyx)};
    const IndexReport report = index_lines(database(), json_line("c", "Zyxcorp again."), options);
    EXPECT_TRUE(report.knowledge_changed);
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.articles, 3U);
    EXPECT_EQ(frequency("XEzyx"), 1U);
    EXPECT_EQ(frequency("XEalibaba"), 1U);
}

class StoredStories : public EntityFiles {
 protected:
    IndexReport run_with(const std::vector<std::string>& names, bool words_only = false) {
        IndexOptions options;
        options.words_only = words_only;
        options.database = database();
        for (const std::string& name : names) {
            options.paths.push_back(SINODEX_SOURCE_DIR "/corpus/articles/" + name);
        }
        return index_documents(options);
    }
};

TEST_F(StoredStories, AreCountedAndKept) {
    const std::vector<std::string> both{"wire/2022-07-didi-fine.txt",
                                        "rewrites/2022-07-didi-penalized-info-offenses.txt"};
    EXPECT_EQ(run_with({both[0]}).other_versions, 0U);
    EXPECT_EQ(metadata(kStateStories), "");
    EXPECT_EQ(run_with(both).other_versions, 1U);
    const Stories stories = Stories::decode(metadata(kStateStories));
    ASSERT_EQ(stories.all().size(), 1U);
    EXPECT_EQ(stories.all()[0][0].id, "2022-07-didi-fine.txt") << "the original is the better one";
    EXPECT_EQ(run_with(both).other_versions, 1U) << "nothing was written, but it is so";
    EXPECT_EQ(run_with(both, true).other_versions, 0U);
    EXPECT_EQ(metadata(kStateStories), "");
}

}  // namespace
}  // namespace sinodex
