// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/service/page/html.h"

#include <algorithm>

#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

// Returns what stands for a character of ASCII; empty where it stands for itself.
std::string_view escape_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        case '\'':
            return "&#39;";
        default:
            return {};
    }
}

void append_escaped(const std::string& line, std::string& out) {
    for (const char c : line) {
        const std::string_view escape = escape_of(c);
        if (escape.empty()) {
            out += c;
        } else {
            out += escape;
        }
    }
}

}  // namespace

Html& Html::text(std::string_view text) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        append_escaped(valid_utf8(text.substr(begin, end - begin)), bytes_);
        if (end < text.size()) bytes_ += '\n';
        begin = end + 1;
    }
    return *this;
}

Html link_to(std::string_view address, std::string_view text, const Html& attributes) {
    Html html("<a");
    html << attribute("href", address) << attributes << ">";
    return html.text(text) << "</a>";
}

}  // namespace sinodex
