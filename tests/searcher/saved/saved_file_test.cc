// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/saved/saved_file.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "tests/support/expect_error.h"
#include "tests/support/matchers.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;
using Kind = SavedChange::Kind;

namespace fs = std::filesystem;

std::size_t count_of_lines(const std::string& path) {
    const std::string bytes = read_file(path);
    return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

TEST(SavedFile, KeepsWhatIsAdded) {
    const TemporaryFolder folder;
    const SavedFile file(folder / "db.saved.jsonl");
    EXPECT_THAT(file.read()->marks, IsEmpty());
    EXPECT_EQ(file.state(), "");
    file.add({{Kind::tag, "a#2", "fine", "The regulator"}, {Kind::note, "b", "ask", ""}});
    const std::string state = file.state();
    file.add({{Kind::search, "didi", R"({"query":"company:didi"})", ""}});
    EXPECT_NE(file.state(), state);
    const SavedFile other(file.path());
    for (const SavedFile* one : {&file, &other}) {
        EXPECT_THAT(one->read()->tags->at("fine"), ElementsAre("a#2"));
        EXPECT_EQ(one->read()->marks.at("b").note, "ask");
        EXPECT_EQ(one->read()->searches.at("didi"), R"({"query":"company:didi"})");
        EXPECT_EQ(one->read()->marks.at("a#2").at.size(), 20U);
    }
    EXPECT_EQ(file.read(), file.read()) << "it is read only where it has changed";
    file.add({{Kind::untag, "a#2", "fine", ""}, {Kind::search, "didi", "{}", ""}});
    EXPECT_THAT(*file.read()->tags, IsEmpty());
    EXPECT_THAT(file.read()->searches, IsEmpty());
}

TEST(SavedFile, OfSeveralThreadsIsAllOfTheirs) {
    const TemporaryFolder folder;
    const std::string path = folder / "f";
    constexpr int kEach = 40;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < 4; ++writer) {
        threads.emplace_back([&, writer] {
            const SavedFile file(path);
            for (int i = 0; i < kEach; ++i) {
                const std::string id = std::to_string(writer) + "/" + std::to_string(i);
                file.add({{Kind::tag, id, "x", ""}});
                EXPECT_THAT(file.read()->passed_over, IsEmpty());
            }
        });
    }
    for (std::thread& one : threads) one.join();
    EXPECT_EQ(SavedFile(path).read()->tags->at("x").size(), 4U * kEach);
}

// They write it anew again and again, each of them while the others wait.
TEST(SavedFile, OfSeveralProcessesIsAllOfTheirsThoughItIsWrittenAnew) {
    const TemporaryFolder folder;
    const std::string path = folder / "f";
    constexpr int kRounds = 150;
    std::vector<pid_t> children;
    for (const char* id : {"a", "b", "c"}) {
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            const SavedFile file(path);
            for (int i = 0; i < kRounds; ++i) {
                file.add({{Kind::tag, id, "x" + std::to_string(i % 2), ""}});
            }
            file.add({{Kind::note, id, "done", ""}});
            _exit(0);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 1;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        EXPECT_EQ(status, 0);
    }
    const auto work = SavedFile(path).read();
    for (const char* id : {"a", "b", "c"}) {
        EXPECT_THAT(work->marks.at(id).tags, ElementsAre("x0", "x1")) << id;
        EXPECT_EQ(work->marks.at(id).note, "done") << id;
    }
    EXPECT_LT(count_of_lines(path), 2U * 9U + 102U) << "it was never written anew";
    EXPECT_FALSE(fs::exists(path + ".new"));
}

TEST(SavedFile, IsWrittenAnewWithItsPermissionsAndThroughALink) {
    const TemporaryFolder folder;
    const std::string path = folder.write("own/real", "{\"colour\":\"red\"}\n");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("own/real", folder / "link");
    const SavedFile file(folder / "link");
    for (int i = 0; i < 200; ++i) file.add({{Kind::note, "a", std::to_string(i), ""}});
    EXPECT_LT(count_of_lines(path), 110U);
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(file.read()->marks.at("a").note, "199");
    EXPECT_EQ(file.read()->others, "{\"colour\":\"red\"}\n");
}

TEST(SavedFile, LosesNothingAtALineWithoutAnEnd) {
    struct Case {
        const char* before;
        bool both;
    };
    for (const Case& one :
         {Case{"{\"tag\":\"x\",\"id\":\"a\"}\n{\"tag\":\"x\",\"id\":\"b", false},
          Case{"{\"tag\":\"x\",\"id\":\"a\"}\n{\"tag\":\"x\",\"id\":\"b\"}", true},
          Case{"{\"tag\":\"x\",\"id\":\"a\"}", false},
          Case{"{\"tag\":\"x\",\"id\":\"a\"}\n\n", false}}) {
        const TemporaryFolder folder;
        const SavedFile file(folder.write("f", one.before));
        EXPECT_EQ(file.read()->tags->at("x").size(), one.both ? 2U : 1U) << one.before;
        file.add({{Kind::tag, "c", "x", ""}});
        EXPECT_EQ(file.read()->tags->at("x").size(), one.both ? 3U : 2U) << one.before;
        EXPECT_THAT(file.read()->passed_over, IsEmpty()) << one.before;
    }
}

TEST(SavedFile, RefusesNamesThatQueriesCannotHold) {
    const TemporaryFolder folder;
    const SavedFile file(folder / "f");
    const std::string long_name(101, 'a');
    for (const char* name : {"", " a", "a\"b", "a”", "a\n", "\xff", long_name.c_str()}) {
        expect_error(ErrorKind::usage, "cannot be the name of a tag", [&] {
            file.add({{Kind::tag, "a", name, ""}});
        });
    }
    for (const char* name : {"", "all", "a b", "a\""}) {
        expect_error(ErrorKind::usage, "cannot be the name of a search", [&] {
            file.add({{Kind::search, name, "{}", ""}});
        });
    }
    EXPECT_FALSE(fs::exists(file.path()));
    EXPECT_NO_THROW(file.add({{Kind::tag, "a", "to check (蚂蚁)", ""}}));
}

TEST(SavedFile, SaysWhatIsWrong) {
    const TemporaryFolder folder;
    const SavedFile nowhere(folder / "none/f");
    EXPECT_EQ(nowhere.read()->problem, "");
    expect_error(ErrorKind::output, folder / "none/f", [&] {
        nowhere.add({{Kind::tag, "a", "x", ""}});
    });
    EXPECT_THAT(SavedFile(folder.path()).read()->problem, HasSubstr(folder.path()));
}

TEST(SavedFile, StandsBesideTheDatabase) {
    EXPECT_EQ(SavedFile::path_beside("news.db"), "news.db.saved.jsonl");
    EXPECT_EQ(SavedFile::path_beside("a/news.db//"), "a/news.db.saved.jsonl");
}

}  // namespace
}  // namespace sinodex
