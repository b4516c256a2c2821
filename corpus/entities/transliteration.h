// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace sinodex {

// Tells foreign names in Chinese text by the characters that they are spelt with. Internal to this
// folder; thread-safe.

// Whether a character, in either script, is one that foreign names are spelt with.
bool spells_foreign_names(std::string_view character);

// Whether two characters, in either script, are a frequent Japanese surname.
bool is_japanese_surname(std::string_view characters);

}  // namespace sinodex
