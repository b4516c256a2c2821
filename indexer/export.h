// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

namespace sinodex {

// Writes a database for the bulk interface of OpenSearch or Elasticsearch: for each article a line
// that says what to do, {"index":{"_id":...}}, and a line with the article: its facts and text,
// passages, entities, mentions, amounts, dates, and the story that it tells a version of.
// docs/how-to/export.md describes the fields. `_id` is the article's id, or where that has more
// than 200 bytes, what index-format.md says of its term.
//
// The database may be several that are read as one; see corpus/schema/shard_list.h. Articles come
// in the order of the database. Returns how many. Throws Error: database, when it is not there or
// damaged; output, when the stream cannot be written.
std::uint64_t export_bulk(const std::string& database, std::ostream& out);

// The settings and mapping of an index for those lines, a JSON object; every field of theirs is in
// it, and the index takes no other.
std::string export_mapping();

}  // namespace sinodex
