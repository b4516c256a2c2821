// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace sinodex {

// The text as a field's value: in quotation marks unless it is one plain word. Its own ones, which
// would end it, become spaces. Thread-safe.
std::string quoted_value(std::string text);

}  // namespace sinodex
