// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace sinodex {

// One of the indexes that are searched as one.
struct IndexPlace {
    std::string name;  // by which messages speak of it
    std::string path;  // its folder, or "host:port" of who serves it
};

// Whether a server has it: its path is "host:port", and nothing of that name is here.
bool is_served(const IndexPlace& place);

// The indexes that a path means: a folder means itself. A file lists them, one a line: a name of
// letters, digits, . - and _, a space, and the path of a folder, seen from the folder of the file,
// or the host and port of xapian-tcpsrv; blank lines and lines that begin with # are passed over.
//
//   # shards.list
//   one    /data/news-1.db
//   two    ../disk2/news-2.db
//   three  search3:7001
//
// Throws Error (database) naming file and line where that is not so, or a name comes twice.
// Thread-safe.
std::vector<IndexPlace> places_of(const std::string& path);

// The same of several paths, one after the other.
std::vector<IndexPlace> places_of(const std::vector<std::string>& paths);

}  // namespace sinodex
