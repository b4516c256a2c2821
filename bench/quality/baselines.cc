// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/baselines.h"

#include <algorithm>
#include <array>

#include "bench/quality/fts5_index.h"
#include "bench/quality/lists.h"
#include "bench/quality/text_system.h"
#include "bench/quality/xapian_index.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

using System = std::unique_ptr<RankingSystem>;

constexpr std::array<Baseline, 6> kBaselines{{
    {"xapian-passages", "Xapian BM25, stop list, every passage a document of its own",
     [](const Collection& collection, const ScratchFolder& folder) -> System {
         return make_passage_system(collection, make_xapian_index(folder / "xapian-passages"));
     }},
    {"xapian-articles", "Xapian BM25, stop list, over whole articles",
     [](const Collection& collection, const ScratchFolder& folder) -> System {
         return make_article_system(collection, make_xapian_index(folder / "xapian-articles"));
     }},
    {"xapian-rm3-passages", "the same, passages, with feedback from the ten best (RM3)",
     [](const Collection& collection, const ScratchFolder& folder) -> System {
         return make_passage_system(
             collection, make_xapian_index(folder / "xapian-rm3-passages", XapianQuery::feedback));
     }},
    {"xapian-rm3-articles", "the same, whole articles, with feedback from the ten best (RM3)",
     [](const Collection& collection, const ScratchFolder& folder) -> System {
         return make_article_system(
             collection, make_xapian_index(folder / "xapian-rm3-articles", XapianQuery::feedback));
     }},
    {"fts5-passages", "SQLite FTS5, porter, bm25(), every passage a row of its own",
     [](const Collection& collection, const ScratchFolder&) -> System {
         return make_passage_system(collection, make_fts5_index());
     }},
    {"fts5-articles", "SQLite FTS5, porter, bm25() over whole articles",
     [](const Collection& collection, const ScratchFolder&) -> System {
         return make_article_system(collection, make_fts5_index());
     }},
}};

const Baseline& find_baseline(const std::string& name) {
    const auto* const found =
        std::find_if(kBaselines.begin(), kBaselines.end(),
                     [&](const Baseline& baseline) { return baseline.name == name; });
    if (found != kBaselines.end()) return *found;
    std::string known = "known are all, none";
    for (const Baseline& baseline : kBaselines) known.append(", ").append(baseline.name);
    throw Error(ErrorKind::usage, "there is no system \"" + name + "\" to compare with", known);
}

}  // namespace

std::span<const Baseline> baselines() { return kBaselines; }

std::vector<Baseline> parse_baselines(const std::string& list) {
    if (list == "none") return {};
    if (list == "all") return {kBaselines.begin(), kBaselines.end()};
    std::vector<Baseline> chosen;
    for (const std::string& name : split_list(list)) chosen.push_back(find_baseline(name));
    return chosen;
}

}  // namespace sinodex
