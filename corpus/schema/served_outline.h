// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/remote/shard_link.h"

namespace sinodex {

// What a machine serves by xapian-tcpsrv is two Xapian databases read as one: first one without
// documents, whose metadata is the *outline* of an index; then the index's only segment.
//
// The outline is a sealed generation, as a folder of files: those of the index as a whole, and a
// Xapian database that has what a segment has but for records and lists of postings: of each term
// how many documents hold it, and that of the article whose id is the first. The records of long
// articles' sections are there: which of them a hit needs besides its own is known only when there
// is no round trip left for them. Who searches keeps a copy, and so knows all that a search asks
// but for what matches and what is stored of that.
//
// Keys of the metadata: the first has the generation's name, a line end and its MANIFEST; the
// others the bytes of each file, kOutlinePiece at a time: "sinodex.outline/postlist.glass/0".
inline constexpr std::string_view kMetaOutline = "sinodex.outline";
inline constexpr std::uint64_t kOutlinePiece = 4U << 20U;

std::string outline_key(std::string_view file, std::uint64_t piece);
std::uint64_t outline_pieces(std::uint64_t bytes);

// Where this machine keeps outlines: below XDG_CACHE_HOME, or .cache in HOME, or else where
// temporary files are.
std::string outline_cache();

// The path of the outline of what a server serves, which is fetched unless the folder `cache` has
// it: in two round trips, or one where another outline has equal files. An outline of what is not
// served any more may be removed at any time. Throws Error: database, where nothing is served that
// has an outline; output, where the folder cannot be written; and LostShard.
std::string outline_of(ShardLink& link, const std::string& cache);

// Keeps there what was found by reading all indexes that are searched together, by a name that says
// of which it is, and the newest few such files; nothing where it is not there, or is not what was
// kept.
inline constexpr std::string_view kStoriesInCache = "stories-";
std::optional<std::string> kept_in_cache(const std::string& cache, const std::string& name);
void keep_in_cache(const std::string& cache, const std::string& name, const std::string& bytes);

}  // namespace sinodex
