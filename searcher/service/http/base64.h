// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sinodex {

// The bytes that a text in base64 stands for, up to where it is none.
std::string base64_decoded(std::string_view text);

}  // namespace sinodex
