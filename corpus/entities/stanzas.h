// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// A place in a knowledge file. Internal to this folder.
struct FileLine {
    std::string file;
    std::size_t line = 0;
};

// Throws Error (input): "file:line: message".
[[noreturn]] void throw_at(const FileLine& place, const std::string& message,
                           const std::string& hint = "");

// `key: value`, views of the text that was read.
struct StanzaField {
    std::string_view key;
    std::string_view value;
    FileLine place;
};

using Stanza = std::vector<StanzaField>;  // not empty

// The stanzas of a knowledge file, without its comments. Throws Error (input) for a line that is no
// field, and for a field without a value.
std::vector<Stanza> read_stanzas(std::string_view text, const std::string& origin);

// The items of a list: parted by `separator`, without the spaces around them, empty ones left out.
std::vector<std::string_view> list_items(std::string_view value, char separator);

// Takes off the ASCII spaces around a text.
std::string_view without_spaces(std::string_view text);

}  // namespace sinodex
