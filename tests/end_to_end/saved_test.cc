// SPDX-License-Identifier: GPL-2.0-or-later

// Tags, notes and saved searches, as the programs keep them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/programs.h"
#include "tests/support/terminal.h"

namespace sinodex {
namespace {

using namespace testing;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class SavedProgram : public ::testing::Test {
 protected:
    SavedProgram() {
        folder_.write("in/a.txt", "Xylophones seen\n\nTwo xylophones were seen in Hangzhou.\n");
        folder_.write("in/b.txt", "More xylophones\n\nThree xylophones were seen in Shenzhen.\n");
        index();
    }

    void index(std::vector<std::string> options = {}) {
        options.insert(options.begin(), {kIndexProgram, "--db", database(), "-q"});
        options.push_back(folder_ / "in");
        ASSERT_EQ(run_process(options).status, 0);
    }

    ProcessEnd search(std::vector<std::string> arguments, const std::string& input = "") const {
        arguments.insert(arguments.begin(), {kSearchProgram, "--db", database()});
        return run_process(arguments, input);
    }

    void expect_done(const std::vector<std::string>& arguments) const {
        const ProcessEnd end = search(arguments);
        EXPECT_EQ(end.status, 0) << end.err;
        EXPECT_EQ(end.out + end.err, "") << arguments.front();
    }

    std::string found(const std::string& query) const {
        return search({"-f", "trec", "--", query}).out;
    }

    std::string database() const { return folder_ / "db"; }

    TemporaryFolder folder_;
};

TEST_F(SavedProgram, TagsAreKeptOverUpdatesAndRebuilds) {
    expect_done({"--tag", "seen", "a.txt#0"});
    expect_done({"--note", "ask them", "a.txt"});
    EXPECT_THAT(found("tag:seen"), StartsWith("1 Q0 a.txt#0 1 "));
    folder_.write("in/c.txt", "Fewer xylophones\n\nOne xylophone was seen.\n");
    index();
    EXPECT_THAT(found("tag:seen"), StartsWith("1 Q0 a.txt#0 1 "));
    index({"--rebuild"});
    EXPECT_THAT(found("tag:seen"), StartsWith("1 Q0 a.txt#0 1 "));
    EXPECT_THAT(found("-tag:seen xylophones"), Not(HasSubstr("a.txt")));
    EXPECT_THAT(search({"xylophones", "Hangzhou"}).out,
                HasSubstr("\n    tag:seen  note: ask them\n"));
    EXPECT_THAT(search({"--view", "facets", "tag:seen"}).out, HasSubstr("1 article"));
    const json hit = json::parse(search({"-f", "jsonl", "tag:seen"}).out);
    EXPECT_EQ(hit.at("tags"), json::array({"seen"}));
    EXPECT_EQ(hit.at("note"), "ask them");
    expect_done({"--untag", "seen", "a.txt#0"});
    const ProcessEnd none = search({"tag:seen"});
    EXPECT_EQ(none.status, 1);
    EXPECT_THAT(none.err, HasSubstr("nothing has the tag seen"));
}

TEST_F(SavedProgram, WorkIsExported) {
    EXPECT_EQ(search({"--notes"}).status, 1);
    expect_done({"--tag", "to check", "a.txt#0", "b.txt"});
    expect_done({"--note", "=1+1, \"so\"", "b.txt"});
    expect_done({"--save", "south", "--unit", "article", "xylophones", "Shenzhen"});
    const ProcessEnd text = search({"--notes"});
    EXPECT_EQ(text.out,
              "a.txt#0  tag:\"to check\"\n    Two xylophones were seen in Hangzhou.\n"
              "b.txt  tag:\"to check\"\n    note: =1+1, \"so\"\n"
              "search south: xylophones Shenzhen --unit article\n");
    EXPECT_EQ(text.err, "");
    const json all = json::parse(search({"--notes", "-f", "json"}).out);
    EXPECT_EQ(all.at("marks").at(0).at("id"), "a.txt#0");
    EXPECT_EQ(all.at("searches").at(0).at("request").at("unit"), "article");
    EXPECT_THAT(search({"--notes", "-f", "csv"}).out,
                HasSubstr("\nb.txt,to check,\"'=1+1, \"\"so\"\"\",,20"));
    EXPECT_THAT(search({"--notes", "-f", "jsonl"}).out, HasSubstr("\n{\"search\":\"south\","));
    EXPECT_EQ(search({"--notes", "-f", "trec"}).status, 2);
}

TEST_F(SavedProgram, PassagesThatMovedAreTold) {
    expect_done({"--tag", "x", "a.txt#0", "b.txt#0"});
    std::string before;
    for (int i = 0; i < 40; ++i) before += "Here is sentence " + std::to_string(i) + " of these. ";
    folder_.write("in/a.txt", "Xylophones seen\n\n" + before + "\n\n" +
                                  "Two xylophones were seen in Hangzhou.\n\n" + before + "\n");
    folder_.write("in/b.txt", "More xylophones\n\nNothing was seen.\n");
    index();
    const std::string told = search({"--notes"}).err;
    EXPECT_THAT(told,
                HasSubstr("a.txt#0 has another text than when it was marked; that is a.txt#"));
    EXPECT_THAT(told, HasSubstr("b.txt#0 has another text than when it was marked; that is gone"));
}

TEST_F(SavedProgram, SearchesHaveNamesAndAreAlerts) {
    expect_done({"--save", "south", "--unit", "article", "xylophones", "Shenzhen"});
    expect_done({"--save", "east", "xylophones Hangzhou"});
    EXPECT_THAT(search({"--saved", "south"}).out, StartsWith("== south: xylophones Shenzhen\n"));
    EXPECT_THAT(search({"--saved", "south", "-f", "trec"}).out, StartsWith("south Q0 b.txt 1 "));
    EXPECT_THAT(search({"--saved", "south", "-u", "passage", "-f", "trec"}).out,
                StartsWith("south Q0 b.txt#0 1 "));
    const std::string state = folder_ / "state";
    const std::string all = search({"--saved", "all", "--state", state, "-f", "trec"}).out;
    EXPECT_THAT(all, StartsWith("east Q0 a.txt#0 1 "));
    EXPECT_THAT(all, HasSubstr("\nsouth Q0 b.txt 1 "));
    EXPECT_EQ(search({"--saved", "all", "--state", state}).status, 1);
    folder_.write("in/c.txt", "Xylophones\n\nXylophones again in Shenzhen.\n");
    index();
    EXPECT_THAT(search({"--saved", "all", "--state", state, "-f", "trec"}).out,
                HasSubstr("south Q0 c.txt 1 "));
    EXPECT_EQ(read_file(state), "east\tr2\nsouth\tr2\n");
    expect_done({"--forget", "east"});
    const ProcessEnd none = search({"--saved", "east"});
    EXPECT_EQ(none.status, 2);
    EXPECT_THAT(none.err, HasSubstr("there are south"));
}

TEST_F(SavedProgram, WrongRequestsAreRefused) {
    for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
             {"--tag", "x", "c.txt"},
             {"--tag", "x", "a.txt#7"},
             {"--tag", "x"},
             {"--tag", " ", "a.txt"},
             {"--tag", "x", "--note", "y", "a.txt"},
             {"--save", "x"},
             {"--save", "all", "y"},
             {"--save", "x", "--limit", "0", "y"},
             {"--forget", "x"},
             {"--saved", "x"},
             {"--saved", "all"},
             {"--saved", "x", "y"},
             {"--saved", "x", "--queries", "y"},
         }) {
        EXPECT_EQ(search(wrong).status, 2) << wrong[0] << wrong[1];
    }
    EXPECT_FALSE(std::filesystem::exists(database() + ".saved.jsonl"));
}

TEST_F(SavedProgram, TheFileMayStandElsewhere) {
    const std::string own = folder_ / "mine.jsonl";
    const ProcessEnd end = run_shell("SINODEX_SAVED=\"$2\" \"$0\" --db \"$1\" --tag x a.txt",
                                     {kSearchProgram, database(), own});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(read_file(own), HasSubstr("{\"tag\":\"x\",\"id\":\"a.txt\",\"at\":\"20"));
    EXPECT_FALSE(std::filesystem::exists(database() + ".saved.jsonl"));
}

TEST_F(SavedProgram, LinesThatAreNoneAreTold) {
    folder_.write("db.saved.jsonl", "nonsense\n{\"tag\":\"x\",\"id\":\"a.txt\"}\n");
    EXPECT_THAT(found("tag:x"), StartsWith("1 Q0 a.txt#0 1 "));
    EXPECT_THAT(search({"--notes"}).err,
                HasSubstr("db.saved.jsonl:1 is no tag, note or search, and was passed over"));
    expect_done({"--tag", "y", "a.txt"});
    EXPECT_THAT(read_file(folder_ / "db.saved.jsonl"), StartsWith("nonsense\n"));
}

TEST_F(SavedProgram, TheLineProtocolKnowsThem) {
    expect_done({"--save", "south", "--unit", "article", "xylophones", "Shenzhen"});
    expect_done({"--tag", "seen", "a.txt#0"});
    const ProcessEnd end = search({"-f", "jsonl"},
                                  "tag:seen\n{\"saved\":\"south\"}\n"
                                  "{\"saved\":\"north\"}\n"
                                  "{\"complete\":\"tag:s\"}\n");
    std::vector<json> lines;
    std::istringstream out(end.out);
    for (std::string line; std::getline(out, line);) lines.push_back(json::parse(line));
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0].at("hits").at(0).at("tags"), json::array({"seen"}));
    EXPECT_EQ(lines[1].at("hits").at(0).at("id"), "b.txt");
    EXPECT_EQ(lines[2].at("error").at("kind"), "usage");
    EXPECT_EQ(lines[3].at("completions").at(0).at("text"), "seen");
}

TEST_F(SavedProgram, ThePromptKnowsThem) {
    constexpr const char* kSearchPrompt = "sinodex> ";
    const TemporaryFolder home;
    Terminal user({kSearchProgram, "--db", database()}, home.path());
    user.read_until(kSearchPrompt);
    struct Case {
        std::string line, answer;
    };
    for (const Case& one : std::vector<Case>{
             {":help", ":tag TAG ID..."},
             {":tag \"to check\" a.txt#0 b.txt", "a.txt#0  tag:\"to check\""},
             {":note b.txt ask \"them\" again", "note: ask \"them\" again"},
             {"tag:\"to check\" xylophones", "tag:\"to check\""},
             {":save \"x y\"", "cannot be the name of a search"},
             {":unit article", "unit: article"},
             {":save both", "search both: tag:\"to check\" xylophones --unit article"},
             {":unit", "unit: passage"},
             {":saved both", "note: ask"},
             {":save south +\"in Shenzhen\"", "search south: +\"in Shenzhen\""},
             {":saved south", "Three xylophones"},
             {":saved west", "there is no saved search west"},
             {":untag \"to check\" a.txt#0", "sinodex"},
             {":notes", "search south"},
             {":forget south", "sinodex"},
             {":tag x", "of which article or passage?"},
             {":tag", "of which article or passage?"},
             {":save", ":help says what it takes"},
             {":tag x nowhere", "no article or passage has this id"},
         }) {
        user.type(one.line + "\r");
        user.read_until(one.line);
        EXPECT_THAT(user.read_until(kSearchPrompt), HasSubstr(one.answer)) << one.line;
    }
    user.type(":quit\r");
    EXPECT_EQ(user.wait(), 0);
    EXPECT_EQ(search({"--notes"}).out,
              "b.txt  tag:\"to check\"\n    note: ask \"them\" again\n"
              "search both: tag:\"to check\" xylophones --unit article\n");
}

}  // namespace
}  // namespace sinodex
