// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sinodex {

// Says what stands between two words of a page.
enum class HtmlGap { none, space, tab, line, paragraph };  // "", " ", "\t", "\n", "\n\n"

// Puts the text of a page together: white space is folded, and between two words stands the widest
// gap that anything between them asked for.
class HtmlLayout {
 public:
    // Asks for at least `gap` before what comes next.
    void separate(HtmlGap gap);
    // <br>: a new line, and the second in a row a new paragraph.
    void break_line();
    // With `preformatted`, newlines in it are kept.
    void add(std::string_view words, bool preformatted);

    const std::string& text() const { return text_; }
    // Returns what has been asked for before what comes next.
    HtmlGap gap() const { return gap_; }
    // Where the words of the last add() that had any begin in the text, behind their gap.
    std::size_t begin_of_last_addition() const { return begin_; }

 private:
    void fill_gap();

    std::string text_;
    HtmlGap gap_ = HtmlGap::none;
    std::size_t begin_ = 0;
    bool began_ = false;
};

}  // namespace sinodex
