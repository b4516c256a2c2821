// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sinodex::testing {

// A command that a page of documentation shows behind "$ ", and what the page says it prints.
struct ShownCommand {
    std::string command;              // several lines where they are continued behind "> "
    std::vector<std::string> output;  // lines; one that is only "..." stands for any number of them
    std::size_t line = 0;             // of the page, from 1
};

// A page of documentation, taken apart so that its commands can be run and their output replaced.
//
// Commands stand in fenced blocks, each behind "$ ", with what they print below them. An HTML
// comment <!-- not run: REASON --> on the line before a block passes over it. A comment that begins
// with a line <!-- before and ends with a line --> holds shell commands that the page leaves
// unsaid.
class Page {
 public:
    explicit Page(const std::string& markdown);

    // In their order, with those that are unsaid among them; the latter have no output to compare.
    struct Step {
        bool shown = false;
        ShownCommand command;
    };
    const std::vector<Step>& steps() const { return steps_; }

    // The page with the output of its shown commands replaced, one for each of them in order.
    std::string with_outputs(const std::vector<std::vector<std::string>>& outputs) const;

 private:
    void read_block(std::size_t& at);
    void read_unsaid(std::size_t& at);

    std::vector<std::string> lines_;
    std::vector<Step> steps_;
    std::vector<std::pair<std::size_t, std::size_t>> output_lines_;  // of shown commands, from 0
};

std::vector<std::string> lines_of(const std::string& text);

// Whether a command printed what a page shows. Times and sizes that depend on the machine may
// differ.
bool agrees(const std::vector<std::string>& shown, const std::vector<std::string>& printed);

}  // namespace sinodex::testing
