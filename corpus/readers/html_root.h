// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "corpus/readers/html_blocks.h"
#include "corpus/readers/html_page.h"

namespace sinodex {

// How much prose there is where on a page.
class HtmlWeights {
 public:
    // Unless `strict`, nothing is beside the article.
    HtmlWeights(const HtmlPage& page, const HtmlBlocks& blocks, bool strict);

    double of_block(std::size_t block) const { return sums_[block + 1] - sums_[block]; }
    double of_node(std::size_t node) const;
    // Whether a node, or one around it, is beside the article by its names and not by its weight.
    bool beside(std::size_t node) const { return beside_[node]; }
    // Whether a list stands in an item of another one that has prose, no headings, and more text
    // than links: what is linked in it are the things that the text tells of.
    bool in_plain_list(std::size_t node) const { return in_plain_list_[node]; }

 private:
    bool is_plain(std::size_t node) const;
    void mark_plain_lists();
    bool is_table_with_heads(std::size_t node) const;
    bool is_data_table(std::size_t node) const;
    bool is_teasers(std::size_t node) const;
    bool is_gallery_within(std::size_t node) const;
    void mark_beside();
    void weigh(bool without_beside);

    const HtmlPage& page_;
    const HtmlBlocks& blocks_;
    std::vector<double> sums_;  // of the blocks before each
    std::vector<bool> beside_;
    std::vector<bool> in_plain_list_;
};

bool ends_sentence(std::string_view text);

// Whether a block reads like running text: long enough, or with the end of a sentence, and no link.
bool is_prose(const HtmlBlock& block, std::string_view text);

// The element that holds the article.
std::size_t find_root(const HtmlPage& page, const HtmlWeights& weights);

}  // namespace sinodex
