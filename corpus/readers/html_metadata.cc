#include "corpus/readers/html_metadata.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "corpus/readers/dates.h"
#include "corpus/readers/fields.h"
#include "corpus/readers/json_ld.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

struct Metadata {
    std::string og_title, title, h1;
    std::string published, meta_date, time;
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

// By <meta name>, property or itemprop.
constexpr std::array<MetaName, 14> kMetaNames = {{
    {"og:title", &Metadata::og_title},
    {"og:site_name", &Metadata::site_name},
    {"og:url", &Metadata::og_url},
    {"article:published_time", &Metadata::published},
    {"article:author", &Metadata::author_property},
    {"author", &Metadata::meta_author},
    {"date", &Metadata::meta_date},
    {"pubdate", &Metadata::meta_date},
    {"publishdate", &Metadata::meta_date},
    {"publish_date", &Metadata::meta_date},
    {"datepublished", &Metadata::meta_date},
    {"dc.date", &Metadata::meta_date},
    {"dc.date.issued", &Metadata::meta_date},
    {"dcterms.date", &Metadata::meta_date},
}};

void fill(std::string& known, std::string_view value) {
    if (known.empty()) known = one_line(value);
}

void read_meta(const xmlNode& meta, Metadata& metadata) {
    for (const std::string_view key : {"property", "name", "itemprop"}) {
        const std::string name = ascii_lower(attribute(meta, key));
        for (const MetaName& known : kMetaNames) {
            if (known.name == name) fill(metadata.*known.member, attribute(meta, "content"));
        }
    }
}

void read_script(const xmlNode& script, Metadata& metadata) {
    if (ascii_lower(attribute(script, "type")) != "application/ld+json") return;
    read_json_ld(text_inside(script), metadata.json_ld);
}

void read_time(const xmlNode& time, Metadata& metadata) {
    if (metadata.time.empty()) metadata.time = normalised_date(attribute(time, "datetime"));
}

void read_element(const xmlNode& node, Metadata& metadata) {
    const std::string_view name = element_name(node);
    if (name == "meta") {
        read_meta(node, metadata);
    } else if (name == "link" && ascii_lower(attribute(node, "rel")) == "canonical") {
        fill(metadata.canonical, attribute(node, "href"));
    } else if (name == "script") {
        read_script(node, metadata);
    } else if (name == "title" && metadata.title.empty()) {
        metadata.title = text_inside(node);
    } else if (name == "h1" && metadata.h1.empty()) {
        metadata.h1 = text_inside(node);
    } else if (name == "time") {
        read_time(node, metadata);
    } else if (name == "html") {
        fill(metadata.lang, attribute(node, "lang"));
        fill(metadata.lang, attribute(node, "xml:lang"));
    }
}

std::string first_of(std::initializer_list<std::string> values) {
    const auto found = std::find_if(values.begin(), values.end(),
                                    [](const std::string& value) { return !value.empty(); });
    return found == values.end() ? "" : *found;
}

// Takes " - ", " | ", "_" and their like off the end; empty when there is none.
std::string_view before_separator(std::string_view title) {
    const std::string_view cut = trimmed(title);
    for (const std::string_view separator : {"-", "|", "_", "–", "—", "·", "»", ":", "｜"}) {
        if (cut.ends_with(separator)) return trimmed(cut.substr(0, cut.size() - separator.size()));
    }
    return {};
}

// The title without the name of the site, known or found by the headline of the page.
std::string without_site(const std::string& title, const std::string& site, const std::string& h1) {
    const std::string_view view = title;
    if (!site.empty() && view.size() > site.size()) {
        const std::size_t at = view.size() - site.size();
        const std::string_view before = before_separator(view.substr(0, at));
        if (!before.empty() && equal_ignoring_case(view.substr(at), site)) {
            return std::string(before);
        }
    }
    if (h1.empty() || !view.starts_with(h1)) return title;
    for (std::size_t end = h1.size(); end < std::min(view.size(), h1.size() + 5); ++end) {
        if (before_separator(view.substr(0, end + 1)) == h1) return h1;
    }
    return title;
}

std::string date_of(const Metadata& metadata) {
    return first_of({normalised_date(metadata.json_ld.date), normalised_date(metadata.published),
                     normalised_date(metadata.meta_date), metadata.time});
}

std::string author_of(const Metadata& metadata) {
    // article:author is often the URL of a profile.
    const bool url = !host_of(metadata.author_property).empty();
    return first_of({metadata.json_ld.author, metadata.meta_author,
                     url ? std::string() : metadata.author_property});
}

std::string url_of(const Metadata& metadata) {
    for (const std::string& url : {metadata.canonical, metadata.og_url, metadata.json_ld.url}) {
        if (!host_of(url).empty()) return url;
    }
    return metadata.canonical;
}

}  // namespace

void read_html_metadata(const xmlNode& root, Article& article) {
    Metadata metadata;
    walk(root, [&](const xmlNode& node) {
        read_element(node, metadata);
        return true;
    });
    const std::string site = first_of({metadata.site_name, metadata.json_ld.publisher});
    article.title = without_site(
        first_of({metadata.og_title, metadata.json_ld.headline, metadata.title, metadata.h1}), site,
        metadata.h1);
    article.date = date_of(metadata);
    article.author = author_of(metadata);
    article.url = url_of(metadata);
    article.source = first_of({site, std::string(host_of(article.url))});
    article.lang = metadata.lang;
}

}  // namespace sinodex
