#include "searcher/rendering/text.h"

#include <algorithm>
#include <iomanip>
#include <map>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include "searcher/rendering/passage_text.h"
#include "searcher/rendering/terminal.h"
#include "searcher/rendering/text_parts.h"
#include "searcher/rendering/wrap.h"

namespace sinodex {
namespace {

// Which part of the query matches by which rule, each once: "deals" (stem, near).
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

void render_hit(const SearchHit& hit, const std::string& query, const TextStyle& style,
                std::ostream& out) {
    constexpr std::size_t kIndent = 4;
    const Paint& paint = paint_of(style);
    const ArticleInfo& article = hit.article;
    out << std::setw(2) << hit.rank << ". " << paint.title
        << harmless(article.title.empty() ? article.id : article.title) << paint.end << '\n';
    const std::string origin = origin_of(article);
    if (!origin.empty())
        out << std::string(kIndent, ' ') << paint.dim << origin << paint.end << '\n';
    if (hit.loosened) {
        out << std::string(kIndent, ' ') << paint.dim << "(without the phrase)" << paint.end
            << '\n';
    }
    render_passage(hit, kIndent, style, out);
    out << std::string(kIndent, ' ') << paint.dim << "[" << harmless(article.id) << "#"
        << hit.passage << ", bytes " << hit.begin << "-" << hit.end << "]"
        << (article.url.empty() ? "" : " " + harmless(article.url)) << paint.end << '\n';
    if (!hit.versions.empty()) {
        out << std::string(kIndent, ' ') << paint.dim << "and " << hit.versions.size()
            << (hit.versions.size() == 1 ? " more version: " : " more versions: ")
            << harmless(joined_list(hit.versions)) << paint.end << '\n';
    }
    if (!hit.parts.empty()) {
        render_matches(hit, query, out);
        out << std::string(kIndent, ' ') << "score " << hit.score << " of";
        for (const ScorePart& part : hit.parts) out << "  " << part.name << ' ' << part.value;
        out << '\n';
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
    constexpr std::size_t kIndent = 6;
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
    out << std::string(kIndent, ' ') << cut
        << harmless(std::string(text.substr(begin, end - begin)))
        << (end < text.size() ? "..." : "") << '\n'
        << std::string(kIndent + cut.size() + columns, ' ')
        << std::string(std::max<std::size_t>(marked, 1), '^') << '\n';
}

}  // namespace

void render_text(const SearchResult& result, const TextStyle& style, std::ostream& out) {
    const std::string& searched = result.corrected ? result.suggestion : result.query;
    for (const SearchHit& hit : result.hits) render_hit(hit, searched, style, out);
}

void render_legend(const SearchResult& result, const TextStyle& style, std::ostream& out) {
    if (result.stages.empty()) return;
    std::set<MatchRule> rules;
    for (const SearchHit& hit : result.hits) {
        for (const SearchHighlight& mark : hit.highlights) {
            rules.insert(mark.why);
            for (const QueryMatch& match : mark.query) rules.insert(match.why);
        }
    }
    const Paint& paint = paint_of(style);
    std::size_t column = 10;
    for (const MatchRule rule : rules) column = std::max(column, info(rule).name.size() + 1);
    for (const MatchRule rule : rules) {
        const auto& [_, name, meaning, words] = info(rule);
        out << (rule == *rules.begin() ? "marks       " : "            ")
            << (words ? paint.word : paint.other) << name << paint.mark_end
            << std::string(column - name.size(), ' ') << meaning << '\n';
    }
    if (!rules.empty()) out << '\n';
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

void render_stages(const SearchResult& result, std::ostream& out) {
    constexpr std::size_t kIndent = 12;
    for (const ExplainStage& stage : result.stages) {
        std::string lines;
        std::istringstream text(stage.text);
        for (std::string line; std::getline(text, line);) {
            const std::size_t depth = std::min(line.find_first_not_of(' '), line.size());
            lines.append(lines.empty() ? "" : "\n");
            lines.append(wrap({{line, "", ""}}, kIndent + depth, 100));
        }
        out << lines.replace(0, stage.name.size(), stage.name) << '\n';
    }
    if (!result.stages.empty()) out << '\n';
}

}  // namespace sinodex
