// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace sinodex {

// The dictionary of corpus/knowledge/terms.txt, which make_subject_dictionary writes when the
// program is built, as words of 8 bytes. Internal to this folder.
extern const std::uint64_t kSubjectBlock[];
extern const std::size_t kSubjectBlockWords;

}  // namespace sinodex
