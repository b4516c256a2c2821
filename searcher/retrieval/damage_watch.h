// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "corpus/error.h"
#include "corpus/schema/generation.h"

namespace sinodex {

// Compares a generation with its checksums once, so that damage is told before it makes wrong
// results: Xapian has no checksums, and a changed byte may only change a score. A small generation
// is read when this is made, which takes some milliseconds; a large one in a thread of its own,
// while the first searches go on. Thread-safe.
class DamageWatch {
 public:
    // `sound`: files that an earlier one has read. Throws Error (database) when there are few
    // others and one is damaged.
    explicit DamageWatch(std::string generation_path, SoundFiles sound = {});
    ~DamageWatch();
    DamageWatch(const DamageWatch&) = delete;
    DamageWatch& operator=(const DamageWatch&) = delete;

    // Throws Error (database) when damage was found so far.
    void check() const;

    // The files that it has read and found sound so far.
    SoundFiles sound() const;

 private:
    // Bytes that are read at once: at some 5 GB a second.
    static constexpr std::uint64_t kSmall = 32U << 20U;

    void read();

    std::string path_;
    std::atomic<bool> stop_ = false;
    mutable std::mutex mutex_;
    std::optional<Error> damage_;
    SoundFiles sound_;
    std::thread thread_;
};

}  // namespace sinodex
