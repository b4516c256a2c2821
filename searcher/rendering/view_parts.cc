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
    if (!matches.complete) {
        out_ << "More match: these are the best " << grouped(kMostViewed)
             << ". Narrow the query down, as by date:2021, to count all.\n";
    }
    out_ << '\n';
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view several) {
    return grouped(number).append(" ").append(number == 1 ? one : several);
}

}  // namespace sinodex
