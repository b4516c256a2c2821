// SPDX-License-Identifier: GPL-2.0-or-later

// Holds what README and docs show against what the programs print. After a change that is meant,
// write the pages anew and read the difference:
//
//     SINODEX_UPDATE_GOLDEN=1 ctest --test-dir build/dev -R Transcripts
//
// docs/benchmarks.md is left out: its commands measure, some of them for minutes.

#include "tests/end_to_end/transcripts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>

#include "tests/end_to_end/programs.h"

namespace sinodex::testing {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> pages() {
    const fs::path root(SINODEX_SOURCE_DIR);
    std::vector<std::string> found{"README.md", "CONTRIBUTING.md", "corpus/README.md"};
    for (const auto& entry : fs::recursive_directory_iterator(root / "docs")) {
        const std::string path = fs::relative(entry.path(), root).string();
        if (path.ends_with(".md") && path != "docs/benchmarks.md") found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

// One shell for a page, in an empty folder that has the shipped articles as corpus/, with our
// programs before all others. What each step prints ends with a line of its own.
std::string script_of(const Page& page, const std::string& folder) {
    std::string script = "exec 2>&1; cd '" + folder + "'; export LC_ALL=C.UTF-8 HOME=\"$PWD\"\n" +
                         "PATH='" SINODEX_BIN_DIR "':$PATH\n" +
                         "ln -s '" SINODEX_SOURCE_DIR "/corpus' corpus\n";
    for (const Page::Step& step : page.steps()) {
        script += step.command.command + "\n";
        script += "ended=$?; printf '\\036\\n'; (exit $ended)\n";
    }
    return script;
}

std::vector<std::vector<std::string>> outputs_of(const Page& page) {
    const TemporaryFolder folder;
    const std::string script = script_of(page, folder / "");
    const ProcessEnd end = run_process({"/bin/bash", "-c", script});
    std::vector<std::vector<std::string>> outputs(1);
    for (const std::string& line : lines_of(end.out)) {
        if (line.ends_with('\036')) {
            if (line.size() > 1) outputs.back().push_back(line.substr(0, line.size() - 1));
            outputs.emplace_back();
        } else {
            outputs.back().push_back(line);
        }
    }
    outputs.pop_back();
    return outputs;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

// A page goes on to show as many lines as it did, if it left out the rest.
std::vector<std::string> shortened(std::vector<std::string> printed,
                                   const std::vector<std::string>& shown) {
    if (shown.empty() || shown.back() != "..." || printed.size() < shown.size()) return printed;
    printed.resize(shown.size() - 1);
    printed.emplace_back("...");
    return printed;
}

class Transcripts : public ::testing::TestWithParam<std::string> {};

TEST_P(Transcripts, AreWhatTheProgramsPrint) {
    const std::string path = std::string(SINODEX_SOURCE_DIR "/") + GetParam();
    const bool update = std::getenv("SINODEX_UPDATE_GOLDEN") != nullptr;
    const Page page(read_file(path));
    const auto printed = outputs_of(page);
    ASSERT_EQ(printed.size(), page.steps().size()) << "the shell ended early";
    std::vector<std::vector<std::string>> kept;
    for (std::size_t i = 0; i < printed.size(); ++i) {
        const auto& [shown, command] = page.steps()[i];
        if (!shown) continue;
        const bool same = agrees(command.output, printed[i]);
        kept.push_back(same ? command.output : shortened(printed[i], command.output));
        if (same || update) continue;
        ADD_FAILURE() << GetParam() << ":" << command.line << ": $ " << command.command
                      << "\nshows\n"
                      << joined(command.output) << "but today prints\n"
                      << joined(printed[i]);
    }
    if (!update) return;
    write_file(path, page.with_outputs(kept));
    GTEST_SKIP() << "the page was written anew";
}

INSTANTIATE_TEST_SUITE_P(Pages, Transcripts, ::testing::ValuesIn(pages()), [](const auto& page) {
    return std::regex_replace(page.param, std::regex("[^A-Za-z0-9]"), "_");
});

TEST(Page, FindsCommandsAndWhatTheyPrint) {
    const Page page(
        "<!-- before\ncd x\n-->\n```\n$ echo a\na\n$ sed '\n> p'\n```\n<!-- not run: slow -->\n"
        "```\n$ sleep 9\n```\n");
    ASSERT_EQ(page.steps().size(), 3U);
    EXPECT_FALSE(page.steps()[0].shown);
    EXPECT_EQ(page.steps()[1].command.output, std::vector<std::string>{"a"});
    EXPECT_EQ(page.steps()[2].command.command, "sed '\np'");
    EXPECT_EQ(page.with_outputs({{"b"}, {"c", "d"}}),
              "<!-- before\ncd x\n-->\n```\n$ echo a\nb\n$ sed '\n> p'\nc\nd\n```\n"
              "<!-- not run: slow -->\n```\n$ sleep 9\n```\n");
}

TEST(Page, OutputsAgreeButForWhatIsMeasured) {
    EXPECT_TRUE(agrees({"in 0.4 s", "x"}, {"in 12 s", "x", ""}));
    EXPECT_TRUE(agrees({"a", "...", "z"}, {"a", "b", "c", "z"}));
    EXPECT_FALSE(agrees({"a", "...", "z"}, {"a", "b"}));
    EXPECT_FALSE(agrees({"4 articles"}, {"5 articles"}));
    EXPECT_FALSE(agrees({}, {"something"}));
}

}  // namespace
}  // namespace sinodex::testing
