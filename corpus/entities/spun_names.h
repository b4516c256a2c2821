// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/entities/name_tree.h"
#include "corpus/entities/text_units.h"

namespace sinodex {

// Articles that were rewritten by exchanging words for near-synonyms spoil names: the South China
// Morning Post becomes "the South China Early morning Put up". Such a name is found when its first
// two words stand, at least half of its words follow each other, three of them more than "of" or
// "and", and one has lost its capital between capitalised words. A phrase in capitals alone may be
// another name: the New York Mercantile Exchange.
// Internal to this folder.

// Whether a name has words enough. Thread-safe.
bool may_be_spun(std::span<const std::uint64_t> words);

// Where the spun form of `name` ends, when it begins with the unit `begin`. Thread-safe.
std::optional<std::uint32_t> spun_end(const std::vector<TextUnit>& units, std::uint32_t begin,
                                      const SpunName& name);

}  // namespace sinodex
