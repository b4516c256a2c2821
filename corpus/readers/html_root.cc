// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/html_root.h"

#include <algorithm>
#include <array>

#include "corpus/readers/html_rules.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kLongLine = 100;  // bytes; 33 Chinese characters
constexpr std::size_t kSentence = 40;   // with an end of a sentence
constexpr double kShortLine = 0.25;     // the weight of a byte of what is no prose

double weight(const HtmlBlock& block, std::string_view text, const HtmlNode& home) {
    if (heading_level(home.name) > 0 || block.plain() * 2 < block.size()) return 0;
    const auto plain = static_cast<double>(block.plain());
    return is_prose(block, text) ? plain : plain * kShortLine;
}

}  // namespace

bool ends_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 13> kEnds = {".",  "!", "?", ":",  "。", "！", "？",
                                                        "：", "…", "”", "\"", "」", "；"};
    return std::any_of(kEnds.begin(), kEnds.end(),
                       [&](std::string_view end) { return text.ends_with(end); });
}

bool is_prose(const HtmlBlock& block, std::string_view text) {
    if (block.plain() * 2 < block.size()) return false;
    return block.plain() >= kLongLine || (block.plain() >= kSentence && ends_sentence(text));
}

HtmlWeights::HtmlWeights(const HtmlPage& page, const HtmlBlocks& blocks, bool strict)
    : page_(page),
      blocks_(blocks),
      beside_(page.size(), false),
      in_plain_list_(page.size(), false) {
    weigh(false);
    if (!strict) return;
    mark_plain_lists();
    mark_beside();
    weigh(true);
}

double HtmlWeights::of_node(std::size_t node) const {
    return sums_[blocks_.first_in(page_[node].end)] - sums_[blocks_.first_in(node)];
}

void HtmlWeights::weigh(bool without_beside) {
    sums_.assign(1, 0);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        const HtmlBlock& block = blocks_[i];
        const bool out = without_beside && beside_[block.home];
        sums_.push_back(sums_.back() +
                        (out ? 0 : weight(block, blocks_.text(block), page_[block.home])));
    }
}

// Whether an element has prose, no headings, and more text than links.
bool HtmlWeights::is_plain(std::size_t node) const {
    const std::size_t begin = blocks_.first_in(node);
    const std::size_t end = blocks_.first_in(page_[node].end);
    if (blocks_.linked(begin, end) * 2 >= blocks_.bytes(begin, end)) return false;
    bool prose = false;
    for (std::size_t i = begin; i < end; ++i) {
        if (heading_level(page_[blocks_[i].home].name) > 0) return false;
        prose = prose || is_prose(blocks_[i], blocks_.text(blocks_[i]));
    }
    return prose;
}

void HtmlWeights::mark_plain_lists() {
    std::vector<std::size_t> outermost(page_.size(), 0);  // the list of lists that a node is in
    enum : char { kUnknown, kPlain, kOther };
    std::vector<char> verdicts(page_.size(), kUnknown);  // on the outermost lists
    for (std::size_t i = 1; i < page_.size(); ++i) {
        const std::string_view name = page_[i].name;
        const bool list = name == "ul" || name == "ol" || name == "dl";
        if (!list && name != "li" && name != "dd") continue;
        outermost[i] = outermost[page_[i].parent];
        if (outermost[i] == 0 && list) outermost[i] = i;
        if (!list || outermost[i] == 0 || outermost[i] == i) continue;
        char& verdict = verdicts[outermost[i]];
        if (verdict == kUnknown) verdict = is_plain(outermost[i]) ? kPlain : kOther;
        in_plain_list_[i] = verdict == kPlain;
    }
}

// Whether an element is the body of a table that has heads.
bool HtmlWeights::is_table_with_heads(std::size_t node) const {
    const bool rows = node + 1 < page_[node].end && page_[node + 1].name == "tr";
    const std::size_t row = page_[node].name == "tbody" && !rows ? node + 2 : node + 1;
    if (row >= page_[node].end || page_[row].name != "tr") return false;
    for (std::size_t cell = row + 1; cell < page_[row].end; cell = page_[cell].end) {
        if (page_[cell].name == "th") return true;
    }
    return false;
}

// Whether an element is the body of a table that is mostly no links, in rows of three cells or
// more.
bool HtmlWeights::is_data_table(std::size_t node) const {
    constexpr std::size_t kFewCells = 3;
    if (page_[node].name != "tbody") return false;
    for (std::size_t row = node + 1; row < page_[node].end; row = page_[row].end) {
        if (page_[row].name != "tr") continue;
        std::size_t cells = 0;
        for (std::size_t cell = row + 1; cell < page_[row].end; cell = page_[cell].end) {
            const bool full = blocks_.first_in(cell) < blocks_.first_in(page_[cell].end);
            if (!page_[cell].is_text() && full) ++cells;
        }
        if (cells < kFewCells) return false;
    }
    const std::size_t begin = blocks_.first_in(node);
    const std::size_t end = blocks_.first_in(page_[node].end);
    return blocks_.linked(begin, end) * 2 < blocks_.bytes(begin, end);
}

// Whether an element is a list of teasers: three children or more, nearly all with a line that is a
// link and with little else.
bool HtmlWeights::is_teasers(std::size_t node) const {
    constexpr std::size_t kFew = 3;
    constexpr double kMost = 400;  // weight of a teaser's own text
    if (in_plain_list(node) || is_table_with_heads(node) || is_data_table(node)) return false;
    std::size_t children = 0;
    std::size_t teasers = 0;
    for (std::size_t at = node + 1; at < page_[node].end; at = page_[at].end) {
        const std::size_t begin = blocks_.first_in(at);
        const std::size_t end = blocks_.first_in(page_[at].end);
        if (begin == end) continue;
        ++children;
        const HtmlBlock& first = blocks_[begin];
        const HtmlBlock& second = blocks_[begin + (end - begin > 1 ? 1 : 0)];
        const bool linked =
            first.linked * 5 >= first.size() * 4 || second.linked * 5 >= second.size() * 4;
        if (linked && of_node(at) <= kMost) ++teasers;
    }
    return children >= kFew && teasers * 5 >= children * 4;
}

// Whether an element is a gallery within an article that has much besides: its legends are another
// story, however many there are.
bool HtmlWeights::is_gallery_within(std::size_t node) const {
    constexpr double kMuch = 500;  // of weight
    constexpr int kDeepest = 30;   // elements
    const std::string names = ascii_lower(page_[node].attribute("class"));
    if (names.find("gallery") == std::string::npos) return false;
    std::size_t at = node;
    for (int level = 0; at != 0 && level < kDeepest; ++level) {
        at = page_[at].parent;
        if (claim_of(page_[at]) >= Claim::article) return of_node(at) - of_node(node) >= kMuch;
    }
    return false;
}

// Wrappers of the article have such names, too: they hold its heading, or most of the prose.
void HtmlWeights::mark_beside() {
    const double half = of_node(0) / 2;
    std::vector<bool> wrapper(page_.size(), false);
    for (std::size_t i = 0; i < page_.size(); ++i) {
        if (page_[i].name != "h1" && claim_of(page_[i]) < Claim::article) continue;
        for (std::size_t at = i; !wrapper[at]; at = page_[at].parent) wrapper[at] = true;
    }
    for (std::size_t i = 1; i < page_.size(); ++i) {
        const HtmlNode& node = page_[i];
        beside_[i] = beside_[node.parent];
        if (beside_[i] || node.is_text() || node.name == "body") continue;
        const Beside beside = is_teasers(i) ? Beside::comments : beside_of(node);
        beside_[i] = !wrapper[i] &&
                     (beside == Beside::comments ||
                      (beside == Beside::yes && (of_node(i) <= half || is_gallery_within(i))));
    }
}

namespace {

constexpr double kEnough = 0.25;    // of the page's weight, for an element that claims the article
constexpr double kMostOfIt = 0.85;  // of the weight of the element around it, for any other

constexpr double kPieces = 0.6;  // of the weight around several elements with one claim
constexpr double kNamed = 0.6;   // of the weight of <article>, for a name inside it

// The innermost element that holds two.
std::size_t common_parent(const HtmlPage& page, std::size_t one, std::size_t other) {
    while (other >= page[one].end || other < one) one = page[one].parent;
    return one;
}

// An article in pieces, each of which claims to be its text: the element around all of them.
std::size_t with_its_pieces(const HtmlPage& page, const HtmlWeights& weights, std::size_t root) {
    const Claim claim = claim_of(page[root]);
    std::size_t around = root;
    double sum = 0;
    for (std::size_t i = 1; i < page.size(); ++i) {
        if (page[i].is_text() || weights.beside(i) || claim_of(page[i]) != claim) continue;
        if (page[i].name != page[root].name || weights.of_node(i) <= 0) continue;
        sum += weights.of_node(i);
        around = common_parent(page, around, i);
        i = page[i].end - 1;
    }
    return sum >= kPieces * weights.of_node(around) ? around : root;
}

// Inside `root`, the element around all that is named as the text of an article, if that is most of
// it.
std::size_t named_inside(const HtmlPage& page, const HtmlWeights& weights, std::size_t root) {
    std::size_t around = 0;
    double sum = 0;
    for (std::size_t i = root + 1; i < page[root].end; ++i) {
        if (page[i].is_text() || weights.beside(i) || weights.of_node(i) <= 0) continue;
        if (claim_of(page[i]) != Claim::name) continue;
        sum += weights.of_node(i);
        around = around == 0 ? i : common_parent(page, around, i);
        i = page[i].end - 1;
    }
    return sum >= kNamed * weights.of_node(root) ? around : root;
}

// The element of the strongest claim that has enough of the page's weight; of equals the heaviest,
// and of those the innermost.
std::size_t claimed_root(const HtmlPage& page, const HtmlWeights& weights) {
    const double enough = weights.of_node(0) * kEnough;
    std::size_t best = 0;
    Claim best_claim = Claim::none;
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (page[i].is_text() || weights.beside(i)) continue;
        const Claim claim = claim_of(page[i]);
        if (claim == Claim::none || weights.of_node(i) < enough) continue;
        const bool better = claim > best_claim ||
                            (claim == best_claim && weights.of_node(i) >= weights.of_node(best));
        if (better) {
            best = i;
            best_claim = claim;
        }
    }
    if (best_claim == Claim::article) return named_inside(page, weights, best);
    return best_claim == Claim::none ? best : with_its_pieces(page, weights, best);
}

// From the outside inwards, as long as one child has most of the weight.
std::size_t dominating_root(const HtmlPage& page, const HtmlWeights& weights) {
    std::size_t from = 0;
    for (;;) {
        std::size_t heaviest = 0;
        for (std::size_t child = from + 1; child < page[from].end; child = page[child].end) {
            if (heaviest == 0 || weights.of_node(child) > weights.of_node(heaviest)) {
                heaviest = child;
            }
        }
        const bool goes_on = heaviest != 0 &&
                             gap_around(page[heaviest].name) == HtmlGap::paragraph &&
                             page[heaviest].name != "p" &&
                             weights.of_node(heaviest) >= kMostOfIt * weights.of_node(from);
        if (!goes_on) return from;
        from = heaviest;
    }
}

}  // namespace

std::size_t find_root(const HtmlPage& page, const HtmlWeights& weights) {
    const std::size_t claimed = claimed_root(page, weights);
    return claimed != 0 ? claimed : dominating_root(page, weights);
}

}  // namespace sinodex
