// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sinodex {

// Documents of one segment by number, in ascending order.
using DocumentNumbers = std::vector<std::uint32_t>;

// Lists the documents of sealed segments that are not there any more, by the segment's folder.
// Segments of which none is deleted are not in it.
using DeletedDocuments = std::map<std::string, DocumentNumbers>;

// For each segment its folder, how many they are, and by how much each number is above the one
// before. Throws Error (database) for bytes that are none.
std::string encode_deleted(const DeletedDocuments& deleted);
DeletedDocuments decode_deleted(std::string_view bytes);

}  // namespace sinodex
