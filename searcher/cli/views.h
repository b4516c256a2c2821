#pragma once

#include <array>
#include <string>
#include <string_view>

#include "corpus/program/program.h"
#include "searcher/cli/output.h"
#include "searcher/searcher.h"

namespace sinodex {

inline constexpr std::array<std::string_view, 5> kViews{"passages", "facets", "timeline", "related",
                                                        "figures"};
inline constexpr std::array<std::string_view, 2> kTimelines{"published", "mentioned"};

struct ViewOptions {
    std::string view;  // of kViews
    std::size_t top = 10;
    std::string by = "published";  // of kTimelines
    bool only_news = false;        // print nothing where nothing matches
};

// Reads the options of views. Throws Error (usage) for a choice that does not exist, and for an
// option that has no meaning with the chosen view, the passages included.
ViewOptions view_options(const Arguments& arguments, const Output& output);

// Prints a view of a query, not its passages; returns how many articles match, or how many groups
// of figures there are.
std::uint64_t print_view(const Searcher& searcher, const SearchRequest& request,
                         const std::string& qid, const ViewOptions& options, const Output& output);

}  // namespace sinodex
