// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/stanzas.h"

#include <algorithm>

#include "corpus/error.h"

namespace sinodex {

void throw_at(const FileLine& place, const std::string& message, const std::string& hint) {
    throw Error(ErrorKind::input, place.file + ":" + std::to_string(place.line) + ": " + message,
                hint);
}

std::string_view without_spaces(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r";
    const std::size_t begin = text.find_first_not_of(kSpaces);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

std::vector<std::string_view> list_items(std::string_view value, char separator) {
    std::vector<std::string_view> items;
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t end = std::min(value.find(separator, begin), value.size());
        const std::string_view item = without_spaces(value.substr(begin, end - begin));
        if (!item.empty()) items.push_back(item);
        begin = end + 1;
    }
    return items;
}

namespace {

StanzaField read_field(std::string_view line, FileLine place) {
    const std::size_t colon = line.find(':');
    if (colon == line.npos || colon == 0) {
        throw_at(place, "not a field: " + std::string(line.substr(0, 60)),
                 "write 'key: value', or '#' before a comment");
    }
    const std::string_view key = without_spaces(line.substr(0, colon));
    const std::string_view value = without_spaces(line.substr(colon + 1));
    if (value.empty()) throw_at(place, "'" + std::string(key) + "' has no value");
    return {key, value, std::move(place)};
}

}  // namespace

std::vector<Stanza> read_stanzas(std::string_view text, const std::string& origin) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    std::vector<Stanza> stanzas;
    bool inside = false;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = without_spaces(text.substr(begin, end - begin));
        begin = end + 1;
        ++number;
        if (line.starts_with('#')) continue;
        if (line.empty()) {
            inside = false;
            continue;
        }
        if (!inside) stanzas.emplace_back();
        inside = true;
        stanzas.back().push_back(read_field(line, {origin, number}));
    }
    return stanzas;
}

}  // namespace sinodex
