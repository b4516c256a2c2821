// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// XXH3 of bytes, as 16 hexadecimal digits.
std::string fingerprint(std::string_view bytes);

// The same of a file. Throws Error (input) when it cannot be read.
std::string file_fingerprint(const std::string& path);

// The same of what a Sinodex database holds: its records, and by the checksums of its manifest what
// is known and learned beside them. When and as which database it was made does not count. Throws
// Error (database).
std::string database_fingerprint(const std::string& database);

}  // namespace sinodex
