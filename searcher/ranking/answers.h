// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>

#include "corpus/schema/record.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Whether a passage holds what a question asks for: an amount or a number, a time, somebody, a
// reason. False for what asks for nothing in particular.
bool answers(Asked asked, const Record& record, ByteRange passage);

// How many entities a passage mentions, each as often as it does.
std::size_t mentions_within(const Record& record, ByteRange passage);

}  // namespace sinodex
