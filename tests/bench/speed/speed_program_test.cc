// SPDX-License-Identifier: GPL-2.0-or-later

// The program with a tiny corpus. Nothing here depends on how long anything takes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>

#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using ::testing::HasSubstr;
using testing::ProcessEnd;
using testing::read_file;
using testing::TemporaryFolder;

const std::string kBench = SINODEX_BIN_DIR "/sinodex-bench";

ProcessEnd speed(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {kBench, "speed"});
    return testing::run_process(arguments);
}

// Where none of the other systems' programs can be found.
ProcessEnd speed_without_others(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"/usr/bin/env", "PATH=/nonexistent", kBench, "speed"});
    return testing::run_process(arguments);
}

TEST(Speed, MeasuresEverythingThatIsAskedFor) {
    const ProcessEnd end =
        speed({"--generate", "60kB", "-k", "2", "--against", "fts5", "--format", "json"});
    ASSERT_EQ(end.status, 0) << end.err;
    EXPECT_EQ(end.err, "");
    const nlohmann::json json = nlohmann::json::parse(end.out);
    const nlohmann::json& run = json["runs"][0];
    EXPECT_GE(run["text_bytes"], 60'000);
    ASSERT_EQ(run["systems"].size(), 3U);
    EXPECT_EQ(run["systems"][0]["name"], "sinodex");
    EXPECT_EQ(run["systems"][0]["workloads"].size(), 11U);
    EXPECT_EQ(run["systems"][1]["workloads"].size(), 7U);   // searches only
    EXPECT_EQ(run["systems"][2]["workloads"].size(), 10U);  // does not see what has not changed
    for (const nlohmann::json& system : run["systems"]) {
        EXPECT_GT(system["database_bytes"], 0);
        EXPECT_GT(system["search_memory"], 0);
        for (const auto& [name, figures] : system["workloads"].items()) {
            EXPECT_GT(figures["min"], 0) << name;
            EXPECT_LE(figures["p50"], figures["p95"]) << name;
            EXPECT_LE(figures["p99"], figures["max"]) << name;
        }
    }
    const nlohmann::json& own = run["systems"][0]["workloads"];
    EXPECT_EQ(own["build"]["n"], 2);
    EXPECT_GT(own["build"]["peak_memory"], 1'000'000);
    EXPECT_EQ(own["short"]["n"], 200);
    EXPECT_EQ(own["batch"]["n"], 1000);
    EXPECT_GT(own["concurrent"]["per_second"], 0);
    EXPECT_NE(json["environment"].value("processor", ""), "");
    EXPECT_NE(json["environment"].value("Xapian", ""), "");
}

TEST(Speed, TellsWhatIsAbsentAndGoesOn) {
    const ProcessEnd end = speed_without_others({"--generate", "20kB", "-w", "build"});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("xapian: absent, scriptindex is not in PATH"));
    EXPECT_THAT(end.out, HasSubstr("lucene: absent, java, javac and Lucene 8"));
    EXPECT_THAT(end.out, HasSubstr("sinodex = 1.00  sinodex  sinodex-articles  fts5\n"));
}

// Whichever of them are here.
TEST(Speed, MeasuresTheOthersWhereTheyAre) {
    const ProcessEnd end = speed(
        {"--generate", "20kB", "-k", "1", "-w", "build,cold-open,phrase", "--format", "json"});
    ASSERT_EQ(end.status, 0) << end.err;
    const nlohmann::json json = nlohmann::json::parse(end.out);
    for (const nlohmann::json& system : json["runs"][0]["systems"]) {
        const bool absent = system.contains("absent");
        EXPECT_EQ(absent, !system.contains("workloads"));
        if (!absent) {
            EXPECT_TRUE(system["workloads"].contains("phrase")) << system["name"];
        }
    }
}

TEST(Speed, MeasuresProcessorTime) {
    const ProcessEnd end = speed({"--generate", "20kB", "-k", "1", "-w", "build,short,batch", "-g",
                                  "fts5", "--clock", "cpu", "--format", "json"});
    ASSERT_EQ(end.status, 0) << end.err;
    const nlohmann::json json = nlohmann::json::parse(end.out);
    EXPECT_EQ(json["environment"]["clock"], "cpu");
    for (const nlohmann::json& system : json["runs"][0]["systems"]) {
        EXPECT_GT(system["workloads"]["batch"]["per_second"], 0) << system["name"];
        EXPECT_GT(system["workloads"]["short"]["min"], 0) << system["name"];
    }
}

TEST(Speed, TakesArticlesAndWritesAPage) {
    const TemporaryFolder folder;
    folder.write("articles/a.txt",
                 "Didi was fined\n\nThe regulator fined Didi Global on Thursday.");
    folder.write("articles/b.md", "# Ant\n\nThe Shanghai Stock Exchange halted the listing.");
    const ProcessEnd end = speed(
        {"-w", "build,short", "-g", "none", "--html", folder / "page.html", folder / "articles"});
    ASSERT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("2 articles, "));
    const std::string page = read_file(folder / "page.html");
    xmlDoc* document = xmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, nullptr,
                                     XML_PARSE_NOERROR | XML_PARSE_RECOVER);
    EXPECT_NE(document, nullptr);
    xmlFreeDoc(document);
    EXPECT_THAT(page, HasSubstr("<svg "));
    EXPECT_THAT(page, HasSubstr("</html>"));
}

TEST(Speed, FitsGrowth) {
    const ProcessEnd end = speed({"--generate", "20kB", "--growth", "1,3", "-w", "build,short",
                                  "-g", "none", "-k", "1", "-f", "json"});
    ASSERT_EQ(end.status, 0) << end.err;
    const nlohmann::json json = nlohmann::json::parse(end.out);
    ASSERT_EQ(json["runs"].size(), 2U);
    EXPECT_GE(json["runs"][1]["text_bytes"], 60'000);
    for (const char* row : {"build", "short p95", "database", "memory, build"}) {
        EXPECT_TRUE(json["exponents"][row].contains("sinodex")) << row;
    }
}

TEST(Speed, RefusesWhatItCannotUseBeforeItBegins) {
    struct Case {
        std::vector<std::string> arguments;
        int status;
        const char* words;
    };
    for (const Case& c : std::vector<Case>{
             {{"-w", "fast"}, 2, "no workload \"fast\""},
             {{"-g", "solr"}, 2, "no system \"solr\""},
             {{"-k", "0"}, 2, "--runs"},
             {{"-s", "x"}, 2, "--seed"},
             {{"-f", "xml"}, 2, "text, json"},
             {{"--generate", "16"}, 2, "is no size"},
             {{"--generate", "0MB"}, 2, "is no size"},
             {{"--generate", "-1MB"}, 2, "is no size"},
             {{"--generate", "65GB"}, 2, "is no size"},
             {{"--growth", "4"}, 2, "two factors"},
             {{"--growth", "4,1"}, 2, "rising"},
             {{"--growth", "0,1"}, 2, "rising"},
             {{"--growth", "1,x"}, 2, "rising"},
             {{"--growth", "1,4", "/tmp"}, 2, "invented articles only"},
             {{"--generate", "1MB", "/tmp"}, 2, "invented articles only"},
             {{"/nonexistent"}, 5, "/nonexistent"},
         }) {
        const ProcessEnd end = speed(c.arguments);
        EXPECT_EQ(end.status, c.status) << c.words << end.err;
        EXPECT_THAT(end.err, HasSubstr(c.words));
        EXPECT_TRUE(end.err.starts_with("sinodex-bench speed: ")) << end.err;
        EXPECT_EQ(end.out, "");
    }
    EXPECT_EQ(speed({"--generate", "20kB", "-w", "build", "-g", "none", "-k", "1", "--html",
                     "/nonexistent/page"})
                  .status,
              5);
}

TEST(Speed, TheWorkerIsNotForUsers) {
    const ProcessEnd end = testing::run_process({kBench, "speed-worker", "--", "sing"});
    EXPECT_EQ(end.status, 2);
    EXPECT_THAT(end.err, HasSubstr("not for users"));
    EXPECT_THAT(testing::run_process({kBench, "--help"}).out,
                ::testing::Not(HasSubstr("speed-worker")));
    EXPECT_THAT(testing::run_process({kBench, "--help"}).out, HasSubstr("\n  speed "));
}

}  // namespace
}  // namespace sinodex
