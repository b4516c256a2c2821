// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace sinodex {

// The block of corpus/knowledge/entities/, which make_built_in_knowledge writes when the program is
// built, as words of 8 bytes. Internal to this folder.
extern const std::uint64_t kBuiltInBlock[];
extern const std::size_t kBuiltInBlockWords;

}  // namespace sinodex
