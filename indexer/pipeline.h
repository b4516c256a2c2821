// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "corpus/readers/document_stream.h"
#include "indexer/memory_budget.h"

namespace sinodex {

// Documents that follow each other in the order of reading.
struct Batch {
    int number = 0;  // in the order of reading
    std::uint64_t first_sequence = 1;
    std::vector<RawDocument> documents;
    MemoryBudget::Share memory = {};  // that it may take until it is done with
};

// Hands batches from one reader to several workers through a short queue, so that memory stays
// bounded. The first exception of a worker stops everything and comes out of submit or finish.
class Pipeline {
 public:
    // A worker: made and called in a thread of its own, a batch at a time, then once with null.
    using Worker = std::function<void(Batch*)>;

    Pipeline(unsigned threads, const std::function<Worker()>& make_worker);
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    void submit(Batch batch);
    // Waits for all workers.
    void finish();

 private:
    void run(const std::function<Worker()>& make_worker);
    void fail(std::exception_ptr failure);
    void stop();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Batch> queue_;
    std::size_t capacity_;
    bool closed_ = false;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

}  // namespace sinodex
