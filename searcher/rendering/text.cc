// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/text.h"

#include <algorithm>
#include <iomanip>
#include <map>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/rendering/passage_text.h"
#include "searcher/rendering/terminal.h"
#include "searcher/rendering/text_parts.h"
#include "searcher/rendering/wrap.h"

namespace sinodex {
namespace {

constexpr std::size_t kIndent = 4;

// Writes which part of the query matches by which rule, each once: "deals" (stem, near).
void render_matches(const SearchHit& hit, const std::string& query, std::ostream& out) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<MatchRule>> rules;
    for (const SearchHighlight& mark : hit.highlights) {
        for (const QueryMatch& match : mark.query) {
            rules[{match.begin, match.end}].insert(match.why);
        }
    }
    std::string line;
    for (const auto& [part, whys] : rules) {
        line.append(line.empty() ? "" : "; ").append(query, part.first, part.second - part.first);
        const char* separator = ": ";
        for (const MatchRule why : whys) {
            line.append(std::exchange(separator, ", ")).append(info(why).name);
        }
    }
    if (!line.empty()) out << "    matches " << harmless(line) << '\n';
}

// Prints what the user has said of the passage or its article.
void render_saved(const SearchHit& hit, const TextStyle& style, std::ostream& out) {
    if (hit.tags.empty() && hit.note.empty()) return;
    const std::string note = hit.note.empty() ? "" : "note: " + harmless(hit.note);
    out << std::string(kIndent, ' ') << paint_of(style).dim
        << joined({tags_text(hit.tags), note}, "  ") << paint_of(style).end << '\n';
}

// A hit of an article, below its title.
void render_hit(const SearchHit& hit, const std::string& query, const TextStyle& style,
                std::ostream& out) {
    std::ostringstream passage;
    render_passage(hit, kIndent, style, passage);
    // The rank stands in the indentation of the first line.
    out << std::setw(2) << hit.rank << ". " << passage.str().substr(kIndent);
    if (hit.loosened) {
        const Paint& paint = paint_of(style);
        out << std::string(kIndent, ' ') << paint.dim << "(without the phrase)" << paint.end
            << '\n';
    }
    render_saved(hit, style, out);
    if (hit.parts.empty()) return;
    render_matches(hit, query, out);
    out << std::string(kIndent, ' ') << "score " << hit.score << " of";
    for (const ScorePart& part : hit.parts) out << "  " << part.name << ' ' << part.value;
    out << '\n';
}

void render_title(const ArticleInfo& article, const TextStyle& style, std::ostream& out) {
    const Paint& paint = paint_of(style);
    const std::string title = harmless(article.title.empty() ? article.id : article.title);
    const std::string origin = origin_of(article);
    const std::string url = style.links ? "" : harmless(article.url);
    out << linked(std::string(paint.title) + title + std::string(paint.end), article.url, style)
        << '\n';
    // Where it was published and where it is found are one line if they fit.
    const bool fits = columns_of(origin) + 2 + columns_of(url) <= style.width;
    const std::string_view between = origin.empty() || url.empty() ? "" : fits ? "  " : "\n";
    if (origin.empty() && url.empty()) return;
    out << paint.dim << origin << between << url << paint.end << '\n';
}

// The hits of one article.
void render_group(const std::vector<const SearchHit*>& hits, const std::string& query,
                  const TextStyle& style, std::ostream& out) {
    const SearchHit& best = *hits.front();
    const Paint& paint = paint_of(style);
    render_title(best.article, style, out);
    for (const SearchHit* hit : hits) render_hit(*hit, query, style, out);
    if (!best.versions.empty()) {
        out << std::string(kIndent, ' ') << paint.dim << "and " << versions_text(best) << paint.end
            << '\n';
    }
    out << '\n';
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// Where the character ends that begins at `at`, and begins that ends there.
std::size_t next_character(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && continues(text[at]));
    return at;
}
std::size_t previous_character(std::string_view text, std::size_t at) {
    do --at;
    while (at > 0 && continues(text[at]));
    return at;
}

// The query, or of a long one what is around the warning's span, and a line that marks the span.
void render_place(const std::string& query, const SearchWarning& warning, std::ostream& out) {
    constexpr std::size_t kPlaceIndent = 6;
    constexpr std::size_t kBefore = 30;
    constexpr std::size_t kRoom = 80;
    const std::string_view text = query;
    std::size_t begin = warning.begin;
    std::size_t columns = 0;
    const auto width = [&](std::size_t from, std::size_t to) {
        return columns_of(harmless(std::string(text.substr(from, to - from))));
    };
    while (begin > 0 && columns < kBefore) {
        const std::size_t before = previous_character(text, begin);
        columns += width(before, begin);
        begin = before;
    }
    std::size_t end = warning.begin;
    std::size_t marked = 0;
    for (std::size_t used = columns; end < text.size() && used < kRoom;) {
        const std::size_t after = next_character(text, end);
        const std::size_t more = width(end, after);
        used += more;
        if (end < warning.end) marked += more;
        end = after;
    }
    const std::string_view cut = begin > 0 ? "..." : "";
    out << std::string(kPlaceIndent, ' ') << cut
        << harmless(std::string(text.substr(begin, end - begin)))
        << (end < text.size() ? "..." : "") << '\n'
        << std::string(kPlaceIndent + cut.size() + columns, ' ')
        << std::string(std::max<std::size_t>(marked, 1), '^') << '\n';
}

}  // namespace

void render_text(const SearchResult& result, const TextStyle& style, std::ostream& out) {
    const std::string& searched = result.corrected ? result.suggestion : result.query;
    std::vector<std::vector<const SearchHit*>> groups;
    std::map<std::string_view, std::size_t> group_of;
    for (const SearchHit& hit : result.hits) {
        const auto [group, fresh] = group_of.try_emplace(hit.article.id, groups.size());
        if (fresh) groups.emplace_back();
        groups[group->second].push_back(&hit);
    }
    for (const auto& hits : groups) render_group(hits, searched, style, out);
}

void render_warnings(const std::string& query, const std::vector<SearchWarning>& warnings,
                     std::ostream& out) {
    for (const SearchWarning& warning : warnings) {
        const std::string part = query.substr(warning.begin, warning.end - warning.begin);
        out << "note: ";
        if (!part.empty()) out << harmless(part) << ": ";
        out << warning.message << '\n';
        if (!part.empty()) render_place(query, warning, out);
    }
}

void render_missing(const SearchResult& result, std::ostream& out) {
    for (std::size_t i = 0; i < result.missing.size(); ++i) {
        out << (i == 0 ? "no article holds: " : ", ") << harmless(result.missing[i]);
    }
    if (!result.missing.empty()) out << '\n';
}

void render_suggestion(const SearchResult& result, std::ostream& out) {
    if (result.suggestion.empty()) return;
    if (result.corrected) {
        out << "nothing matches \"" << harmless(result.query)
            << "\"; these are the results for: " << harmless(result.suggestion) << '\n';
    } else {
        out << "did you mean: " << harmless(result.suggestion) << '\n';
    }
}

}  // namespace sinodex
