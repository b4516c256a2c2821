// SPDX-License-Identifier: GPL-2.0-or-later

// A writer goes on, two copies are brought up to date by scripts/replicate, and who reads them sees
// one state of the database or another, never some of both.

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/end_to_end/programs.h"

namespace sinodex {
namespace {

using namespace testing;
namespace fs = std::filesystem;

constexpr int kArticlesOfAState = 12;

bool has_rsync() { return run_process({"/bin/sh", "-c", "command -v rsync"}).status == 0; }

// All articles of a state say which it is.
std::string lines_of_state(int state) {
    std::string lines;
    for (int i = 0; i < kArticlesOfAState; ++i) {
        const nlohmann::json line{{"id", "article-" + std::to_string(i)},
                                  {"title", "State" + std::to_string(state)},
                                  {"text", "Every article is of this state, and is number " +
                                               std::to_string(i) + " of them."}};
        lines += line.dump() + "\n";
    }
    return lines;
}

class Replicas : public ::testing::Test {
 protected:
    void SetUp() override {
        if (!has_rsync()) GTEST_SKIP() << "there is no rsync";
    }

    void write(int state) {
        const ProcessEnd end = run_process(
            {kIndexProgram, "--quiet", "--prune", "--db", writer(), "-"}, lines_of_state(state));
        EXPECT_EQ(end.status, 0) << end.err;
    }
    ProcessEnd replicate(const std::string& copy) const {
        return run_process({SINODEX_SOURCE_DIR "/scripts/replicate", writer(), copy});
    }

    // The titles of all hits: one, or the copy is torn.
    static std::set<std::string> states_of(const std::string& copy) {
        const ProcessEnd end = run_process(
            {kSearchProgram, "--db", copy, "--format", "json", "-n", "50", "every article"});
        EXPECT_EQ(end.status, 0) << end.err;
        std::set<std::string> states;
        const auto answer = nlohmann::json::parse(end.out, nullptr, false);
        if (answer.is_discarded()) return {"no JSON"};
        EXPECT_EQ(answer["hits"].size(), static_cast<std::size_t>(kArticlesOfAState));
        for (const auto& hit : answer["hits"]) states.insert(hit["article"]["title"]);
        return states;
    }

    std::string writer() const { return folder_ / "writer.db"; }
    std::vector<std::string> copies() const { return {folder_ / "one.db", folder_ / "two.db"}; }

    TemporaryFolder folder_;
};

TEST_F(Replicas, NeverShowHalfAState) {
    write(0);
    for (const std::string& copy : copies()) ASSERT_EQ(replicate(copy).status, 0);
    std::atomic<bool> ends = false;
    std::atomic<int> reads = 0;
    std::vector<std::thread> threads;
    for (const std::string& copy : copies()) {
        threads.emplace_back([&, copy] {
            while (!ends) EXPECT_EQ(replicate(copy).status, 0);
        });
        threads.emplace_back([&, copy] {
            while (!ends || reads == 0) {
                EXPECT_EQ(states_of(copy).size(), 1U);
                ++reads;
            }
        });
    }
    for (int state = 1; state <= 8; ++state) write(state);
    ends = true;
    for (std::thread& thread : threads) thread.join();
    EXPECT_GT(reads, 3);
    for (const std::string& copy : copies()) {
        ASSERT_EQ(replicate(copy).status, 0);
        EXPECT_EQ(states_of(copy), std::set<std::string>{"State8"});
        EXPECT_EQ(run_process({kIndexProgram, "--check", "--db", copy}).status, 0);
    }
}

TEST_F(Replicas, HoldNothingThatIsNotInForce) {
    for (int state = 0; state < 5; ++state) {
        write(state);
        ASSERT_EQ(replicate(copies().front()).status, 0);
    }
    const auto names = [](const std::string& folder) {
        std::set<std::string> found;
        for (const auto& entry : fs::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            if (name != "lock") found.insert(name);
        }
        return found;
    };
    EXPECT_EQ(names(copies().front()), names(writer()));
}

TEST_F(Replicas, StayAsTheyAreWhereTheWriterCannotBeRead) {
    write(1);
    const std::string copy = copies().front();
    ASSERT_EQ(replicate(copy).status, 0);
    fs::rename(writer(), folder_ / "away");
    EXPECT_NE(replicate(copy).status, 0);
    EXPECT_EQ(states_of(copy), std::set<std::string>{"State1"});
}

}  // namespace
}  // namespace sinodex
