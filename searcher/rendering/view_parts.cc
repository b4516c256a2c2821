// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/view_parts.h"

#include "searcher/rendering/terminal.h"

namespace sinodex {

std::string ViewWriter::painted(std::string_view color, std::string_view text) const {
    if (!style_.color || text.empty()) return std::string(text);
    return std::string(color).append(text).append("\033[0m");
}

void ViewWriter::heading(const MatchSummary& matches, std::string_view rest) {
    out_ << strong(harmless(matches.query)) << ": "
         << counted(matches.articles, "article matches", "articles match") << rest << '\n';
    const std::string_view counts = which_are_counted(matches.counted);
    if (!counts.empty()) out_ << dim(counts) << '\n';
    if (!matches.complete) {
        out_ << "More match: these are the best " << grouped(kMostViewed)
             << ". Narrow the query down, as by date:2021, to count all.\n";
    }
    out_ << '\n';
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view several) {
    return grouped(number).append(" ").append(number == 1 ? one : several);
}

std::string_view which_are_counted(Counted counted) {
    switch (counted) {
        case Counted::matching:
            return "";
        case Counted::most_words:
            return "Counted: articles that hold the query's words, or all but the least telling.";
        case Counted::half_words:
            return "Counted: articles that hold half of the query's words; none holds more.";
        case Counted::any_word:
            return "Counted: articles that hold any of the query's words; none holds half of them.";
    }
    return "";
}

}  // namespace sinodex
