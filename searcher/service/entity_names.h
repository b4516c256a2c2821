// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "searcher/searcher.h"

namespace sinodex {

// Says in which language a reader wants names.
enum class NameLanguage { en, zh };

// In the order of the enumerators.
inline constexpr std::array<std::string_view, 2> kNameLanguages{"en", "zh"};

// Returns how an entity is called in a language: as it is shown where that is a name in it, or else
// by the first of its names that is; as it is shown where it has none. `shown` where the id is
// none.
std::string name_in(NameLanguage language, const Searcher& index, const std::string& id,
                    const std::string& shown);

}  // namespace sinodex
