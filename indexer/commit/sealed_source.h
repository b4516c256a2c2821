// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>

#include "indexer/commit/document_source.h"

namespace sinodex {

// The documents of a sealed segment but for the deleted ones, which are given by their numbers in
// it. Throws Xapian::Error where the segment cannot be read.
std::unique_ptr<DocumentSource> sealed_source(const std::string& path, DocumentNumbers deleted);

}  // namespace sinodex
