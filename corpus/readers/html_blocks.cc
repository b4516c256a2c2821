// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/html_blocks.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/readers/html_layout.h"
#include "corpus/readers/html_rules.h"

namespace sinodex {

namespace {

// A body that is hidden until the page's scripts have run is shown.
bool is_hidden_for_good(const HtmlNode& node) {
    return is_hidden(node) && claim_of(node) == Claim::none;
}

// Whether an element of a formula is shown: annotations, which say it once more in TeX, are not.
bool is_formula_part(std::string_view element) {
    constexpr std::array<std::string_view, 5> kParts = {"mi", "mo", "mn", "ms", "mtext"};
    return std::find(kParts.begin(), kParts.end(), element) != kParts.end();
}

}  // namespace

class HtmlBlockMaker {
 public:
    HtmlBlockMaker(const HtmlPage& page, HtmlBlocks& result, bool all)
        : page_(page), result_(result), all_(all) {}

    void make();

 private:
    bool enter(std::size_t number);
    void leave(std::size_t number);
    void add(std::size_t number);
    void close();

    const HtmlPage& page_;
    HtmlBlocks& result_;
    bool all_;
    HtmlLayout layout_;
    std::vector<std::size_t> homes_;  // the open elements that are no part of a line
    bool open_ = false;               // whether the last block goes on
    std::size_t links_ = 0;           // how many <a> we are in
    std::size_t preformatted_ = 0;    // how many <pre>
    std::size_t formulas_ = 0;        // how many <math>
};

void HtmlBlockMaker::make() {
    std::vector<std::size_t>& first_in = result_.first_in_;
    first_in.assign(page_.size() + 1, 0);
    page_.walk(
        0, [this](std::size_t number) { return enter(number); },
        [this](std::size_t number) { leave(number); });
    std::size_t block = 0;
    for (std::size_t node = 0; node <= page_.size(); ++node) {
        while (block < result_.size() && result_[block].first < node) ++block;
        first_in[node] = block;
    }
    for (const HtmlBlock& known : result_.blocks_) {
        result_.sizes_.push_back(result_.sizes_.back() + known.size());
        result_.linked_.push_back(result_.linked_.back() + known.linked);
    }
    result_.text_ = layout_.text();
}

bool HtmlBlockMaker::enter(std::size_t number) {
    const HtmlNode& node = page_[number];
    if (node.is_text()) {
        if (formulas_ == 0 || is_formula_part(page_[node.parent].name)) add(number);
        return false;
    }
    if (is_never_text(node.name) ||
        (!all_ && (node.name == "noscript" || is_hidden_for_good(node)))) {
        return false;
    }
    const bool cell = node.name == "td" || node.name == "th";
    const HtmlGap gap = cell ? HtmlGap::tab : gap_around(node.name);
    if (node.name == "br") {
        layout_.break_line();
        if (layout_.gap() == HtmlGap::paragraph) close();
    }
    layout_.separate(gap);
    if (gap > HtmlGap::none) {
        close();
        homes_.push_back(number);
    }
    if (node.name == "a") ++links_;
    if (node.name == "math") ++formulas_;
    if (node.name == "pre") ++preformatted_;
    return true;
}

void HtmlBlockMaker::leave(std::size_t number) {
    const HtmlNode& node = page_[number];
    layout_.separate(gap_around(node.name));
    if (!homes_.empty() && homes_.back() == number) {
        close();
        homes_.pop_back();
    }
    if (node.name == "a") --links_;
    if (node.name == "math") --formulas_;
    if (node.name == "pre") --preformatted_;
}

void HtmlBlockMaker::add(std::size_t number) {
    const std::size_t before = layout_.text().size();
    layout_.add(page_[number].text, preformatted_ > 0);
    const std::size_t after = layout_.text().size();
    if (after == before) return;
    if (!open_) {
        const std::size_t begin = layout_.begin_of_last_addition();
        result_.blocks_.push_back({begin, begin, 0, homes_.empty() ? 0 : homes_.back(), number, 0});
        open_ = true;
    }
    HtmlBlock& block = result_.blocks_.back();
    block.end = after;
    block.last = number;
    if (links_ > 0) block.linked += after - std::max(before, block.begin);
}

void HtmlBlockMaker::close() { open_ = false; }

HtmlBlocks::HtmlBlocks(const HtmlPage& page, bool all) { HtmlBlockMaker(page, *this, all).make(); }

std::string_view HtmlBlocks::text(const HtmlBlock& block) const {
    return std::string_view(text_).substr(block.begin, block.size());
}

std::string_view HtmlBlocks::gap(const HtmlBlock& before, const HtmlBlock& after) const {
    return std::string_view(text_).substr(before.end, after.begin - before.end);
}

}  // namespace sinodex
