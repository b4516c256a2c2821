// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/indexer.h"

namespace sinodex::testing {

inline constexpr const char* kIndexProgram = SINODEX_BIN_DIR "/sinodex-index";

// An article of a few hundred words, another one for each number and version.
std::string sample_text(unsigned number, unsigned version = 0);

// `count` lines of JSON with ids "article-0" and so on; every third one, from the first, depends on
// the version.
std::string sample_lines(unsigned count, unsigned version = 0);

// A line of JSON.
std::string json_line(const std::string& id, const std::string& text);

// Brings a database up to date with lines of JSON, on standard input.
IndexReport index_lines(const std::string& database, const std::string& lines,
                        IndexOptions options = {});

// Brings a database up to date with a path.
IndexReport index_path(const std::string& database, const std::string& path,
                       IndexOptions options = {});

// Options of a run that starts from nothing, whatever the database holds.
IndexOptions rebuilding();

// Article ids and their whole texts, put together from their sections.
std::map<std::string, std::string> articles_of(const std::string& database);

// All that a database holds, but for what depends on the runs that made it, the order of its
// documents and the revisions of its passages: for "id#first passage" the data,
// the terms with their frequencies, and the values.
std::map<std::string, std::string> contents_of(const std::string& database);

// The revisions of an article's passages, by what each begins with: its first word.
std::map<std::string, unsigned> revisions_of_article(const std::string& database,
                                                     const std::string& id);

// How many documents an article has; they are found by its id's term.
std::size_t documents_of(const std::string& database, const std::string& id);

// How many documents hold a term.
std::size_t frequency_of(const std::string& database, const std::string& term);

// Names of what lies in a folder.
std::set<std::string> names_in(const std::string& folder);

// Every file of a database with its time of modification and size: equal when nothing was written.
std::map<std::string, std::string> stamps_of(const std::string& database);

// Fails unless the database is sound and holds nothing but one generation, its stub and the lock.
void expect_tidy(const std::string& database);

}  // namespace sinodex::testing
