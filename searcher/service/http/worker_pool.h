// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace sinodex {

// Threads that take tasks from a queue of bounded length. Thread-safe.
class WorkerPool {
 public:
    using Task = std::function<void()>;

    WorkerPool(unsigned threads, std::size_t most_waiting);
    ~WorkerPool();  // waits for the tasks that are running, and drops the others
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    // False when the queue is full. Tasks must not throw.
    bool submit(Task task);

    std::size_t waiting() const;

 private:
    void work();

    const std::size_t most_waiting_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> tasks_;
    bool ending_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace sinodex
