// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/workloads.h"

#include <algorithm>
#include <array>

#include "bench/quality/lists.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

using enum WorkloadKind;

constexpr std::array<Workload, 11> kWorkloads{{
    {"build", "index all articles into an empty database", build, {}, 0, 0},
    {"no-change", "index again when nothing has changed", no_change, {}, 0, 0},
    {"update-1%", "index again when one article in 100 has changed", update, {}, 0, 0},
    {"cold-open", "a fresh process a query: start, open, search, end", cold, QueryKind::short_words,
     5, 3},
    {"short", "1 or 2 words", queries, QueryKind::short_words, 100, 2},
    {"long", "8 to 15 words from an article", queries, QueryKind::long_words, 60, 2},
    {"entity", "names from articles", queries, QueryKind::entity, 60, 2},
    {"phrase", "2 or 3 words in quotation marks", queries, QueryKind::phrase, 60, 2},
    {"filter", "1 or 2 words within half a year or one source", queries, QueryKind::filter, 60, 2},
    {"batch", "1000 queries of all kinds, one after another", queries, QueryKind::mixed, 1000, 1},
    {"concurrent", "the same in a thread a core, each with a handle of its own, warm", queries,
     QueryKind::mixed, 1000, 1, true},
}};

}  // namespace

std::span<const Workload> workloads() { return kWorkloads; }

std::vector<Workload> parse_workloads(const std::string& list) {
    if (list == "all") return {kWorkloads.begin(), kWorkloads.end()};
    std::vector<Workload> chosen;
    for (const std::string& name : split_list(list)) {
        const auto row = std::find_if(kWorkloads.begin(), kWorkloads.end(),
                                      [&](const Workload& each) { return each.name == name; });
        if (row == kWorkloads.end()) {
            std::string known = "known are all";
            for (const Workload& each : kWorkloads) known.append(", ").append(each.name);
            throw Error(ErrorKind::usage, "there is no workload \"" + name + "\"", known);
        }
        chosen.push_back(*row);
    }
    return chosen;
}

}  // namespace sinodex
