// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/program/help.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "tests/corpus/program/probe_options.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using ::testing::HasSubstr;
using testing::ProcessEnd;
using ::testing::StartsWith;

TEST(Help, IsWhatTheProgramPrints) {
    const ProcessEnd end = testing::run_process({PROBE, "--help"});
    EXPECT_EQ(end.status, 0);
    EXPECT_EQ(end.out, help_text(testing::kProbe, 80));
    EXPECT_EQ(testing::run_process({PROBE, "-h", "a"}).out, end.out);
}

TEST(Help, NamesAllThereIs) {
    const std::string help = help_text(testing::kProbe, 80);
    EXPECT_THAT(help, StartsWith("probe: print what was understood\n"));
    EXPECT_THAT(help, HasSubstr("Usage: probe [options] THING...\n"));
    for (const OptionSpec& option : testing::kProbeOptions) {
        EXPECT_THAT(help, HasSubstr("--" + std::string(option.name))) << option.name;
    }
    EXPECT_THAT(help, HasSubstr("-n, --number N"));
    EXPECT_THAT(help, HasSubstr("A number from 1 to 100. (default: 10)"));
    for (const char* common : {"-h, --help", "--version", "--man"}) {
        EXPECT_THAT(help, HasSubstr(common));
    }
    for (const std::string_view example : testing::kProbeExamples) {
        EXPECT_THAT(help, HasSubstr("  " + std::string(example) + "\n"));
    }
    for (int status = 0; status <= 5; ++status) {
        EXPECT_THAT(help, HasSubstr("\n  " + std::to_string(status) + "  "));
    }
}

TEST(Help, FitsATerminal) {
    for (const std::size_t width : {40U, 60U, 80U, 100U}) {
        std::istringstream lines(help_text(testing::kProbe, width));
        for (std::string line; std::getline(lines, line);) {
            EXPECT_LE(line.size(), width) << line;
            EXPECT_FALSE(line.ends_with(' ')) << line;
        }
    }
}

TEST(Version, IsAName) {
    const ProcessEnd end = testing::run_process({PROBE, "--version"});
    EXPECT_EQ(end.out, "probe " + version_text() + "\n");
    EXPECT_EQ(end.status, 0);
}

TEST(ManPage, IsWhatTheProgramPrints) {
    const std::string page = man_page(testing::kProbe);
    EXPECT_EQ(testing::run_process({PROBE, "--man"}).out, page);
    EXPECT_THAT(page, StartsWith(".TH PROBE 1 "));
    for (const char* section : {"NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES"}) {
        EXPECT_THAT(page, HasSubstr("\n.SH " + std::string(section) + "\n"));
    }
    EXPECT_THAT(page, HasSubstr("\n.SH EXIT STATUS\n"));
}

// As man shows it: every option and example is still there, and groff finds nothing to say.
TEST(ManPage, IsSoundRoff) {
    if (testing::run_shell("command -v groff", {}).status != 0) GTEST_SKIP() << "there is no groff";
    const testing::TemporaryFolder folder;
    const std::string page = folder.write("probe.1", man_page(testing::kProbe));
    const ProcessEnd shown =
        testing::run_shell("groff -man -ww -Tutf8 -P-cbou -rLL=200n \"$0\"", {page});
    EXPECT_EQ(shown.status, 0);
    EXPECT_EQ(shown.err, "");
    for (const OptionSpec& option : testing::kProbeOptions) {
        EXPECT_THAT(shown.out, HasSubstr("--" + std::string(option.name)));
    }
    EXPECT_THAT(shown.out, HasSubstr("A back\\slash stays one."));
    EXPECT_THAT(shown.out, HasSubstr("probe --db x.db \"a phrase\""));
    EXPECT_THAT(shown.out, HasSubstr(".hidden begins with a dot"));
    EXPECT_THAT(shown.out, HasSubstr("begins with a quote"));
}

}  // namespace
}  // namespace sinodex
