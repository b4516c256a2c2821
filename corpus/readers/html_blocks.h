// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/html_page.h"

namespace sinodex {

// A run of a page's text that nothing breaks: a paragraph, a heading, an item, a cell.
struct HtmlBlock {
    std::size_t begin = 0;  // bytes of the text of HtmlBlocks
    std::size_t end = 0;
    std::size_t linked = 0;  // bytes of that in links
    std::size_t home = 0;    // the innermost element around it that is no part of a line
    std::size_t first = 0;   // its first and last text: numbers of nodes
    std::size_t last = 0;

    std::size_t size() const { return end - begin; }
    std::size_t plain() const { return size() - std::min(linked, size()); }
};

// The text of a page, laid out as read_article.h says, and the blocks that it is made of, in order.
// Hidden parts, scripts and their like have no text.
class HtmlBlocks {
 public:
    // With `all`, what is hidden or stands for a script is text, too.
    HtmlBlocks(const HtmlPage& page, bool all);

    std::size_t size() const { return blocks_.size(); }
    const HtmlBlock& operator[](std::size_t number) const { return blocks_[number]; }
    std::string_view text(const HtmlBlock& block) const;
    // Returns what stands between two blocks that follow each other.
    std::string_view gap(const HtmlBlock& before, const HtmlBlock& after) const;

    // The blocks in a node: from first_in(node) to first_in(page[node].end).
    std::size_t first_in(std::size_t node) const { return first_in_[node]; }
    // How many bytes the blocks from `begin` to `end` have, and how many of those stand in links.
    std::size_t bytes(std::size_t begin, std::size_t end) const {
        return sizes_[end] - sizes_[begin];
    }
    std::size_t linked(std::size_t begin, std::size_t end) const {
        return linked_[end] - linked_[begin];
    }

 private:
    friend class HtmlBlockMaker;

    std::string text_;
    std::vector<HtmlBlock> blocks_;
    std::vector<std::size_t> first_in_;     // for each node, and one more
    std::vector<std::size_t> sizes_ = {0};  // of the blocks before each, in bytes
    std::vector<std::size_t> linked_ = {0};
};

}  // namespace sinodex
