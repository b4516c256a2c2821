// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/html_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "corpus/passages/boilerplate.h"
#include "corpus/readers/html_blocks.h"
#include "corpus/readers/html_root.h"
#include "corpus/readers/html_rules.h"
#include "corpus/readers/page_dates.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kLine = 30;         // bytes: an item or a paragraph of more is no byline
constexpr std::size_t kStandfirst = 100;  // bytes: a heading of more is a summary

// Whether a line says when, and by whom, an article was published.
bool is_byline(std::string_view text) {
    constexpr std::size_t kLongest = 150;  // bytes
    return text.size() <= kLongest && !ends_sentence(text) && !date_in(text).empty();
}

bool is_caption(const HtmlNode& node) {
    return node.name == "figcaption" || node.name == "caption" ||
           ascii_lower(node.attribute("class")).find("caption") != std::string::npos;
}

// Whether an element around a summary has nothing to do with the article. Summaries are called
// teasers, too.
bool is_aside(const HtmlNode& node) {
    const bool teaser = ascii_lower(node.attribute("class")).find("teaser") != std::string::npos;
    return node.name != "body" && !teaser && beside_of(node) >= Beside::comments;
}

// Decides block by block what belongs to the article.
class Selection {
 public:
    // Unless `strict`, all in the root belongs to it.
    Selection(const HtmlPage& page, const HtmlBlocks& blocks, std::string_view title, bool strict);

    std::string text() const;

 private:
    void drop(std::size_t node);
    void drop_links(std::size_t node);
    void drop_beside();
    void drop_lists();
    void drop_debris();
    void trim();
    void take_lead();
    bool is_lead(std::size_t block) const;
    void drop_headings();
    // Whether an element goes: by its names, as far as it does not hold much of the article.
    bool is_beside(std::size_t node) const;
    bool is_list_of_links(std::size_t node) const;
    bool is_debris(const HtmlBlock& block) const;
    bool announces_links(std::size_t block) const;
    bool is_in_plain_row(const HtmlBlock& block) const;
    bool is_body(std::size_t block) const;
    bool is_headline(std::size_t block) const {
        return level(blocks_[block]) == 1 || one_line(blocks_.text(blocks_[block])) == title_;
    }
    double share(std::size_t node) const;
    int level(const HtmlBlock& block) const { return heading_level(page_[block.home].name); }

    const HtmlPage& page_;
    const HtmlBlocks& blocks_;
    HtmlWeights weights_;
    std::string_view title_;
    std::size_t root_;
    std::size_t first_;  // the blocks of the root
    std::size_t last_;
    std::vector<bool> kept_;
    std::vector<bool> was_link_;  // went as one
};

Selection::Selection(const HtmlPage& page, const HtmlBlocks& blocks, std::string_view title,
                     bool strict)
    : page_(page),
      blocks_(blocks),
      weights_(page, blocks, strict),
      title_(title),
      root_(find_root(page, weights_)),
      first_(blocks.first_in(root_)),
      last_(blocks.first_in(page[root_].end)),
      kept_(blocks.size(), true),
      was_link_(blocks.size(), false) {
    if (!strict) return;
    drop_beside();
    drop_lists();
    drop_debris();
    trim();
    take_lead();
    drop_headings();
}

// An element within a line takes only what is wholly in it.
void Selection::drop(std::size_t node) {
    const std::size_t end = page_[node].end;
    for (std::size_t i = blocks_.first_in(node); i < blocks_.first_in(end); ++i) {
        if (blocks_[i].last < end) kept_[i] = false;
    }
}

void Selection::drop_links(std::size_t node) {
    drop(node);
    for (std::size_t i = blocks_.first_in(node); i < blocks_.first_in(page_[node].end); ++i) {
        was_link_[i] = !kept_[i];
    }
}

double Selection::share(std::size_t node) const {
    return weights_.of_node(node) / std::max(weights_.of_node(root_), 1.0);
}

bool Selection::is_beside(std::size_t node) const {
    constexpr double kMuch = 0.4;
    constexpr double kSome = 0.1;
    if (page_[node].is_text() || page_[node].name == "p") return false;
    if (page_[node].name == "figcaption") return true;
    if (weights_.beside(node)) return true;
    const Beside beside = beside_of(page_[node]);
    if (beside == Beside::no) return false;
    if (beside == Beside::perhaps) return share(node) < kSome;
    return share(node) < kMuch;
}

void Selection::drop_beside() {
    for (std::size_t i = root_ + 1; i < page_[root_].end;) {
        const bool out = is_beside(i);
        if (out) drop(i);
        i = out ? page_[i].end : i + 1;
    }
}

bool Selection::is_list_of_links(std::size_t node) const {
    constexpr std::array<std::string_view, 6> kLists = {"ul",  "ol",      "dl",
                                                        "div", "section", "table"};
    constexpr double kMuch = 0.2;
    if (std::find(kLists.begin(), kLists.end(), page_[node].name) == kLists.end()) return false;
    const std::size_t begin = blocks_.first_in(node);
    const std::size_t end = blocks_.first_in(page_[node].end);
    const std::size_t size = blocks_.bytes(begin, end);
    if (size == 0 || blocks_.linked(begin, end) * 2 < size || share(node) > kMuch) return false;
    return !weights_.in_plain_list(node);
}

void Selection::drop_lists() {
    for (std::size_t i = root_ + 1; i < page_[root_].end;) {
        const bool out = is_list_of_links(i);
        if (out) drop_links(i);
        i = out ? page_[i].end : i + 1;
    }
}

bool Selection::is_debris(const HtmlBlock& block) const {
    const std::string_view text = blocks_.text(block);
    if (level(block) > 0) return one_line(text) == title_;
    const bool linked = block.linked * 10 > block.size() * 8 && !is_in_plain_row(block);
    return linked || Boilerplate::built_in().matches(text);
}

// Whether a block is a cell or an item of a row or a list that is mostly no links.
bool Selection::is_in_plain_row(const HtmlBlock& block) const {
    const std::string_view name = page_[block.home].name;
    if (name != "td" && name != "th" && name != "li") return false;
    const std::size_t row = page_[block.home].parent;
    const std::size_t begin = blocks_.first_in(row);
    const std::size_t end = blocks_.first_in(page_[row].end);
    return blocks_.linked(begin, end) * 2 < blocks_.bytes(begin, end) ||
           weights_.in_plain_list(row);
}

void Selection::drop_debris() {
    for (std::size_t i = first_; i < last_; ++i) {
        if (!kept_[i] || !is_debris(blocks_[i])) continue;
        kept_[i] = false;
        was_link_[i] = blocks_[i].linked * 2 > blocks_[i].size();
    }
    for (std::size_t i = last_; i-- > first_;) {
        if (kept_[i] && announces_links(i)) kept_[i] = false;
    }
}

// Whether a block is the heading or the label of links that went.
bool Selection::announces_links(std::size_t number) const {
    constexpr std::size_t kLongestLabel = 80;  // bytes
    if (number + 1 >= last_ || !was_link_[number + 1]) return false;
    const std::string_view text = blocks_.text(blocks_[number]);
    if (blocks_[number].size() > kLongestLabel) return false;
    const bool label =
        text.ends_with(":") || text.ends_with("：") || text.ends_with("?") || text.ends_with("？");
    return label || level(blocks_[number]) > 1;
}

// Whether an article may begin or end with a block: not with a byline or a date.
bool Selection::is_body(std::size_t number) const {
    const HtmlBlock& block = blocks_[number];
    if (!kept_[number]) return false;
    if (level(block) > 0) return level(block) > 1 && block.plain() >= kStandfirst;
    if (is_prose(block, blocks_.text(block))) return true;
    constexpr std::array<std::string_view, 5> kBody = {"li", "dd", "dt", "pre", "blockquote"};
    const std::string_view home = page_[block.home].name;
    if (is_byline(blocks_.text(block))) return false;
    return std::find(kBody.begin(), kBody.end(), home) != kBody.end() ||
           (home == "p" && (block.plain() > kLine || ends_sentence(blocks_.text(block))));
}

// Takes off the lines before the first and behind the last paragraph.
void Selection::trim() {
    std::size_t begin = first_;
    std::size_t end = last_;
    while (begin < end && !is_body(begin)) ++begin;
    if (begin == end) return;
    while (!is_body(end - 1)) --end;
    first_ = begin;
    last_ = end;
}

// Whether a block between the headline and the text sums the article up.
bool Selection::is_lead(std::size_t number) const {
    constexpr std::size_t kShortest = 60;  // bytes
    constexpr std::size_t kLongest = 1200;
    const HtmlBlock& block = blocks_[number];
    const std::string_view text = blocks_.text(block);
    if (block.linked > 0 || block.size() < kShortest || block.size() > kLongest) return false;
    const bool summary = ascii_lower(page_[block.home].attribute("itemprop")) == "description";
    if (!summary && !ends_sentence(text)) return false;
    if (Boilerplate::built_in().matches(text)) return false;
    constexpr int kDeepest = 30;
    std::size_t at = block.home;
    for (int level = 0; at != 0 && level < kDeepest; ++level, at = page_[at].parent) {
        if (is_caption(page_[at]) || is_aside(page_[at])) return false;
    }
    return true;
}

// Summaries that stand between the headline and the text, outside of what holds the text.
void Selection::take_lead() {
    constexpr std::size_t kFarthest = 40;  // blocks
    if (first_ == last_) return;
    std::size_t headline = first_;
    const std::size_t end = first_ > kFarthest ? first_ - kFarthest : 0;
    while (headline > end && !is_headline(headline - 1)) --headline;
    if (headline == end) return;
    std::size_t begin = first_;
    for (std::size_t i = headline; i < first_; ++i) {
        kept_[i] = is_lead(i);
        if (kept_[i] && begin == first_) begin = i;
    }
    first_ = begin;
}

// A heading must have something below it.
void Selection::drop_headings() {
    int next = 1;  // the level of what is kept behind; 0: no heading
    for (std::size_t i = last_; i-- > first_;) {
        if (!kept_[i]) continue;
        const int own = level(blocks_[i]);
        const bool empty = own > 0 && next > 0 && next <= own && blocks_[i].plain() < kStandfirst;
        if (empty) {
            kept_[i] = false;
        } else {
            next = own;
        }
    }
}

// Between two blocks stands the widest gap that anything between them asked for.
template <typename Keep>
std::string joined(const HtmlBlocks& blocks, std::size_t first, std::size_t last, Keep keep) {
    std::string text;
    std::string_view gap;
    for (std::size_t i = first; i < last; ++i) {
        const std::string_view asked = i > 0 ? blocks.gap(blocks[i - 1], blocks[i]) : "";
        if (asked.size() > gap.size()) gap = asked;
        if (!keep(i)) continue;
        if (!text.empty()) text += gap;
        text += blocks.text(blocks[i]);
        gap = {};
    }
    return text;
}

std::string Selection::text() const {
    return joined(blocks_, first_, last_, [this](std::size_t i) { return kept_[i]; });
}

}  // namespace

std::string main_text(const HtmlPage& page, std::string_view title) {
    constexpr std::size_t kLittle = 250;
    constexpr std::size_t kMuchMore = 20;  // times what was found: only then there is a fault
    struct Try {
        bool all;  // what is hidden, too
        bool strict;
        std::size_t least;  // bytes
    };
    constexpr std::array<Try, 4> kTries = {
        {{false, true, 1}, {true, true, kLittle / 2}, {false, false, 1}, {true, false, 1}}};
    std::string best;
    for (const Try& attempt : kTries) {
        const HtmlBlocks blocks(page, attempt.all);
        std::string text = Selection(page, blocks, title, attempt.strict).text();
        if (text.size() > kMuchMore * best.size() && text.size() >= attempt.least) {
            best = std::move(text);
        }
        if (best.size() >= kLittle) break;
    }
    return best;
}

std::string whole_text(const HtmlPage& page) {
    const HtmlBlocks blocks(page, false);
    return joined(blocks, 0, blocks.size(), [](std::size_t) { return true; });
}

}  // namespace sinodex
