// SPDX-License-Identifier: GPL-2.0-or-later

// sinodex-search without a query: at a terminal, and behind a pipe.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/end_to_end/programs.h"
#include "tests/support/terminal.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kPrompt = "sinodex> ";
constexpr const char* kCtrlC = "\x03";
constexpr const char* kCtrlD = "\x04";
constexpr const char* kUp = "\x1b[A";

std::vector<std::string> interactive(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {kSearchProgram, "--db", corpus_database(), "-n", "1"});
    return more;
}

TEST(Pipe, EachLineIsAQuery) {
    const ProcessEnd end =
        search_corpus({"-n", "1"}, "\xEF\xBB\xBFgallium\r\n\n  \nxylophones\n螞蟻集團");
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("== 1: gallium\n\n"));
    EXPECT_THAT(end.out, HasSubstr("== 2: xylophones\n\n== 3: 螞蟻集團\n\n"));
    EXPECT_THAT(end.out, HasSubstr("\n 1. "));
    EXPECT_THAT(end.out, Not(HasSubstr("\x1b")));
    EXPECT_THAT(end.out, Not(HasSubstr("sinodex>")));
}

TEST(Pipe, HeedsTheOptions) {
    const ProcessEnd end = search_corpus({"-n", "2", "-f", "trec"}, "gallium\n:limit 1\n");
    EXPECT_THAT(end.out, HasSubstr("1 Q0 "));
    EXPECT_THAT(end.out, HasSubstr(" 2 "));  // what begins with a colon is a query here
}

TEST(Pipe, EndsWithItsStatus) {
    EXPECT_EQ(search_corpus({}, "xylophones\n").status, 1);
    EXPECT_THAT(search_corpus({}, "xylophones\n").err, HasSubstr("nothing found"));
    EXPECT_EQ(search_corpus({}, "xylophones\ngallium\n").status, 0);
    for (const std::string nothing : {"", "\n", " \r\n\t\n"}) {
        const ProcessEnd end = search_corpus({}, nothing);
        EXPECT_EQ(end.status, 2);
        EXPECT_THAT(end.err, HasSubstr("no query was given"));
    }
    EXPECT_EQ(search_corpus({"-n", "0"}, "gallium\n").status, 2);
}

TEST(AtTheTerminal, QueriesAreCompletedAnsweredAndRemembered) {
    const TemporaryFolder home;
    {
        Terminal user(interactive(), home.path());
        user.read_until(kPrompt);
        user.type("comp\t");
        user.read_until("any:");
        user.type("\"Ant G\t\r");  // with a space behind it
        user.read_until("Group");
        EXPECT_THAT(user.read_until(kPrompt), HasSubstr(" 1. "));
        user.type("螞蟻集團\r");
        EXPECT_THAT(user.read_until(kPrompt), HasSubstr("\x1b[1;36m蚂蚁科技集团"));
        user.type(kCtrlD);
        EXPECT_EQ(user.wait(), 0);
    }
    const std::string history = home / "sinodex/history";
    EXPECT_EQ(read_file(history), "company:\"Ant Group\" \n螞蟻集團\n");
    struct stat state {};
    ASSERT_EQ(stat(history.c_str(), &state), 0);
    EXPECT_EQ(state.st_mode & 0777U, 0600U);
    Terminal user(interactive(), home.path());
    user.read_until(kPrompt);
    user.type(kUp);
    user.read_until("螞蟻集團");
    user.type("\r");
    user.read_until(kPrompt);
    user.type(":quit\r");
    EXPECT_EQ(user.wait(), 0);
    // The same again is not kept.
    EXPECT_EQ(read_file(history), "company:\"Ant Group\" \n螞蟻集團\n:quit\n");
}

TEST(AtTheTerminal, TabListsWhatThereIs) {
    const TemporaryFolder home;
    Terminal user(interactive(), home.path());
    user.read_until(kPrompt);
    user.type("company:alibaba\t");
    const std::string list = user.read_until(kPrompt);
    EXPECT_THAT(list, HasSubstr("  alibaba  Alibaba Group  ("));
    EXPECT_THAT(list, HasSubstr("  alibaba-cloud  Alibaba Cloud  ("));
}

TEST(AtTheTerminal, CtrlCCancelsTheLineOnly) {
    const TemporaryFolder home;
    Terminal user(interactive(), home.path());
    user.read_until(kPrompt);
    user.type("xylophones");
    user.read_until("xylophones");
    user.type(kCtrlC);
    user.read_until(kPrompt);
    user.type("gallium\r");
    EXPECT_THAT(user.read_until(kPrompt), HasSubstr(" 1. "));
    user.type(kCtrlD);
    EXPECT_EQ(user.wait(), 0);
    EXPECT_EQ(read_file(home / "sinodex/history"), "gallium\n");
}

TEST(AtTheTerminal, CommandsChangeTheOptions) {
    const TemporaryFolder home;
    Terminal user(interactive(), home.path());
    user.read_until(kPrompt);
    struct Case {
        std::string line;
        std::string answer;
    };
    for (const Case& one : std::vector<Case>{
             {":help", ":limit N"},
             {":n 2", "limit: 2"},
             {"Hangzhou", " 2. "},
             {":limit 0", "--limit: 0 is not a number from 1"},
             {":limit", "limit: 10"},
             {":explain", "explain: on"},
             {"gallium", "parsed "},
             {":explain", "explain: off"},
             {":explain x", "takes no value"},
             {":unit article", "unit: article"},
             {":view facets", "view: facets"},
             {"gallium", "articles match"},
             {":by published", "it is for --view timeline"},
             {":view map", "--view: map is not one of"},
             {":view", "view: passages"},
             {":format json", "format: json"},
             {"gallium", "\"hits\""},
             {":db other", "there is no command :db"},
             {":", "there is no command :"},
             {"xylophones", "nothing found"},
         }) {
        user.type(one.line + "\r");
        user.read_until(one.line);
        EXPECT_THAT(user.read_until(kPrompt), HasSubstr(one.answer)) << one.line;
    }
}

TEST(AtTheTerminal, HistoryThatCannotBeKeptIsSaidOnce) {
    const TemporaryFolder home;
    home.write("sinodex", "a file where the folder should be");
    Terminal user(interactive(), home.path());
    user.read_until(kPrompt);
    user.type("gallium\r");
    EXPECT_THAT(user.read_until(" 1. "), HasSubstr("sinodex/history: cannot be written"));
    user.read_until(kPrompt);
    user.type("Hangzhou\r");
    EXPECT_THAT(user.read_until(kPrompt), Not(HasSubstr("cannot be written")));
    user.type(kCtrlD);
    EXPECT_EQ(user.wait(), 0);
}

TEST(AtTheTerminal, HistoryIsBounded) {
    const TemporaryFolder home;
    std::string lines;
    for (int i = 0; i < 1500; ++i) lines += "query " + std::to_string(i) + "\n";
    home.write("sinodex/history", lines);
    Terminal user(interactive(), home.path());
    user.read_until(kPrompt);
    user.type("gallium\r");
    user.read_until(kPrompt);
    user.type(kCtrlD);
    EXPECT_EQ(user.wait(), 0);
    const std::string kept = read_file(home / "sinodex/history");
    EXPECT_EQ(std::count(kept.begin(), kept.end(), '\n'), 1000);
    EXPECT_TRUE(kept.starts_with("query 501\n")) << kept.substr(0, 20);
    EXPECT_TRUE(kept.ends_with("query 1499\ngallium\n"));
}

TEST(AtTheTerminal, WrongOptionsAndDatabasesEndItAtOnce) {
    const TemporaryFolder home;
    Terminal bad(interactive({"--format", "x"}), home.path());
    bad.read_until("--format: x is not one of");
    EXPECT_EQ(bad.wait(), 2);
    Terminal none({kSearchProgram, "--db", home / "none"}, home.path());
    none.read_until("there is no Sinodex database here");
    EXPECT_EQ(none.wait(), 3);
}

}  // namespace
}  // namespace sinodex
