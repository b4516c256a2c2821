// SPDX-License-Identifier: GPL-2.0-or-later

// The first ten minutes of somebody who has just built the programs, at a terminal, as a golden
// file. After a change that is meant, write it anew and read the difference:
//
//     SINODEX_UPDATE_GOLDEN=1 ctest --test-dir build/dev -R Newcomer

#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "tests/end_to_end/programs.h"
#include "tests/support/terminal.h"

namespace sinodex {
namespace {

using namespace testing;

constexpr const char* kEnd = "END OF COMMAND";

const std::vector<std::string>& commands() {
    static const std::vector<std::string> all{
        "sinodex-search Hangzhou deals",
        "sinodex-search --db news.db Hangzhou deals",
        "sinodex-index --db news.db corpus/articles",
        "sinodex-search --db news.db -n 3 Hangzhou deals",
        "export SINODEX_DB=news.db",
        "sinodex-search -n 2 How much was Didi fined?",
        "sinodex-search --limits 2 Didi fined",
        "sinodex-search -fined Didi",
        "sinodex-search -n 1 -- -fined Didi",
        "sinodex-search -n 1 antitrsut",
        "sinodex-search -n 1 --cite 蚂蚁集团暂停上市",
        "sinodex-search -n 2 --sort date --format csv golden shares | cut -c1-90",
        "sinodex-search -n 500 --format json the | head -2",
        "sinodex-search --view figures -n 1 Didi fine",
        "sinodex-search --verify a shop window, a games studio and a lock",
        "TERM=dumb sinodex-search -n 1 gallium",
        "sinodex-search xylophones; echo $?",
    };
    return all;
}

// Returns what a terminal shows in the end: a line that is written over is not there any more.
// Times and sizes depend on the machine.
std::string shown(std::string text) {
    static const std::regex overwritten("[^\n]*\r\033\\[K");
    static const std::regex measured(R"([0-9.]+ (MB/s|ms|MB|s)\b)");
    std::erase(text, '\a');
    text = std::regex_replace(text, std::regex("\r\n"), "\n");
    text = std::regex_replace(text, overwritten, "");
    return std::regex_replace(text, measured, "0 $1");
}

std::string transcript() {
    const TemporaryFolder home;
    std::string before = "cd '" + (home / "") +
                         "'; ln -sfn '" SINODEX_SOURCE_DIR
                         "/corpus' corpus; export LC_ALL=C.UTF-8 PAGER=cat PATH='" SINODEX_BIN_DIR
                         "':\"$PATH\"; ";
    std::string all;
    for (const std::string& command : commands()) {
        Terminal terminal({"/bin/bash", "-c", before + command + "; echo '" + kEnd + "'"},
                          home.path());
        std::string text = shown(terminal.read_until(kEnd));
        text.erase(text.find(kEnd));
        all.append("$ ").append(command).append("\n").append(text);
        if (command.starts_with("export ")) before += command + "; ";
    }
    return all;
}

TEST(Newcomer, SeesThis) {
    const std::string path = SINODEX_SOURCE_DIR "/tests/end_to_end/golden/newcomer.txt";
    if (std::getenv("SINODEX_UPDATE_GOLDEN") != nullptr) {
        write_file(path, transcript());
        GTEST_SKIP() << "the golden file was written anew";
    }
    EXPECT_EQ(transcript(), read_file(path));
}

}  // namespace
}  // namespace sinodex
