// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace sinodex {

// Throws UnreadableDocument(too_large) where what a PDF file draws its pages with unpacks to more
// than any document needs: 32 MiB for one of its parts or
// 256 MiB in all, pictures not counted, or is packed several times over.
void refuse_pdf_bomb(const std::string& file);

}  // namespace sinodex
