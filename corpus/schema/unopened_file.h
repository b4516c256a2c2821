// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace sinodex {

// Tells why a file of a database could not be opened, by what errno was: throws Error (database),
// but (input) where only descriptors or memory were short, which is no damage.
[[noreturn]] void unopened_file(const std::string& path, int error);

}  // namespace sinodex
