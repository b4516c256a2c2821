// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "searcher/service/http/http_message.h"

namespace sinodex {

struct AnswerCacheFigures {
    std::uint64_t hits = 0;
    std::uint64_t misses = 0;
    std::size_t bytes = 0;
};

// Finished answers, by all that they depend on: what was asked, and the state of what was asked.
// When they take more bytes than they may, those that nobody has asked for for longest go.
// Thread-safe.
class AnswerCache {
 public:
    // Their bodies and keys may take so many bytes; 0: none is kept.
    explicit AnswerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    using Answer = std::shared_ptr<const HttpResponse>;

    // Null where there is none.
    Answer find(const std::string& key);
    // One that is larger than an eighth of all that there may be is not kept.
    void keep(const std::string& key, const HttpResponse& answer);

    AnswerCacheFigures figures() const;

 private:
    struct Kept {
        std::string key;
        Answer answer;
    };
    static std::size_t bytes_of(const Kept& kept);
    void drop_oldest();

    const std::size_t most_bytes_;
    mutable std::mutex mutex_;  // of all that follows
    std::list<Kept> kept_;      // those asked for last come first
    std::unordered_map<std::string_view, std::list<Kept>::iterator> places_;
    AnswerCacheFigures figures_;
};

}  // namespace sinodex
