// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/office_text.h"

#include <algorithm>
#include <array>

#include "corpus/readers/author_name.h"
#include "corpus/readers/dates.h"
#include "corpus/readers/fields.h"
#include "corpus/readers/html_layout.h"
#include "corpus/readers/whitespace.h"
#include "corpus/readers/xml_reader.h"

namespace sinodex {
namespace {

constexpr std::size_t kLongestHeading = 300;  // bytes

class OfficeText {
 public:
    OfficeText(XmlReader& xml, const OfficeDialect& dialect) : xml_(xml), dialect_(dialect) {}

    void read();

    const std::string& text() const { return layout_.text(); }
    const std::string& title() const { return title_; }

 private:
    const OfficeElement* known() const;
    void begin();
    void end();
    void read_style(const std::string& style);
    HtmlGap gap(OfficeMark mark) const;
    bool within_tables() const { return tables_ > 0; }
    bool holds_text(OfficeMark mark) const {
        return mark == OfficeMark::text ||
               (mark == OfficeMark::paragraph && dialect_.text_in_paragraphs);
    }

    XmlReader& xml_;
    const OfficeDialect& dialect_;
    HtmlLayout layout_;
    std::size_t tables_ = 0;     // that are open
    std::size_t texts_ = 0;      // elements of text that are open
    std::size_t paragraph_ = 0;  // where the words of the one that is open begin
    bool titled_ = false;        // it is styled as a title
    std::string title_;
};

const OfficeElement* OfficeText::known() const {
    const auto found =
        std::find_if(dialect_.elements.begin(), dialect_.elements.end(),
                     [&](const OfficeElement& element) { return element.name == xml_.name(); });
    return found == dialect_.elements.end() ? nullptr : &*found;
}

HtmlGap OfficeText::gap(OfficeMark mark) const {
    switch (mark) {
        case OfficeMark::paragraph:
            return within_tables() ? HtmlGap::space : HtmlGap::paragraph;
        case OfficeMark::cell:
            return HtmlGap::tab;
        case OfficeMark::row:
            return HtmlGap::line;
        case OfficeMark::table:
            return HtmlGap::paragraph;
        case OfficeMark::space:
            return HtmlGap::space;
        default:
            return HtmlGap::none;
    }
}

void OfficeText::read() {
    for (;;) {
        switch (xml_.next()) {
            case XmlReader::Event::begin:
                begin();
                break;
            case XmlReader::Event::end:
                end();
                break;
            case XmlReader::Event::text:
                if (texts_ > 0) layout_.add(xml_.text(), false);
                break;
            case XmlReader::Event::done:
                return;
        }
    }
}

void OfficeText::begin() {
    const OfficeElement* element = known();
    if (element == nullptr) return;
    const OfficeMark mark = element->mark;
    if (mark == OfficeMark::skip) return xml_.skip();
    if (mark == OfficeMark::line_break) return layout_.break_line();
    layout_.separate(gap(mark));
    if (mark == OfficeMark::table) ++tables_;
    if (holds_text(mark)) ++texts_;
    if (mark == OfficeMark::paragraph) {
        titled_ = false;
        paragraph_ = layout_.text().size();
    }
    if (mark == OfficeMark::paragraph || mark == OfficeMark::style) {
        read_style(xml_.attribute(dialect_.style_attribute));
        titled_ = titled_ || xml_.attribute("outline-level") == "1";
    }
}

void OfficeText::read_style(const std::string& style) {
    constexpr std::array<std::string_view, 4> kTitles = {"title", "heading1", "heading_20_1", "1"};
    const std::string name = ascii_lower(style);
    titled_ = titled_ || std::find(kTitles.begin(), kTitles.end(), name) != kTitles.end();
}

void OfficeText::end() {
    const OfficeElement* element = known();
    if (element == nullptr) return;
    const OfficeMark mark = element->mark;
    layout_.separate(gap(mark));
    if (mark == OfficeMark::table && tables_ > 0) --tables_;
    if (holds_text(mark) && texts_ > 0) --texts_;
    if (mark != OfficeMark::paragraph || !titled_ || !title_.empty()) return;
    const std::string words = one_line(std::string_view(layout_.text()).substr(paragraph_));
    if (words.size() <= kLongestHeading) title_ = words;
}

// Returns what an element of the properties is for an article; null: nothing.
std::string Article::*property(std::string_view name) {
    struct Known {
        std::string_view name;
        std::string Article::*member;
    };
    constexpr std::array<Known, 8> kKnown = {{{"title", &Article::title},
                                              {"initial-creator", &Article::author},
                                              {"creator", &Article::author},
                                              {"created", &Article::date},
                                              {"creation-date", &Article::date},
                                              {"language", &Article::lang},
                                              {"publisher", &Article::source},
                                              {"source", &Article::url}}};
    for (const Known& known : kKnown) {
        if (known.name == name) return known.member;
    }
    return nullptr;
}

// The value as an article keeps it; empty where it says nothing.
std::string usable_text(std::string Article::*member, std::string_view text) {
    const std::string value = one_line(text);
    if (member == &Article::date) return normalised_date(value);
    if (member == &Article::title && is_file_name(value)) return "";
    if (member == &Article::author) return usable_author(value, {});
    if (member == &Article::url && host_of(value).empty()) return "";
    return value;
}

}  // namespace

void read_office_text(const std::string& xml, const OfficeDialect& dialect, Article& article) {
    XmlReader reader(xml);
    OfficeText text(reader, dialect);
    text.read();
    article.text = text.text();
    if (article.title.empty()) article.title = text.title();
}

void read_office_properties(const std::string& xml, Article& article) {
    XmlReader reader(xml);
    std::string Article::*member = nullptr;
    std::string date;  // of the last change, in some; it stands where no other does
    bool dated = false;
    for (;;) {
        const XmlReader::Event event = reader.next();
        if (event == XmlReader::Event::done) break;
        if (event == XmlReader::Event::end) member = nullptr;
        if (event == XmlReader::Event::begin) {
            member = property(reader.name());
            dated = reader.name() == "date";
        }
        if (event != XmlReader::Event::text) continue;
        if (dated && date.empty()) date = normalised_date(one_line(reader.text()));
        if (member == nullptr || !(article.*member).empty()) continue;
        article.*member = usable_text(member, reader.text());
    }
    if (article.date.empty()) article.date = date;
}

bool is_file_name(std::string_view title) {
    constexpr std::array<std::string_view, 6> kNone = {"untitled",  "document", "document1",
                                                       "word 文档", "无标题",   "title"};
    constexpr std::array<std::string_view, 6> kParts = {
        "microsoft word - ", ".doc", ".indd", ".pdf", ".odt", ".tex"};
    const std::string lower = ascii_lower(title);
    return std::find(kNone.begin(), kNone.end(), lower) != kNone.end() ||
           std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) {
               return lower.find(part) != std::string::npos;
           });
}

void place_title(Article& article) {
    const std::string_view text = article.text;
    const Line line = line_at(text, 0);
    if (article.title.empty() || one_line(line.in(text)) != article.title) return;
    article.title_range = {0, static_cast<std::uint32_t>(line.end)};
}

}  // namespace sinodex
