// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commit/record_queue.h"

#include <algorithm>
#include <future>
#include <system_error>
#include <utility>

namespace sinodex {
namespace {

// So many are packed at once: enough for a thread to be worth it.
constexpr std::size_t kWaitingBytes = 4U << 20U;
constexpr std::size_t kFewRecords = 64;

}  // namespace

RecordQueue::RecordQueue(const RecordDictionaries& dictionaries, unsigned threads, Visit visit)
    : visit_(std::move(visit)) {
    for (unsigned i = 0; i < std::max(1U, threads); ++i) {
        packers_.push_back(std::make_unique<RecordPacker>(dictionaries));
    }
}

void RecordQueue::add(Xapian::docid document, std::string_view record, bool is_packed) {
    waiting_.push_back({document, std::string(record), is_packed});
    bytes_ += record.size();
    if (bytes_ >= kWaitingBytes) finish();
}

void RecordQueue::finish() {
    const std::size_t shares = waiting_.size() < kFewRecords ? 1 : packers_.size();
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < shares; ++i) {
        try {
            others.push_back(std::async(std::launch::async, [this, i] { pack_share(i); }));
        } catch (const std::system_error&) {  // no more threads are to be had
            pack_share(i);
        }
    }
    for (std::size_t i = shares; i < packers_.size(); ++i) pack_share(i);
    pack_share(0);
    for (std::future<void>& other : others) other.get();
    for (const WaitingRecord& one : waiting_) visit_(one.document, one.bytes);
    waiting_.clear();
    bytes_ = 0;
}

// Packs each record of which the place is `first`, or that and a multiple of the number of threads.
void RecordQueue::pack_share(std::size_t first) {
    for (std::size_t i = first; i < waiting_.size(); i += packers_.size()) {
        WaitingRecord& one = waiting_[i];
        if (!one.is_packed) one.bytes = packers_[first]->pack(one.bytes);
    }
}

}  // namespace sinodex
