// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace sinodex {

// Files of a package by their names.
using PackageFiles = std::map<std::string, std::string, std::less<>>;

// Unpacks those files of a ZIP package whose names are `wanted`. Throws UnreadableDocument:
// malformed where it is no ZIP file or damaged, unreadable where it is encrypted, too_large where
// what is wanted unpacks to more than 64 MiB, of which no more is ever held. Thread-safe.
PackageFiles unpack(const std::string& package,
                    const std::function<bool(std::string_view)>& wanted);

}  // namespace sinodex
