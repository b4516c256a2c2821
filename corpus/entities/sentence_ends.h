// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>

#include "corpus/entities/candidates.h"

namespace sinodex {

// Whether a sentence begins with this unit, as far as names need to know. Internal to this folder.
bool begins_sentence(const ArticleUnits& article, std::uint32_t unit);

}  // namespace sinodex
