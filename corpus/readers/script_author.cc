// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/script_author.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "corpus/readers/author_name.h"
#include "corpus/readers/json_parser.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kFarthest = 20'000;  // bytes of a script between a title and its author

// Says what a member of a script is by its key.
enum class AuthorKey { none, general, specific };

AuthorKey author_key(std::string_view word) {
    constexpr std::array<std::string_view, 7> kGeneral = {
        "author", "authors", "byline", "authorname", "author_name", "authornames", "bylines"};
    constexpr std::array<std::string_view, 9> kSpecific = {
        "articleauthor",  "article_author", "pageauthor",       "pagepostauthor", "contentauthor",
        "content_author", "articleauthors", "setcontentauthor", "storyauthor"};
    const std::string lower = ascii_lower(word);
    if (std::find(kSpecific.begin(), kSpecific.end(), lower) != kSpecific.end())
        return AuthorKey::specific;
    const bool general = std::find(kGeneral.begin(), kGeneral.end(), lower) != kGeneral.end();
    return general ? AuthorKey::general : AuthorKey::none;
}

bool is_key_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The end of the string that begins with a quotation mark at `at`; npos when it never ends.
std::size_t end_of_string(std::string_view script, std::size_t at) {
    std::size_t end = at + 1;
    for (; end < script.size() && script[end] != script[at]; ++end) {
        if (script[end] == '\\') ++end;
    }
    return end < script.size() ? end : std::string_view::npos;
}

std::string unescaped_name(std::string_view value) {
    if (value.find('\\') == value.npos) return one_line(value);
    std::size_t replaced = 0;
    try {
        const nlohmann::json parsed = parse_json('"' + std::string(value) + '"', replaced);
        return parsed.is_string() ? one_line(parsed.get<std::string>()) : "";
    } catch (const UnreadableDocument&) {
        return "";
    }
}

// A string at `at`, the "name" of an object, or those of an array, with commas.
std::string names_at(std::string_view script, std::size_t at) {
    constexpr std::size_t kLongest = 1'000;  // bytes of the value
    at = script.find_first_not_of(" \t\n", at);
    if (at == script.npos) return "";
    const bool array = script[at] == '[';
    const bool object = script[at] == '{';
    if (!array && !object) {
        const bool string = script[at] == '"' || script[at] == '\'';
        const std::size_t end = string ? end_of_string(script, at) : script.npos;
        return end == script.npos ? "" : unescaped_name(script.substr(at + 1, end - at - 1));
    }
    std::string names;
    std::size_t depth = 0;
    bool named = false;  // the string that comes next is the value of "name"
    const std::size_t limit = std::min(script.size(), at + kLongest);
    for (; at < limit; ++at) {
        const char c = script[at];
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth == 0) break;
        if (c != '"' && c != '\'') continue;
        const std::size_t end = end_of_string(script, at);
        if (end == script.npos) break;
        const std::string_view value = script.substr(at + 1, end - at - 1);
        const std::size_t next = std::min(script.find_first_not_of(" \n", end + 1), script.size());
        const bool key = next < script.size() && script[next] == ':';
        const bool plain = array && depth == 1;
        if (!key && (named || plain)) names += (names.empty() ? "" : ", ") + unescaped_name(value);
        named = key && value == "name" && depth <= 2;
        at = end;
    }
    return names;
}

// An author in a script: where its key begins, and whom it names.
struct ScriptAuthor {
    std::size_t at;
    AuthorKey key;
    std::string name;
};

bool is_full_name(std::string_view name) {
    constexpr std::ptrdiff_t kMostSpaces = 7;
    if (is_chinese_name(name)) return true;
    return name.find(' ') != name.npos && reads_as_name(name) &&
           std::count(name.begin(), name.end(), ' ') <= kMostSpaces;
}

// Adds the author whose key ends at `end`, "…uthor" or "…yline".
std::optional<ScriptAuthor> author_at(std::string_view script, std::size_t end,
                                      const PageSite& site) {
    std::size_t begin = end;
    while (begin > 0 && is_key_letter(script[begin - 1])) --begin;
    while (end < script.size() && is_key_letter(script[end])) ++end;
    const AuthorKey key = author_key(script.substr(begin, end - begin));
    if (key == AuthorKey::none) return std::nullopt;
    const std::size_t value = std::min(script.find_first_not_of("\"' \t", end), script.size());
    if (value == script.size() || value > end + 4) return std::nullopt;
    const bool called = script[value] == ',' && key == AuthorKey::specific;
    if (script[value] != ':' && script[value] != '=' && !called) return std::nullopt;
    std::string name = usable_author(names_at(script, value + 1), site);
    if (!is_full_name(name)) return std::nullopt;
    return ScriptAuthor{begin, key, std::move(name)};
}

std::vector<ScriptAuthor> authors_of(std::string_view script, const PageSite& site) {
    constexpr std::size_t kMostAuthors = 100;
    std::vector<ScriptAuthor> found;
    for (const std::string_view part : {"uthor", "yline"}) {
        for (std::size_t at = script.find(part); at != script.npos && found.size() < kMostAuthors;
             at = script.find(part, at + part.size())) {
            if (auto author = author_at(script, at, site)) found.push_back(std::move(*author));
        }
    }
    return found;
}

// Whether two places of a script lie in the same object, or the second in an object of it: no
// bracket that is open at the first closes before the second, and no array begins.
bool in_one_object(std::string_view script, std::size_t first, std::size_t second) {
    if (second - first > kFarthest) return false;
    std::string open;
    for (std::size_t at = first; at < second; ++at) {
        const char c = script[at];
        if (c == '"') {
            at = std::min(end_of_string(script, at), second);
        } else if (c == '{' || c == '[') {
            open += c;
        } else if (c == '}' || c == ']') {
            if (open.empty()) return false;
            open.pop_back();
        }
    }
    return open.find('[') == open.npos && open.size() <= 1;
}

// The author of the object that has the title.
std::string beside_title(std::string_view script, const std::vector<ScriptAuthor>& authors,
                         std::string_view title) {
    constexpr int kMostTimes = 20;  // that a script says the title
    const std::string quoted = '"' + std::string(title) + '"';
    int times = 0;
    for (std::size_t at = script.find(quoted); at != script.npos && times < kMostTimes;
         at = script.find(quoted, at + quoted.size()), ++times) {
        const std::size_t behind = at + quoted.size();
        for (const ScriptAuthor& author : authors) {
            // What comes before the title begins with the mark of its key.
            const std::size_t before = author.at > 0 ? author.at - 1 : 0;
            const bool together = author.at > behind ? in_one_object(script, behind, before)
                                                     : in_one_object(script, before, at);
            if (together) return author.name;
        }
    }
    return "";
}

// The one author that counters of visits are told.
std::string told_to_counters(std::string_view script, const std::vector<ScriptAuthor>& authors) {
    constexpr std::array<std::string_view, 5> kCounters = {"dataLayer", "digitalData", "utag_data",
                                                           "_sf_async_config", "setContentAuthor"};
    const bool counter =
        std::any_of(kCounters.begin(), kCounters.end(),
                    [&](std::string_view word) { return script.find(word) != script.npos; });
    std::string only;
    for (const ScriptAuthor& author : authors) {
        if (!counter && author.key != AuthorKey::specific) continue;
        if (!only.empty() && only != author.name) return "";
        only = author.name;
    }
    return only;
}

// A title as scripts have it: with escapes for quotation marks, and perhaps for all beyond ASCII.
std::string title_in_script(std::string_view title, bool ascii) {
    const std::string text =
        nlohmann::json(title).dump(-1, ' ', ascii, nlohmann::json::error_handler_t::replace);
    return text.substr(1, text.size() - 2);
}

// A script whose strings hold JSON, as that JSON.
std::string without_marks_escaped(std::string_view script) {
    std::string plain;
    for (std::size_t at = 0; at < script.size(); ++at) {
        if (script[at] == '\\' && at + 1 < script.size() && script[at + 1] == '"') continue;
        plain += script[at];
    }
    return plain;
}

std::string author_in_script(std::string_view script, std::string_view title,
                             const PageSite& site) {
    const std::vector<ScriptAuthor> authors = authors_of(script, site);
    if (authors.empty()) return "";
    for (const bool ascii : {false, true}) {
        std::string name =
            title.empty() ? "" : beside_title(script, authors, title_in_script(title, ascii));
        if (!name.empty()) return name;
    }
    return told_to_counters(script, authors);
}

}  // namespace

std::string author_in_scripts(const HtmlPage& page, std::string_view title, const PageSite& site) {
    for (std::size_t i = 1; i < page.size(); ++i) {
        if (!page[i].is_text() || page[page[i].parent].name != "script") continue;
        const HtmlNode& script = page[page[i].parent];
        const std::string_view text = page[i].text;
        const bool may = text.find("uthor") != text.npos || text.find("yline") != text.npos;
        if (!may || ascii_lower(script.attribute("type")) == "application/ld+json") continue;
        const bool quoted =
            text.find("uthor\\\"") != text.npos || text.find("uthors\\\"") != text.npos;
        std::string name = quoted ? author_in_script(without_marks_escaped(text), title, site)
                                  : author_in_script(text, title, site);
        if (!name.empty()) return name;
    }
    return "";
}

}  // namespace sinodex
