// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspection.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <sstream>

#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/record.h"
#include "corpus/schema/terms.h"
#include "tests/indexer/indexing.h"
#include "tests/support/expect_error.h"
#include "tests/support/matchers.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

constexpr const char* kArticles = SINODEX_SOURCE_DIR "/corpus/articles";

struct Inspected {
    std::vector<Inspection> articles;
    IndexReport report;
};

Inspected inspect(IndexOptions options) {
    Inspected all;
    all.report =
        inspect_documents(options, [&](const Inspection& one) { all.articles.push_back(one); });
    return all;
}

Inspected inspect_lines(const std::string& lines, IndexOptions options = {}) {
    std::istringstream input(lines);
    options.paths = {"-"};
    options.standard_input = &input;
    return inspect(options);
}

Inspected inspect_shipped(const std::vector<std::string>& names, const std::string& database = "") {
    IndexOptions options;
    options.database = database;
    for (const std::string& name : names) options.paths.push_back(kArticles + ("/" + name));
    return inspect(options);
}

std::string text_of_versions(const std::vector<StoryVersion>& versions) {
    std::string text;
    for (const StoryVersion& version : versions) text += version.likeness + ":" + version.id + " ";
    return text;
}

TEST(Inspection, ShowsWhatWasFound) {
    const Inspected all = inspect_lines(
        R"({"id":"a","lang":"en-GB","title":"Alibaba fined","url":"https://example.org/2021/04/12/a",)"
        R"("text":"SAMR fined Alibaba, also called Ali Baba, 18.2 billion yuan on April 10."})");
    ASSERT_EQ(all.articles.size(), 1U);
    const Inspection& one = all.articles[0];
    EXPECT_EQ(one.origin, "-:1");
    EXPECT_EQ(one.lang, "en-GB");
    EXPECT_EQ(one.words, 15U);
    EXPECT_EQ(one.found.published->text(), "2021-04-12");
    ASSERT_EQ(one.entities.size(), 3U);
    EXPECT_EQ(one.entities[0].id, "alibaba");
    EXPECT_EQ(one.entities[0].name, "Alibaba Group");
    EXPECT_EQ(one.entities[0].type, EntityType::company);
    EXPECT_THAT(one.entities[0].mentions, ElementsAre(2, 0, 0, 1, 0, 0, 0, 0)) << "title and text";
    EXPECT_EQ(one.entities[1].id, "samr");
    EXPECT_EQ(one.entities[2].id, "alibaba-antitrust-fine") << "an event that is told";
    ASSERT_EQ(one.found.mentions.text.size(), 4U);
    EXPECT_EQ(one.found.mentions.text[0].entity, 1U) << "an index into the list";
    EXPECT_EQ(one.found.mentions.title.at(0).entity, 0U);
    EXPECT_EQ(one.found.amounts.size(), 1U);
    EXPECT_EQ(one.found.dates.size(), 1U);
    EXPECT_THAT(one.versions, IsEmpty());
}

// An inspection that shows something else than an index holds would be a lie.
TEST(Inspection, IsWhatAnIndexHolds) {
    const TemporaryFolder folder;
    index_path(folder / "db", kArticles);
    const IndexReader index(current_generation_path(folder / "db"));
    const Xapian::Database& database = index.database();
    const Inspected all = inspect_shipped({""}, folder / "db");
    EXPECT_EQ(all.articles.size(), database.get_doccount());
    for (const Inspection& one : all.articles) {
        const Xapian::docid id = *database.postlist_begin(id_term(one.article.id));
        const Record record = index.record(id);
        EXPECT_EQ(record.lang, one.lang);
        EXPECT_EQ(record.passages, one.found.layout.passages) << record.id;
        EXPECT_EQ(record.boilerplate, one.found.layout.boilerplate) << record.id;
        EXPECT_EQ(record.date, one.found.published ? one.found.published->text() : "");
        EXPECT_EQ(record.findings.mentions.size(), one.found.mentions.text.size()) << record.id;
        EXPECT_EQ(record.findings.dates.size(), one.found.dates.size()) << record.id;
        EXPECT_EQ(one.versions.empty(), one.stored_versions.empty()) << record.id;
        for (const InspectedEntity& entity : one.entities) {
            const std::string term = "XE" + entity.id;
            auto at = database.postlist_begin(term);
            ASSERT_TRUE(at != database.postlist_end(term)) << term;
            at.skip_to(id);
            ASSERT_TRUE(at != database.postlist_end(term) && *at == id) << term;
            EXPECT_EQ(at.get_wdf(), entity.weight) << record.id << ' ' << entity.id;
        }
    }
}

TEST(Inspection, TellsVersionsOfAStory) {
    const Inspected all =
        inspect_shipped({"wire/2022-07-didi-fine.txt", "zh-hans/2022-07-didi-80yi.txt",
                         "rewrites/2022-07-didi-penalized-info-offenses.txt"});
    ASSERT_EQ(all.articles.size(), 3U);
    EXPECT_EQ(text_of_versions(all.articles[0].versions),
              "spun:2022-07-didi-penalized-info-offenses.txt ");
    EXPECT_EQ(text_of_versions(all.articles[1].versions), "") << "the same event in another report";
    EXPECT_EQ(text_of_versions(all.articles[2].versions), "spun:2022-07-didi-fine.txt ");
    const std::string text = sample_text(1);
    const Inspected copies =
        inspect_lines(json_line("a", text) + json_line("b", text) + json_line("c", text));
    EXPECT_EQ(text_of_versions(copies.articles.at(1).versions), "exact:a exact:c ");
}

TEST(Inspection, TellsVersionsThatADatabaseKnows) {
    const TemporaryFolder folder;
    index_path(folder / "db", kArticles);
    IndexOptions options;
    const std::string id = "wire/2022-07-didi-fine.txt";
    options.database = folder / "db";
    const Inspected all = inspect_lines(json_line(id, "Another text by now."), options);
    EXPECT_EQ(text_of_versions(all.articles.at(0).stored_versions),
              "spun:" + id + " :rewrites/2022-07-didi-penalized-info-offenses.txt ")
        << "the better one first, though the other one was read first";
    EXPECT_THAT(all.articles[0].versions, IsEmpty());
}

TEST(Inspection, UsesFilesOfEntities) {
    const TemporaryFolder folder;
    IndexOptions options;
    options.entity_files = {folder.write("e.txt", "id: zyx\ntype: person\nname: Z\nen: Zyxcorp\n")};
    const Inspected all = inspect_lines(json_line("a", "Zyxcorp."), options);
    ASSERT_EQ(all.articles.at(0).entities.size(), 1U);
    EXPECT_EQ(all.articles[0].entities[0].type, EntityType::person);
    options.entity_files = {folder.write("bad.txt", "\nid: ZYX\n")};
    expect_error(ErrorKind::input, "bad.txt:2: not an id: ZYX",
                 [&] { inspect_lines(json_line("a", "Zyxcorp."), options); });
}

TEST(Inspection, OfWordsOnlyFindsNothing) {
    IndexOptions options;
    options.words_only = true;
    const std::string text = sample_text(1) + " Alibaba paid $3bn in 2021.";
    const Inspected all = inspect_lines(json_line("a", text) + json_line("b", text), options);
    ASSERT_EQ(all.articles.size(), 2U);
    EXPECT_THAT(all.articles[0].entities, IsEmpty());
    EXPECT_THAT(all.articles[0].found.amounts, IsEmpty());
    EXPECT_THAT(all.articles[0].versions, IsEmpty());
    EXPECT_GT(all.articles[0].words, 100U);
    EXPECT_FALSE(all.articles[0].found.layout.passages.empty());
}

TEST(Inspection, GoesOnAfterWhatCannotBeRead) {
    const Inspected all = inspect_lines(json_line("a", "One.") + "{\n" + json_line("b", "Two.") +
                                        json_line(std::string(5000, 'x'), "Three."));
    ASSERT_EQ(all.articles.size(), 2U);
    EXPECT_EQ(all.articles[1].article.id, "b");
    EXPECT_EQ(all.report.read, 2U);
    EXPECT_EQ(all.report.skipped, 2U);
    EXPECT_EQ(all.report.skipped_documents.at(0).origin, "-:2");
    EXPECT_THAT(all.report.skipped_documents.at(1).reason, HasSubstr("longer than 4096 bytes"));
}

TEST(Inspection, RefusesWhatIsNotThere) {
    IndexOptions options;
    options.paths = {"/nowhere/at/all"};
    expect_error(ErrorKind::input, "/nowhere/at/all", [&] { inspect(options); });
    options.paths = {kArticles};
    options.database = "/nowhere/at/all";
    expect_error(ErrorKind::database, "/nowhere/at/all", [&] { inspect(options); });
}

}  // namespace
}  // namespace sinodex
