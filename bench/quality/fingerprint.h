// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// XXH3 of bytes, as 16 hexadecimal digits.
std::string fingerprint(std::string_view bytes);

// The same of a file. Throws Error (input) when it cannot be read.
std::string file_fingerprint(const std::string& path);

// The same of what a Sinodex database holds, from its manifest: the sizes and checksums of its
// tables, but for two that tell when and as which database it was made (the posting lists hold what
// the term lists do, and the time). Throws Error (database).
std::string database_fingerprint(const std::string& database);

}  // namespace sinodex
