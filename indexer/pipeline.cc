// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/pipeline.h"

#include <exception>
#include <utility>

namespace sinodex {

Pipeline::Pipeline(unsigned threads, const std::function<Worker()>& make_worker)
    : capacity_(threads) {
    threads_.reserve(threads);
    try {
        for (unsigned i = 0; i < threads; ++i) {
            threads_.emplace_back([this, make_worker] { run(make_worker); });
        }
    } catch (const std::exception&) {  // no more threads are to be had: fewer will do
        if (threads_.empty()) throw;
    }
}

Pipeline::~Pipeline() {
    {
        const std::lock_guard lock(mutex_);
        queue_.clear();
    }
    stop();
}

void Pipeline::submit(Batch batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return queue_.size() < capacity_ || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    queue_.push_back(std::move(batch));
    changed_.notify_all();
}

void Pipeline::finish() {
    stop();
    if (failure_) std::rethrow_exception(failure_);
}

void Pipeline::run(const std::function<Worker()>& make_worker) {
    try {
        const Worker work = make_worker();
        for (;;) {
            Batch batch;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return !queue_.empty() || closed_ || failure_; });
                if (failure_) return;
                if (queue_.empty()) break;
                batch = std::move(queue_.front());
                queue_.pop_front();
                changed_.notify_all();
            }
            work(&batch);
        }
        work(nullptr);
    } catch (...) {
        fail(std::current_exception());
    }
}

void Pipeline::fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    queue_.clear();  // what waits holds memory that somebody may wait for
    changed_.notify_all();
}

void Pipeline::stop() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }
    for (std::thread& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

}  // namespace sinodex
