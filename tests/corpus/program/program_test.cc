// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/program/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/process.h"

namespace sinodex {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::ProcessEnd;

ProcessEnd probe(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), PROBE);
    return testing::run_process(arguments);
}

ProcessEnd shell(const std::string& line) { return testing::run_shell(line, {PROBE}); }

constexpr const char* kDefaults = "number 10\ncolor auto\nswitch 0\n";

TEST(Program, UnderstandsOptionsAndOperands) {
    struct Case {
        std::vector<std::string> arguments;
        std::string out;
    };
    const std::string defaults = kDefaults;
    for (const Case& c : std::vector<Case>{
             {{"a"}, defaults + "[a]\n"},
             {{"a", "b c"}, defaults + "[a]\n[b c]\n"},
             {{"-"}, defaults + "[-]\n"},
             {{"a,b", ",", "c,"}, defaults + "[a,b]\n[,]\n[c,]\n"},
             {{"--", "--number", "-x"}, defaults + "[--number]\n[-x]\n"},
             {{"阿里巴巴"}, defaults + "[阿里巴巴]\n"},
             {{"a", "-n", "7"}, "number 7\ncolor auto\nswitch 0\n[a]\n"},
             {{"-n7", "a"}, "number 7\ncolor auto\nswitch 0\n[a]\n"},
             {{"--number=7", "a"}, "number 7\ncolor auto\nswitch 0\n[a]\n"},
             {{"--number", "7", "-n", "8", "a"}, "number 8\ncolor auto\nswitch 0\n[a]\n"},
             {{"-s", "a"}, "number 10\ncolor auto\nswitch 1\n[a]\n"},
             {{"--switch", "a"}, "number 10\ncolor auto\nswitch 1\n[a]\n"},
             {{"--switch=false", "a"}, defaults + "[a]\n"},
             {{"--color", "never", "a"}, "number 10\ncolor never\nswitch 0\n[a]\n"},
             {{"-d", "a,b", "a"}, defaults + "db a,b\n[a]\n"},
         }) {
        const ProcessEnd end = probe(c.arguments);
        EXPECT_EQ(end.out, c.out);
        EXPECT_EQ(end.err, "");
        EXPECT_EQ(end.status, 0) << c.arguments.front();
    }
}

TEST(Program, RefusesWhatItCannotUse) {
    struct Case {
        std::vector<std::string> arguments;
        std::string words;
    };
    for (const Case& c : std::vector<Case>{
             {{"--bogus"}, "bogus"},
             {{"-x"}, "x"},
             {{"a", "--numbers", "3"}, "numbers"},
             {{"--db"}, "db"},
             {{"a", "-n"}, "n"},
             {{"--number", "0"}, "--number: 0 is not a number from 1 to 100"},
             {{"--number", "101"}, "101 is not a number"},
             {{"--number=-1"}, "-1 is not a number"},
             {{"--number", "ten"}, "ten is not a number"},
             {{"--number", "7x"}, "7x is not a number"},
             {{"--number", "7 "}, "7  is not a number"},
             {{"--number", "+7"}, "+7 is not a number"},
             {{"--number", "0x7"}, "0x7 is not a number"},
             {{"--number", "99999999999999999999"}, "is not a number"},
             {{"--number="}, "number"},
             {{"--color", "maybe"}, "--color: maybe is not one of auto, always, never"},
             {{"--color", ""}, "is not one of"},
             {{"--switch=perhaps"}, "perhaps"},
             {{"--db", ""}, "--db DB is missing"},
         }) {
        const ProcessEnd end = probe(c.arguments);
        EXPECT_EQ(end.status, 2) << c.words;
        EXPECT_THAT(end.err, HasSubstr(c.words));
        EXPECT_TRUE(end.err.starts_with("probe: ")) << end.err;
    }
}

TEST(Program, GivesEachKindOfErrorItsStatus) {
    struct Case {
        std::string how;
        int status;
        std::string err;
    };
    for (const Case& c : std::vector<Case>{
             {"usage", 2, "probe: broken\n  mend it\n"},
             {"query", 2, "probe: broken\n  mend it\n"},
             {"database", 3, "probe: broken\n  mend it\n"},
             {"locked", 4, "probe: broken\n  mend it\n"},
             {"input", 5, "probe: broken\n  mend it\n"},
             {"output", 5, "probe: broken\n"},
             {"memory", 5, "probe: out of memory\n"},
             {"standard", 5, "probe: something else\n"},
             {"unknown", 5, "probe: failed for an unknown reason\n"},
         }) {
        const ProcessEnd end = probe({"--fail", c.how});
        EXPECT_EQ(end.status, c.status) << c.how;
        EXPECT_EQ(end.err, c.err);
        EXPECT_EQ(end.out, "");
    }
    EXPECT_EQ(probe({}).status, 1);
}

TEST(Program, TellsThatItsOutputFailed) {
    const std::string line = "probe: standard output: cannot be written\n";
    for (const char* arguments : {"a", "--help", "--man", "--version", ""}) {
        const ProcessEnd full = shell(std::string("\"$0\" ") + arguments + " > /dev/full");
        EXPECT_EQ(full.status, 5) << arguments;
        EXPECT_EQ(full.err, line);
        const ProcessEnd closed = shell(std::string("\"$0\" ") + arguments + " >&-");
        EXPECT_EQ(closed.status, 5) << arguments;
        EXPECT_EQ(closed.err, line);
    }
}

// As others do: by the signal, which a shell shows as 141, and without a word.
TEST(Program, EndsQuietlyWhenItsReaderHasGone) {
    const ProcessEnd end = testing::run_process(
        {"/bin/bash", "-c", "yes | head -c 100000 | { xargs \"$0\"; echo $? >&2; } | head -1; true",
         PROBE});
    EXPECT_THAT(end.out, HasSubstr("number 10\n"));
    EXPECT_THAT(end.err, HasSubstr("signal 13"));
    EXPECT_THAT(end.err, Not(HasSubstr("cannot be written")));
}

TEST(Program, SuggestsWhatWasMeant) {
    struct Case {
        std::vector<std::string> arguments;
        std::string err;
    };
    for (const Case& c : std::vector<Case>{
             {{"--nubmer", "3"}, "probe: there is no option --nubmer\n  did you mean --number?\n"},
             {{"--num=3"}, "probe: there is no option --num\n  did you mean --number?\n"},
             {{"-s", "a", "--colour"},
              "probe: there is no option --colour\n  did you mean --color?\n"},
             {{"--coolr", "auto"}, "probe: there is no option --coolr\n  did you mean --color?\n"},
             {{"--xylophone"}, "probe: there is no option --xylophone\n  see probe --help\n"},
             {{"-x"}, "probe: there is no option -x\n  see probe --help\n"},
         }) {
        EXPECT_EQ(probe(c.arguments).err, c.err);
        EXPECT_EQ(probe(c.arguments).status, 2);
    }
    EXPECT_EQ(probe({"--db", "--bogus", "-n", "3", "a"}).status, 0);  // a value
    EXPECT_EQ(probe({"a", "--", "--bogus"}).status, 0);
}

TEST(Program, TellsHowAnOperandMayBeginWithAMinus) {
    for (const char* operand : {"-fine", "-nine", "-2021"}) {
        const ProcessEnd end = probe({operand});
        EXPECT_EQ(end.status, 2) << operand;
        EXPECT_THAT(end.err,
                    HasSubstr("unless it stands behind --: probe -- " + std::string(operand)));
    }
    EXPECT_THAT(probe({"-n", "0"}).err, Not(HasSubstr("behind --")));
}

// Else the next file that is opened would be standard output, and get what is printed.
TEST(Program, NeverOpensAFileInPlaceOfAClosedStream) {
    for (const char* closing : {"0<&-", "2>&-", "0<&- 2>&-"}) {
        const ProcessEnd end = shell(std::string("exec \"$0\" a ") + closing);
        EXPECT_EQ(end.status, 0) << closing;
        EXPECT_EQ(end.out, std::string(kDefaults) + "[a]\n");
    }
}

TEST(DatabasePath, ComesFromTheOptionOrElseFromTheEnvironment) {
    EXPECT_THAT(shell("SINODEX_DB=env.db \"$0\" a").out, HasSubstr("db env.db\n"));
    EXPECT_THAT(shell("SINODEX_DB= \"$0\" -d '' a").err, HasSubstr("--db DB is missing"));
    EXPECT_THAT(shell("SINODEX_DB=env.db \"$0\" -d own.db a").out, HasSubstr("db own.db\n"));
    EXPECT_THAT(shell("SINODEX_DB=env.db \"$0\" -d '' a").err, HasSubstr("--db DB is missing"));
}

TEST(UseColor, FollowsTheOptionBeforeAllElse) {
    EXPECT_TRUE(use_color("always", -1));
    EXPECT_FALSE(use_color("never", 1));
    EXPECT_FALSE(use_color("auto", -1));
}

TEST(TerminalWidth, IsGivenWhereThereIsNoTerminal) { EXPECT_EQ(terminal_width(-1, 77), 77U); }

}  // namespace
}  // namespace sinodex
