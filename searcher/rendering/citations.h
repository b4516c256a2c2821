// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "searcher/api/result.h"

namespace sinodex {

// How passages and articles are cited: by a line for people, and as bibliographies for programs
// such as Zotero, LaTeX and pandoc. Authors are never taken apart into names, nor are their names
// guessed: they stand as the article gives them.

// An article to be cited, with the passages of it that are: "id#2, bytes 10-90".
struct CitedArticle {
    ArticleInfo article;
    std::vector<std::string> passages;
};

// The articles of the hits, in the order of their best ones, each once.
std::vector<CitedArticle> cited_articles(const SearchResult& result);

// Returns a line to paste under a quotation: Li Na, “Title,” Source, July 31, 2023, URL (id#0,
// bytes 0-241). For a Chinese article it is Li
// Na：《Title》，Source，2023年7月31日，URL（id#0，0-241字节）. Facts that are not known are left
// out, and it has no line end.
std::string citation_line(const SearchHit& hit);

// An entry of BibTeX for each article. Its key is the article's id, in which what BibTeX does not
// take has become a hyphen, with a number behind it that tells such ids apart.
void render_bibtex(const std::vector<CitedArticle>& articles, std::ostream& out);

// The articles as a list of CSL JSON. Ids are those of the articles.
void render_csl_json(const std::vector<CitedArticle>& articles, std::ostream& out);

}  // namespace sinodex
