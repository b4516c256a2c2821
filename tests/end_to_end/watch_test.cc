// SPDX-License-Identifier: GPL-2.0-or-later

// sinodex-index --watch: what is put into the folder is found without another command.

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "tests/end_to_end/programs.h"

namespace sinodex {
namespace {

using namespace testing;

// Whether a search finds something before half a minute has gone by.
bool is_found(const std::string& database, const std::string& query, bool expected = true) {
    for (int i = 0; i < 120; ++i) {
        const int status = run_process({kSearchProgram, "--db", database, query}).status;
        if (status == (expected ? 0 : 1)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
    }
    return false;
}

TEST(Watch, FollowsAFolder) {
    const TemporaryFolder folder;
    folder.write("in/a.txt", "Xylophones seen\n\nTwo xylophones were seen in Hangzhou.\n");
    const std::string database = folder / "in/news.db";  // where it must not wake itself
    const std::string log = folder / "log";
    const std::string pid = folder / "pid";
    Process watching({"/bin/sh", "-c",
                      "echo $$ > \"$1\"; exec \"$0\" --prune --watch --db \"$2\" \"$3\" 2> \"$4\"",
                      kIndexProgram, pid, database, folder / "in", log});
    EXPECT_TRUE(is_found(database, "xylophones"));
    folder.write("in/new/b.txt", "Dragons seen\n\nTwo dragons were seen in Shenzhen.\n");
    EXPECT_TRUE(is_found(database, "dragons"));
    folder.write("in/new/c.txt", "Unicorns seen\n\nTwo unicorns were seen in Beijing.\n");
    EXPECT_TRUE(is_found(database, "unicorns"));
    std::filesystem::remove(folder / "in/a.txt");
    EXPECT_TRUE(is_found(database, "xylophones", false));
    std::this_thread::sleep_for(std::chrono::seconds(3));
    const std::string told = read_file(log);
    ::kill(std::stoi(read_file(pid)), SIGTERM);
    EXPECT_EQ(watching.wait().status, 0);
    EXPECT_EQ(read_file(log), told);  // it has been quiet
}

TEST(Watch, RefusesWhatItCannotFollow) {
    const TemporaryFolder folder;
    EXPECT_EQ(run_process({kIndexProgram, "--watch", "--db", folder / "db", "-"}).status, 2);
    EXPECT_EQ(
        run_process({kIndexProgram, "--watch", "--db", folder / "db", "/nowhere/at/all"}).status,
        5);
}

}  // namespace
}  // namespace sinodex
