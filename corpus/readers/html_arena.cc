// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/html_arena.h"

#include <algorithm>

namespace sinodex {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;
constexpr std::size_t kBytesAtLeast = std::size_t{64} << 20;
constexpr std::size_t kBytesForOne = 48;  // for a byte of the page; usual pages need 5 to 10
constexpr std::clock_t kMicrosecondsAtLeast = 2'000'000;
constexpr std::size_t kBytesInMicrosecond = 2;  // usual pages have 30
constexpr std::size_t kAlignment = alignof(std::max_align_t);

// Returns the time of this thread.
std::clock_t processor_microseconds() {
    std::timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000 + time.tv_nsec / 1'000;
}

}  // namespace

HtmlArena::HtmlArena(std::size_t page_bytes)
    : allowed_bytes_(kBytesAtLeast + kBytesForOne * page_bytes),
      allowed_microseconds_(kMicrosecondsAtLeast +
                            static_cast<std::clock_t>(page_bytes / kBytesInMicrosecond)) {}

bool HtmlArena::run(void (*parse)(void* context), void* context) {
    allowed_microseconds_ += processor_microseconds();
    if (setjmp(stop_) != 0) return false;
    parse(context);
    return true;
}

void* HtmlArena::allocate(std::size_t size) {
    constexpr std::size_t kCallsBetweenChecks = 256;
    if (++calls_ % kCallsBetweenChecks == 0) check_time();
    size = (size + kAlignment - 1) / kAlignment * kAlignment;
    if (size > left_) refill(size);
    std::byte* const taken = free_;
    free_ += size;
    left_ -= size;
    return taken;
}

void HtmlArena::refill(std::size_t size) {
    left_ = std::max(size, kBlock);
    if (left_ > allowed_bytes_) std::longjmp(stop_, 1);
    allowed_bytes_ -= left_;
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
    free_ = blocks_.back().get();
}

void HtmlArena::check_time() {
    if (processor_microseconds() > allowed_microseconds_) std::longjmp(stop_, 1);
}

}  // namespace sinodex
