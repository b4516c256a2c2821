// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace sinodex {

// Holds what decides whether a segment is merged.
struct SegmentSize {
    std::uint64_t bytes = 0;
    std::uint32_t documents = 0;  // deleted ones as well
    std::uint32_t deleted = 0;

    // Its bytes as they would be without what is deleted.
    std::uint64_t live_bytes() const {
        return documents == 0 ? 0 : bytes * (documents - deleted) / documents;
    }
    bool is_empty() const { return deleted == documents; }
};

enum class SegmentFate : std::uint8_t { kept, merged, dropped };

// Decides which segments a run merges with what it has new, `new_bytes` of it, into one.
//
// Segments come in classes of size, each four times the one before, the smallest up to 64 KiB. Five
// of a class, the new one among them, become one of the next with all smaller ones, so that an
// index of n bytes has about 4 log n segments, and each byte is written log n times. A run merges
// no more than 16 MB or eight times what it has new, unless there would be more than 32 segments;
// what is left to do falls to a run that brings more. A segment's deleted documents are left out
// when a fifth of it is deleted, within the same bounds, or half of it. An empty one is dropped.
std::vector<SegmentFate> plan_merge(const std::vector<SegmentSize>& segments,
                                    std::uint64_t new_bytes);

// The same where everything is to become one segment.
std::vector<SegmentFate> plan_optimization(const std::vector<SegmentSize>& segments,
                                           std::uint64_t new_bytes);

}  // namespace sinodex
