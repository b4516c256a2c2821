// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::ProcessEnd;
using testing::TemporaryFolder;

ProcessEnd findings(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {SINODEX_BIN_DIR "/sinodex-bench", "findings"});
    return testing::run_process(arguments);
}

// One entity, amount and date are right, one label of each is wrong.
std::string tiny_passages(const TemporaryFolder& folder) {
    return folder.write(
        "tiny.jsonl",
        R"({"id":"p","kind":"wire","published":"2021-04-12","title":"[Alibaba|E alibaba] pays",)"
        R"("text":"The company was fined [18.2bn yuan|A cny 18200000000] on )"
        R"([Saturday|D 2021-04-10]. [Somebody|E tencent] paid [half|A percent 49] )"
        R"([at Easter|D 2021-04-04] in Shanghai."})");
}

TEST(FindingsProgram, ComparesWhatIsFoundWithLabels) {
    const TemporaryFolder folder;
    const ProcessEnd end = findings({tiny_passages(folder), "--format", "json"});
    ASSERT_EQ(end.status, 0) << end.err;
    const auto report = nlohmann::json::parse(end.out)["findings"];
    std::vector<std::string> groups;
    for (const auto& group : report["groups"]) groups.push_back(group["name"]);
    EXPECT_EQ(groups, (std::vector<std::string>{"all", "en", "wire"}));
    const auto& all = report["groups"][0];
    EXPECT_EQ(all["passages"], 1);
    EXPECT_EQ(all["entities"]["labels"], 2);
    EXPECT_EQ(all["entities"]["found"], 2);  // Shanghai is not labelled
    EXPECT_EQ(all["entities"]["right"], 1);
    EXPECT_EQ(all["amounts"]["labels"], 2);
    EXPECT_EQ(all["amounts"]["right"], 1);
    EXPECT_EQ(all["dates"]["recall"], 0.5);
    EXPECT_EQ(all["dates"]["precision"], 1.0);
    EXPECT_EQ(report["errors"][0]["meaning"], "tencent");
    EXPECT_EQ(report["errors"][0]["surface"], "Somebody");
}

TEST(FindingsProgram, PrintsErrorsInTheirContext) {
    const TemporaryFolder folder;
    const std::string path = tiny_passages(folder);
    const ProcessEnd plain = findings({path});
    EXPECT_THAT(plain.out, HasSubstr("entities  passages  labels  found  right  precision"));
    EXPECT_THAT(plain.out, Not(HasSubstr("Somebody")));
    const ProcessEnd end = findings({path, "--errors"});
    EXPECT_THAT(end.out, HasSubstr("on Saturday. [Somebody|tencent] paid half"));
    EXPECT_THAT(end.out, HasSubstr("\np  false   "));
    EXPECT_THAT(end.out, HasSubstr("\np  missed  "));
    EXPECT_THAT(end.out, HasSubstr("[Shanghai|shanghai]."));
}

// Where no passage has such labels, what is told is counted and not judged.
TEST(FindingsProgram, JudgesWhatIsToldByLabelsOfIt) {
    const TemporaryFolder folder;
    const std::string fined = "[Didi|E didi] was fined $1.2 billion.";
    const std::string marked = "[Didi|E didi] was [fined|T didi-fine] $1.2 billion.";
    const auto passage = [&](const std::string& text) {
        return folder.write("told.jsonl",
                            R"({"id":"p","published":"2022-07-22","text":")" + text + "\"}");
    };
    const ProcessEnd without = findings({passage(fined), "--errors"});
    EXPECT_THAT(without.out, ContainsRegex("told events .*\n  all +1 +0 +1 +0 +-"));
    EXPECT_THAT(without.out, Not(HasSubstr("didi-fine")));
    const ProcessEnd with = findings({passage(marked), "--errors"});
    EXPECT_THAT(with.out, ContainsRegex("told events .*\n  all +1 +1 +1 +1 +1.0000"));
}

TEST(FindingsProgram, ComparesStoriesWithPairs) {
    const TemporaryFolder folder;
    const std::string text =
        "The market regulator fined Alibaba 18.2 billion yuan on Saturday for what it called abuse "
        "of a dominant position, the highest penalty of its kind in the country so far.\n";
    folder.write("docs/a.txt", text);
    folder.write("docs/b.txt", text);
    folder.write("docs/c.txt", "Something else happened in another town, as nobody had foreseen.");
    const std::string pairs =
        folder.write("pairs.tsv", "a.txt\tb.txt\texact\na.txt\tc.txt\tspun\n");
    const ProcessEnd end =
        findings({"--stories", folder / "docs", "--pairs", pairs, "--format", "json"});
    ASSERT_EQ(end.status, 0) << end.err;
    const auto stories = nlohmann::json::parse(end.out)["stories"];
    EXPECT_EQ(stories["articles"], 3);
    EXPECT_EQ(stories["right"], 1);
    EXPECT_EQ(stories["precision"], 1.0);
    EXPECT_EQ(stories["kinds"][0]["recall"], 0.5);
    EXPECT_THAT(findings({"--stories", folder / "docs", "--pairs", pairs, "-e"}).out,
                HasSubstr("missed  a.txt  c.txt  spun"));
}

// One figure is right, one is given to its owner for something else, one belongs to nobody, and of
// one nothing is said.
std::string tiny_figures(const TemporaryFolder& folder) {
    return folder.write(
        "figures.jsonl",
        R"({"id":"f","kind":"trap","published":"2021-04-12","text":"Alibaba was fined )"
        R"([18.2bn yuan|F alibaba fine]. Meituan had sales of [2bn yuan|F meituan users]. A start-up )"
        R"(backed by Tencent raised [3bn yuan|F - *]. Nobody knows whose [4bn yuan|F didi *] are."})");
}

TEST(FindingsProgram, ComparesFiguresWithLabels) {
    const TemporaryFolder folder;
    const std::string path = tiny_figures(folder);
    const ProcessEnd end = findings({"--figures", path, "--format", "json"});
    ASSERT_EQ(end.status, 0) << end.err;
    const auto report = nlohmann::json::parse(end.out)["figures"];
    const auto& all = report["groups"][0];
    EXPECT_EQ(all["owned"], 3);
    EXPECT_EQ(all["nobodys"], 1);
    EXPECT_EQ(all["attributed"], 2);
    EXPECT_EQ(all["right_owner"], 2);
    EXPECT_EQ(all["right"], 1);
    EXPECT_EQ(all["precision"], 0.5);
    EXPECT_EQ(report["groups"][1]["name"], "trap");
    const std::string text = findings({"--figures", path, "--errors"}).out;
    EXPECT_THAT(text, HasSubstr("f  2bn yuan  is meituan: users, given meituan: revenue"));
    EXPECT_THAT(text, HasSubstr("f  4bn yuan  is didi: *, given unattributed"));
}

TEST(FindingsProgram, RefusesFiguresThatAreNotLabelledRight) {
    const TemporaryFolder folder;
    for (const auto& [text, error] : std::vector<std::pair<std::string, std::string>>{
             {"It paid [2bn|A cny 2e9].", ":1: not a label: A cny 2e9"},
             {"It paid [2bn|F nosuchfirm fine].", ":1: no entity has the id nosuchfirm"},
             {"It paid [2bn|F alibaba].", ":1: not a label: F alibaba"},
             {"It paid [2bn", ":1: a mark without end"},
             {"", ":1: the text has no text"}}) {
        const std::string path =
            folder.write("wrong.jsonl", nlohmann::json{{"id", "f"}, {"text", text}}.dump() + "\n");
        const ProcessEnd end = findings({"--figures", path});
        EXPECT_EQ(end.status, 5) << text;
        EXPECT_THAT(end.err, HasSubstr(error));
    }
}

TEST(FindingsProgram, RefusesWhatItCannotMeasure) {
    const TemporaryFolder folder;
    const std::string document = folder.write("docs/a.txt", "Some words that make a document.");
    const std::string pairs = folder.write("pairs.tsv", "\na.txt\tnowhere.txt\n");
    struct Row {
        std::vector<std::string> arguments;
        int status;
        std::string error;
    };
    for (const Row& row :
         {Row{{}, 2, "nothing to measure"}, Row{{"--stories", document}, 2, "belong together"},
          Row{{"--pairs", pairs}, 2, "belong together"},
          Row{{"--split", "dev", tiny_passages(folder)}, 2, "--pairs only"},
          Row{{tiny_passages(folder), "--format", "xml"}, 2, "format"},
          Row{{"/nowhere.jsonl"}, 5, "/nowhere.jsonl"},
          Row{{"--stories", folder / "docs", "--pairs", pairs},
              5,
              "pairs.tsv:2: no document is called nowhere.txt"}}) {
        const ProcessEnd end = findings(row.arguments);
        EXPECT_EQ(end.status, row.status) << row.error;
        EXPECT_THAT(end.err, HasSubstr(row.error));
    }
}

}  // namespace
}  // namespace sinodex
