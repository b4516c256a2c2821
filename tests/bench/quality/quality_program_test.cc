// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "bench/evaluation/runs.h"
#include "searcher/ranking/weights.h"
#include "tests/bench/quality/tiny_collection.h"
#include "tests/support/process.h"

namespace sinodex {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;
using ::testing::Not;
using testing::ProcessEnd;
using testing::read_file;
using testing::TinyCollection;

ProcessEnd bench(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), SINODEX_BIN_DIR "/sinodex-bench");
    return testing::run_process(arguments);
}

ProcessEnd quality(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "quality");
    return bench(std::move(arguments));
}

TEST(Bench, ListsItsCommands) {
    EXPECT_THAT(bench({"--help"}).out, HasSubstr("Commands:\n  quality "));
    EXPECT_THAT(bench({"--man"}).out, HasSubstr(".SH COMMANDS\n.TP\n.B quality\n"));
    EXPECT_THAT(quality({"--help"}).out, HasSubstr("Usage: sinodex-bench quality [options]"));
    EXPECT_THAT(quality({"--help"}).out, HasSubstr("1  a figure fell below"));
    EXPECT_THAT(bench({"--version"}).out, HasSubstr("sinodex-bench "));
}

TEST(Bench, RefusesOtherCommands) {
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{}, {"qualify"}, {""}, {"--", "quality"}}) {
        const ProcessEnd end = bench(wrong);
        EXPECT_EQ(end.status, 2);
        EXPECT_THAT(end.err, HasSubstr("see sinodex-bench --help"));
    }
}

TEST(Quality, ComparesSinodexWithTheOthers) {
    const TinyCollection folder;
    const ProcessEnd end = quality({folder.path(), "-c", "a=lead:0", "-c", "b=k1:2,b:.1",
                                    "--ablation", "centrality", "--format", "json"});
    ASSERT_EQ(end.status, 0) << end.err;
    EXPECT_EQ(end.err, "");
    const nlohmann::json json = nlohmann::json::parse(end.out);
    std::vector<std::string> names;
    for (const nlohmann::json& system : json["collections"][0]["systems"]) {
        names.push_back(system["name"]);
        EXPECT_GT(system["measures"]["nDCG@10"]["mean"], 0.5) << names.back();
        EXPECT_GE(system["ms_per_query"], 0);
    }
    EXPECT_EQ(names,
              (std::vector<std::string>{"sinodex", "a", "b", "no-centrality", "xapian-passages",
                                        "xapian-articles", "xapian-rm3-passages",
                                        "xapian-rm3-articles", "fts5-passages", "fts5-articles"}));
    EXPECT_EQ(json["measures"], (std::vector<std::string>{"nDCG@10", "AP", "R@100", "Success@1"}));
}

TEST(Quality, TellsOfAllCollectionsInOneTable) {
    const TinyCollection a("a");
    const TinyCollection b("b");
    const ProcessEnd end = quality({a.path(), b.path(), "--against", "none", "-m", "RR"});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("a: 4 articles, 10 passages, 4 topics, judged by passage"));
    EXPECT_THAT(end.out, HasSubstr("b: 4 articles"));
    EXPECT_THAT(end.out, HasSubstr("All 2 collections"));
    EXPECT_EQ(quality({a.path(), a.path() + "/", "--against", "none"}).status, 2);
}

TEST(Quality, WritesRunsAndAManifestThatComeAgainByteForByte) {
    const TinyCollection folder;
    const std::string runs = folder.beside("runs");
    const std::vector<std::string> command{folder.path(), "--runs", runs, "-c", "x=lead:.5"};
    ASSERT_EQ(quality(command).status, 0);
    std::map<std::string, std::string> first;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(runs)) {
        if (entry.is_regular_file()) first[entry.path()] = read_file(entry.path());
    }
    ASSERT_EQ(first.size(), 9U);
    fs::remove_all(runs);
    ASSERT_EQ(quality(command).status, 0);
    for (const auto& [path, bytes] : first) EXPECT_EQ(read_file(path), bytes) << path;

    const nlohmann::json manifest = nlohmann::json::parse(first.at(runs + "/manifest.json"));
    EXPECT_EQ(manifest["command"][1], "quality");
    for (const char* name : {"Sinodex", "Xapian", "ICU", "SQLite"}) {
        EXPECT_NE(manifest["versions"].value(name, ""), "") << name;
    }
    const nlohmann::json& systems = manifest["collections"][0]["systems"];
    EXPECT_EQ(systems[1]["weights"]["lead"], 0.5);
    EXPECT_EQ(systems[1]["weights"].size(), kWeightTable.size());
    EXPECT_FALSE(systems[2].contains("weights"));
    const TrecRun run = read_run(runs + "/" + std::string(systems[1]["run"]));
    EXPECT_EQ(run.tag, "x");
    EXPECT_EQ(run.topics.at("3").front().id, "games#0");
}

TEST(Quality, TheFingerprintIsOfWhatTheDatabaseHolds) {
    const TinyCollection folder;
    const auto database = [&] {
        const ProcessEnd end = quality({folder.path(), "--against", "none", "--format", "json"});
        return nlohmann::json::parse(end.out)["collections"][0]["database"].get<std::string>();
    };
    const std::string before = database();
    EXPECT_EQ(database(), before);
    folder.write("docs.jsonl", read_file(folder / "docs.jsonl") + "{\"id\":\"n\",\"text\":\"x\"}");
    EXPECT_NE(database(), before);
}

TEST(Quality, ShowsTheTopicsThatMoved) {
    const TinyCollection folder;
    const ProcessEnd end =
        quality({folder.path(), "--moved", "2", "--between", "xapian-articles,sinodex"});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("nDCG@10 from xapian-articles to sinodex"));
}

TEST(Quality, WritesAPage) {
    const TinyCollection folder;
    const std::string page = folder.beside("report.html");
    ASSERT_EQ(quality({folder.path(), "--html", page}).status, 0);
    EXPECT_THAT(read_file(page), HasSubstr("</html>"));
    EXPECT_EQ(quality({folder.path(), "--against", "none", "--html", "/nonexistent/x"}).status, 5);
    EXPECT_EQ(quality({folder.path(), "--against", "none", "--runs", page}).status, 5);
}

TEST(Quality, KeepsDatabasesAndBringsThemUpToDate) {
    const TinyCollection folder;
    const std::string kept = folder.beside("kept");
    const auto articles_found = [&] {
        const ProcessEnd end = quality({folder.path(), "--against", "none", "-m", "R@10",
                                        "--databases", kept, "--format", "json"});
        const nlohmann::json json = nlohmann::json::parse(end.out);
        return json["collections"][0]["systems"][0]["measures"]["R@10"]["mean"].get<double>();
    };
    const double all = articles_found();
    EXPECT_TRUE(fs::is_directory(kept + "/tiny"));
    EXPECT_GT(all, 0.5);
    folder.write("docs.jsonl", "{\"id\":\"games\",\"passages\":[\"Minors may play games.\"]}\n");
    EXPECT_DOUBLE_EQ(articles_found(), 0.25);
}

TEST(Quality, FailsWhenTheReferenceFallsBelowTheBaseline) {
    const TinyCollection folder;
    const auto check = [&](const std::string& expected, std::vector<std::string> more) {
        folder.write("expected.json", expected);
        more.insert(more.end(),
                    {folder.path(), "--against", "none", "--baseline", folder / "expected.json"});
        return quality(std::move(more));
    };
    EXPECT_EQ(check(R"({"collections": {"tiny": {"nDCG@10": 0.1}}})", {}).status, 0);
    const ProcessEnd fallen = check(R"({"collections": {"tiny": {"nDCG@10": 1.2}}})", {});
    EXPECT_EQ(fallen.status, 1);
    EXPECT_THAT(fallen.err, HasSubstr("tiny: nDCG@10 fell: expected 1.2000, found "));
    EXPECT_THAT(fallen.out, HasSubstr("sinodex"));
    EXPECT_EQ(check(R"({"collections": {"tiny": {"Success@1": 1.2}}})", {"-m", "AP"}).status, 1);
    EXPECT_EQ(check(R"({"collections": {}})", {}).status, 2);
    EXPECT_EQ(check("{", {}).status, 5);
}

TEST(Quality, RefusesWhatItCannotUseBeforeItBegins) {
    const TinyCollection folder;
    struct Case {
        std::vector<std::string> arguments;
        int status;
        const char* words;
    };
    for (const Case& c : std::vector<Case>{
             {{}, 2, "no COLLECTION"},
             {{"/nonexistent"}, 5, "is not a folder"},
             {{folder.path(), "-c", "x"}, 2, "is not NAME=WEIGHT:VALUE"},
             {{folder.path(), "-c", "sinodex=b:1"}, 2, "two systems have the name sinodex"},
             {{folder.path(), "-c", "fts5-articles=b:1"}, 2, "two systems have the name"},
             {{folder.path(), "-a", "k9"}, 2, "no weight \"k9\""},
             {{folder.path(), "-g", "lucene"}, 2, "no system \"lucene\""},
             {{folder.path(), "-g", "fts5-articles,fts5-articles"}, 2, "two systems"},
             {{folder.path(), "-r", "other"}, 2, "--reference: there is no system \"other\""},
             {{folder.path(), "-m", "nDGC@10"}, 2, "nDGC@10"},
             {{folder.path(), "-m", "AP,AP"}, 2, "two measures"},
             {{folder.path(), "-m", ""}, 2, ""},
             {{folder.path(), "-u", "page"}, 2, "auto, article, passage"},
             {{folder.path(), "-n", "0"}, 2, "--depth"},
             {{folder.path(), "-s", "-1"}, 2, "--seed"},
             {{folder.path(), "-f", "xml"}, 2, "text, json"},
             {{folder.path(), "--moved", "0"}, 2, "--moved"},
             {{folder.path(), "--moved", "3", "-g", "none"}, 2, "--moved needs two systems"},
             {{folder.path(), "--moved", "3", "--between", "sinodex"}, 2, "needs two systems"},
             {{folder.path(), "--moved", "3", "--between", "sinodex,x"}, 2, "\"x\""},
             {{folder.path(), "--split", "dev"}, 5, "which judgements"},
             {{folder.path(), "-b", "/nonexistent"}, 5, "cannot be opened"},
         }) {
        const ProcessEnd end = quality(c.arguments);
        EXPECT_EQ(end.status, c.status) << c.words << end.err;
        EXPECT_THAT(end.err, HasSubstr(c.words));
        EXPECT_TRUE(end.err.starts_with("sinodex-bench quality: ")) << end.err;
        EXPECT_EQ(end.out, "");
    }
}

TEST(Quality, RefusesWeightsOutsideTheirRange) {
    const TinyCollection folder;
    const ProcessEnd end = quality({folder.path(), "-c", "huge=lead:1e308", "--against", "none"});
    EXPECT_EQ(end.status, 2);
    EXPECT_THAT(end.err, HasSubstr("lead is from 0 to 1"));
}

}  // namespace
}  // namespace sinodex
