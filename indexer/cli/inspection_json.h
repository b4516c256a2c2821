// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>

#include "indexer/inspection.h"

namespace sinodex {

// How an article was read as one line of JSON; docs/json-output.md describes it.
void print_inspection_json(std::ostream& out, const Inspection& inspection);

}  // namespace sinodex
