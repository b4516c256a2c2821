// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/html_page.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "corpus/readers/html_arena.h"
#include "corpus/readers/lean_html.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

void* allocate(void* arena, std::size_t size) {
    return static_cast<HtmlArena*>(arena)->allocate(size);
}

void deallocate(void*, void*) {}  // the arena goes as a whole

struct Parse {
    GumboOptions options;
    const char* page;
    std::size_t size;
    GumboOutput* output;
};

void run_parser(void* context) {
    auto* parse = static_cast<Parse*>(context);
    parse->output = gumbo_parse_with_options(&parse->options, parse->page, parse->size);
}

const GumboNode* parse_tree(const std::string& page, HtmlArena& arena) {
    Parse parse{kGumboDefaultOptions, page.data(), page.size(), nullptr};
    parse.options.allocator = allocate;
    parse.options.deallocator = deallocate;
    parse.options.userdata = &arena;
    parse.options.max_errors = 0;
    if (arena.run(run_parser, &parse)) return parse.output->root;
    throw UnreadableDocument(SkipReason::malformed,
                             "too many unmatched tags in too deep a nesting");
}

bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

// Whether an element of AMP is beside the article: advertisements, menus, questions for consent.
bool is_amp_aside(std::string_view tag) {
    constexpr std::array<std::string_view, 7> kAsides = {
        "<amp-ad",        "<amp-auto-ads",     "<amp-consent",          "<amp-sidebar",
        "<amp-sticky-ad", "<amp-social-share", "<amp-user-notification"};
    return std::any_of(kAsides.begin(), kAsides.end(), [&](std::string_view begin) {
        return tag.size() > begin.size() && tag.starts_with(begin) &&
               (tag[begin.size()] == ' ' || tag[begin.size()] == '>' || tag[begin.size()] == '\n');
    });
}

// Elements that HTML does not know are all one to us, but for those that are like an <aside>.
std::string_view name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    return is_amp_aside({element.original_tag.data, element.original_tag.length}) ? "aside"
                                                                                  : "unknown";
}

}  // namespace

std::string_view HtmlNode::attribute(std::string_view wanted) const {
    for (const HtmlAttribute& known : attributes) {
        if (known.name == wanted) return known.value;
    }
    return {};
}

bool HtmlNode::has_attribute(std::string_view wanted) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const HtmlAttribute& known) { return known.name == wanted; });
}

// Makes nodes in the order of the page out of gumbo's tree, without recursion: pages nest 100,000
// deep.
struct HtmlPage::Builder {
    struct Open {
        const GumboVector* children;
        unsigned next;
        std::size_t number;
    };

    HtmlPage& page;
    const LeanHtml& lean;
    std::vector<Open> open;
    std::vector<std::size_t> first_attribute;

    void build(const GumboNode& root);
    void add(const GumboNode& node);
    void add_element(const GumboElement& element);
    void add_text(const GumboText& text);
    std::string_view script_of(std::string_view number) const;
    std::size_t parent() const { return open.empty() ? 0 : open.back().number; }
};

void HtmlPage::Builder::build(const GumboNode& root) {
    add(root);
    while (!open.empty()) {
        Open& top = open.back();
        if (top.next < top.children->length) {
            add(*static_cast<const GumboNode*>(top.children->data[top.next++]));
        } else {
            page.nodes_[top.number].end = page.nodes_.size();
            open.pop_back();
        }
    }
    // Only now the attributes stay where they are.
    for (std::size_t i = 0; i < page.nodes_.size(); ++i) {
        const std::size_t first = first_attribute[i];
        const std::size_t last =
            i + 1 < first_attribute.size() ? first_attribute[i + 1] : page.attributes_.size();
        page.nodes_[i].attributes = {page.attributes_.data() + first, last - first};
    }
}

void HtmlPage::Builder::add(const GumboNode& node) {
    if (is_element(node)) {
        add_element(node.v.element);
    } else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
               node.type == GUMBO_NODE_CDATA) {
        add_text(node.v.text);
    }
}

void HtmlPage::Builder::add_element(const GumboElement& element) {
    const std::size_t number = page.nodes_.size();
    page.nodes_.push_back({name_of(element), {}, {}, parent(), 0});
    first_attribute.push_back(page.attributes_.size());
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        page.attributes_.push_back({attribute.name, attribute.value});
    }
    open.push_back({&element.children, 0, number});
}

void HtmlPage::Builder::add_text(const GumboText& text) {
    const std::size_t number = page.nodes_.size();
    const bool script = page.nodes_[parent()].name == "script";
    page.nodes_.push_back(
        {{}, script ? script_of(text.text) : text.text, {}, parent(), number + 1});
    first_attribute.push_back(page.attributes_.size());
}

// The content of the script with a number.
std::string_view HtmlPage::Builder::script_of(std::string_view number) const {
    std::size_t value = lean.scripts.size();
    std::from_chars(number.data(), number.data() + number.size(), value);
    return value < lean.scripts.size() ? lean.scripts[value] : std::string_view{};
}

HtmlPage::HtmlPage(const std::string& page) : arena_(std::make_unique<HtmlArena>(page.size())) {
    const LeanHtml lean = lean_html(page);
    const GumboNode* root = parse_tree(lean.page, *arena_);
    Builder{*this, lean, {}, {}}.build(*root);
}

HtmlPage::~HtmlPage() = default;

std::string HtmlPage::text_inside(std::size_t number) const {
    std::string text;
    for (std::size_t i = number; i < nodes_[number].end; ++i) text += nodes_[i].text;
    return one_line(text);
}

}  // namespace sinodex
