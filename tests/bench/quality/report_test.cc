// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "bench/quality/expectations.h"
#include "bench/quality/figures.h"
#include "bench/quality/html_report.h"
#include "bench/quality/json_report.h"
#include "bench/quality/text_report.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using testing::expect_error;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::TemporaryFolder;

constexpr const char* kHostile = "<script>alert('&\"')</script>\x01\xFF";

AssessedMeasure figure(std::vector<double> values, double mean) {
    AssessedMeasure result;
    result.values = std::move(values);
    result.mean = mean;
    result.interval = {mean - 0.1, mean + 0.1};
    return result;
}

CollectionReport collection_report(const std::string& name, double mean) {
    CollectionReport report;
    report.name = name;
    report.unit = SearchUnit::passage;
    report.articles = 3;
    report.passages = 7;
    report.notes = {"something is odd"};
    report.database_fingerprint = "0123456789abcdef";
    AssessedSystem reference{
        "sinodex", "ours", false, 1.25, {figure({1, 0}, mean), figure({1, 1}, 1)}};
    AssessedSystem other{
        "xapian", "theirs", true, 0.5, {figure({0, 0.5}, 0.25), figure({1, 0}, 0.5)}};
    other.figures[0].difference = 0.25 - mean;
    other.figures[0].p_value = 0.03;
    other.figures[0].p_holm = 0.06;
    other.figures[0].topics = {1, 0, 1};
    report.assessment = {{"q1", "q2"}, {reference, other}, 0};
    report.movers = Movers{"sinodex",
                           "xapian",
                           {{"q1", "蚂蚁集团", 1, 0, {{"a#1", 2}, {"b#0", {}}}, {{kHostile, 0}}}}};
    return report;
}

QualityReport report_of(std::vector<CollectionReport> collections) {
    QualityReport report;
    report.command = {"sinodex-bench", "quality", kHostile};
    report.measures = {"nDCG@10", "AP"};
    report.depth = 1000;
    report.seed = 7;
    report.collections = std::move(collections);
    return report;
}

std::string text_of(const QualityReport& report) {
    std::ostringstream out;
    write_text_report(report, out);
    return out.str();
}

std::string html_of(const QualityReport& report) {
    std::ostringstream out;
    write_html_report(report, out);
    return out.str();
}

TEST(Figures, AreWrittenWithSigns) {
    EXPECT_EQ(fixed(0.41204, 4), "0.4120");
    EXPECT_EQ(fixed(-0.00001, 4), "0.0000");
    EXPECT_EQ(signed_fixed(0.012, 4), "+0.0120");
    EXPECT_EQ(signed_fixed(-0.012, 4), "-0.0120");
    EXPECT_EQ(signed_fixed(0.00001, 4), "0.0000");
    EXPECT_EQ(probability(0.00002), "<0.0001");
    EXPECT_EQ(probability(1), "1.0000");
}

TEST(TextReport, IsATableForEachCollection) {
    const std::string text = text_of(report_of({collection_report("news", 0.5)}));
    EXPECT_THAT(text, HasSubstr("news: 3 articles, 7 passages, 2 topics, judged by passage\n"));
    EXPECT_THAT(
        text,
        HasSubstr(
            "         nDCG@10      95% interval  difference  p (Holm)  win/tie/loss      AP  "
            "ms/query\n"
            "sinodex   0.5000  0.4000 to 0.6000   reference                          1.0000      "
            "1.25\n"
            "xapian    0.2500  0.1500 to 0.3500     -0.2500    0.0600         1/0/1  0.5000      "
            "0.50\n"));
    EXPECT_THAT(text, HasSubstr("Note: something is odd.\n"));
    EXPECT_THAT(text, HasSubstr("q1  蚂蚁集团\n   sinodex 1.0000  xapian 0.0000\n1  2  a#1"));
    EXPECT_THAT(text, HasSubstr("seed 7"));
    EXPECT_THAT(text, Not(HasSubstr("All")));
}

TEST(TextReport, EndsWithMeansOfSeveralCollections) {
    const std::string text =
        text_of(report_of({collection_report("a", 0.5), collection_report("b", 0.7)}));
    EXPECT_THAT(text, HasSubstr("All 2 collections, means of their means:\n\n"
                                "         nDCG@10      AP\n"
                                "sinodex   0.6000  1.0000\n"
                                "xapian    0.2500  0.5000\n"));
}

TEST(JsonReport, HoldsEverything) {
    std::ostringstream out;
    write_json_report(report_of({collection_report("news", 0.5)}), out);
    const nlohmann::json json = nlohmann::json::parse(out.str());
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["seed"], 7);
    EXPECT_TRUE(json["versions"].contains("Xapian"));
    const nlohmann::json& news = json["collections"][0];
    EXPECT_EQ(news["unit"], "passage");
    EXPECT_EQ(news["topics"], 2);
    EXPECT_EQ(news["reference"], "sinodex");
    EXPECT_FALSE(news["systems"][0]["measures"]["nDCG@10"].contains("p"));
    const nlohmann::json& other = news["systems"][1]["measures"]["nDCG@10"];
    EXPECT_EQ(other["mean"], 0.25);
    EXPECT_EQ(other["high"], 0.35);
    EXPECT_EQ(other["p_holm"], 0.06);
    EXPECT_EQ(other["losses"], 1);
    EXPECT_EQ(news["moved"]["topics"][0]["before_top"][0]["gain"], 2);
    EXPECT_TRUE(news["moved"]["topics"][0]["before_top"][1]["gain"].is_null());
}

// Parsed as XML, which is stricter than a browser: every element is closed, every text escaped.
TEST(HtmlReport, IsWellFormedWhateverItHolds) {
    std::vector<CollectionReport> collections{collection_report(kHostile, 0.5),
                                              collection_report("b", 1)};
    collections[1].assessment.systems[0].name = kHostile;
    const std::string html = html_of(report_of(std::move(collections)));
    xmlDocPtr document = xmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                                       XML_PARSE_NOERROR | XML_PARSE_NONET);
    EXPECT_NE(document, nullptr) << xmlGetLastError()->message;
    xmlFreeDoc(document);
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;"));
    EXPECT_THAT(html, HasSubstr("蚂蚁集团"));
}

TEST(HtmlReport, NeedsNothingFromOutside) {
    const std::string html = html_of(report_of({collection_report("news", 0.5)}));
    for (const char* outside : {"<script", "<link", "<img", "src=", "href=", "@import", "url("}) {
        EXPECT_THAT(html, Not(HasSubstr(outside)));
    }
    EXPECT_THAT(html, HasSubstr("prefers-color-scheme: dark"));
    EXPECT_THAT(html, HasSubstr("<svg"));
}

std::vector<std::string> falls(const std::string& expected, double found) {
    const TemporaryFolder folder;
    const std::string path = folder.write("expected.json", expected);
    return check_expectations(read_expectations(path),
                              report_of({collection_report("news", found)}));
}

TEST(Expectations, FailOnlyWhenAFigureFallsByMoreThanTheTolerance) {
    const std::string half = R"({"collections": {"news": {"nDCG@10": 0.5, "AP": 0.9}}})";
    EXPECT_THAT(falls(half, 0.5), IsEmpty());
    EXPECT_THAT(falls(half, 0.9), IsEmpty());
    EXPECT_THAT(falls(half, 0.4901), IsEmpty());
    EXPECT_THAT(
        falls(half, 0.4899),
        ElementsAre("news: nDCG@10 fell: expected 0.5000, found 0.4899 (tolerance 0.0100)"));
    const std::string strict = R"({"tolerance": 0, "collections": {"news": {"nDCG@10": 0.5}}})";
    EXPECT_THAT(falls(strict, 0.4999), ElementsAre(HasSubstr("found 0.4999")));
}

TEST(Expectations, NeverPassForWantOfAFigure) {
    expect_error(ErrorKind::usage, "nothing is expected of news",
                 [] { falls(R"({"collections": {"other": {"AP": 1}}})", 1); });
    expect_error(ErrorKind::usage, "RR is expected but not measured",
                 [] { falls(R"({"collections": {"news": {"RR": 1}}})", 1); });
    for (const char* malformed : {"", "{", "[]", "{}", R"({"collections": {"news": 1}})",
                                  R"({"collections": {"news": {"AP": "1"}}})",
                                  R"({"tolerance": "x", "collections": {}})"}) {
        expect_error(ErrorKind::input, "expected.json", [&] { falls(malformed, 1); });
    }
    expect_error(ErrorKind::input, "cannot be opened", [] { read_expectations("/nonexistent"); });
}

}  // namespace
}  // namespace sinodex
