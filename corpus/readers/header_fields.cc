// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/header_fields.h"

#include <algorithm>
#include <cstddef>

#include "corpus/readers/whitespace.h"

namespace sinodex {

std::string_view field_of(const HeaderFields& fields, std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string_view{} : std::string_view(found->second);
}

void add_field(HeaderFields& fields, std::string& last, std::string_view line) {
    if (line.empty()) return;
    if (space_at(line, 0) > 0) {
        if (!last.empty()) fields[last] += ' ' + std::string(trimmed(line));
        return;
    }
    const std::size_t colon = line.find(':');
    last.clear();
    if (colon == std::string_view::npos) return;
    const std::string name = ascii_lower(trimmed(line.substr(0, colon)));
    if (fields.emplace(name, trimmed(line.substr(colon + 1))).second) last = name;
}

std::string media_type(std::string_view content_type) {
    return ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string charset_of(std::string_view content_type) {
    const std::size_t at = ascii_lower(content_type).find("charset=");
    if (at == std::string::npos) return "";
    constexpr std::string_view kQuotes = "\"' ";
    std::string_view value = content_type.substr(at + std::string_view("charset=").size());
    value = value.substr(0, value.find(';'));
    value.remove_prefix(std::min(value.find_first_not_of(kQuotes), value.size()));
    return std::string(value.substr(0, value.find_first_of(kQuotes)));
}

}  // namespace sinodex
