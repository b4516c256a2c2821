// SPDX-License-Identifier: GPL-2.0-or-later

// sinodex-index as a program.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "corpus/schema/generation.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::HasSubstr;

ProcessEnd index(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), SINODEX_BIN_DIR "/sinodex-index");
    return run_process(arguments, input);
}

TEST(IndexProgram, ReportsOnStandardError) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", "A title\n\nSome text.\n");
    const ProcessEnd end = index({"--db", folder / "db", folder / "in"});
    EXPECT_EQ(end.status, 0);
    EXPECT_EQ(end.out, "");
    EXPECT_THAT(end.err, HasSubstr("Read 1 document "));
    EXPECT_THAT(end.err, HasSubstr("1 added, 0 replaced, 0 unchanged.\n"));
    EXPECT_THAT(end.err, HasSubstr(folder / "db" + ": 1 article, "));
    EXPECT_THAT(index({"--db", folder / "db", folder / "in"}).err, HasSubstr(", as it was.\n"));
    EXPECT_EQ(index({"--db", folder / "db", "--quiet", folder / "in"}).err, "");
}

TEST(IndexProgram, TakesPathsWithCommasAndLinesFromStandardInput) {
    const TemporaryFolder folder;
    const std::string path = folder.write("a, b.txt", "Some text.\n");
    const ProcessEnd end =
        index({"-d", folder / "db", path, "-"}, "{\"id\":\"1\",\"text\":\"More text.\"}\n");
    EXPECT_THAT(end.err, HasSubstr("2 added"));
    EXPECT_EQ(end.status, 0);
}

TEST(IndexProgram, SaysWhatIsWrongAndEndsWithItsStatus) {
    const TemporaryFolder folder;
    const std::string file = folder.write("a.txt", "Some text.\n");
    const std::string db = folder / "db";
    struct Case {
        std::vector<std::string> arguments;
        int status;
        std::string words;
    };
    for (const Case& c : std::vector<Case>{
             {{}, 2, "--db DB is missing"},
             {{file}, 2, "--db DB is missing"},
             {{"--db", "", file}, 2, "--db DB is missing"},
             {{"--db", db}, 2, "no PATH was given"},
             {{"--inspect"}, 2, "no PATH was given"},
             {{"--inspect", "--format", "xml", file}, 2, "--format"},
             {{"--inspect", "--color", "red", file}, 2, "--color"},
             {{"--db", db, "--format", "json", file}, 2, "--format goes with --inspect only"},
             {{"--db", db, "--color", "never", file}, 2, "--color goes with --inspect only"},
             {{"--db", db, "--words-only", "--entities", file, file}, 2, "exclude each other"},
             {{"--db", db, "--entities", file, file}, 5, file + ":1: not a field: Some text."},
             {{"--inspect", "--entities", file, file}, 5, file + ":1: not a field: Some text."},
             {{"--db", db, "--entities", folder / "missing", file}, 5, "missing"},
             {{"--inspect", folder / "missing"}, 5, "missing"},
             {{"--inspect", "--db", db, file}, 3, "there is no Sinodex database here"},
             {{"--db", db, "--threads", "257", file}, 2, "--threads: 257 is not a number"},
             {{"--db", db, "--wait", "soon", file}, 2, "--wait: soon is not a number"},
             {{"--db", db, "--max-size", "0", file}, 2, "--max-size: 0 is not a number"},
             {{"--db", db, "--memory", "127", file}, 2, "--memory: 127 is not a number"},
             {{"--db", db, "--pruned", file}, 2, "pruned"},
             {{"--db", db, folder / "missing"}, 5, "missing"},
             {{"--db", db, "--check"}, 3, "there is no Sinodex database here"},
             {{"--db", file, file}, 5, file},
         }) {
        const ProcessEnd end = index(c.arguments);
        EXPECT_EQ(end.status, c.status) << c.words;
        EXPECT_THAT(end.err, HasSubstr(c.words));
        EXPECT_EQ(end.out, "");
    }
    EXPECT_FALSE(std::filesystem::exists(db));
}

TEST(IndexProgram, ChecksADatabase) {
    const TemporaryFolder folder;
    const std::string file = folder.write("a.txt", "Some text.\n");
    ASSERT_EQ(index({"--db", folder / "db", file}).status, 0);
    const ProcessEnd fine = index({"--db", folder / "db", "--check"});
    EXPECT_EQ(fine.status, 0);
    EXPECT_THAT(fine.out, HasSubstr(": fine, "));
    const std::string table = current_generation_path(folder / "db") + "/postlist.glass";
    std::string bytes = read_file(table);
    bytes[bytes.size() / 2] ^= 4;
    write_file(table, bytes);
    const ProcessEnd damaged = index({"--db", folder / "db", "--check"});
    EXPECT_EQ(damaged.status, 3);
    EXPECT_THAT(damaged.err, HasSubstr("postlist.glass"));
    EXPECT_THAT(damaged.err, HasSubstr("--rebuild"));
    EXPECT_EQ(index({"--db", folder / "db", "--rebuild", file}).status, 0);
    EXPECT_EQ(index({"--db", folder / "db", "--check"}).status, 0);
}

TEST(IndexProgram, InspectsWithoutADatabase) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", "Alibaba\n\nSome text.\n");
    folder.write("in/b.txt", std::string(100, '\0'));
    const ProcessEnd text = index({"--inspect", folder / "in"});
    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(text.out, ::testing::StartsWith("a.txt\n  title      [Alibaba|alibaba]\n"));
    EXPECT_THAT(text.err, HasSubstr("Skipped 1 document:\n  " + folder / "in/b.txt: binary"));
    const ProcessEnd json = index({"--inspect", "-q", "-f", "json", folder / "in", "-"},
                                  "{\"id\":\"1\",\"text\":\"More text.\"}\n");
    EXPECT_EQ(std::count(json.out.begin(), json.out.end(), '\n'), 2);
    EXPECT_EQ(json.err, "");
    EXPECT_THAT(index({"--inspect", "--color", "always", folder / "in"}).out, HasSubstr("\033["));
    EXPECT_FALSE(std::filesystem::exists(folder / "db"));
}

TEST(IndexProgram, TakesSeveralFilesOfEntities) {
    const TemporaryFolder folder;
    const std::string file = folder.write("a.txt", "Zyxcorp bought Wvucorp.\n");
    const std::string one = folder.write("one", "id: zyx\ntype: company\nname: Z\nen: Zyxcorp\n");
    const std::string two =
        folder.write("two", "id: wvu\ntype: company\nname: W\nen: Wvucorp\nparent: zyx 2021\n");
    const ProcessEnd end = index({"--inspect", "-e", one, "--entities", two, file});
    EXPECT_THAT(end.out, HasSubstr("[Zyxcorp|zyx] bought [Wvucorp|wvu]."));
    EXPECT_THAT(index({"--inspect", "-e", two, "-e", one, file}).err,
                HasSubstr("two:5: relation to an id that is nowhere: zyx"));
}

TEST(IndexProgram, HasAHelpAndAManPage) {
    for (const char* option : {"--db", "--prune", "--rebuild", "--check", "--threads", "--max-size",
                               "--memory", "--wait", "--quiet", "--verbose", "--entities",
                               "--words-only", "--inspect", "--format", "--color"}) {
        EXPECT_THAT(index({"--help"}).out, HasSubstr(option));
    }
    EXPECT_THAT(index({"--man"}).out, ::testing::StartsWith(".TH SINODEX\\-INDEX 1 "));
}

}  // namespace
}  // namespace sinodex
