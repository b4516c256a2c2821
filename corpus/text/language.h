// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace sinodex {

// The language of a text as far as the scripts and the commonest words tell: "en", "zh-Hans",
// "zh-Hant", or "" when neither English nor Chinese. Looks at the first 64 KiB. Thread-safe.
std::string_view detect_language(std::string_view text);

}  // namespace sinodex
