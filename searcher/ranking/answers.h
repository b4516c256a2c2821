// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/schema/record.h"
#include "searcher/understanding/understood_query.h"

namespace sinodex {

// Whether a passage holds what a question asks for: an amount or a number, a time, somebody, a
// reason. False for what asks for nothing in particular.
bool answers(Asked asked, const Record& record, ByteRange passage);

}  // namespace sinodex
