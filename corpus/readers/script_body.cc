// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/script_body.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

#include "corpus/readers/html_text.h"
#include "corpus/readers/json_parser.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kShortestBody = 200;  // bytes of JSON

// The string of JSON that begins at `at`, without its marks; empty where none does or it never
// ends.
std::string_view json_string_at(std::string_view script, std::size_t at) {
    if (at >= script.size() || script[at] != '"') return {};
    std::size_t end = at + 1;
    for (; end < script.size() && script[end] != '"'; ++end) {
        if (script[end] == '\\') ++end;
    }
    return end < script.size() ? script.substr(at + 1, end - at - 1) : std::string_view{};
}

// Whether a string can be a body: paragraphs of HTML, or several sentences.
bool can_be_body(std::string_view value) {
    if (value.size() < kShortestBody) return false;
    if (value.find("<p") != value.npos || value.find("\\u003cp") != value.npos) return true;
    constexpr std::array<std::string_view, 3> kEnds = {". ", "。", ".\\n"};
    constexpr std::size_t kSentences = 3;
    std::size_t found = 0;
    for (const std::string_view end : kEnds) {
        for (std::size_t at = value.find(end); at != value.npos; at = value.find(end, at + 1))
            ++found;
    }
    return found >= kSentences;
}

// The longest value in a script of what is called the body of an article.
std::string_view longest_body(std::string_view script) {
    constexpr std::array<std::string_view, 6> kKeys = {
        "\"content\"", "\"body\"", "\"articleBody\"", "\"contentHtml\"", "\"html\"", "\"text\""};
    std::string_view longest;
    for (const std::string_view key : kKeys) {
        for (std::size_t at = script.find(key); at != script.npos; at = script.find(key, at + 1)) {
            at += key.size();
            while (at < script.size() && (script[at] == ':' || script[at] == ' ')) ++at;
            const std::string_view value = json_string_at(script, at);
            if (value.size() > longest.size() && can_be_body(value)) longest = value;
            at += value.size();
        }
    }
    return longest;
}

std::string unescaped(std::string_view value) {
    std::size_t replaced = 0;
    try {
        const nlohmann::json parsed = parse_json('"' + std::string(value) + '"', replaced);
        return parsed.is_string() ? parsed.get<std::string>() : "";
    } catch (const UnreadableDocument&) {
        return "";
    }
}

}  // namespace

std::string body_in_scripts(const HtmlPage& page) {
    std::string_view longest;
    for (std::size_t i = 1; i < page.size(); ++i) {
        if (!page[i].is_text() || page[page[i].parent].name != "script") continue;
        const std::string_view body = longest_body(page[i].text);
        if (body.size() > longest.size()) longest = body;
    }
    const std::string body = unescaped(longest);
    if (body.find('<') == std::string::npos) return std::string(trimmed(body));
    return whole_text(HtmlPage(body));
}

}  // namespace sinodex
