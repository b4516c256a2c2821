#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace sinodex {

// What we need of libxml2's tree of a page.

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using HtmlDocument = std::unique_ptr<xmlDoc, FreeDocument>;

// Parses a page, valid UTF-8 without NUL, as browsers would, more or less: null for an
// empty page. Throws UnreadableDocument(malformed) when that would take minutes. Thread-safe.
HtmlDocument parse_html(const std::string& page);

// "" for what is no element; in lower case.
std::string_view element_name(const xmlNode& node);

// The value of an attribute; "" when it is missing. A view into the tree.
std::string_view attribute(const xmlNode& element, std::string_view name);
bool has_attribute(const xmlNode& element, std::string_view name);

// Whether the node is text, and which.
bool is_text(const xmlNode& node);
std::string_view content(const xmlNode& text);

// All text in an element, as one line.
std::string text_inside(const xmlNode& element);

// Visits `root` and what is in it, in the order of the page: enter(node) says whether to go into
// it, and leave(node) is called behind all that is in a node that was gone into. Without recursion:
// pages nest 100,000 deep.
template <typename Enter, typename Leave>
void walk(const xmlNode& root, Enter enter, Leave leave) {
    const xmlNode* node = &root;
    for (;;) {
        const bool entered = enter(*node);
        if (entered && node->children != nullptr) {
            node = node->children;
            continue;
        }
        if (entered) leave(*node);
        while (node != &root && node->next == nullptr) {
            node = node->parent;
            leave(*node);
        }
        if (node == &root) return;
        node = node->next;
    }
}

template <typename Enter>
void walk(const xmlNode& root, Enter enter) {
    walk(root, enter, [](const xmlNode&) {});
}

}  // namespace sinodex
