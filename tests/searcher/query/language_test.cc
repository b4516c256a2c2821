// SPDX-License-Identifier: GPL-2.0-or-later

// Tries what goes beyond words, phrases and operators: NEAR, stars, weights, lists of values,
// versions.

#include <gtest/gtest.h>

#include <fstream>

#include "searcher/query/parser.h"
#include "tests/searcher/query/parse_cases.h"

namespace sinodex {
namespace {

using testing::expect_parsed;
using testing::ParseCase;

TEST(QueryLanguage, NearJoinsPartsOfOneItem) {
    const std::string kSides = ": NEAR wants words on both sides";
    const std::string kParts = ": NEAR joins words, phrases and ORs of them; read as AND";
    expect_parsed({
        {"a NEAR/5 b", "(list (near/5 (words a) (words b)))"},
        {"a NEAR b", "(list (near/10 (words a) (words b)))"},
        {"a NEAR/5 b NEAR/7 c", "(list (near/7 (words a) (words b) (words c)))"},
        {"(Didi OR 滴滴) NEAR/8 delist",
         "(list (near/8 (any (words Didi) (words 滴滴)) (words delist)))"},
        {"(golden share) NEAR \"a b\"", "(list (near/10 (words golden share) (phrase \"a b\")))"},
        {"x a NEAR/5 b y", "(list (words x) (near/5 (words a) (words b)) (words y))"},
        {"-a NEAR/5 b c", "(list (excluded (near/5 (words a) (words b))) (words c))"},
        {"a NEAR/5 b AND c", "(list (all (near/5 (words a) (words b)) (words c)))"},
        {"regulat* NEAR/5 b", "(list (near/5 (words regulat*) (words b)))"},
        {"A NEAR/5 B", "(list (near/5 (words A) (words B)))"},
        {"A NEAR B", "(list (words A NEAR B))"},
        {"a near b a NEAR/x b", "(list (words a near b a NEAR/x b))"},
        {"a NEAR/0 b",
         "(list (near/1 (words a) (words b)))",
         {"NEAR/0: NEAR reaches at least 1 word far; read as NEAR/1"}},
        {"a NEAR/51 b",
         "(list (near/50 (words a) (words b)))",
         {"NEAR/51: NEAR reaches at most 50 words far; read as NEAR/50"}},
        {"a NEAR/99999999999999999999 b",
         "(list (near/50 (words a) (words b)))",
         {"NEAR/99999999999999999999: NEAR reaches at most 50 words far; read as NEAR/50"}},
        {"a NEAR", "(list (words a))", {"NEAR" + kSides}},
        {"NEAR/5 a", "(list (words a))", {"NEAR/5" + kSides}},
        {"a NEAR NEAR b", "(list (words a) (words b))", {"NEAR" + kSides, "NEAR" + kSides}},
        {"a NEAR -b", "(list (words a) (excluded (words b)))", {"NEAR" + kSides}},
        {"a NEAR/5 title:b", "(list (all (words a) (title b)))", {"NEAR/5" + kParts}},
        {"a NEAR/5 (b AND c)",
         "(list (all (words a) (all (words b) (words c))))",
         {"NEAR/5" + kParts}},
        {"a NEAR b NEAR c NEAR d NEAR e NEAR f NEAR g NEAR h NEAR i",
         "(list (all (words a) (words b) (words c) (words d) (words e) (words f) (words g) "
         "(words h) (words i)))",
         {"NEAR: NEAR joins up to 8 parts; read as AND"}},
    });
}

TEST(QueryLanguage, AStarBehindAWordMakesItABeginning) {
    expect_parsed({
        {"regulat*", "(list (words regulat*))"},
        {"the regulat* said", "(list (words the) (words regulat*) (words said))"},
        {"-regulat*", "(list (excluded (words regulat*)))"},
        {"\"golden shar*\"", "(list (phrase \"golden shar*\"))"},
        {"title:regulat* source:\"pearl riv*\"", "(list (title regulat*) (source pearl riv*))"},
        {"阿里*", "(list (words 阿里*))"},
        {"* ** a * *word* wo*rd word** 2*3*", "(list (words * ** a * *word* wo*rd word** 2*3*))"},
        {"id:a* lang:z*", "(list (id a*) (lang z*))"},
        {"re*",
         "(list (words re))",
         {"re*: a star wants at least 3 letters before it; read as a word"}},
        {"aaa* bbb* ccc* ddd* eee* fff* ggg* hhh* aaa* iii*",
         "(list (words aaa*) (words bbb*) (words ccc*) (words ddd*) (words eee*) (words fff*) "
         "(words ggg*) (words hhh*) (words aaa*) (words iii))",
         {"iii*: only the first 8 words with a star were completed; read as a word"}},
    });
}

TEST(QueryLanguage, WeightsStandBehindWhatTheyWeigh) {
    expect_parsed({
        {"fine^2", "(list (words fine)^2)"},
        {"big fine^2.5 now", "(list (words big) (words fine)^2.5 (words now))"},
        {"\"a phrase\"^3", "(list (phrase \"a phrase\")^3)"},
        {"(a b)^0.5 c", "(list (words a b)^0.5 (words c))"},
        {"(a OR b)^2", "(list (any (words a) (words b))^2)"},
        {"((aa^2 bb)^3)^2", "(list (words aa)^2 (words bb))^6"},
        {"regulat*^2 +fine^2", "(list (words regulat*)^2 (required (words fine)^2))"},
        {"蚂蚁^2", "(list (words 蚂蚁)^2)"},
        {"9.6 million m^2, C^2 10^9 a^", "(list (words 9.6 million m^2, C^2 10^9 a^))"},
        {"fine^two fine^ ^2", "(list (words fine^two fine^ ^2))"},
        {"id:doc^2 a", "(list (id doc^2) (words a))"},
        {"fine^99", "(list (words fine)^10)", {"^99: a weight is at most 10; read as ^10"}},
        {"fine^0", "(list (words fine)^0.1)", {"^0: a weight is at least 0.1; read as ^0.1"}},
        {"company:alibaba^2",
         "(list (entity alibaba))",
         {"^2: fields do not score; the weight was passed over"}},
        {"a)^2 b", "(list (words a) (words b))", {"): this ) closes nothing and was passed over"}},
        {"()^2 b AND^2", "(list (words b) (words AND)^2)"},
    });
}

TEST(QueryLanguage, AFieldMayHaveAListOfValues) {
    expect_parsed({
        {"source:(reuters OR scmp)", "(list (any (source reuters) (source scmp)))"},
        {"lang:(en OR zh) fine", "(list (any (lang en) (lang zh)) (words fine))"},
        {"date:(2020 OR 2022..)", "(list (any (date 2020) (date 2022..)))"},
        {"title:(golden share)", "(list (title golden) (title share))"},
        {"title:(\"golden share\" AND -tax)",
         "(list (all (title golden share) (excluded (title tax))))"},
        {"source:(a OR title:b) c", "(list (any (source a) (title b)) (words c))"},
        {"-company:(alibaba OR \"Jack Ma\")",
         "(list (excluded (any (entity alibaba) (entity Jack Ma))))"},
        {"source:(a", "(list (source a))", {"(: this ( is never closed"}},
    });
    EXPECT_EQ(parse_query("person:(a OR b)").root.children[0].children[1].entity_type, "person");
}

TEST(QueryLanguage, ClusterSaysWhichVersionsAreShown) {
    EXPECT_EQ(parse_query("a cluster:all").collapse, std::optional(false));
    EXPECT_EQ(parse_query("cluster:one a").collapse, std::optional(true));
    EXPECT_EQ(parse_query("cluster a").collapse, std::nullopt);
    expect_parsed({
        {"a cluster:all b", "(list (words a) (words b))"},
        {"cluster:all", "(list)"},
        {"cluster:some a",
         "(list (words a))",
         {"cluster:some: cluster is all or one; passed over"}},
    });
    EXPECT_EQ(parse_query("cluster:some").collapse, std::nullopt);
}

TEST(QueryLanguage, PrintsATreeOverSeveralLines) {
    EXPECT_EQ(to_lines(parse_query("Didi^2 -(golden NEAR/5 shar*)").root),
              "list [0-28]\n"
              "  words Didi^2 [0-4]\n"
              "  excluded [7-28]\n"
              "    near/5 [9-28]\n"
              "      words golden [9-15]\n"
              "      words shar* [23-28]");
}

// The table in docs/query-language.md under "Examples and their trees".
std::vector<ParseCase> documented_cases() {
    std::ifstream file(SINODEX_SOURCE_DIR "/docs/query-language.md");
    std::vector<ParseCase> cases;
    bool within = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("#")) within = line.ends_with("Examples and their trees");
        const std::string separator = "` | `";
        const std::size_t middle = line.find(separator);
        if (!within || !line.starts_with("| `") || middle == std::string::npos) continue;
        const std::size_t tree = middle + separator.size();
        cases.push_back({line.substr(3, middle - 3), line.substr(tree, line.rfind('`') - tree)});
    }
    return cases;
}

TEST(QueryLanguage, TheDocumentationShowsWhatIsParsed) {
    const std::vector<ParseCase> cases = documented_cases();
    EXPECT_GE(cases.size(), 20U);
    expect_parsed(cases);
}

}  // namespace
}  // namespace sinodex
