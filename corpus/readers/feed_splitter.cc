// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/readers/author_name.h"
#include "corpus/readers/fields.h"
#include "corpus/readers/html_page.h"
#include "corpus/readers/page_dates.h"
#include "corpus/readers/splitter.h"
#include "corpus/readers/whitespace.h"
#include "corpus/readers/xml_reader.h"

namespace sinodex {
namespace {

using Event = XmlReader::Event;

// Holds what an entry, or the feed before its first entry, says of itself.
struct FeedEntry {
    std::string id;
    std::string title;
    std::string link;
    std::string published;
    std::string updated;
    std::string author;
    std::string summary;  // HTML
    std::string content;  // HTML
    std::string lang;
    std::size_t size = 0;  // bytes read for it
};

struct FeedName {
    std::string_view name;
    std::string FeedEntry::*member;
};

constexpr std::array<FeedName, 16> kNames = {{
    {"id", &FeedEntry::id},
    {"guid", &FeedEntry::id},
    {"title", &FeedEntry::title},
    {"link", &FeedEntry::link},
    {"pubDate", &FeedEntry::published},
    {"published", &FeedEntry::published},
    {"issued", &FeedEntry::published},
    {"date", &FeedEntry::published},
    {"updated", &FeedEntry::updated},
    {"author", &FeedEntry::author},
    {"creator", &FeedEntry::author},
    {"description", &FeedEntry::summary},
    {"summary", &FeedEntry::summary},
    {"encoded", &FeedEntry::content},
    {"content", &FeedEntry::content},
    {"language", &FeedEntry::lang},
}};

// Elements of other vocabularies (pictures, podcasts) have the same names and say something else.
bool is_of_feeds(std::string_view prefix) {
    constexpr std::array<std::string_view, 6> kPrefixes = {"",        "atom", "dc",
                                                           "content", "a10",  "dcterms"};
    return std::find(kPrefixes.begin(), kPrefixes.end(), prefix) != kPrefixes.end();
}

bool is_entry(std::string_view name) { return name == "item" || name == "entry"; }

std::string escaped(std::string_view text) {
    std::string html;
    for (const char c : text) {
        if (c == '<') {
            html += "&lt;";
        } else if (c == '&') {
            html += "&amp;";
        } else {
            html += c;
        }
    }
    return html;
}

// A title may be HTML within the XML.
std::string plain_line(const std::string& title) {
    const bool markup = title.find_first_of("&<") != std::string::npos;
    return one_line(markup ? HtmlPage(title).text_inside(0) : title);
}

// Reads what stands in an element: its characters, or the markup in it as HTML.
class FeedReader {
 public:
    FeedReader(ByteSource& source, std::uint64_t max_bytes) : xml_(source), max_bytes_(max_bytes) {}

    // Goes to the next entry; before the first one, reads what the feed says of itself.
    bool find_entry();
    // Reads the entry that was found. False when it is too large.
    bool read_entry(FeedEntry& entry);
    int line() const { return xml_.line(); }
    bool is_feed() const { return is_feed_; }
    bool ended_early() const { return xml_.ended_early(); }
    const FeedEntry& feed() const { return feed_; }

 private:
    void read_member(FeedEntry& entry);
    std::string read_inside(FeedEntry& entry, bool plain);

    XmlReader xml_;
    std::uint64_t max_bytes_;
    FeedEntry feed_;
    bool is_feed_ = false;
};

bool FeedReader::find_entry() {
    for (Event event = xml_.next(); event != Event::done; event = xml_.next()) {
        if (event != Event::begin) continue;
        const std::string_view name = xml_.name();
        if (name == "rss" || name == "RDF" || name == "feed") {
            is_feed_ = true;
            feed_.lang = xml_.attribute("lang");
        } else if (!is_feed_) {
            return false;
        } else if (is_entry(name)) {
            return true;
        } else if (name == "image" || name == "textInput") {
            xml_.skip();
        } else if (name != "channel" && name != "items") {
            read_member(feed_);
        }
    }
    return false;
}

bool FeedReader::read_entry(FeedEntry& entry) {
    for (Event event = xml_.next(); event != Event::done; event = xml_.next()) {
        if (event == Event::end && is_entry(xml_.name())) break;
        if (event == Event::begin) read_member(entry);
    }
    return entry.size <= max_bytes_;
}

// Reads the element that has just begun, and its end.
void FeedReader::read_member(FeedEntry& entry) {
    const bool ours = is_of_feeds(xml_.prefix());
    const auto* const known = std::find_if(
        kNames.begin(), kNames.end(), [&](const FeedName& one) { return one.name == xml_.name(); });
    if (!ours || known == kNames.end()) return xml_.skip();
    const std::string relation = xml_.attribute("rel");
    const std::string target = xml_.attribute("href");
    const std::string type = xml_.attribute("type");
    const bool atom_text = type == "text" || (type.empty() && xml_.name() == "summary");
    const bool html = known->member == &FeedEntry::content || known->member == &FeedEntry::summary;
    std::string value = read_inside(entry, !html || atom_text);
    if (html && atom_text) value = escaped(value);
    if (known->member == &FeedEntry::link && !target.empty()) {
        value = relation.empty() || relation == "alternate" ? target : "";
    }
    std::string& member = entry.*known->member;
    if (blank(member)) member = std::move(value);
}

// The characters up to the end of the element; unless `plain`, with the markup between them.
std::string FeedReader::read_inside(FeedEntry& entry, bool plain) {
    std::string inside;
    std::size_t open = 1;
    while (open > 0) {
        const Event event = xml_.next();
        if (event == Event::done) break;
        // The name of a person is enough.
        const bool address = xml_.name() == "uri" || xml_.name() == "email";
        if (plain && address && event == Event::begin) {
            xml_.skip();
            continue;
        }
        open += event == Event::begin ? 1 : 0;
        open -= event == Event::end ? 1 : 0;
        entry.size += event == Event::text ? xml_.text().size() : xml_.name().size();
        if (entry.size > max_bytes_) continue;
        if (event == Event::text) {
            inside += open > 1 && !plain ? escaped(xml_.text()) : std::string(xml_.text());
        } else if (!plain && open > 0) {
            inside += (event == Event::begin ? "<" : "</") + std::string(xml_.name()) + '>';
        } else if (plain) {
            inside += ' ';
        }
    }
    return inside;
}

// "Ana Reyes" of "ana@example.org (Ana Reyes)", as RSS writes it.
std::string author_in(const std::string& text) {
    const std::size_t open = text.find('(');
    const std::size_t close = text.rfind(')');
    const bool address = open != std::string::npos && text.find('@') < open && close > open;
    return usable_author(address ? text.substr(open + 1, close - open - 1) : text, {});
}

class FeedSplitter : public Splitter {
 public:
    FeedSplitter(ByteSource& source, std::uint64_t max_bytes)
        : reader_(source, max_bytes), max_bytes_(max_bytes) {}

    bool next(RawDocument& document) override;

 private:
    void fill(RawDocument& document, FeedEntry entry) const;

    FeedReader reader_;
    std::uint64_t max_bytes_;
};

bool FeedSplitter::next(RawDocument& document) {
    if (!reader_.find_entry()) {
        if (!reader_.is_feed()) pass_over("XML that is no feed", document.origin);
        if (reader_.is_feed() && reader_.ended_early()) throw ReadError("the feed ends too early");
        return false;
    }
    document.origin += ':' + std::to_string(reader_.line());
    document.format = Format::html;
    FeedEntry entry;
    const bool fits = reader_.read_entry(entry);
    const std::size_t size = entry.size;
    fill(document, std::move(entry));
    if (!fits) mark_too_large(document, size, max_bytes_);
    return true;
}

void FeedSplitter::fill(RawDocument& document, FeedEntry entry) const {
    const FeedEntry& feed = reader_.feed();
    Stated& stated = document.stated;
    const std::string link = one_line(entry.link);
    const std::string id = one_line(entry.id);
    document.id = !id.empty() ? id : !link.empty() ? link : document.origin;
    stated.charset = "UTF-8";
    stated.title = plain_line(entry.title);
    stated.url = !link.empty() ? link : host_of(id).empty() ? "" : id;
    stated.source = plain_line(feed.title);
    stated.author = author_in(entry.author);
    stated.lang = one_line(entry.lang.empty() ? feed.lang : entry.lang);
    const std::string& moment = entry.published.empty() ? entry.updated : entry.published;
    stated.date = day_of_moment(one_line(moment), "", stated.url, stated.lang);
    const bool whole = !blank(entry.content);
    document.bytes =
        "<!DOCTYPE html><body><article>" + (whole ? entry.content : entry.summary) + "</article>";
}

}  // namespace

std::unique_ptr<Splitter> split_feed(ByteSource& source, std::uint64_t max_bytes) {
    return std::make_unique<FeedSplitter>(source, max_bytes);
}

}  // namespace sinodex
