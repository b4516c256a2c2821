// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// Recognises paragraphs that a web page put around an article: share bars, "Read more: ...",
// cookie notes. Its patterns are data, one a line:
//
//   line: exit mobile version          the whole paragraph, but for a colon at its end
//   start: read more:                  the paragraph starts so and is at most 40 words long
//   hold: our cookie policy            the paragraph holds it and is at most 40 words long
//   list: related stories              as line, and headlines of other articles come below it
//
// A 0 in a line stands for any number: "line: 0 min read". Quotations of tickers ("HSI 20,574.63
// -1.51%") and the ends of agencies' reports ("Reporting by A; Editing by B") need no pattern. Case
// and punctuation do not matter, except for ':' and '©': "read more:" is not "Read more into it".
// Blank lines and lines that start with # are passed over. Thread-safe once made.
class Boilerplate {
 public:
    // Throws Error (input), naming `origin` and the line, when a pattern cannot be read.
    static Boilerplate parse(std::string_view patterns, const std::string& origin);
    // The patterns that come with the program (corpus/knowledge/boilerplate.txt).
    static const Boilerplate& built_in();

    bool matches(std::string_view paragraph) const;
    // Whether the paragraph is the label of a list of other articles. Then it matches, too.
    bool begins_list(std::string_view paragraph) const;

 private:
    std::vector<std::string>* of_kind(std::string_view kind);  // null for none

    std::vector<std::string> lines_;  // sorted
    std::vector<std::string> lists_;  // sorted
    std::vector<std::string> starts_;
    std::vector<std::string> parts_;
};

}  // namespace sinodex
