// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/xml_reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <deque>
#include <utility>
#include <vector>

#include "corpus/readers/decoding.h"
#include "corpus/readers/xml_ampersands.h"

namespace sinodex {
namespace {

constexpr int kOptions =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER;
constexpr std::size_t kXmlChunk = 16 << 10;
constexpr std::size_t kLongestText = std::size_t{1} << 20;

class MemorySource : public ByteSource {
 public:
    explicit MemorySource(std::string_view bytes) : left_(bytes) {}

    std::size_t read(char* out, std::size_t size) override {
        size = std::min(size, left_.size());
        std::memcpy(out, left_.data(), size);
        left_.remove_prefix(size);
        return size;
    }

 private:
    std::string_view left_;
};

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

struct XmlAttribute {
    std::string name;
    std::string value;
};

struct XmlItem {
    XmlReader::Event event = XmlReader::Event::done;
    std::string name;  // or the text
    std::string prefix;
    std::vector<XmlAttribute> attributes;
};

struct FreeContext {
    void operator()(xmlParserCtxt* context) const {
        if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
        xmlFreeParserCtxt(context);
    }
};

}  // namespace

// Feeds the library, chunk by chunk, and keeps what it tells until it is asked for.
class XmlReader::Parser {
 public:
    explicit Parser(ByteSource& source) : source_(source) { start(); }
    explicit Parser(std::string_view xml)
        : memory_(std::make_unique<MemorySource>(xml)), source_(*memory_) {
        start();
    }

    void advance();
    const XmlItem& item() const { return item_; }
    int line() const { return xmlSAX2GetLineNumber(context_.get()); }
    bool open() const { return depth_ > 0; }

 private:
    void start();
    void feed();
    void add_text(std::string_view text);
    static void begin(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar*, int,
                      const xmlChar**, int count, int, const xmlChar** attributes);
    static void end(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar*);
    static void characters(void* self, const xmlChar* text, int size);
    static xmlEntity* entity(void* self, const xmlChar* name);

    std::unique_ptr<MemorySource> memory_;
    ByteSource& source_;
    AmpersandMender ampersands_;
    std::unique_ptr<xmlParserCtxt, FreeContext> context_;
    std::deque<XmlItem> items_;
    XmlItem item_;
    std::size_t depth_ = 0;
    bool fed_ = false;  // all of it
    xmlEntity entity_{};
    std::string entity_text_;
};

void XmlReader::Parser::start() {
    [[maybe_unused]] static const bool started = (xmlInitParser(), true);
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = begin;
    handler.endElementNs = end;
    handler.characters = characters;
    handler.ignorableWhitespace = characters;
    handler.cdataBlock = characters;
    handler.getEntity = entity;
    context_.reset(xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr));
    if (context_ == nullptr) throw ReadError("libxml2 cannot be started");
    xmlCtxtUseOptions(context_.get(), kOptions);
}

// A text may go on in the next chunk.
void XmlReader::Parser::advance() {
    while (!fed_ && (items_.empty() || (items_.size() == 1 && items_[0].event == Event::text &&
                                        items_[0].name.size() < kLongestText))) {
        feed();
    }
    if (items_.empty()) {
        item_ = {};
        return;
    }
    item_ = std::move(items_.front());
    items_.pop_front();
    if (item_.event == Event::begin) ++depth_;
    if (item_.event == Event::end && depth_ > 0) --depth_;
}

void XmlReader::Parser::feed() {
    std::array<char, kXmlChunk> buffer;
    const std::size_t count = source_.read(buffer.data(), buffer.size());
    fed_ = count == 0;
    const std::string xml = ampersands_.mend({buffer.data(), count}, fed_);
    xmlParseChunk(context_.get(), xml.data(), static_cast<int>(xml.size()), fed_ ? 1 : 0);
}

void XmlReader::Parser::begin(void* self, const xmlChar* name, const xmlChar* prefix,
                              const xmlChar*, int, const xmlChar**, int count, int,
                              const xmlChar** attributes) {
    constexpr int kParts = 5;  // name, prefix, URI, where the value begins and ends
    XmlItem item{Event::begin, std::string(view(name)), std::string(view(prefix)), {}};
    for (int i = 0; i < count; ++i) {
        const xmlChar** const parts = attributes + kParts * i;
        const auto size = static_cast<std::size_t>(parts[4] - parts[3]);
        item.attributes.push_back(
            {std::string(view(parts[0])),
             decode_utf8({reinterpret_cast<const char*>(parts[3]), size}).text});
    }
    static_cast<Parser*>(self)->items_.push_back(std::move(item));
}

void XmlReader::Parser::end(void* self, const xmlChar* name, const xmlChar* prefix,
                            const xmlChar*) {
    static_cast<Parser*>(self)->items_.push_back(
        {Event::end, std::string(view(name)), std::string(view(prefix)), {}});
}

void XmlReader::Parser::characters(void* self, const xmlChar* text, int size) {
    static_cast<Parser*>(self)->add_text(
        {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

void XmlReader::Parser::add_text(std::string_view text) {
    const bool goes_on = !items_.empty() && items_.back().event == Event::text &&
                         items_.back().name.size() < kLongestText;
    if (!goes_on) items_.push_back({Event::text, "", "", {}});
    items_.back().name += text;
}

// The library takes what this gives for an entity that needs no further look.
xmlEntity* XmlReader::Parser::entity(void* self, const xmlChar* name) {
    if (xmlEntity* known = xmlGetPredefinedEntity(name)) return known;
    auto& parser = *static_cast<Parser*>(self);
    std::array<xmlChar, 8> bytes{};
    const htmlEntityDesc* html = htmlEntityLookup(name);
    const int size =
        html == nullptr ? 0 : xmlCopyCharMultiByte(bytes.data(), static_cast<int>(html->value));
    parser.entity_text_ = size == 0 ? " " : std::string(view(bytes.data()));
    parser.entity_ = {};
    parser.entity_.type = XML_ENTITY_DECL;
    parser.entity_.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    parser.entity_.name = name;
    parser.entity_.content = reinterpret_cast<xmlChar*>(parser.entity_text_.data());
    parser.entity_.length = static_cast<int>(parser.entity_text_.size());
    return &parser.entity_;
}

XmlReader::XmlReader(const std::string& xml) : parser_(std::make_unique<Parser>(xml)) {}
XmlReader::XmlReader(ByteSource& source) : parser_(std::make_unique<Parser>(source)) {}
XmlReader::~XmlReader() = default;

XmlReader::Event XmlReader::next() {
    parser_->advance();
    return parser_->item().event;
}

void XmlReader::skip() {
    std::size_t open = 1;
    while (open > 0) {
        const Event event = next();
        if (event == Event::done) return;
        if (event == Event::begin) ++open;
        if (event == Event::end) --open;
    }
}

std::string_view XmlReader::name() const { return parser_->item().name; }
std::string_view XmlReader::prefix() const { return parser_->item().prefix; }
std::string_view XmlReader::text() const { return parser_->item().name; }

std::string XmlReader::attribute(std::string_view wanted) const {
    const auto& attributes = parser_->item().attributes;
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const XmlAttribute& one) { return one.name == wanted; });
    return found == attributes.end() ? "" : found->value;
}

int XmlReader::line() const { return parser_->line(); }
bool XmlReader::ended_early() const { return parser_->open(); }

}  // namespace sinodex
