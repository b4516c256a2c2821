// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "searcher/api/result.h"

namespace sinodex {

struct TextStyle {
    bool color = false;       // ANSI colours; without them matches are starred
    std::size_t width = 100;  // columns; wide characters take two
    bool links = false;       // titles lead to their articles (OSC 8), URLs are not printed
    bool cite = false;        // behind each passage a line to paste, citation_line()
    // Where a passage stands in its file, "news/a.txt:12", to be printed behind it; "" where that
    // is not known. None: of no passage.
    std::function<std::string(const SearchHit&)> place = nullptr;
};

// Prints a result for people. Hits of one article stand together, in the place of the best of them:
// its title, where and when it was published, then its passages, the best first, each with its
// rank, its matching words marked, and what to cite it by. A long passage is cut down to its best
// sentences; passages around it have a bar at their left.
void render_text(const SearchResult& result, const TextStyle& style, std::ostream& out);

// Warnings, each with the part of the query that it is about, marked under the query.
void render_warnings(const std::string& query, const std::vector<SearchWarning>& warnings,
                     std::ostream& out);

// Writes which words of the query no article holds, if any.
void render_missing(const SearchResult& result, std::ostream& out);

// Writes what may have been meant, if anything.
void render_suggestion(const SearchResult& result, std::ostream& out);

// Prints what the marks of the hits and the parts of their scores mean, after a search with
// SearchRequest::explain.
void render_legend(const SearchResult& result, const TextStyle& style, std::ostream& out);

// The stages of a search, whose lines keep their indentation, as asked for with
// SearchRequest::explain.
void render_stages(const SearchResult& result, std::ostream& out);

}  // namespace sinodex
