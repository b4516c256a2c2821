#include "corpus/readers/html_dom.h"

#include <libxml/HTMLparser.h>

#include <cstdint>

#include "corpus/readers/read_article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

const xmlAttr* find(const xmlNode& element, std::string_view name) {
    if (element.type != XML_ELEMENT_NODE) return nullptr;
    const xmlAttr* found = element.properties;
    while (found != nullptr && view(found->name) != name) found = found->next;
    return found;
}

struct FreeParser {
    void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

// For each closing tag that matches nothing, libxml2 goes through all elements that are open: two
// minutes for 2 MB of them. A second's worth of that is let through.
struct Effort {
    std::int64_t left = 200'000'000;
};

void on_error(void* context, xmlErrorPtr) {
    auto* parser = static_cast<htmlParserCtxt*>(context);
    auto* effort = static_cast<Effort*>(parser->_private);
    effort->left -= parser->nameNr;
    if (effort->left <= 0) xmlStopParser(parser);
}

}  // namespace

HtmlDocument parse_html(const std::string& page) {
    [[maybe_unused]] static const bool ready = [] {
        xmlInitParser();
        return true;
    }();
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;
    Effort effort;
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
    parser->_private = &effort;
    parser->sax->initialized = XML_SAX2_MAGIC;  // else serror is not looked at
    parser->sax->serror = on_error;
    HtmlDocument document(htmlCtxtReadMemory(
        parser.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions));
    if (effort.left > 0) return document;
    throw UnreadableDocument(SkipReason::malformed,
                             "too many unmatched tags in too deep a nesting");
}

std::string_view element_name(const xmlNode& node) {
    return node.type == XML_ELEMENT_NODE ? view(node.name) : std::string_view{};
}

std::string_view attribute(const xmlNode& element, std::string_view name) {
    const xmlAttr* found = find(element, name);
    return found == nullptr || found->children == nullptr ? std::string_view{}
                                                          : view(found->children->content);
}

bool has_attribute(const xmlNode& element, std::string_view name) {
    return find(element, name) != nullptr;
}

bool is_text(const xmlNode& node) {
    return node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

std::string_view content(const xmlNode& text) { return view(text.content); }

std::string text_inside(const xmlNode& element) {
    std::string text;
    walk(element, [&](const xmlNode& node) {
        if (is_text(node)) text += content(node);
        return true;
    });
    return one_line(text);
}

}  // namespace sinodex
