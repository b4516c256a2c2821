// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "corpus/article.h"

namespace sinodex {

class Boilerplate;

// How an article's text divides. Every byte that is not white space is in the title, in exactly one
// passage, or in boilerplate; ranges are sorted. Boilerplate within a passage (a link's target) is
// shown with it but never indexed. Of an article that has no other content, the title is a passage.
struct Layout {
    ByteRange title;  // empty when the title is not part of the text
    std::vector<ByteRange> passages;
    std::vector<ByteRange> boilerplate;  // the title again, too, and headlines of other articles
};

// Sizes of a passage, in words; a Chinese character counts as half a word. A heading that stays
// with what follows, or one long sentence, may make a passage up to three times as large as
// at_most.
struct PassageSize {
    std::uint32_t at_least = 40;  // shorter ones are joined with the next paragraph
    std::uint32_t at_most = 120;  // longer paragraphs are cut between sentences; at least 1
};

// Divides articles. A passage is a run of whole sentences: one paragraph, several short ones, or a
// part of a long one. Only a sentence that is several times too long by itself is cut, at white
// space. Passages that the source brought are kept as they are.
//
// Not thread-safe: one per thread.
class LayoutMaker {
 public:
    // `boilerplate` must outlive this.
    explicit LayoutMaker(const Boilerplate& boilerplate, PassageSize size = {});
    ~LayoutMaker();
    LayoutMaker(LayoutMaker&&) noexcept;
    LayoutMaker& operator=(LayoutMaker&&) noexcept;

    Layout lay_out(const Article& article);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace sinodex
