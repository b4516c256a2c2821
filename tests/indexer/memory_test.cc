// SPDX-License-Identifier: GPL-2.0-or-later

// A run takes no more memory than it may, whatever it is given.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "indexer/indexer.h"
#include "indexer/memory_budget.h"
#include "tests/support/matchers.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

std::string text_of(std::size_t bytes, unsigned seed) {
    std::string text;
    for (unsigned i = seed; text.size() < bytes; ++i) {
        for (unsigned k = 0; k < 60; ++k) text += "word" + std::to_string(i * 31 % 5000 + k) + ' ';
        text += "The regulator of province " + std::to_string(i) + " fined Alibaba " +
                std::to_string(i % 97) + " million yuan on 10 April 2021.\n\n";
    }
    return text;
}

TEST(Memory, IsKeptToWhereDocumentsAreLarge) {
    const TemporaryFolder folder;
    for (unsigned i = 0; i < 2; ++i) {
        folder.write("in/" + std::to_string(i) + ".txt", text_of(3U << 20U, i * 1000));
    }
    folder.write("in/huge.txt", text_of(5U << 20U, 7));
    const ProcessEnd end = run_shell(
        "\"$0\" --db \"$1\" --memory 128 -j 2 \"$2\" & "
        "peak=0; while [ -r /proc/$!/status ]; do "
        "now=$(awk '/VmHWM/ {print $2}' /proc/$!/status 2>/dev/null); "
        "[ -n \"$now\" ] && peak=$now; sleep 0.1; done; wait $!; echo peak=$peak",
        {SINODEX_BIN_DIR "/sinodex-index", folder / "db", folder / "in"});
    ASSERT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.err + end.out, HasSubstr("huge.txt: too large"));
    const std::size_t place = end.out.find("peak=");
    ASSERT_NE(place, std::string::npos);
    EXPECT_GT(std::stoul(end.out.substr(place + 5)), 20'000U);
#if !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)  // which need much for themselves
    EXPECT_LE(std::stoul(end.out.substr(place + 5)), 128U * 1024);
#endif
}

TEST(Memory, SkipsByNameWhatDoesNotFit) {
    const TemporaryFolder folder;
    const std::string huge = folder.write("huge.txt", text_of(5U << 20U, 7));
    IndexOptions options;
    options.database = folder / "db";
    options.paths = {huge};
    options.memory = IndexOptions::kLeastMemory;
    const IndexReport report = index_documents(options);
    ASSERT_EQ(report.skipped_documents.size(), 1U);
    EXPECT_EQ(report.skipped_documents.front().origin, huge);
    EXPECT_TRUE(report.skipped_documents.front().reason.ends_with("with so much --memory"));
    options.memory = 512ULL << 20U;
    EXPECT_EQ(index_documents(options).added, 1U);
}

TEST(MemoryBudget, IsDealtOutAndGivenBack) {
    MemoryBudget budget(100);
    MemoryBudget::Share first = budget.take(60);
    bool taken = false;
    std::thread other([&] {
        const MemoryBudget::Share second = budget.take(1000);  // all of it
        taken = true;
    });
    { const MemoryBudget::Share moved = std::move(first); }
    other.join();
    EXPECT_TRUE(taken);
}

TEST(MemoryPlan, DividesWhatThereIs) {
    for (const std::uint64_t megabytes : {128U, 256U, 512U, 4096U}) {
        for (const unsigned threads : {1U, 2U, 16U}) {
            const MemoryPlan plan = memory_plan(megabytes << 20U, threads);
            EXPECT_LT(plan.batches, megabytes << 20U);
            EXPECT_GE(plan.batches, working_bytes(plan.document_bytes));
            EXPECT_GE(plan.batches, 2 * threads * working_bytes(plan.batch_bytes));
            EXPECT_GT(plan.batch_bytes, 100'000U);
            EXPECT_GT(plan.words, 1000U);
        }
    }
}

}  // namespace
}  // namespace sinodex
