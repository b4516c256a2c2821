// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/understood_query.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace sinodex {
namespace {

std::string in_short(double number) {
    std::ostringstream out;
    out << number;
    return out.str();
}

std::string to_string(const QueryTerm& term) {
    std::string out = term.term;
    if (term.count > 1) out.append("^").append(std::to_string(term.count));
    if (term.weight != 1) out.append(" (weight ").append(in_short(term.weight)).append(")");
    return out;
}

std::string to_string(const Phrase& phrase) {
    if (!phrase.parts.empty()) return "near " + std::to_string(phrase.distance);
    std::string out;
    for (const auto& words : phrase.positions) {
        if (!out.empty()) out.append(" ");
        for (std::size_t i = 0; i < words.size(); ++i)
            out.append(i == 0 ? "" : "|").append(words[i]);
    }
    return out;
}

std::string to_string(ByteRange range) {
    return std::to_string(range.begin) + "-" + std::to_string(range.end);
}

constexpr std::array kAsked{"nothing", "something", "amount", "time", "who", "reason"};
constexpr std::array kWanted{"nothing", "reason", "share", "duration",
                             "money",   "count",  "time",  "who"};

// A line for each of some things.
class Lines {
 public:
    void add(std::string name, const std::string& value) {
        lines_.push_back(std::move(name.append(" ").append(value)));
    }
    template <typename Things>
    void add_all(const char* name, const Things& things) {
        for (const auto& thing : things) add(name, to_string(thing));
    }
    std::vector<std::string> take() { return std::move(lines_); }

 private:
    std::vector<std::string> lines_;
};

}  // namespace

bool is_chinese(const UnderstoodQuery& query) {
    return std::any_of(query.terms.begin(), query.terms.end(), [](const QueryTerm& term) {
        return term.kind == TokenKind::han_char || term.kind == TokenKind::han_pair ||
               term.kind == TokenKind::han_word;
    });
}

std::string to_string(const UnderstoodQuery& query) {
    std::string out = "any of";
    for (const QueryTerm& term : query.terms) out.append(" ").append(to_string(term));
    if (query.terms.empty()) {
        out =
            query.condition ? "all articles, the newest first" : "nothing: there is no word in it";
    }
    for (const QueryConcept& named : query.concepts) out.append("; ").append(to_string(named));
    if (query.condition) out.append("; must hold: ").append(to_string(*query.condition));
    if (query.collapse) out.append(*query.collapse ? "; one version" : "; all versions");
    return out;
}

std::vector<std::string> to_lines(const UnderstoodQuery& query) {
    Lines lines;
    if (query.asked != Asked::nothing) {
        lines.add("asks for", kAsked[static_cast<std::size_t>(query.asked)]);
    }
    if (query.wanted != Wanted::nothing) {
        lines.add("wants", kWanted[static_cast<std::size_t>(query.wanted)]);
    }
    if (query.words > 0) lines.add("words", in_short(query.words));
    if (query.condition) lines.add("condition", to_string(*query.condition));
    lines.add_all("phrase", query.phrases);
    for (const std::size_t phrase : query.preferred) {
        lines.add("preferred phrase", std::to_string(phrase));
    }
    if (query.loosened) lines.add("loosened", to_string(*query.loosened));
    lines.add_all("term", query.terms);
    for (const QueryConcept& named : query.concepts) {
        lines.add("concept", to_string(named) + " " + to_string(named.span));
    }
    for (const Correction& correction : query.corrections) {
        lines.add("correction", correction.word + " " + to_string(correction.span));
    }
    lines.add_all("missing", query.missing);
    if (query.collapse) lines.add("versions", *query.collapse ? "one" : "all");
    if (query.tags) lines.add("tags", to_string(*query.tags));
    for (const QueryWarning& warning : query.warnings) lines.add("warning", warning.message);
    return lines.take();
}

}  // namespace sinodex
