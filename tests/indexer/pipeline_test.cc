// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/pipeline.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <tuple>

namespace sinodex {
namespace {

Batch batch_of(std::size_t documents) {
    Batch batch;
    batch.documents.resize(documents);
    return batch;
}

TEST(Pipeline, GivesEachBatchToOneWorkerAndThenEndsAll) {
    std::atomic<int> documents = 0;
    std::atomic<int> ended = 0;
    Pipeline pipeline(4, [&]() -> Pipeline::Worker {
        return [&](const Batch* batch) {
            if (batch == nullptr) {
                ++ended;
            } else {
                documents += static_cast<int>(batch->documents.size());
            }
        };
    });
    for (int i = 0; i < 500; ++i) pipeline.submit(batch_of(3));
    pipeline.finish();
    EXPECT_EQ(documents, 1500);
    EXPECT_EQ(ended, 4);
}

class FailingPipeline : public ::testing::TestWithParam<std::tuple<std::string, unsigned>> {};

// Whatever fails and whenever: submit or finish throws it, and nothing hangs.
TEST_P(FailingPipeline, ThrowsWhatItsWorkerThrew) {
    const auto [failing, threads] = GetParam();
    std::atomic<int> batches = 0;
    const auto run = [&, how = failing, count = threads] {
        Pipeline pipeline(count, [&]() -> Pipeline::Worker {
            if (how == "when made") throw std::runtime_error("broken");
            return [&](const Batch* batch) {
                const bool last = batch == nullptr;
                if (how == "at a batch" && !last && ++batches == 5) {
                    throw std::runtime_error("broken");
                }
                if (how == "at the end" && last) throw std::runtime_error("broken");
            };
        });
        for (int i = 0; i < 200; ++i) pipeline.submit(batch_of(1));
        pipeline.finish();
    };
    EXPECT_THROW(run(), std::runtime_error);
}

INSTANTIATE_TEST_SUITE_P(Ways, FailingPipeline,
                         ::testing::Combine(::testing::Values("when made", "at a batch",
                                                              "at the end"),
                                            ::testing::Values(1U, 2U, 8U)));

TEST(Pipeline, MayBeLeftWithoutAnEnd) {
    for (int round = 0; round < 50; ++round) {
        Pipeline pipeline(3, []() -> Pipeline::Worker { return [](const Batch*) {}; });
        for (int i = 0; i < round % 7; ++i) pipeline.submit(batch_of(1));
    }
}

}  // namespace
}  // namespace sinodex
