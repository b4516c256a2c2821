// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <functional>

#include "corpus/schema/deleted.h"

namespace sinodex {

// Calls visit(document) with the documents of a sealed segment, in their order, but for those that
// are deleted. As a segment does not keep which terms a document has, they are made from its
// postings, 65,536 at a time, which takes some 100 MB of memory.
void for_each_left(const Xapian::Database& segment, const DocumentNumbers& deleted,
                   const std::function<void(const Xapian::Document&)>& visit);

}  // namespace sinodex
