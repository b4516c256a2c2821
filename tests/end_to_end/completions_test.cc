// SPDX-License-Identifier: GPL-2.0-or-later

// Checks what the programs tell bash, zsh and fish, in those shells, where they are.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/programs.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::HasSubstr;

bool is_here(const std::string& shell) {
    return run_shell("command -v \"$0\"", {shell}).status == 0;
}

class CompletionsOf : public ::testing::TestWithParam<const char*> {};

TEST_P(CompletionsOf, AreSoundInEachShell) {
    for (const auto& [shell, check] :
         {std::pair("bash", "-n"), std::pair("zsh", "-n"), std::pair("fish", "--no-execute")}) {
        if (!is_here(shell)) continue;
        const TemporaryFolder folder;
        const ProcessEnd end = run_process({GetParam(), "--completions", shell});
        ASSERT_EQ(end.status, 0) << end.err;
        const std::string script = folder.write(shell, end.out);
        const ProcessEnd checked = run_process({"/usr/bin/env", shell, check, script});
        EXPECT_EQ(checked.status, 0) << shell << checked.err;
        EXPECT_EQ(checked.err, "") << shell;
    }
}

INSTANTIATE_TEST_SUITE_P(Programs, CompletionsOf, ::testing::Values(kSearchProgram, kIndexProgram));

TEST(Completions, AreOfferedByFish) {
    if (!is_here("fish")) GTEST_SKIP() << "there is no fish";
    const TemporaryFolder home;
    const std::string script =
        home.write("f.fish", run_process({kSearchProgram, "--completions", "fish"}).out);
    const auto offered = [&](const std::string& line) {
        return run_shell(
            "HOME=\"$1\" XDG_CONFIG_HOME=\"$1\" XDG_DATA_HOME=\"$1\" "
            "fish -c \"source $0; complete -C '$2'\"",
            {script, home.path(), line});
    };
    EXPECT_THAT(offered("sinodex-search --no-p").out, HasSubstr("--no-pager"));
    EXPECT_THAT(offered("sinodex-search --view t").out, HasSubstr("timeline"));
    EXPECT_EQ(offered("sinodex-search --view t").err, "");
}

TEST(Completions, AreTakenByZsh) {
    if (!is_here("zsh")) GTEST_SKIP() << "there is no zsh";
    const TemporaryFolder folder;
    folder.write("_sinodex-search", run_process({kSearchProgram, "--completions", "zsh"}).out);
    const ProcessEnd end = run_shell(
        "zsh -f -c 'fpath=($1 $fpath); autoload -Uz compinit; compinit -u -D; "
        "echo $_comps[sinodex-search]; autoload +X _sinodex-search' zsh \"$0\"",
        {folder.path()});
    EXPECT_EQ(end.out, "_sinodex-search\n") << end.err;
    EXPECT_EQ(end.err, "");
}

}  // namespace
}  // namespace sinodex
