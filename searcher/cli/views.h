#pragma once

#include <array>
#include <string>
#include <string_view>

#include "corpus/program/program.h"
#include "searcher/rendering/text.h"
#include "searcher/searcher.h"

namespace sinodex {

inline constexpr std::array<std::string_view, 4> kViews{"passages", "facets", "timeline",
                                                        "related"};
inline constexpr std::array<std::string_view, 2> kTimelines{"published", "mentioned"};

// How a view over what a query matches is to be printed.
struct ViewOutput {
    std::string view;    // of kViews, but passages
    std::string format;  // text, json or jsonl
    TextStyle style;
    std::size_t top = 10;
    std::string by = "published";  // of kTimelines
    bool explain = false;
    bool only_news = false;  // print nothing where nothing matches
};

// Reads the options of views. Throws Error (usage) for a choice that does not exist, and for an
// option that has no meaning with the chosen view, the passages included.
ViewOutput view_output(const Arguments& arguments, const std::string& format,
                       const TextStyle& style);

// Prints the view of a query; returns how many articles match.
std::uint64_t print_view(const Searcher& searcher, const SearchRequest& request,
                         const std::string& qid, const ViewOutput& output);

}  // namespace sinodex
