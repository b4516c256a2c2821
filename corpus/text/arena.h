// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace sinodex {

// Memory for folded text: blocks that are kept from call to call. Internal to this folder.
class Arena {
 public:
    // At most kBlock bytes; valid until clear().
    std::string_view store(std::string_view text) {
        if (blocks_.empty() || used_ + text.size() > kBlock) next_block();
        char* to = blocks_[block_].get() + used_;
        std::memcpy(to, text.data(), text.size());
        used_ += text.size();
        return {to, text.size()};
    }
    void clear() {
        block_ = 0;
        used_ = 0;
    }

    static constexpr std::size_t kBlock = 1U << 16U;

 private:
    void next_block() {
        if (!blocks_.empty()) ++block_;
        if (block_ == blocks_.size()) blocks_.push_back(std::make_unique<char[]>(kBlock));
        used_ = 0;
    }

    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t block_ = 0;
    std::size_t used_ = 0;
};

}  // namespace sinodex
