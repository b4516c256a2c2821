// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace sinodex {

// The fields `Name: value` of a record or a message, by their names in lower case; the first of a
// name stands.
using HeaderFields = std::map<std::string, std::string, std::less<>>;

// The value of a field; empty when it is not there.
std::string_view field_of(const HeaderFields& fields, std::string_view name);

// Adds a line of a head to `fields`: a field, or the rest of `last`, the name of the one before.
void add_field(HeaderFields& fields, std::string& last, std::string_view line);

// "text/html" of "Text/HTML; charset=utf-8", and "utf-8".
std::string media_type(std::string_view content_type);
std::string charset_of(std::string_view content_type);

}  // namespace sinodex
