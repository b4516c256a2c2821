#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sinodex {

// `bytes` as UTF-8 text: invalid sequences become U+FFFD, control characters spaces. Thread-safe.
std::string valid_utf8(std::string_view bytes);

// The number of code points in valid UTF-8.
std::uint32_t count_code_points(std::string_view text);

}  // namespace sinodex
