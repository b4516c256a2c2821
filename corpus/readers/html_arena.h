// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <csetjmp>
#include <cstddef>
#include <ctime>
#include <memory>
#include <vector>

namespace sinodex {

// Memory for the parsing of one page, given back as a whole. It is also where a parser that cannot
// be interrupted is stopped: a page may take memory and processor time in proportion to its size,
// and of the few pages that want more, made for that, the parser's tree is thrown away.
class HtmlArena {
 public:
    explicit HtmlArena(std::size_t page_bytes);

    // Runs `parse`, C code that takes its memory from here alone. False: it was stopped. There must
    // be nothing with a destructor between the two.
    bool run(void (*parse)(void* context), void* context);

    // For use in run().
    void* allocate(std::size_t size);

 private:
    void refill(std::size_t size);
    void check_time();

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* free_ = nullptr;
    std::size_t left_ = 0;
    std::size_t allowed_bytes_;
    std::clock_t allowed_microseconds_;
    std::size_t calls_ = 0;
    std::jmp_buf stop_;
};

}  // namespace sinodex
