// SPDX-License-Identifier: GPL-2.0-or-later

// Prints what --explain shows: the stages of a search, and what its marks and scores mean.

#include <algorithm>
#include <array>
#include <iomanip>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include "searcher/rendering/text.h"
#include "searcher/rendering/text_parts.h"
#include "searcher/rendering/wrap.h"

namespace sinodex {
namespace {

// Explains a part of a score in the words of docs/query-language.md.
struct PartMeaning {
    std::string_view name, meaning;
};

constexpr std::array<PartMeaning, 12> kPartMeanings{{
    {"article BM25", "what the words weigh in the whole article"},
    {"article extra",
     "what looking into the article added: its best passage, title, first passage"},
    {"words", "what the passage holds of each word of the query"},
    {"context", "the same of its title, its neighbours and the rest of the article"},
    {"answer", "it holds what a question asks for"},
    {"phrases", "it holds what stands in quotation marks"},
    {"pairs", "words that are neighbours in the query, and here as well"},
    {"centrality", "how much it says of what its article is about"},
    {"coverage", "how much of the query it covers, whatever repeats"},
    {"likeness", "how like the best passages it is"},
    {"article", "how its article stands beside the best one"},
    {"echo", "taken off where it only repeats a claim, as a headline does"},
}};

void render_part_meanings(const SearchResult& result, std::ostream& out) {
    if (result.hits.empty() || result.hits.front().parts.empty()) return;
    const char* label = "score       ";
    for (const ScorePart& part : result.hits.front().parts) {
        const auto meant =
            std::find_if(kPartMeanings.begin(), kPartMeanings.end(),
                         [&](const PartMeaning& one) { return one.name == part.name; });
        if (meant == kPartMeanings.end()) continue;
        out << std::exchange(label, "            ") << std::left << std::setw(15) << part.name
            << meant->meaning << '\n';
    }
    out << std::right << '\n';
}

}  // namespace

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
    render_part_meanings(result, out);
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
