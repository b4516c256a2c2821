#include "corpus/text/utf8.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace sinodex {

std::string valid_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t begin = i;
        UChar32 c = 0;
        U8_NEXT(data, i, bytes.size(), c);
        if (c < 0) {
            text.append("\xEF\xBF\xBD");
        } else if (c < 0x20 || c == 0x7F) {
            text.push_back(' ');
        } else {
            text.append(bytes.substr(begin, i - begin));
        }
    }
    return text;
}

std::uint32_t count_code_points(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    }));
}

}  // namespace sinodex
