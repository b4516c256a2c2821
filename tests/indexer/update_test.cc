// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <sstream>

#include "corpus/schema/generation.h"
#include "tests/indexer/indexing.h"
#include "tests/support/expect_error.h"
#include "tests/support/ordinary_user.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
using namespace testing;

const std::string kBinary =
    std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + std::string(200, '\0');

// A folder of articles and a database beside it.
class Update : public ::testing::Test {
 protected:
    void write(const std::string& name, const std::string& text) {
        folder_.write("articles/" + name, text);
    }
    void remove(const std::string& name) { fs::remove(folder_ / "articles" + "/" + name); }
    IndexReport run(bool prune = false, bool prune_empty = false) {
        IndexOptions options;
        options.prune = prune;
        options.prune_empty = prune_empty;
        return index_path(database(), folder_ / "articles", options);
    }
    std::string database() const { return folder_ / "db"; }
    std::map<std::string, std::string> articles() const { return articles_of(database()); }

    TemporaryFolder folder_;
};

std::string counts(const IndexReport& report) {
    std::ostringstream out;
    out << report.added << " added " << report.replaced << " replaced " << report.unchanged
        << " unchanged " << report.pruned << " pruned " << report.skipped << " skipped, "
        << report.articles << (report.wrote ? " written" : " as they were");
    return out.str();
}

TEST_F(Update, AddsThenKeepsThenReplaces) {
    write("a.txt", sample_text(1));
    write("sub/b.txt", sample_text(2));
    EXPECT_EQ(counts(run()), "2 added 0 replaced 0 unchanged 0 pruned 0 skipped, 2 written");
    expect_tidy(database());
    const auto stamps = stamps_of(database());
    EXPECT_EQ(counts(run()), "0 added 0 replaced 2 unchanged 0 pruned 0 skipped, 2 as they were");
    EXPECT_EQ(counts(run(true)),
              "0 added 0 replaced 2 unchanged 0 pruned 0 skipped, 2 as they were");
    EXPECT_EQ(stamps_of(database()), stamps) << "something was written";

    write("a.txt", sample_text(1, 9));
    write("c.txt", sample_text(3));
    EXPECT_EQ(counts(run()), "1 added 1 replaced 1 unchanged 0 pruned 0 skipped, 3 written");
    EXPECT_EQ(articles(), (std::map<std::string, std::string>{{"a.txt", sample_text(1, 9)},
                                                              {"sub/b.txt", sample_text(2)},
                                                              {"c.txt", sample_text(3)}}));
    EXPECT_EQ(current_generation(database()), "gen-000002");
    expect_tidy(database());
}

TEST_F(Update, LeavesNoTermOfAReplacedArticle) {
    write("a.txt", "The zyxwvut of old.\n");
    run();
    EXPECT_EQ(frequency_of(database(), "zyxwvut"), 1U);
    write("a.txt", "The abcdefg of new.\n");
    run();
    EXPECT_EQ(frequency_of(database(), "zyxwvut"), 0U);
    EXPECT_EQ(frequency_of(database(), "abcdefg"), 1U);
    EXPECT_EQ(documents_of(database(), "a.txt"), 1U);
}

TEST_F(Update, KeepsTheVanishedUnlessToldToPrune) {
    write("a.txt", sample_text(1));
    write("b.txt", sample_text(2));
    run();
    remove("b.txt");
    EXPECT_EQ(counts(run()), "0 added 0 replaced 1 unchanged 0 pruned 0 skipped, 2 as they were");
    EXPECT_EQ(counts(run(true)), "0 added 0 replaced 1 unchanged 1 pruned 0 skipped, 1 written");
    EXPECT_EQ(articles(), (std::map<std::string, std::string>{{"a.txt", sample_text(1)}}));
    remove("a.txt");
    expect_error(ErrorKind::input, "--prune twice", [&] { run(true); });
    EXPECT_EQ(articles().size(), 1U);
    EXPECT_EQ(counts(run(true, true)),
              "0 added 0 replaced 0 unchanged 1 pruned 0 skipped, 0 written");
    EXPECT_TRUE(articles().empty());
    expect_tidy(database());
}

// One of two folders has vanished, as when its disk is not mounted: what it held stays.
TEST_F(Update, RefusesToPruneForOneEmptyPathOfSeveral) {
    write("a.txt", sample_text(1));
    folder_.write("other/b.txt", sample_text(2));
    IndexOptions options;
    options.database = database();
    options.paths = {folder_ / "articles", folder_ / "other"};
    index_documents(options);
    fs::remove(folder_ / "other/b.txt");
    options.prune = true;
    expect_error(ErrorKind::input, folder_ / "other" + ": holds no article, and 1 would be pruned",
                 [&] { index_documents(options); });
    EXPECT_EQ(articles().size(), 2U);
    options.prune_empty = true;
    EXPECT_EQ(index_documents(options).pruned, 1U);
    EXPECT_FALSE(index_documents(options).wrote) << "an empty path that prunes nothing is fine";
}

TEST_F(Update, AddsReplacesAndPrunesInOneRun) {
    for (unsigned i = 0; i < 40; ++i) write(std::to_string(i) + ".txt", sample_text(i));
    run();
    std::map<std::string, std::string> expected;
    for (unsigned i = 0; i < 50; ++i) {
        const std::string name = std::to_string(i) + ".txt";
        if (i % 4 == 0) {
            remove(name);
            continue;
        }
        expected[name] = sample_text(i, i % 4 == 1 ? 1 : 0);
        write(name, expected[name]);
    }
    EXPECT_EQ(counts(run(true)),
              "7 added 10 replaced 20 unchanged 10 pruned 0 skipped, 37 written");
    EXPECT_EQ(articles(), expected);
}

TEST_F(Update, KeepsAnArticleWhoseFileCannotBeReadNow) {
    write("binary.txt", sample_text(1));
    write("empty.txt", sample_text(2));
    write("dangling.txt", sample_text(3));
    write("fine.txt", sample_text(4));
    run();
    const auto before = articles();
    const auto stamps = stamps_of(database());
    write("binary.txt", kBinary);
    write("empty.txt", " \n");
    remove("dangling.txt");
    fs::create_symlink("/nowhere/at/all", folder_ / "articles/dangling.txt");
    const IndexReport report = run(true);
    EXPECT_EQ(counts(report), "0 added 0 replaced 4 unchanged 0 pruned 3 skipped, 4 as they were");
    EXPECT_FALSE(report.prune_refused);
    EXPECT_EQ(articles(), before);
    EXPECT_EQ(stamps_of(database()), stamps);
}

// Where two files have one id, one that cannot be read must not win over one that can.
TEST_F(Update, PrefersWhatCanBeRead) {
    folder_.write("one/a.txt", sample_text(1));
    folder_.write("two/a.txt", sample_text(2));
    IndexOptions options;
    options.database = database();
    options.paths = {folder_ / "one", folder_ / "two"};
    index_documents(options);
    EXPECT_EQ(articles().at("a.txt"), sample_text(2));
    folder_.write("one/a.txt", sample_text(3));
    folder_.write("two/a.txt", kBinary);
    const IndexReport report = index_documents(options);
    EXPECT_EQ(report.replaced, 1U);
    EXPECT_EQ(articles().at("a.txt"), sample_text(3));
}

TEST_F(Update, ReportsWhatItSkipped) {
    write("a.txt", kBinary);
    write("b.txt", sample_text(1));
    write("c.exe", "MZ");
    const IndexReport report = run();
    EXPECT_EQ(counts(report), "1 added 0 replaced 0 unchanged 0 pruned 1 skipped, 1 written");
    ASSERT_EQ(report.skipped_documents.size(), 1U);
    EXPECT_EQ(report.skipped_documents[0].origin, folder_ / "articles/a.txt");
    EXPECT_NE(report.skipped_documents[0].reason.find("binary"), std::string::npos);
    EXPECT_EQ(report.ignored_files.count(), 1U);
    EXPECT_EQ(report.read, 1U);
}

std::string gzipped(const std::string& path, const std::string& text) {
    const gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    return read_file(path);
}

TEST_F(Update, RefusesToPruneWhenAnInputIsCutShort) {
    fs::create_directory(folder_ / "articles");
    const std::string path = folder_ / "articles/feed.jsonl.gz";
    const std::string whole = gzipped(path, sample_lines(300));
    run();
    ASSERT_EQ(articles().size(), 300U);
    write_file(path, whole.substr(0, whole.size() / 2));
    const IndexReport report = run(true);
    EXPECT_TRUE(report.prune_refused);
    EXPECT_EQ(report.pruned, 0U);
    EXPECT_LT(report.unchanged, 300U) << "the file was not cut";
    EXPECT_EQ(articles().size(), 300U);
}

TEST_F(Update, RefusesToPruneAfterABadLine) {
    write("feed.jsonl", json_line("a", "Text of a.") + json_line("b", "Text of b."));
    run();
    write("feed.jsonl", json_line("a", "Text of a.") + "{\"id\":\"b\",\"text\":\n");
    EXPECT_TRUE(run(true).prune_refused);
    EXPECT_EQ(articles().size(), 2U);
    EXPECT_FALSE(run(false).prune_refused) << "nobody asked for pruning";
}

TEST(UpdateAsOrdinaryUser, RefusesToPruneWhatLiesInAFolderThatCannotBeListed) {
    const OrdinaryUser user;
    const TemporaryFolder folder;
    folder.write("articles/closed/a.txt", sample_text(1));
    folder.write("articles/b.txt", sample_text(2));
    index_path(folder / "db", folder / "articles");
    fs::permissions(folder / "articles/closed", fs::perms::none);
    IndexOptions options;
    options.prune = true;
    const IndexReport report = index_path(folder / "db", folder / "articles", options);
    fs::permissions(folder / "articles/closed", fs::perms::owner_all);
    EXPECT_TRUE(report.prune_refused);
    EXPECT_EQ(articles_of(folder / "db").size(), 2U);
}

TEST_F(Update, MakesAnEmptyDatabaseOfAnEmptyFolder) {
    fs::create_directory(folder_ / "articles");
    EXPECT_EQ(counts(run()), "0 added 0 replaced 0 unchanged 0 pruned 0 skipped, 0 written");
    expect_tidy(database());
    EXPECT_EQ(counts(run()), "0 added 0 replaced 0 unchanged 0 pruned 0 skipped, 0 as they were");
    write("a.txt", sample_text(1));
    EXPECT_EQ(counts(run()), "1 added 0 replaced 0 unchanged 0 pruned 0 skipped, 1 written");
    EXPECT_EQ(articles().size(), 1U);
}

TEST_F(Update, IsTheSameWithAnyNumberOfThreads) {
    const std::string lines =
        sample_lines(1200) + json_line("long", std::string(1, 'x') + sample_text(1));
    std::map<std::string, std::string> expected;
    for (const unsigned threads : {1U, 2U, 8U}) {
        IndexOptions options;
        options.threads = threads;
        const std::string path = folder_ / ("db" + std::to_string(threads));
        EXPECT_EQ(index_lines(path, lines, options).added, 1201U);
        const auto contents = contents_of(path);
        if (expected.empty()) expected = contents;
        EXPECT_TRUE(contents == expected) << threads << " threads";
    }
    EXPECT_EQ(expected.size(), 1201U);
}

TEST_F(Update, EqualsABuildFromNothing) {
    index_lines(database(), sample_lines(300, 1));
    index_lines(database(), sample_lines(200, 2));
    index_lines(database(), sample_lines(300, 3));
    index_lines(folder_ / "fresh", sample_lines(300, 3));
    EXPECT_TRUE(contents_of(database()) == contents_of(folder_ / "fresh"));
}

TEST_F(Update, LeavesForeignFilesAlone) {
    write("a.txt", sample_text(1));
    run();
    const std::set<std::string> mine{"notes.txt", "scratch-paper.txt", "scratch-", "gen-eral.txt"};
    for (const std::string& name : mine) folder_.write("db/" + name, "mine");
    write("a.txt", sample_text(2));
    run();
    for (const std::string& name : mine) EXPECT_EQ(read_file(folder_ / "db/" + name), "mine");
}

TEST_F(Update, ShowsProgressToItsEnd) {
    IndexOptions options;
    IndexProgress last;
    options.progress = [&](const IndexProgress& progress) { last = progress; };
    index_lines(database(), sample_lines(50), options);
    EXPECT_TRUE(last.merging);
    EXPECT_EQ(last.documents, 50U);
}

}  // namespace
}  // namespace sinodex
