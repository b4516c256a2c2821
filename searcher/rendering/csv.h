// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>

#include "searcher/api/facets.h"
#include "searcher/api/figures.h"
#include "searcher/api/related.h"
#include "searcher/api/result.h"
#include "searcher/api/timeline.h"

namespace sinodex {

// Whether a table begins with the names of its columns. The tables of a batch are one: the first
// has them, the others have not.
enum class CsvHeader { with, without };

// Results as tables for spreadsheets: comma-separated UTF-8, a row a line that ends with LF; texts
// are quoted as RFC 4180 says where they have to be, and line breaks in them are spaces. A text
// that a spreadsheet would take for a formula (it begins with = + - or @, spaces left out) gets an
// apostrophe in front: texts come from anywhere. Numbers are as they are.
// docs/json-output.md lists the columns. `qid` of a batch is the first column; there is none where
// it is empty.

// A row for each hit.
void render_csv(const SearchResult& result, const std::string& qid, CsvHeader header,
                std::ostream& out);
// A row for each value of a facet.
void render_csv(const Facets& view, const std::string& qid, CsvHeader header, std::ostream& out);
// A row for each month that has articles.
void render_csv(const Timeline& view, const std::string& qid, CsvHeader header, std::ostream& out);
// A row for each entity.
void render_csv(const RelatedEntities& view, const std::string& qid, CsvHeader header,
                std::ostream& out);
// A row for each figure; the number of its group is the column `group`.
void render_csv(const Figures& view, const std::string& qid, CsvHeader header, std::ostream& out);

}  // namespace sinodex
