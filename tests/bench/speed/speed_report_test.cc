// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/speed_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Sinodex, one twice as slow, and one that is not there; times grow with the square of the size.
SpeedRun run_of_size(double size) {
    SpeedRun run;
    run.articles = 10;
    run.changed = 1;
    run.bytes = static_cast<std::uint64_t>(size * 1e6);
    run.workloads = parse_workloads("build,short,batch");
    for (const double factor : {1.0, 2.0, 0.0}) {
        MeasuredSystem system;
        system.name = factor == 1 ? "sinodex" : factor == 2 ? "other" : "gone";
        system.figures.resize(3);
        if (factor > 0) {
            const double t = factor * size * size;
            system.figures[0] = {{3 * t, 1 * t, 2 * t}, 0, 5'000'000};
            system.figures[1] = {{0.001 * t, 0.002 * t, 0.003 * t}, 0, 0};
            system.figures[2] = {{0.001 * t}, 500 / t, 0};
            system.database_bytes = static_cast<std::uint64_t>(factor * size * 2e6);
            system.search_memory = 7'000'000;
        } else {
            system.absent = "gone is not in PATH";
        }
        run.systems.push_back(std::move(system));
    }
    return run;
}

SpeedReport report_of(const std::vector<double>& sizes) {
    SpeedReport report;
    report.command = {"sinodex-bench", "speed"};
    report.environment = {{"processor", "<fast>"}};
    report.corpus = "invented";
    report.seed = 5;
    for (const double size : sizes) report.runs.push_back(run_of_size(size));
    return report;
}

TEST(SpeedReport, ComparesTypicalTimes) {
    const std::vector<SpeedRow> rows = compared_rows(run_of_size(1));
    std::vector<std::string> names;
    for (const SpeedRow& row : rows) names.push_back(row.name);
    EXPECT_EQ(names, (std::vector<std::string>{"build", "short", "batch", "memory, build",
                                               "memory, search", "database"}));
    EXPECT_EQ(rows[0].values, (std::vector<double>{2, 4, 0}));
    EXPECT_EQ(rows[1].values, (std::vector<double>{0.002, 0.004, 0}));
    EXPECT_EQ(rows[2].values, (std::vector<double>{0.002, 0.004, 0}));
    EXPECT_EQ(rows[5].values, (std::vector<double>{2e6, 4e6, 0}));
}

TEST(SpeedReport, FitsGrowth) {
    for (const SpeedRow& row : growth_exponents(report_of({1, 4, 16}).runs)) {
        const double expected = row.name == "database" ? 1 : row.name.starts_with("memory") ? 0 : 2;
        EXPECT_NEAR(row.values[0], expected, 1e-9) << row.name;
        EXPECT_NEAR(row.values[1], expected, 1e-9) << row.name;
        EXPECT_EQ(row.values[2], 0) << row.name;
    }
}

TEST(SpeedReport, TextHasRatiosFirst) {
    std::ostringstream out;
    write_speed_text(report_of({1}), out);
    const std::string text = out.str();
    EXPECT_THAT(text, HasSubstr("processor: <fast>\n"));
    EXPECT_THAT(text, HasSubstr("seed: 5\n"));
    EXPECT_THAT(text, HasSubstr("gone: absent, gone is not in PATH\n"));
    EXPECT_THAT(text, HasSubstr("sinodex = 1.00  sinodex  other\n"
                                "build              1.00   2.00\n"
                                "short              1.00   2.00\n"
                                "batch              1.00   2.00\n"
                                "memory, build      1.00   1.00\n"
                                "memory, search     1.00   1.00\n"
                                "database           1.00   2.00\n"));
    EXPECT_THAT(text, HasSubstr("build, s   min  median   max  MB/s of text  peak memory MB\n"
                                "sinodex   1.00    2.00  3.00          0.50             5.0\n"));
    EXPECT_THAT(text, HasSubstr("short, ms   p50   p95   p99   max  queries/s\n"
                                "sinodex    2.00  3.00  3.00  3.00      500.0\n"));
    EXPECT_LT(text.find("sinodex = 1.00"), text.find("build, s"));
    EXPECT_THAT(text, Not(HasSubstr("exponent")));
}

TEST(SpeedReport, TextOfGrowthBeginsWithExponents) {
    std::ostringstream out;
    write_speed_text(report_of({1, 4}), out);
    EXPECT_THAT(out.str(), HasSubstr("exponent        sinodex  other\n"
                                     "build              2.00   2.00\n"));
    EXPECT_LT(out.str().find("exponent"), out.str().find("sinodex = 1.00"));
}

TEST(SpeedReport, JsonHasAllFigures) {
    std::ostringstream out;
    write_speed_json(report_of({1, 4}), out);
    const nlohmann::json json = nlohmann::json::parse(out.str());
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["seed"], 5);
    const nlohmann::json& systems = json["runs"][0]["systems"];
    EXPECT_EQ(systems[0]["workloads"]["build"]["p50"], 2);
    EXPECT_EQ(systems[0]["workloads"]["build"]["n"], 3);
    EXPECT_EQ(systems[0]["workloads"]["batch"]["per_second"], 500);
    EXPECT_EQ(systems[1]["ratios"]["database"], 2);
    EXPECT_EQ(systems[2]["absent"], "gone is not in PATH");
    EXPECT_FALSE(systems[2].contains("workloads"));
    EXPECT_NEAR(json["exponents"]["build"]["sinodex"], 2, 1e-9);
    EXPECT_FALSE(json["exponents"]["build"].contains("gone"));
}

TEST(Workloads, AreChosenByName) {
    EXPECT_EQ(parse_workloads("all").size(), workloads().size());
    EXPECT_EQ(parse_workloads("long,build")[0].name, "long");
    for (const char* wrong : {"", "fast", "build,", "all,build"}) {
        testing::expect_error(ErrorKind::usage, "known are all, build, no-change",
                              [&] { parse_workloads(wrong); });
    }
}

}  // namespace
}  // namespace sinodex
