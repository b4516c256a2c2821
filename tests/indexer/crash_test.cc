// SPDX-License-Identifier: GPL-2.0-or-later

// Looks at what is left when a run is killed, or when the system refuses it something.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "corpus/schema/generation.h"
#include "tests/indexer/indexing.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;
using Clock = std::chrono::steady_clock;
using Contents = std::map<std::string, std::string>;

// A database and two versions of its input, between which runs go back and forth.
class Crash : public ::testing::Test {
 protected:
    void prepare(unsigned articles) {
        for (unsigned version = 0; version < 2; ++version) {
            input_[version] = folder_.write("input" + std::to_string(version) + ".jsonl",
                                            sample_lines(articles, version));
            run_to_end(version);
            contents_[version] = contents_of(database());
        }
        ASSERT_FALSE(contents_[0] == contents_[1]);
    }
    std::vector<std::string> command(std::size_t version) const {
        return {kIndexProgram, "--db", database(), "-j2", input_[version]};
    }
    void run_to_end(std::size_t version) {
        const ProcessEnd end = run_process(command(version));
        ASSERT_EQ(end.status, 0) << end.err;
    }
    // The version that the database holds, which must be sound.
    std::size_t version_now() const {
        EXPECT_GT(verify_generation(current_generation_path(database())), 0U);
        const Contents now = contents_of(database());
        EXPECT_TRUE(now == contents_[0] || now == contents_[1])
            << "neither the old nor the new one";
        return now == contents_[0] ? 0 : 1;
    }
    std::string database() const { return folder_ / "db"; }

    TemporaryFolder folder_;
    std::string input_[2];
    Contents contents_[2];
};

TEST_F(Crash, AtAnyMomentLeavesTheOldStateOrTheNew) {
    prepare(2000);
    const auto start = Clock::now();
    run_to_end(0);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> moment(0, whole.count() * 11 / 10);
    std::size_t version = 0;
    int killed = 0;
    for (int round = 0; round < 20; ++round) {
        Process process(command(1 - version));
        std::this_thread::sleep_for(std::chrono::microseconds(moment(random)));
        process.kill();
        if (process.wait().signal != 0) ++killed;
        version = version_now();
    }
    EXPECT_GE(killed, 10) << "too few rounds were killed to say anything";
    run_to_end(1 - version);
    EXPECT_EQ(version_now(), 1 - version);
    expect_tidy(database());
}

TEST_F(Crash, OfAFirstRunLeavesNoDatabaseOrAWholeOne) {
    const std::string input = folder_.write("input.jsonl", sample_lines(600));
    std::mt19937 random(8);
    for (int round = 0; round < 10; ++round) {
        const std::string path = folder_ / ("db" + std::to_string(round));
        Process process({kIndexProgram, "--db", path, "-q", input});
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 150));
        process.kill();
        process.wait();
        if (has_generation(path)) {
            EXPECT_EQ(articles_of(path).size(), 600U);
        }
        EXPECT_EQ(run_process({kIndexProgram, "--db", path, "-q", input}).status, 0);
        EXPECT_EQ(articles_of(path).size(), 600U);
        expect_tidy(path);
    }
}

// A killed run may have moved its generation in without naming it in the stub.
TEST_F(Crash, LeavesNoGenerationThatWasNeverInForce) {
    prepare(10);
    std::filesystem::copy(current_generation_path(database()), database() + "/gen-000009");
    folder_.write("db/scratch-1/sinodex-scratch", "");
    folder_.write("db/scratch-1/seg-0/postlist.glass", "half");
    folder_.write("db/XAPIANDB.new", "glass gen-0");
    std::filesystem::create_directory(database() + "/scratch-2");
    std::filesystem::create_directory(database() + "/gen-000008");
    run_to_end(1);
    EXPECT_EQ(names_in(database()).count("gen-000009"), 0U);
    EXPECT_EQ(names_in(database()).count("scratch-1"), 0U);
    EXPECT_EQ(names_in(database()).count("scratch-2"), 0U);
    EXPECT_EQ(names_in(database()).count("gen-000008"), 0U);
    run_to_end(0);
    expect_tidy(database());
}

// SIGXFSZ is ignored, so a limit on the size of files is felt as a full disk is.
TEST_F(Crash, OnAFullDiskTheOldDatabaseStays) {
    prepare(2000);
    std::size_t version = version_now();
    int failed = 0;
    for (const char* blocks : {"1", "16", "64", "200", "500", "1000", "2000", "1000000"}) {
        std::vector<std::string> arguments = command(1 - version);
        arguments.insert(arguments.begin() + 1, blocks);
        const ProcessEnd end =
            run_shell("ulimit -f $1; p=$0; shift; exec \"$p\" \"$@\"", arguments);
        if (end.status == 0) {
            version = 1 - version;
        } else {
            ++failed;
            EXPECT_EQ(end.status, 5) << blocks << end.err;
            EXPECT_THAT(end.err, ::testing::HasSubstr("sinodex-index: " + database()));
            EXPECT_THAT(end.err, ::testing::HasSubstr("the database is as it was"));
        }
        EXPECT_EQ(version_now(), version) << blocks;
        expect_tidy(database());
    }
    EXPECT_GE(failed, 5);
    EXPECT_LT(failed, 8);
}

// Too few files that may be open: workers fail in the midst of it all, and nothing hangs.
TEST_F(Crash, WithoutFileDescriptorsTheOldDatabaseStays) {
    prepare(600);
    std::size_t version = version_now();
    int failed = 0;
    for (int files = 6; files <= 20; ++files) {
        std::vector<std::string> arguments = command(1 - version);
        arguments.insert(arguments.begin() + 1, std::to_string(files));
        const ProcessEnd end =
            run_shell("ulimit -n $1; p=$0; shift; exec \"$p\" \"$@\"", arguments);
        if (end.status == 0) {
            // The input itself may be what could not be opened.
            if (end.err.find("Skipped 1 document") == std::string::npos) version = 1 - version;
        } else if (end.status != 127) {  // the program could be started
            ++failed;
            EXPECT_EQ(end.status, 5) << files << ": " << end.err;
            EXPECT_THAT(end.err, ::testing::HasSubstr("the database is as it was")) << files;
        }
        EXPECT_EQ(version_now(), version) << files;
    }
    EXPECT_GE(failed, 1);
    run_to_end(1 - version);
    expect_tidy(database());
}

}  // namespace
}  // namespace sinodex
