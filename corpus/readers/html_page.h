// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// An attribute, its name in lower case.
struct HtmlAttribute {
    std::string_view name;
    std::string_view value;
};

// An element or a text of a page. Comments and style sheets are not kept.
struct HtmlNode {
    std::string_view name;  // of an element, in lower case; "unknown" where HTML has none, or
                            // "aside" where that is like one; "" for a text
    std::string_view text;  // of a text
    std::span<const HtmlAttribute> attributes;
    std::size_t parent = 0;  // its number; the root is its own
    std::size_t end = 0;     // the number behind all that is in it

    bool is_text() const { return name.empty(); }
    // The value of an attribute; "" when it is missing.
    std::string_view attribute(std::string_view wanted) const;
    bool has_attribute(std::string_view wanted) const;
};

// A page as the parser of HTML5 sees it: its nodes in the order of the page, numbered from 0, which
// is <html>. What is inside node n are the nodes n + 1 to end - 1.
class HtmlPage {
 public:
    // Parses a page, valid UTF-8 without NUL, as browsers do; its scripts stay where they are, so
    // it must outlive this object. Attributes are those that readers ask for (lean_html.h). Throws
    // UnreadableDocument(malformed) where that would take too long or too much memory, which only
    // hostile pages do. Thread-safe.
    explicit HtmlPage(const std::string& page);
    ~HtmlPage();
    HtmlPage(const HtmlPage&) = delete;
    HtmlPage& operator=(const HtmlPage&) = delete;

    std::size_t size() const { return nodes_.size(); }
    const HtmlNode& operator[](std::size_t number) const { return nodes_[number]; }

    // All text in a node, as one line.
    std::string text_inside(std::size_t number) const;

    // Visits node `root` and what is in it, in the order of the page: enter(number) says whether to
    // go into it, and leave(number) is called behind all that is in a node that was gone into.
    template <typename Enter, typename Leave>
    void walk(std::size_t root, Enter enter, Leave leave) const;

 private:
    struct Builder;

    std::unique_ptr<class HtmlArena> arena_;  // holds all names and texts
    std::vector<HtmlNode> nodes_;
    std::vector<HtmlAttribute> attributes_;
};

template <typename Enter, typename Leave>
void HtmlPage::walk(std::size_t root, Enter enter, Leave leave) const {
    std::vector<std::size_t> open;
    for (std::size_t at = root; at < nodes_[root].end;) {
        while (!open.empty() && nodes_[open.back()].end <= at) {
            leave(open.back());
            open.pop_back();
        }
        const bool entered = enter(at);
        if (entered) open.push_back(at);
        at = entered ? at + 1 : nodes_[at].end;
    }
    for (; !open.empty(); open.pop_back()) leave(open.back());
}

}  // namespace sinodex
