// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "corpus/schema/revisions.h"

namespace sinodex {

// The revision that a text means; see Searcher::revision_named. Throws Error (usage).
Revision revision_named(const std::string& when, const Revisions& revisions);

}  // namespace sinodex
