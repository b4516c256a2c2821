// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/text_parts.h"

#include <algorithm>

#include "searcher/rendering/terminal.h"

namespace sinodex {

std::string joined(std::initializer_list<std::string_view> parts, std::string_view separator) {
    std::string out;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out.append(separator);
        out.append(part);
    }
    return out;
}

std::string joined_list(const std::vector<std::string>& parts) {
    constexpr std::size_t kMost = 3;
    std::string out;
    for (std::size_t i = 0; i < std::min(parts.size(), kMost); ++i) {
        out.append(i == 0 ? "" : ", ").append(parts[i]);
    }
    return parts.size() > kMost ? out + ", ..." : out;
}

std::string versions_text(const SearchHit& hit) {
    const std::size_t count = hit.versions.size() + hit.more_versions;
    return std::to_string(count) + (count == 1 ? " more version: " : " more versions: ") +
           harmless(joined_list(hit.versions));
}

std::string tags_text(const std::vector<std::string>& tags) {
    std::string text;
    for (const std::string& tag : tags) {
        const std::string quote = tag.find_first_of(" ()^") == tag.npos ? "" : "\"";
        text.append(text.empty() ? "tag:" : " tag:").append(quote).append(tag).append(quote);
    }
    return harmless(text);
}

std::string origin_of(const ArticleInfo& article) {
    return harmless(joined({article.source, article.date, article.author}, ", "));
}

std::string linked(const std::string& text, const std::string& url, const TextStyle& style) {
    const bool plain =
        std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < 127; });
    const bool opens = url.starts_with("https://") || url.starts_with("http://");
    if (!style.links || !plain || !opens) return text;
    return "\033]8;;" + url + "\033\\" + text + "\033]8;;\033\\";
}

const Paint& paint_of(const TextStyle& style) {
    static constexpr Paint kColors{"\033[1m",    "\033[2m",    "\033[0m",
                                   "\033[1;33m", "\033[1;36m", "\033[0m"};
    static constexpr Paint kPlain{"", "", "", "*", "*", "*"};
    return style.color ? kColors : kPlain;
}

}  // namespace sinodex
