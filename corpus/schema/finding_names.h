// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "corpus/entities/mention.h"
#include "corpus/quantities/amounts.h"
#include "corpus/quantities/dates.h"
#include "corpus/quantities/publication.h"

namespace sinodex {

// The programs call findings by these names in their output: the enumerator's own name,
// "more_than". Part of the JSON formats, so not to be changed. Thread-safe.
std::string_view to_string(MentionKind kind);
std::string_view to_string(Qualifier qualifier);
std::string_view to_string(DatePrecision precision);
std::string_view to_string(DateKind kind);
std::string_view to_string(DateOrigin origin);
std::string_view to_string(DateTrust trust);

inline constexpr std::size_t kMentionKinds = static_cast<std::size_t>(MentionKind::told) + 1;

}  // namespace sinodex
