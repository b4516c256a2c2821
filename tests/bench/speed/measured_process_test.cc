// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/measured_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "tests/support/expect_error.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using testing::expect_error;

TEST(RunMeasured, TellsHowAProcessFailed) {
    EXPECT_GT(run_measured({"sh", "-c", "exit 0"}).peak_memory, 0U);
    EXPECT_GT(run_measured({"sh", "-c", "exit 1"}, 1).seconds, 0);
    expect_error(ErrorKind::output, "sh failed: out of paper", [] {
        run_measured({"sh", "-c", "echo out of paper >&2; exit 1"});
    });
    expect_error(ErrorKind::output, "sh failed", [] { run_measured({"sh", "-c", "kill $$"}, 9); });
    expect_error(ErrorKind::output, "/nonexistent/x", [] { run_measured({"/nonexistent/x"}); });
}

TEST(InOtherProcess, GivesBackAnswersAndErrors) {
    EXPECT_EQ(in_other_process([] { return std::string("a\nb"); }), "a\nb");
    expect_error(ErrorKind::input, "what\nhint", [] {
        in_other_process([]() -> std::string { throw Error(ErrorKind::input, "what", "hint"); });
    });
}

TEST(ChildServer, AnswersUpToAnEmptyLine) {
    ChildServer echo({"sh", "-c", "while read line; do echo 1; echo $line; echo; done"});
    EXPECT_THAT(echo.ask("first"), ElementsAre("1", "first"));
    EXPECT_THAT(echo.ask("second"), ElementsAre("1", "second"));
}

TEST(ChildServer, TellsWhenItsProcessEnds) {
    ChildServer mute({"sh", "-c", "read line"});
    expect_error(ErrorKind::output, "ended before its answer", [&] { mute.ask("x"); });
}

}  // namespace
}  // namespace sinodex
