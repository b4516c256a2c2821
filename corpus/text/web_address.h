// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace sinodex {

// The bytes of the web address (http://, https://, www.) that `text`, which is not empty, starts
// with; 0 if it starts with none. Internal to this folder.
std::uint32_t web_address_length(std::string_view text);

}  // namespace sinodex
