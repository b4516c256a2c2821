// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace sinodex {

// A request is answered with the best passages or articles, or with a view of all that
// matches. docs/views.md describes them.
enum class View { passages, facets, timeline, related, figures };

// How an answer is to be written. A run is for the tools of TREC: no texts, and passages that hold
// none of the words but stand in an article that does. The two last are bibliographies.
enum class ResultFormat { text, json, jsonl, trec, csv, bibtex, csl_json };

// Whether a format is for hits only, and not for views.
constexpr bool is_for_hits(ResultFormat format) {
    return format == ResultFormat::trec || format == ResultFormat::bibtex ||
           format == ResultFormat::csl_json;
}

// The order of hits: that of their scores, or of the same hits the newest first.
enum class HitOrder { score, date };

// Says which parameters mean something to a view; the others are refused.
struct ViewInfo {
    View view;
    std::string_view name;
    bool limit, unit, top, by, hits;
    std::string_view counts;  // why it has no units
};

// The one place where views are listed.
inline constexpr std::array<ViewInfo, 5> kViews{{
    {View::passages, "passages", true, true, false, false, true, ""},
    {View::facets, "facets", false, false, true, false, false, "views count articles"},
    {View::timeline, "timeline", false, false, false, true, false, "views count articles"},
    {View::related, "related", false, false, true, false, false, "views count articles"},
    {View::figures, "figures", true, false, false, false, false, "figures are of passages"},
}};

constexpr const ViewInfo& info(View view) { return kViews[static_cast<std::size_t>(view)]; }

static_assert([] {
    for (std::size_t i = 0; i < kViews.size(); ++i) {
        if (kViews[i].view != static_cast<View>(i)) return false;
    }
    return true;
}());

// The names of values, in the order of their enumerators.
inline constexpr auto kViewNames = [] {
    std::array<std::string_view, kViews.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kViews[i].name;
    return names;
}();
inline constexpr std::array<std::string_view, 2> kUnitNames{"passage", "article"};
inline constexpr std::array<std::string_view, 2> kSyntaxNames{"full", "plain"};
inline constexpr std::array<std::string_view, 7> kFormatNames{"text", "json",   "jsonl",   "trec",
                                                              "csv",  "bibtex", "csl-json"};
inline constexpr std::array<std::string_view, 2> kOrderNames{"score", "date"};
inline constexpr std::array<std::string_view, 2> kTimelineNames{"published", "mentioned"};
inline constexpr std::array<std::string_view, 5> kExpansionNames{"names", "synonyms", "related",
                                                                 "spelling", "translations"};

enum class ParameterType {
    text,
    number,  // a whole one from `least` to `most`
    choice,  // one of `values`
    list,    // some of `values` separated by commas, or all, or none
    flag,    // true or false; given without a value it is true
};

// One thing that a request can say.
struct Parameter {
    std::string_view name;  // --limit on the command line, limit=20 in a query string
    ParameterType type;
    std::string_view placeholder;    // stands for the value in help; empty for a flag
    std::string_view default_value;  // empty: none; of a flag false
    std::string_view help;
    std::uint64_t least = 0, most = 0;
    std::span<const std::string_view> values = {};
};

inline constexpr std::uint64_t kMostHits = 1'000'000;

// All parameters of a request: what the options of sinodex-search, the commands of its prompt, and
// the parameters of a service are made from.
inline constexpr std::array<Parameter, 17> kParameters{{
    {"query", ParameterType::text, "QUERY", "",
     "The query, in the language of docs/query-language.md. In a query string q means the same."},
    {"limit", ParameterType::number, "N", "10",
     "Print at most so many hits a query, groups of figures, or places of a quotation.", 1,
     kMostHits},
    {"unit", ParameterType::choice, "UNIT", "passage",
     "What a hit is: passage, or article (with its best passage).", 0, 0, kUnitNames},
    {"syntax", ParameterType::choice, "SYNTAX", "full",
     "How the query is read: full, or plain, as nothing but words, whatever signs, quotation marks "
     "and capital ORs are in it: for topics, pasted text and other programs.",
     0, 0, kSyntaxNames},
    {"format", ParameterType::choice, "FORMAT", "text",
     "text, json, jsonl (a hit a line), csv (a table for spreadsheets), bibtex or csl-json (the "
     "articles of the hits as a bibliography), or trec (a TREC run, which also lists passages that "
     "hold none of the words but stand in an article that does).",
     0, 0, kFormatNames},
    {"since", ParameterType::text, "WHEN", "",
     "Print only passages whose text came into the database after revision r12, or was indexed at "
     "2021-04-10 or 2021-04-10T08:00 (UTC) or later; it is not about dates of publication. Where "
     "there is nothing new, nothing is printed."},
    {"view", ParameterType::choice, "VIEW", "passages",
     "passages; or over all articles that match: facets (counts of entities, sources, authors, "
     "years, languages), timeline (by month), related (entities that are mentioned more often "
     "than elsewhere); or figures (the amounts that passages give, whose they are, and how far "
     "sources agree).",
     0, 0, kViewNames},
    {"top", ParameterType::number, "N", "10", "Values of a facet, or related entities, at most.", 1,
     100'000},
    {"by", ParameterType::choice, "DATE", "published",
     "Months of the timeline: published, or mentioned in the articles' texts.", 0, 0,
     kTimelineNames},
    {"like", ParameterType::text, "ID", "",
     "Search for more on the subject of the article or passage (article#n) with this id, by its "
     "most telling words and entities; hits are articles then unless --unit says otherwise. A "
     "query is a filter then, and all its words must be there."},
    {"saved", ParameterType::text, "NAME", "",
     "Ask the search that was saved under this name, instead of a query. What is said beside it "
     "goes before what was saved with it."},
    {"sort", ParameterType::choice, "ORDER", "score",
     "The order of the hits: by score, or by date, which prints the best N with the newest first.",
     0, 0, kOrderNames},
    {"per-article", ParameterType::number, "N", "3",
     "Print at most so many passages of one article; 0 for any number. A TREC run has them all.", 0,
     kMostHits},
    {"all-versions", ParameterType::flag, "", "",
     "Print each version of a story that is there several times (copies, rewrites), not only the "
     "best-written one. A TREC run always has them all."},
    {"expand", ParameterType::list, "LIST", "all",
     "What the query's words match beside themselves: all, none, or some of names (of entities, "
     "amounts, times), synonyms, related (subsidiaries, products, parents), spelling (of "
     "words that no article holds), and translations (into the other language, by the database's "
     "dictionary), separated by commas.",
     0, 0, kExpansionNames},
    {"context", ParameterType::number, "N", "0",
     "With each passage print the N passages before and after it, with a bar at their left.", 0,
     100},
    {"explain", ParameterType::flag, "", "",
     "Print how the query was understood and what each score is made of."},
}};

// The parameter with a name, or none. As in query strings, q is the query, and - may be _.
constexpr const Parameter* find_parameter(std::string_view name,
                                          std::span<const Parameter> table = kParameters) {
    const auto same = [](char a, char b) { return a == b || (a == '-' && b == '_'); };
    if (name == "q") name = "query";
    for (const Parameter& parameter : table) {
        if (parameter.name.size() != name.size()) continue;
        bool equal = true;
        for (std::size_t i = 0; i < name.size(); ++i) {
            equal = equal && same(parameter.name[i], name[i]);
        }
        if (equal) return &parameter;
    }
    return nullptr;
}

}  // namespace sinodex
