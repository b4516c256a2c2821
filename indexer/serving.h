// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace sinodex {

// Makes of a folder what xapian-tcpsrv serves of a database, for searches on other machines: its
// segment, and before that what those have to know of it; see corpus/schema/served_outline.h. The
// segment's files are shared with the database where both lie on one file system, else copied, so
// that the folder stays as it is whatever becomes of the database. Who is being served goes on
// with what it has; who comes after this gets the new state.
//
// Throws Error: database, where there is none, or it has several segments or deleted articles,
// which
// --optimize would merge away; usage, where the folder holds something else; output.
void serve_index(const std::string& database, const std::string& folder);

}  // namespace sinodex
