// SPDX-License-Identifier: GPL-2.0-or-later

// The indexer must never touch what is not its own, nor take it for a fresh start.

#include <gtest/gtest.h>

#include <filesystem>

#include "corpus/schema/generation.h"
#include "tests/indexer/indexing.h"
#include "tests/support/expect_error.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;
using namespace testing;

// Things of the user's, some of which are called as ours are.
std::vector<std::string> write_things(const TemporaryFolder& folder, const std::string& at) {
    std::vector<std::string> files;
    for (const char* name : {"gen-7/f", "gen-000001/MANIFEST", "scratch-2021/f",
                             "scratch-1/seg-0/x", "gen-8", "scratch-2", "arts/a.txt", "lock"}) {
        files.push_back(folder.write(at + "/" + name, "mine"));
    }
    return files;
}

TEST(Foreign, FolderIsRefusedAndUntouched) {
    for (const bool rebuild : {false, true}) {
        const TemporaryFolder folder;
        const auto files = write_things(folder, "p");
        const auto stamps = stamps_of(folder / "p");
        IndexOptions options;
        options.rebuild = rebuild;
        expect_error(ErrorKind::usage, "a folder of its own",
                     [&] { index_path(folder / "p", folder / "p/arts", options); });
        EXPECT_EQ(stamps_of(folder / "p"), stamps);
    }
}

TEST(Foreign, ThingsInADatabaseStay) {
    const TemporaryFolder folder;
    index_lines(folder / "db", sample_lines(4));
    const std::string lock = read_file(folder / "db/lock");
    auto files = write_things(folder, "db/mine");
    for (const char* name : {"gen-7", "gen-000009", "scratch-2021", "notes.txt"}) {
        files.push_back(folder.write(std::string("db/") + name, "mine"));
    }
    files.push_back(folder.write("db/gen-000008/postlist.glass", "mine"));
    files.push_back(folder.write("db/scratch-1/seg-0/postlist.glass", "mine"));
    // A generation in which somebody keeps something.
    fs::copy(folder / "db/gen-000001", folder / "db/gen-000005");
    files.push_back(folder.write("db/gen-000005/notes.txt", "mine"));
    for (const unsigned version : {1U, 2U}) index_lines(folder / "db", sample_lines(4, version));
    index_lines(folder / "db", sample_lines(3), rebuilding());
    for (const std::string& file : files) EXPECT_EQ(read_file(file), "mine") << file;
    EXPECT_FALSE(fs::exists(folder / "db/gen-000001"));
    EXPECT_EQ(read_file(folder / "db/lock"), lock);
}

// As --check and a search say: never a reason to begin anew.
TEST(LostStub, IsNoFreshStart) {
    for (const bool prune : {false, true}) {
        for (const unsigned articles : {0U, 1U}) {
            const TemporaryFolder folder;
            index_lines(folder / "db", sample_lines(60));
            fs::remove(folder / "db/XAPIANDB");
            const auto stamps = stamps_of(folder / "db");
            IndexOptions options;
            options.prune = options.prune_empty = prune;
            expect_error(ErrorKind::database, "--rebuild",
                         [&] { index_lines(folder / "db", sample_lines(articles, 9), options); });
            EXPECT_EQ(stamps_of(folder / "db"), stamps);
            folder.write("db/XAPIANDB", "glass gen-000001\n");
            EXPECT_EQ(articles_of(folder / "db").size(), 60U);
        }
    }
}

TEST(LostStub, IsMendedByARebuild) {
    const TemporaryFolder folder;
    index_lines(folder / "db", sample_lines(6));
    fs::remove(folder / "db/XAPIANDB");
    index_lines(folder / "db", sample_lines(2), rebuilding());
    EXPECT_EQ(articles_of(folder / "db").size(), 2U);
    expect_tidy(folder / "db");
}

// A first run that was killed before it named its generation has left no database.
TEST(LostStub, IsNotWhatAnUnfinishedFirstRunLeaves) {
    const TemporaryFolder folder;
    index_lines(folder / "db", sample_lines(6));
    fs::remove(folder / "db/XAPIANDB");
    folder.write("db/lock", "first run\n");
    EXPECT_EQ(index_lines(folder / "db", sample_lines(2)).added, 2U);
    EXPECT_EQ(articles_of(folder / "db").size(), 2U);
    expect_tidy(folder / "db");
}

// Around the sizes at which libxapian throws out of a destructor.
TEST(FullDisk, EndsWithItsStatusAndCauseAndLeavesNothing) {
    const TemporaryFolder folder;
    const std::string input = folder.write("a.jsonl", sample_lines(600));
    int failed = 0;
    for (int blocks = 100; blocks <= 6000; blocks += 487) {
        const std::string database = folder / ("db" + std::to_string(blocks));
        const ProcessEnd end = run_shell("ulimit -f $1; exec \"$0\" --db \"$2\" -q -j1 \"$3\"",
                                         {kIndexProgram, std::to_string(blocks), database, input});
        if (end.status == 0) continue;
        ++failed;
        EXPECT_EQ(end.status, 5) << blocks << end.err;
        EXPECT_TRUE(end.err.find("size of files") != std::string::npos ||
                    end.err.find("File too large") != std::string::npos)
            << blocks << end.err;
        EXPECT_EQ(names_in(database), std::set<std::string>{"lock"}) << blocks;
    }
    EXPECT_GE(failed, 5);
}

}  // namespace
}  // namespace sinodex
