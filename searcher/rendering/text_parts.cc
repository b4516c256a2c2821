#include "searcher/rendering/text_parts.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace sinodex {

std::string harmless(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, text.size(), c);
        if (u_isISOControl(c)) {
            out.push_back(' ');
        } else {
            out.append(text, begin, i - begin);
        }
    }
    return out;
}

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

std::string origin_of(const ArticleInfo& article) {
    return harmless(joined({article.source, article.date, article.author}, ", "));
}

}  // namespace sinodex
