// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

// The texts of hits, figures and verification share this. Internal to this folder.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/api/result.h"
#include "searcher/rendering/text.h"

namespace sinodex {

// Holds what is printed before and after parts of a text; empty without colours, but for the marks.
struct Paint {
    std::string_view title, dim, end;
    std::string_view word, other, mark_end;  // matching words, and the same in other words
};

const Paint& paint_of(const TextStyle& style);

// `text`, which leads to a URL where the terminal has links and the URL is one that may be opened.
std::string linked(const std::string& text, const std::string& url, const TextStyle& style);

// Joins those that are not empty.
std::string joined(std::initializer_list<std::string_view> parts, std::string_view separator);

// The first three.
std::string joined_list(const std::vector<std::string>& parts);

// How many other versions an article has, and the first three.
std::string versions_text(const SearchHit& hit);

// As a query asks for them: tag:fine tag:"to check".
std::string tags_text(const std::vector<std::string>& tags);

// An article's source, date and author.
std::string origin_of(const ArticleInfo& article);

}  // namespace sinodex
