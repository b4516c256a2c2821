#pragma once

// What the texts of hits, figures and verification share. Internal to this folder.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/searcher.h"

namespace sinodex {

// What is written before a title, what is secondary, and a match; and after any of them.
struct Paint {
    std::string_view title, dim, match, end;
};
inline constexpr Paint kColors{"\033[1m", "\033[2m", "\033[1;33m", "\033[0m"};
inline constexpr Paint kPlain{"", "", "*", "*"};

// Those that are not empty.
std::string joined(std::initializer_list<std::string_view> parts, std::string_view separator);

// The first three.
std::string joined_list(const std::vector<std::string>& parts);

// An article's source, date and author.
std::string origin_of(const ArticleInfo& article);

}  // namespace sinodex
