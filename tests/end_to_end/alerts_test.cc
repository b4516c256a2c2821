// SPDX-License-Identifier: GPL-2.0-or-later

// Saved queries that tell what is new, as cron runs them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/programs.h"
#include "tests/support/ordinary_user.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

namespace fs = std::filesystem;

std::string paragraph(const std::string& text) {
    std::string all = text;
    for (int i = 0; i < 6; ++i) {
        all += " A sentence of that paragraph follows here, with the number " + std::to_string(i) +
               " and " + text.substr(0, 6) + ".";
    }
    return all + "\n\n";
}

const std::string kOld = paragraph("Alibaba was fined by the regulator of markets.");
const std::string kNew = paragraph("Alibaba has paid what the regulator wanted.");

class AlertsProgram : public ::testing::Test {
 protected:
    AlertsProgram() {
        folder_.write("in/a.txt", "The fine\n\n" + kOld);
        folder_.write("in/b.txt", "Rain\n\n" + paragraph("It rains on Tencent."));
        queries("# what we follow\n\nali\tAlibaba regulator\nsnow\tsnow\n");
        index();
    }
    void index(const std::vector<std::string>& options = {}) {
        std::vector<std::string> command{kIndexProgram, "--db", folder_ / "db", "-q",
                                         folder_ / "in"};
        command.insert(command.end(), options.begin(), options.end());
        ASSERT_EQ(run_process(command).status, 0);
    }
    void queries(const std::string& lines) { folder_.write("alerts.tsv", lines); }
    ProcessEnd alert(const std::vector<std::string>& options = {}) {
        std::vector<std::string> command{
            kSearchProgram,         "--db",    folder_ / "db", "--queries",
            folder_ / "alerts.tsv", "--state", state()};
        command.insert(command.end(), options.begin(), options.end());
        return run_process(command);
    }
    std::string state() const { return folder_ / "alerts.state"; }
    void expect_silence(const ProcessEnd& end) {
        EXPECT_EQ(end.status, 1);
        EXPECT_EQ(end.out, "");
        EXPECT_EQ(end.err, "");
    }

    TemporaryFolder folder_;
};

TEST_F(AlertsProgram, TellOnlyNews) {
    const ProcessEnd first = alert();
    EXPECT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.out, StartsWith("== ali: Alibaba regulator\n"));
    EXPECT_THAT(first.out, Not(HasSubstr("snow")));
    EXPECT_EQ(first.err, "");
    EXPECT_EQ(read_file(state()), "ali\tr1\nsnow\tr1\n");
    expect_silence(alert());

    folder_.write("in/a.txt", "The fine\n\n" + kOld + kNew);
    folder_.write("in/c.txt", "Sun\n\n" + paragraph("The sun shines."));
    index();
    const ProcessEnd news = alert({"-f", "jsonl"});
    EXPECT_EQ(news.status, 0) << news.err;
    const auto hit = nlohmann::json::parse(news.out);  // one line
    EXPECT_EQ(hit["qid"], "ali");
    EXPECT_EQ(hit["id"], "a.txt#1");
    EXPECT_THAT(hit["text"].get<std::string>(), StartsWith("Alibaba has paid"));
    EXPECT_EQ(read_file(state()), "ali\tr2\nsnow\tr2\n");
    for (const char* format : {"text", "json", "jsonl", "trec"}) {
        expect_silence(alert({"-f", format}));
    }
    expect_silence(alert({"--view", "facets"}));
    expect_silence(alert({"--view", "timeline", "-f", "json"}));
}

TEST_F(AlertsProgram, AdvanceAlsoWithoutNews) {
    alert();
    folder_.write("in/c.txt", "Sun\n\n" + paragraph("The sun shines."));
    index();
    expect_silence(alert());
    EXPECT_EQ(read_file(state()), "ali\tr2\nsnow\tr2\n");
}

TEST_F(AlertsProgram, FollowTheFileOfQueries) {
    alert();
    queries("ali\tAlibaba OR Tencent\nrain\trains\n");
    const ProcessEnd end = alert();
    EXPECT_THAT(end.out, StartsWith("== rain: rains\n"))
        << "all of the new, nothing of the changed";
    EXPECT_EQ(read_file(state()), "ali\tr1\nrain\tr1\n");
}

TEST_F(AlertsProgram, MayBeginFromNow) {
    expect_silence(alert({"--since", "r1"}));
    folder_.write("in/a.txt", "The fine\n\n" + kOld + kNew);
    index();
    EXPECT_THAT(alert({"--since", "r2"}).out, HasSubstr("Alibaba")) << "the state is known by now";
}

TEST_F(AlertsProgram, WarnOfAQueryOnce) {
    queries("odd\tfoo:snow\n");
    const ProcessEnd first = alert();
    EXPECT_EQ(first.status, 1);
    EXPECT_EQ(first.out, "");
    EXPECT_THAT(first.err, StartsWith("note: foo:"));
    expect_silence(alert());
}

TEST_F(AlertsProgram, SayWhenTheLimitCutsThemOff) {
    folder_.write("in/c.txt", "More\n\n" + kNew);
    index();
    const ProcessEnd end = alert({"-n", "1"});
    EXPECT_EQ(end.status, 0);
    EXPECT_THAT(end.err, HasSubstr("note: ali: only the best 1 hits are printed"));
}

TEST_F(AlertsProgram, KeepTheStateWhenOutputFails) {
    const ProcessEnd end =
        run_shell("\"$0\" --db \"$1\" --queries \"$2\" --state \"$3\" > /dev/full",
                  {kSearchProgram, folder_ / "db", folder_ / "alerts.tsv", state()});
    EXPECT_EQ(end.status, 5);
    EXPECT_FALSE(fs::exists(state()));
}

TEST_F(AlertsProgram, RefuseAStateThatCannotBe) {
    struct Case {
        std::string state, words;
    };
    for (const Case& one : std::vector<Case>{
             {"ali\tr7\n", "has seen revision r7, but the database is only at r1"},
             {"ali\tr1\nnonsense\n", "alerts.state:2: is no line of qid<TAB>revision"},
             {"ali\t1\n", "alerts.state:1: is no line"},
             {"ali\tr1x\n", "alerts.state:1: is no line"},
             {"\tr1\n", "alerts.state:1: is no line"},
         }) {
        folder_.write("alerts.state", one.state);
        const ProcessEnd end = alert();
        EXPECT_EQ(end.status, 5) << one.words;
        EXPECT_THAT(end.err, HasSubstr(one.words));
        EXPECT_THAT(end.err, HasSubstr("remove it"));
        EXPECT_EQ(end.out, "");
        EXPECT_EQ(read_file(state()), one.state) << "it was changed";
    }
    fs::remove(state());
    fs::create_directory(state());
    EXPECT_EQ(alert().status, 5);
    EXPECT_THAT(alert().err, HasSubstr("alerts.state: cannot be read"));
}

TEST_F(AlertsProgram, SayWhenTheStateCannotBeWritten) {
    const ProcessEnd end = run_process({kSearchProgram, "--db", folder_ / "db", "--queries",
                                        folder_ / "alerts.tsv", "--state", folder_ / "none/state"});
    EXPECT_EQ(end.status, 5);
    EXPECT_THAT(end.err, HasSubstr("the next run prints the same again"));
}

TEST_F(AlertsProgram, AreUsedWithAFileOfQueries) {
    const ProcessEnd end =
        run_process({kSearchProgram, "--db", folder_ / "db", "--state", state(), "Alibaba"});
    EXPECT_EQ(end.status, 2);
    EXPECT_THAT(end.err, HasSubstr("--state goes with --queries or --saved"));
}

TEST_F(AlertsProgram, SinceAloneIsForOneQuery) {
    const auto since = [&](const std::string& when) {
        return run_process(
            {kSearchProgram, "--db", folder_ / "db", "-f", "trec", "--since", when, "regulator"});
    };
    EXPECT_EQ(since("r0").status, 0);
    expect_silence(since("r1"));
    expect_silence(since("2999"));
    EXPECT_EQ(since("2001-01-01").out, since("r0").out);
    EXPECT_EQ(since("2").status, 2);
    EXPECT_THAT(since("r2").err, HasSubstr("sinodex-index --check"));
    const ProcessEnd check = run_process({kIndexProgram, "--db", folder_ / "db", "--check"});
    EXPECT_THAT(check.out, HasSubstr("bytes checked, revision r1 of 20"));
    folder_.write("in/a.txt", "The fine\n\n" + kOld + kNew);
    index();
    EXPECT_THAT(since("r1").out, StartsWith("1 Q0 a.txt#1 1 "));
}

}  // namespace
}  // namespace sinodex
