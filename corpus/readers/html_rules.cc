#include "corpus/readers/html_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

template <std::size_t Size>
using Words = std::array<std::string_view, Size>;

constexpr Words<28> kParagraphs = {
    "p",          "div",  "h1",      "h2",         "h3",      "h4",     "h5",
    "h6",         "body", "article", "section",    "main",    "header", "footer",
    "aside",      "nav",  "form",    "ul",         "ol",      "dl",     "table",
    "blockquote", "pre",  "figure",  "figcaption", "address", "hr",     "fieldset"};
constexpr Words<6> kLines = {"li", "tr", "dt", "dd", "caption", "option"};
constexpr Words<9> kContainers = {"body", "div",  "section",    "article", "main",
                                  "td",   "form", "blockquote", "center"};
constexpr Words<17> kNeverText = {"script", "style",  "noscript", "template", "svg",   "iframe",
                                  "head",   "button", "select",   "textarea", "input", "object",
                                  "embed",  "canvas", "audio",    "video",    "map"};
constexpr Words<6> kBeside = {"nav", "header", "footer", "aside", "dialog", "menu"};

// Names of classes and ids that begin or end with one of these words, as share-bar does...
constexpr Words<27> kDebris = {
    "share",           "sharing",       "sharedaddy", "social",      "cookie",
    "cookies",         "consent",       "gdpr",       "newsletter",  "subscribe",
    "related",         "recommended",   "breadcrumb", "breadcrumbs", "comments",
    "advert",          "advertisement", "ads",        "ad",          "promo",
    "sponsored",       "sidebar",       "popup",      "modal",       "pagination",
    "recommendations", "sharebar"};
// ... but not with these before it: has-sidebar and tag-market-share stand on wrappers.
constexpr Words<8> kTelling = {"has", "with", "no", "is", "js", "not", "tag", "category"};

template <std::size_t Size>
bool contains(const Words<Size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool names_debris(std::string_view name) {
    const std::size_t first = name.find_first_of("-_");
    if (first != std::string_view::npos && contains(kTelling, name.substr(0, first))) return false;
    const std::size_t last = name.find_last_of("-_");
    return contains(kDebris, name.substr(0, first)) ||
           (last != std::string_view::npos && contains(kDebris, name.substr(last + 1)));
}

// Whether one of the names in a class or id attribute does.
bool any_names_debris(std::string_view names) {
    const std::string lower = ascii_lower(names);
    std::string_view rest = trimmed(lower);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(" \t\n\f"), rest.size());
        if (names_debris(rest.substr(0, end))) return true;
        rest = trimmed(rest.substr(end));
    }
    return false;
}

bool is_hidden(const xmlNode& element) {
    if (has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true")
        return true;
    std::string style = ascii_lower(attribute(element, "style"));
    std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

HtmlGap gap_around(std::string_view element) {
    if (contains(kParagraphs, element)) return HtmlGap::paragraph;
    return contains(kLines, element) ? HtmlGap::line : HtmlGap::none;
}

bool is_container(std::string_view element) { return contains(kContainers, element); }

bool is_main(const xmlNode& element) {
    return element_name(element) == "main" || attribute(element, "role") == "main" ||
           attribute(element, "itemprop") == "articleBody";
}

std::unordered_set<const xmlNode*> wrappers(const xmlNode& root) {
    std::unordered_set<const xmlNode*> found;
    walk(root, [&](const xmlNode& node) {
        if (node.type != XML_ELEMENT_NODE) return false;
        const bool marked = element_name(node) == "h1" || is_main(node);
        for (const xmlNode* outer = &node; marked && outer != nullptr; outer = outer->parent) {
            if (!found.insert(outer).second) break;
        }
        return true;
    });
    return found;
}

bool is_never_text(std::string_view element) { return contains(kNeverText, element); }

bool is_beside_article(const xmlNode& element, bool wrapper) {
    const std::string_view name = element_name(element);
    if (contains(kBeside, name) || is_hidden(element)) return true;
    // Some systems put whole pages into a form.
    if (wrapper || name == "article" || name == "body" || name == "html") return false;
    return name == "form" || any_names_debris(attribute(element, "class")) ||
           any_names_debris(attribute(element, "id"));
}

}  // namespace sinodex
