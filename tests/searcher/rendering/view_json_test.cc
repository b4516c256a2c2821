// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/view_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/searcher/rendering/columns.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;

MatchSummary matches() {
    MatchSummary summary;
    summary.query = "fine \"x y\"";
    summary.interpretation = "any of fine";
    summary.articles = 3;
    summary.took_ms = 1.5;
    summary.warnings = {{5, 10, "no"}};
    return summary;
}

template <typename View>
std::string json_text_of(const View& view, const std::string& qid = "",
                         JsonLayout layout = JsonLayout::lines) {
    std::ostringstream out;
    render_json(view, qid, layout, out);
    return out.str();
}

// With what all views begin with.
json expected(const std::string& view, const std::string& rest) {
    json object = json::parse(R"json({
        "version": 1, "query": "fine \"x y\"", "interpretation": "any of fine", "articles": 3,
        "counted": "matching", "complete": true, "took_ms": 1.5, "warnings": [{"start": 5, "end": 10, "message": "no"}]
    })json");
    object["view"] = view;
    object.update(json::parse(rest));
    return object;
}

TEST(RenderViewJson, KeepsTheContractOfFacets) {
    Facets view;
    view.matches = matches();
    view.facets = {{"source", {{"A \"B\"", "A \"B\"", "source:\"A  B \"", 2}}, 4, 1}};
    EXPECT_EQ(json::parse(json_text_of(view)), expected("facets", R"json({
        "facets": [{"facet": "source", "distinct": 4, "without": 1, "values": [
            {"value": "A \"B\"", "name": "A \"B\"", "filter": "source:\"A  B \"", "articles": 2}
        ]}]
    })json"));
}

TEST(RenderViewJson, KeepsTheContractOfATimeline) {
    Timeline view;
    view.matches = matches();
    view.by = TimelineBy::mentioned;
    view.months = {{987, 1, 1}, {2021, 12, 2}};
    view.longer_only = 4;
    view.undated = 5;
    EXPECT_EQ(json::parse(json_text_of(view)), expected("timeline", R"json({
        "by": "mentioned", "longer_only": 4, "undated": 5,
        "months": [{"month": "0987-01", "articles": 1}, {"month": "2021-12", "articles": 2}]
    })json"));
    view.by = TimelineBy::published;
    EXPECT_EQ(json::parse(json_text_of(view))["by"], "published");
}

TEST(RenderViewJson, KeepsTheContractOfRelatedEntities) {
    RelatedEntities view;
    view.matches = matches();
    view.others = 7;
    view.asked = {"didi"};
    view.entities = {{"cac", "regulator", "CAC", "regulator:cac", 2, 0.5, 0.25, 1.25, "a#1"},
                     {"samr", "regulator", "SAMR", "regulator:samr", 1, 0.25, 0, 1, ""}};
    EXPECT_EQ(json::parse(json_text_of(view)), expected("related", R"json({
        "others": 7, "asked": ["didi"],
        "entities": [
            {"id": "cac", "type": "regulator", "name": "CAC", "filter": "regulator:cac",
             "articles": 2, "share": 0.5, "share_elsewhere": 0.25, "score": 1.25, "example": "a#1"},
            {"id": "samr", "type": "regulator", "name": "SAMR", "filter": "regulator:samr",
             "articles": 1, "share": 0.25, "share_elsewhere": 0.0, "score": 1.0}
        ]
    })json"));
}

TEST(RenderViewJson, StandsInOneLineWhereAskedTo) {
    Facets view;
    view.matches = matches();
    view.matches.query = "a\nb\xFF";
    const std::string line = json_text_of(view, "q1", JsonLayout::one_line);
    EXPECT_EQ(lines_of(line).size(), 1U);
    EXPECT_EQ(json::parse(line), json::parse(json_text_of(view, "q1")));
    EXPECT_EQ(json::parse(line)["qid"], "q1");
    EXPECT_FALSE(json::parse(json_text_of(view)).contains("qid"));
}

}  // namespace
}  // namespace sinodex
