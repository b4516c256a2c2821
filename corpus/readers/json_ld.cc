// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/json_ld.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "corpus/readers/html_page.h"
#include "corpus/readers/json_parser.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

using nlohmann::json;

const json& member(const json& object, const char* name) {
    static const json absent;
    const auto found = object.find(name);
    return found == object.end() ? absent : *found;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t behind_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

// Whether the quotation mark at `at` ends its string: one that what JSON goes on with is not behind
// was forgotten to be escaped.
bool ends_string(std::string_view text, std::size_t at) {
    const std::size_t next = behind_spaces(text, at + 1);
    return next == text.size() || std::string_view(",:]}").find(text[next]) != std::string::npos;
}

// Adds the string that begins at `at`, and returns where it ends.
std::size_t add_string(std::string_view text, std::size_t at, std::string& mended) {
    const char mark = text[at++];
    mended += '"';
    for (; at < text.size(); ++at) {
        if (text[at] == mark && ends_string(text, at)) break;
        const bool plain_mark = text.substr(at, 2) == "\\'";
        if (plain_mark) ++at;
        if (text[at] == '"') mended += '\\';
        mended += text[at] >= 0 && text[at] < ' ' ? ' ' : text[at];
        if (text[at] == '\\' && at + 1 < text.size()) mended += text[++at];
    }
    mended += '"';
    return std::min(at + 1, text.size());
}

// Behind the comment that begins at `at`; `at` when none does.
std::size_t behind_comment(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const bool line = rest.starts_with("//");
    if (!line && !rest.starts_with("/*")) return at;
    const std::size_t end = line ? text.find('\n', at) : text.find("*/", at + 2);
    return end == std::string_view::npos ? text.size() : end + (line ? 1 : 2);
}

// Whether the comma at `at` has nothing behind it before the end of its object or array.
bool is_idle_comma(std::string_view text, std::size_t at) {
    at = behind_spaces(text, at + 1);
    return at < text.size() && (text[at] == '}' || text[at] == ']');
}

void note_bracket(char c, std::string& missing) {
    if (c == '{') missing += '}';
    if (c == '[') missing += ']';
    if (!missing.empty() && c == missing.back()) missing.pop_back();
}

// The JSON in a script, without what is around it, with plain spaces for control characters, with
// escapes before quotation marks within strings, with "" for '', with the brackets that were
// forgotten at its end, and without comments and idle commas.
std::string mended(std::string_view script) {
    constexpr std::string_view kCdata = "<![CDATA[";
    if (const std::size_t at = script.find(kCdata); at != std::string_view::npos) {
        script = script.substr(at + kCdata.size());
        script = script.substr(0, script.rfind("]]>"));
    }
    const std::size_t begin = script.find_first_of("{[");
    const std::size_t end = script.find_last_of("}]");
    if (begin == std::string_view::npos) return "";
    const bool closed = end != std::string_view::npos && end > begin;
    script = script.substr(begin, closed ? end + 1 - begin : std::string_view::npos);
    std::string text;
    std::string missing;  // what closes the brackets that are open, the innermost last
    for (std::size_t at = 0; at < script.size();) {
        if (script[at] == '"' || script[at] == '\'') {
            at = add_string(script, at, text);
            continue;
        }
        if (const std::size_t next = behind_comment(script, at); next > at) {
            at = next;
            continue;
        }
        if (script[at] != ',' || !is_idle_comma(script, at)) text += script[at];
        note_bracket(script[at], missing);
        ++at;
    }
    return text + std::string(missing.rbegin(), missing.rend());
}

std::string plain(const std::string& text) {
    const bool marked = text.find_first_of("&<") != std::string::npos;
    return marked ? HtmlPage(text).text_inside(0) : one_line(text);
}

class LinkedDataReader {
 public:
    explicit LinkedDataReader(JsonLd& known) : known_(known) {}

    void read(const json& root);

 private:
    // Calls visit(object) for each object that may be an article.
    template <typename Visit>
    void for_each_object(const json& value, Visit visit);
    void read_object(const json& object, bool article);
    std::string name_of(const json& value);
    void fill(std::string& known, const json& value);

    JsonLd& known_;
    std::map<std::string, std::string> names_;  // by @id
};

template <typename Visit>
void LinkedDataReader::for_each_object(const json& value, Visit visit) {
    if (value.is_array()) {
        for (const json& entry : value) for_each_object(entry, visit);
    } else if (value.is_object()) {
        visit(value);
        for (const char* inner : {"@graph", "mainEntity", "mainEntityOfPage"}) {
            for_each_object(member(value, inner), visit);
        }
    }
}

bool is_article(const json& object) {
    const json& type = member(object, "@type");
    const std::string name = type.is_array() && !type.empty() ? type.front().dump() : type.dump();
    return type.is_null() || name.find("Article") != std::string::npos ||
           name.find("Post") != std::string::npos || name.find("Report") != std::string::npos;
}

bool is_page(const json& object) {
    const json& type = member(object, "@type");
    return type.dump().find("Page") != std::string::npos;
}

void LinkedDataReader::read(const json& root) {
    for_each_object(root, [this](const json& object) {
        const json& id = member(object, "@id");
        const json& name = member(object, "name");
        if (id.is_string() && name.is_string()) names_.emplace(id, plain(name));
    });
    for (const bool article : {true, false}) {
        for_each_object(root, [&](const json& object) {
            if (article ? is_article(object) : is_page(object)) read_object(object, article);
        });
    }
}

// A string, the name of an object, or those of an array, with commas.
std::string LinkedDataReader::name_of(const json& value) {
    if (value.is_string()) return plain(value.get_ref<const std::string&>());
    if (value.is_object()) {
        const json& name = member(value, "name");
        if (name.is_string() || name.is_array()) return name_of(name);
        const json& id = member(value, "@id");
        const auto found = id.is_string() ? names_.find(id) : names_.end();
        return found == names_.end() ? "" : found->second;
    }
    std::string names;
    if (!value.is_array()) return names;
    for (const json& entry : value) {
        const std::string name = entry.is_array() ? "" : name_of(entry);
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

void LinkedDataReader::fill(std::string& known, const json& value) {
    if (known.empty()) known = name_of(value);
}

void LinkedDataReader::read_object(const json& object, bool article) {
    if (!member(object, "headline").is_string() && !member(object, "datePublished").is_string()) {
        return;
    }
    if (article) {
        fill(known_.headline, member(object, "headline"));
        fill(known_.name, member(object, "name"));
        fill(known_.body, member(object, "articleBody"));
    }
    fill(known_.date, member(object, "datePublished"));
    fill(known_.author, member(object, "author"));
    fill(known_.publisher, member(object, "publisher"));
    fill(known_.url, member(object, "url"));
}

}  // namespace

void read_json_ld(const std::string& script, JsonLd& known) {
    std::size_t replaced = 0;
    try {
        LinkedDataReader(known).read(parse_json(mended(script), replaced));
    } catch (const UnreadableDocument&) {
        return;  // a page is an article without it, too
    }
}

}  // namespace sinodex
