// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/xml_ampersands.h"

#include <algorithm>
#include <cstddef>

namespace sinodex {
namespace {

constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::string_view kCdataEnd = "]]>";
constexpr std::size_t kLongestReference = 40;  // bytes, of what is looked at behind an "&"

bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

// Whether "&" at the beginning of `text` begins "&name;" or "&#8211;".
bool begins_reference(std::string_view text) {
    std::size_t at = text.starts_with("&#") ? 2 : 1;
    const std::size_t begin = at;
    while (at < text.size() && is_of_name(text[at])) ++at;
    return at > begin && at < text.size() && text[at] == ';';
}

bool is_wide(std::string_view text) {
    const std::string_view start = text.substr(0, 4);
    return start.starts_with("\xFE\xFF") || start.starts_with("\xFF\xFE") ||
           start.find('\0') != std::string_view::npos;
}

}  // namespace

std::string AmpersandMender::mend(std::string_view piece, bool last) {
    if (!begun_) wide_ = is_wide(piece);
    begun_ = begun_ || !piece.empty();
    if (wide_) return std::string(piece);
    held_ += piece;
    const std::string_view text = held_;
    std::string mended;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t next =
            std::min(text.find_first_of(in_cdata_ ? "]" : "&<", at), text.size());
        mended += text.substr(at, next - at);
        at = next;
        if (at == text.size() || (!last && text.size() - at < kLongestReference)) break;
        const std::string_view rest = text.substr(at);
        if (rest.starts_with(in_cdata_ ? kCdataEnd : kCdata)) in_cdata_ = !in_cdata_;
        const bool bare =
            rest.starts_with('&') && !begins_reference(rest.substr(0, kLongestReference));
        mended += bare ? "&amp;" : rest.substr(0, 1);
        ++at;
    }
    held_.erase(0, at);
    return mended;
}

}  // namespace sinodex
