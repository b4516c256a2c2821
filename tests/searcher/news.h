// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "searcher/searcher.h"
#include "tests/support/temporary_folder.h"

namespace sinodex::testing {

struct NewsArticle {
    std::string id, title, text, source, author, date, lang;
};

// A dozen small articles: English, Simplified and Traditional Chinese; dated to the day, to the
// month, to the year and not at all; three that are alike; one of several sections.
const std::vector<NewsArticle>& news();

// An article of some 300 kB, in which "paragraph <n>" comes once for every n below 3,000, and
// "golden pheasant" once, near the end.
NewsArticle long_article();

// Makes a database of articles, or brings one up to date with them.
void index_articles(const std::string& database, const std::vector<NewsArticle>& articles);

// Makes a database of one article, "a", that brings its passages itself.
void index_passages(const std::string& database, const std::vector<std::string>& passages);

// A database of news() and long_article(), in a folder of its own.
class NewsDatabase {
 public:
    NewsDatabase();
    std::string path() const { return folder_ / "db"; }
    const std::string& text_of(const std::string& id) const { return texts_.at(id); }

 private:
    TemporaryFolder folder_;
    std::map<std::string, std::string> texts_;
};

// The same one for all tests of a program.
const NewsDatabase& news_database();

SearchResult search(const Searcher& searcher, const std::string& query,
                    SearchUnit unit = SearchUnit::passage, std::size_t limit = 10);

std::vector<std::string> ids_of(const SearchResult& result);

}  // namespace sinodex::testing
