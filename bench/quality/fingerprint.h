#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// XXH3 of bytes, as 16 hexadecimal digits.
std::string fingerprint(std::string_view bytes);

// The same of a file. Throws Error (input) when it cannot be read.
std::string file_fingerprint(const std::string& path);

// The same of the sizes and checksums of a Sinodex database's tables. Throws Error (database).
std::string database_fingerprint(const std::string& database);

}  // namespace sinodex
