// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/html_metadata.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "corpus/readers/author_name.h"
#include "corpus/readers/dates.h"
#include "corpus/readers/fields.h"
#include "corpus/readers/json_ld.h"
#include "corpus/readers/page_author.h"
#include "corpus/readers/page_dates.h"
#include "corpus/readers/page_title.h"
#include "corpus/readers/script_author.h"
#include "corpus/readers/site_name.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

struct Metadata {
    std::string og_title, title;
    std::vector<std::string> headings;
    std::size_t h1 = 0;    // the number of the first; 0: there is none
    bool many_h1 = false;  // that say different things
    std::string published, meta_date;
    std::string meta_author, author_property;
    std::string site_name;
    std::string canonical, og_url;
    std::string lang;
    JsonLd json_ld;
};

struct MetaName {
    std::string_view name;
    std::string Metadata::*member;
};

// A page states these by <meta name>, property or itemprop.
constexpr std::array<MetaName, 48> kMetaNames = {{
    {"og:title", &Metadata::og_title},
    {"og:site_name", &Metadata::site_name},
    {"og:url", &Metadata::og_url},
    {"article:author", &Metadata::author_property},
    {"og:article:author", &Metadata::author_property},
    {"author", &Metadata::meta_author},
    {"dc.creator", &Metadata::meta_author},
    {"dcterms.creator", &Metadata::meta_author},
    {"parsely-author", &Metadata::meta_author},
    {"sailthru.author", &Metadata::meta_author},
    {"citation_author", &Metadata::meta_author},
    {"byl", &Metadata::meta_author},
    {"article:author_name", &Metadata::meta_author},
    {"article:byline", &Metadata::meta_author},
    {"article:author:name", &Metadata::meta_author},
    {"dc.author", &Metadata::meta_author},
    {"dcsext.author", &Metadata::meta_author},
    {"cxenseparse:author", &Metadata::meta_author},
    {"article-author", &Metadata::meta_author},
    {"article:published_time", &Metadata::published},
    {"og:article:published_time", &Metadata::published},
    {"og:published_time", &Metadata::published},
    {"datepublished", &Metadata::published},
    {"parsely-pub-date", &Metadata::published},
    {"sailthru.date", &Metadata::published},
    {"article.published", &Metadata::published},
    {"originalpublicationdate", &Metadata::published},
    {"article_date_original", &Metadata::published},
    {"publication_date", &Metadata::published},
    {"published_at", &Metadata::published},
    {"citation_publication_date", &Metadata::published},
    {"citation_date", &Metadata::published},
    {"pubdate", &Metadata::meta_date},
    {"publishdate", &Metadata::meta_date},
    {"publish_date", &Metadata::meta_date},
    {"publish-date", &Metadata::meta_date},
    {"_pubtime", &Metadata::meta_date},
    {"weibo: article:create_at", &Metadata::meta_date},
    {"weibo:article:create_at", &Metadata::meta_date},
    {"apub:time", &Metadata::meta_date},
    {"date", &Metadata::meta_date},
    {"dc.date", &Metadata::meta_date},
    {"dc.date.issued", &Metadata::meta_date},
    {"dc.date.created", &Metadata::meta_date},
    {"dcterms.date", &Metadata::meta_date},
    {"dcterms.created", &Metadata::meta_date},
    {"dcterms.issued", &Metadata::meta_date},
    {"datecreated", &Metadata::meta_date},
}};

void fill(std::string& known, std::string_view value) {
    if (known.empty()) known = one_line(value);
}

void read_meta(const HtmlNode& meta, Metadata& metadata) {
    for (const std::string_view key : {"property", "name", "itemprop"}) {
        const std::string name = ascii_lower(meta.attribute(key));
        for (const MetaName& known : kMetaNames) {
            if (known.name == name) fill(metadata.*known.member, meta.attribute("content"));
        }
    }
}

void read_script(const HtmlPage& page, std::size_t number, Metadata& metadata) {
    if (ascii_lower(page[number].attribute("type")) != "application/ld+json") return;
    std::string script;
    for (std::size_t i = number + 1; i < page[number].end; ++i) script += page[i].text;
    read_json_ld(script, metadata.json_ld);
}

// Without U+00AD, which only says where a word may be broken.
std::string without_soft_hyphens(std::string text) {
    constexpr std::string_view kSoftHyphen = "\u00AD";
    for (std::size_t at = text.find(kSoftHyphen); at != text.npos; at = text.find(kSoftHyphen, at))
        text.erase(at, kSoftHyphen.size());
    return text;
}

// Whether an element in a headline is a label above it: <span class=kicker>.
bool is_kicker(const HtmlNode& node) {
    constexpr std::array<std::string_view, 9> kKickers = {"kicker",    "roofline", "overline",
                                                          "dachzeile", "eyebrow",  "spitzmarke",
                                                          "topline",   "label",    "subtitle"};
    const std::string names = ascii_lower(node.attribute("class"));
    return std::any_of(kKickers.begin(), kKickers.end(), [&](std::string_view kicker) {
        return names.find(kicker) != std::string::npos;
    });
}

// The text of a headline without a label before it.
std::string headline_text(const HtmlPage& page, std::size_t number) {
    std::size_t first = number + 1;
    while (first < page[number].end && (blank(page[first].text) && !is_kicker(page[first])))
        ++first;
    std::string rest;
    if (first < page[number].end && !page[first].is_text()) {
        for (std::size_t i = page[first].end; i < page[number].end; ++i) rest += page[i].text;
    }
    rest = one_line(rest);
    return without_soft_hyphens(rest.empty() ? page.text_inside(number) : rest);
}

void read_heading(const HtmlPage& page, std::size_t number, Metadata& metadata) {
    constexpr std::size_t kMost = 20;
    const std::string text = headline_text(page, number);
    if (metadata.headings.size() < kMost) metadata.headings.push_back(text);
    if (page[number].name != "h1" || text.empty()) return;
    const bool first = metadata.h1 == 0;
    if (first) metadata.h1 = number;
    if (!first && text != headline_text(page, metadata.h1)) metadata.many_h1 = true;
}

bool is_called_title(const HtmlNode& node) {
    const std::string names = ascii_lower(node.attribute("class"));
    return node.end > 0 && (names.find("title") != std::string::npos ||
                            names.find("headline") != std::string::npos);
}

void read_element(const HtmlPage& page, std::size_t number, Metadata& metadata) {
    const HtmlNode& node = page[number];
    const std::string_view name = node.name;
    if (name == "meta") {
        read_meta(node, metadata);
    } else if (name == "link" && ascii_lower(node.attribute("rel")) == "canonical") {
        fill(metadata.canonical, node.attribute("href"));
    } else if (name == "script") {
        read_script(page, number, metadata);
    } else if (name == "title" && metadata.title.empty()) {
        metadata.title = page.text_inside(number);
    } else if (name == "h1" || name == "h2" || name == "h3" || is_called_title(node)) {
        read_heading(page, number, metadata);
    } else if (name == "html") {
        fill(metadata.lang, node.attribute("lang"));
        fill(metadata.lang, node.attribute("xml:lang"));
    }
}

std::string first_of(std::initializer_list<std::string> values) {
    const auto found = std::find_if(values.begin(), values.end(),
                                    [](const std::string& value) { return !value.empty(); });
    return found == values.end() ? "" : *found;
}

// Whether a heading is the name of the site above its pages.
bool is_logo(const HtmlPage& page, std::size_t number) {
    constexpr int kAround = 3;
    for (int level = 0; level < kAround; ++level, number = page[number].parent) {
        const std::string names = ascii_lower(std::string(page[number].attribute("class")) + ' ' +
                                              std::string(page[number].attribute("id")));
        for (const std::string_view name :
             {"logo", "site-title", "sitename", "site-name", "brand"}) {
            if (names.find(name) != std::string::npos) return true;
        }
    }
    return false;
}

// Whether half of the longer words of `heading`, or more, stand in `title`.
bool is_alike(std::string_view heading, std::string_view title) {
    constexpr std::size_t kLong = 4;  // bytes
    const std::string all = ascii_lower(title);
    const std::string lower = ascii_lower(heading);
    std::size_t words = 0;
    std::size_t shared = 0;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t end = std::min(lower.find_first_of(" ,:?!", at), lower.size());
        const bool counts = end - at >= kLong;
        if (counts) ++words;
        if (counts && all.find(lower.substr(at, end - at)) != std::string::npos) ++shared;
        at = end + 1;
    }
    return words > 0 && shared * 2 >= words;
}

bool holds(std::string_view text, std::string_view part) {
    return ascii_lower(text).find(ascii_lower(part)) != std::string::npos;
}

// Whether the one headline of a page is its title: when `stated`, or what stands in <title>, begins
// with it, when they say much the same, or when it is too long for the name of a section. A
// headline that holds what is stated has something more before it.
bool is_title(const HtmlPage& page, const Metadata& metadata, std::string_view stated,
              std::string_view h1) {
    constexpr std::size_t kShort = 15;  // bytes
    constexpr std::size_t kSentence = 32;
    constexpr std::size_t kLong = 250;
    if (h1.empty() || h1.size() > kLong) return false;
    const std::string_view title = metadata.title;
    // What is stated ends at a quotation mark that nobody escaped.
    const bool cut = !stated.empty() && h1.size() > stated.size() && holds(title, h1) &&
                     equal_ignoring_case(h1.substr(0, stated.size()), stated) &&
                     h1.substr(stated.size()).find_first_not_of(' ') != std::string_view::npos &&
                     trimmed(h1.substr(stated.size())).starts_with('"');
    if (cut) return true;
    // "The Site: A title", and the site's name above all of its pages.
    const bool name = h1.size() + stated.size() < title.size() && title.starts_with(h1) &&
                      !stated.empty() && title.ends_with(stated);
    if (name) return false;
    if (stated.size() * 2 > h1.size() && holds(h1, stated)) return false;
    for (const std::string_view known : {stated, title}) {
        if (equal_ignoring_case(known.substr(0, h1.size()), h1)) return true;
    }
    if (holds(stated, h1) || holds(title, h1)) return false;
    const bool alike = h1.size() > kShort && (is_alike(h1, stated) || is_alike(h1, title));
    return alike || (h1.size() >= kSentence && !is_logo(page, metadata.h1));
}

// JSON-LD may describe the page instead of naming its headline; the title tells.
std::string title_of(const Metadata& metadata, const PageSite& site, const HtmlPage& page) {
    const JsonLd& json_ld = metadata.json_ld;
    const bool described = !json_ld.name.empty() && metadata.title.starts_with(json_ld.name) &&
                           !metadata.title.starts_with(json_ld.headline);
    const std::string h1 = metadata.h1 != 0 ? headline_text(page, metadata.h1) : "";
    const bool agreed = !h1.empty() && equal_ignoring_case(h1, json_ld.headline);
    if (agreed && !site.is_called(h1)) return h1;
    std::string title = first_of(
        {metadata.og_title, described ? json_ld.name : json_ld.headline, metadata.title, h1});
    title = title_without_site(without_soft_hyphens(std::move(title)), site, metadata.headings);
    const bool said = std::find(metadata.headings.begin(), metadata.headings.end(), title) !=
                      metadata.headings.end();
    if (!said) title = title_without_tail(title);
    const bool headline =
        !metadata.many_h1 && !site.is_called(h1) && is_title(page, metadata, title, h1);
    return headline ? title_without_site(h1, site, {}) : title;
}

bool says_title(std::string_view heading, std::string_view title) {
    constexpr std::size_t kShort = 12;  // bytes
    return equal_ignoring_case(heading, title) ||
           (heading.size() > kShort && (holds(title, heading) || holds(heading, title)));
}

// The number of the element with the headline: <h1>, or what says the title; of several the one
// that says it, or the first.
std::size_t headline_of(const HtmlPage& page, const Metadata& metadata, const std::string& title) {
    constexpr std::size_t kLongestLabel = 24;  // bytes of a date before it
    if (metadata.many_h1) {
        for (std::size_t i = metadata.h1 + 1; i < page.size(); ++i) {
            if (page[i].name == "h1" && says_title(page.text_inside(i), title)) return i;
        }
    }
    const bool said = metadata.h1 != 0 && says_title(page.text_inside(metadata.h1), title);
    if (said || title.empty()) return metadata.h1;
    for (std::size_t i = 0; i < page.size(); ++i) {
        const bool in_title = page[page[i].parent].name == "title";
        if (!page[i].is_text() || in_title) continue;
        const std::string line = one_line(page[i].text);
        const bool dated = line.ends_with(title) && line.size() < title.size() + kLongestLabel;
        if (dated) return i;
    }
    return metadata.h1;
}

std::string date_of(const Metadata& metadata, const std::string& shown, const Article& article) {
    std::string best;
    for (const std::string& moment :
         {metadata.json_ld.date, metadata.published, shown, metadata.meta_date}) {
        std::string day = day_of_moment(moment, shown, article.url, article.lang);
        if (day.size() > best.size()) best = std::move(day);  // whole days before months and years
    }
    return shown.size() > best.size() && shown.starts_with(best) ? shown : best;
}

// Whether all parts of a list, "Ana Reyes, Bo Lind and Cy Marr", are full names.
bool lists_names(std::string_view list) {
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::size_t link = list.find(" and ");
        const std::size_t end = std::min({comma, link, list.size()});
        const std::string_view name = trimmed(list.substr(0, end));
        if (name.find(' ') == name.npos || !reads_as_name(name)) return false;
        const std::size_t width = end == comma ? 1 : std::string_view(" and ").size();
        list.remove_prefix(std::min(end + width, list.size()));
    }
    return true;
}

// `more`, when it names whom `author` names and others, too.
const std::string& fuller(const std::string& author, const std::string& more) {
    const bool holds_it = more.size() > author.size() && holds(more, author);
    return holds_it && lists_names(more) ? more : author;
}

std::string author_of(const Metadata& metadata, const HtmlPage& page, std::size_t headline,
                      const PageSite& site, const std::string& title) {
    const std::string linked = usable_author(metadata.json_ld.author, site);
    const std::string meta = usable_author(metadata.meta_author, site);
    const std::string property = usable_author(metadata.author_property, site);
    const std::string stated = first_of({linked, meta, property});
    if (!stated.empty()) return fuller(fuller(stated, meta), property);
    std::string shown = shown_author(page, headline, site);
    return shown.empty() ? author_in_scripts(page, title, site) : shown;
}

std::string url_of(const Metadata& metadata) {
    for (const std::string& url : {metadata.canonical, metadata.og_url, metadata.json_ld.url}) {
        if (!host_of(url).empty()) return url;
    }
    return metadata.canonical;
}

}  // namespace

std::string read_html_metadata(const HtmlPage& page, Article& article) {
    Metadata metadata;
    for (std::size_t i = 0; i < page.size(); ++i) read_element(page, i, metadata);
    if (const std::string url = url_of(metadata); !url.empty()) article.url = url;
    const PageSite site{first_of({metadata.site_name, metadata.json_ld.publisher}),
                        std::string(host_of(article.url))};
    article.title = title_of(metadata, site, page);
    article.lang = metadata.lang;
    const std::size_t headline = headline_of(page, metadata, article.title);
    article.date = date_of(metadata, shown_date(page, headline), article);
    article.author = author_of(metadata, page, headline, site, article.title);
    const std::string medium = names_medium(metadata.meta_author) ? metadata.meta_author : "";
    article.source = first_of({site.name, shown_source(page, headline), medium, site.host});
    if (article.author == article.source) article.author.clear();
    return metadata.json_ld.body;
}

}  // namespace sinodex
