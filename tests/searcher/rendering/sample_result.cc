// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/rendering/sample_result.h"

namespace sinodex::testing {

SearchResult sample_result() {
    SearchHit full;
    full.rank = 1;
    full.score = 12.5;
    full.id = "wire/a b.txt#2";
    full.passage = 2;
    full.article = {"wire/a b.txt",
                    "Ant’s float \"paused\"",
                    "https://example.com/a?b=1&c=2",
                    "维港财经",
                    "Li Na",
                    "2020-11-03",
                    "zh-Hans"};
    full.text = "é蚂蚁集团 and 🙂 Ant paused.";
    full.begin = 100;
    full.begin_code_point = 40;
    full.end = full.begin + static_cast<std::uint32_t>(full.text.size());
    full.highlights = {{{102, 114, 41, 45}, MatchRule::exact, {{0, 6, MatchRule::exact}}},
                       {{124, 134, 52, 62}, MatchRule::phrase, {{7, 19, MatchRule::phrase}}}};
    SearchHit bare;
    bare.rank = 2;
    bare.score = 1e-7;
    bare.id = "bare#0";
    bare.article.id = "bare";
    bare.text = "Nothing but text.";
    bare.end = static_cast<std::uint32_t>(bare.text.size());
    SearchResult result;
    result.query = "蚂蚁 \"ant paused\"";
    result.interpretation = "any of 蚂蚁 ant paus";
    result.articles = 7;
    result.revision = 12;
    result.took_ms = 1.25;
    result.hits = {full, bare};
    result.warnings = {{7, 19, "not found as a phrase"}, {19, 19, "too long"}};
    return result;
}

}  // namespace sinodex::testing
