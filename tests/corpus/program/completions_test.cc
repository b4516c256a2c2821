// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/program/completions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/corpus/program/probe_options.h"
#include "tests/support/expect_error.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using ::testing::HasSubstr;
using testing::kProbe;

// Asks bash what it offers for the last of the words.
std::string offered(const std::string& words) {
    const testing::TemporaryFolder folder;
    const std::string script = folder.write("probe", completions_for(kProbe, "bash"));
    const testing::ProcessEnd end = testing::run_process(
        {"/bin/bash", "-c",
         "compopt() { :; }; . \"$0\"; COMP_WORDS=(probe " + words +
             "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _probe; echo \"${COMPREPLY[*]}\"",
         script});
    EXPECT_EQ(end.err, "");
    return end.out;
}

TEST(Completions, OfBashAreOptionsAndTheirValues) {
    EXPECT_EQ(offered("--n"), "--number\n");
    EXPECT_EQ(offered("--"),
              "--db --number --color --switch --fail --help --version --man --completions\n");
    EXPECT_EQ(offered("--color a"), "auto always\n");
    EXPECT_EQ(offered("--number ''"), "\n");
    EXPECT_EQ(offered("--db ''"), "\n");  // left to the names of files
    EXPECT_EQ(offered("--switch --c"), "--color --completions\n");
}

TEST(Completions, OfOtherShellsNameEachOption) {
    for (const char* shell : {"zsh", "fish"}) {
        const std::string script = completions_for(kProbe, shell);
        for (const char* part : {"auto always never", "A number from 1 to 100", "switch"}) {
            EXPECT_THAT(script, HasSubstr(part)) << shell;
        }
    }
    EXPECT_THAT(completions_for(kProbe, "zsh"),
                HasSubstr("'(-d --db)'{-d+,--db=}'[A database]:DB:_files'"));
    EXPECT_THAT(completions_for(kProbe, "fish"),
                HasSubstr("complete -c probe -l db -s d -r -F -d 'A database'\n"));
}

TEST(Completions, AreSoundScripts) {
    const testing::TemporaryFolder folder;
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        if (testing::run_shell("command -v " + shell, {}).status != 0) continue;
        const std::string script = folder.write(shell, completions_for(kProbe, shell));
        const testing::ProcessEnd end = testing::run_shell(shell + " -n \"$0\"", {script});
        EXPECT_EQ(end.status, 0) << end.err;
    }
}

TEST(Completions, AreForThreeShells) {
    testing::expect_error(ErrorKind::usage, "tcsh is not one of bash, zsh, fish",
                          [] { completions_for(kProbe, "tcsh"); });
}

}  // namespace
}  // namespace sinodex
