// SPDX-License-Identifier: GPL-2.0-or-later

// Programs in C++, C, Python and Node, outside of the project, that use what is installed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace sinodex::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* kSources = SINODEX_SOURCE_DIR "/tests/embedding";
constexpr const char* kArticles = SINODEX_SOURCE_DIR "/corpus/articles";

// A line of sh in which $prefix is the installed tree, $out an empty folder, $sources ours.
class Installed : public ::testing::Test {
 protected:
    static void SetUpTestSuite() {
        folder_ = new TemporaryFolder;
        installation_ =
            run_shell("cmake --install \"$0\" --prefix \"$1\"", {SINODEX_BUILD_DIR, prefix()});
    }
    void SetUp() override { ASSERT_EQ(installation_.status, 0) << installation_.err; }
    static void TearDownTestSuite() { delete folder_; }

    static std::string prefix() { return *folder_ / "tree"; }

    ProcessEnd run(const std::string& line) const {
        return run_shell(
            "prefix=$0 out=$1 sources=$2 articles=$3 lib=$(dirname \"$(find \"$0\" -name "
            "libsinodex-searcher.so)\"); export PKG_CONFIG_PATH=\"$lib/pkgconfig\" "
            "LD_LIBRARY_PATH=\"$lib\"; " +
                line,
            {prefix(), out_ / "", kSources, kArticles});
    }

 private:
    static TemporaryFolder* folder_;
    static ProcessEnd installation_;
    TemporaryFolder out_;
};

TemporaryFolder* Installed::folder_ = nullptr;
ProcessEnd Installed::installation_;

TEST_F(Installed, ServesAProjectInCpp) {
    const ProcessEnd built =
        run("cp -r \"$sources/project\" \"$out/p\" && cmake -G Ninja -S \"$out/p\" -B \"$out/b\" "
            "-DCMAKE_PREFIX_PATH=\"$prefix\" && cmake --build \"$out/b\" && "
            "\"$out/b/ask\" \"$articles\" \"$out/db\" 'Hangzhou deals'");
    EXPECT_EQ(built.status, 0) << built.out << built.err;
    EXPECT_THAT(built.out, HasSubstr("\n1 deals-ai-001#0\n2 "));
}

TEST_F(Installed, TellsAnotherVersionAndAnUnknownComponent) {
    const std::string configure =
        "cp -r \"$sources/project\" \"$out/p\" && sed -i '/^find_package/c\\%s' "
        "\"$out/p/CMakeLists.txt\" && cmake -G Ninja -S \"$out/p\" -B \"$out/b\" "
        "-DCMAKE_PREFIX_PATH=\"$prefix\"";
    const auto with = [&](const std::string& line) {
        return run(std::regex_replace(configure, std::regex("%s"), line)).status;
    };
    EXPECT_NE(with("find_package(Sinodex 9.1 REQUIRED)"), 0);
    EXPECT_NE(with("find_package(Sinodex REQUIRED COMPONENTS reader)"), 0);
}

// Under the address sanitizer, which finds what C leaks or touches wrongly.
TEST_F(Installed, ServesAProgramInC) {
    const ProcessEnd end =
        run("cc -std=c99 -Wall -Wextra -Wpedantic -Werror -g -fsanitize=address "
            "\"$sources/project/ask.c\" -o \"$out/ask\" "
            "$(pkg-config --cflags --libs sinodex-searcher sinodex-indexer) && "
            "\"$out/ask\" \"$articles\" \"$out/db\" 'Hangzhou deals'");
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, HasSubstr("gave up: 1\nprogress: 1, added: 1\n"
                                   "1 deals-ai-001#0, 1 marks, text whole: 1\n2 "));
    EXPECT_THAT(end.out, HasSubstr("verified: 1\ncompleted: 1\n"
                                   "warned: 1, no more: 1, meant: alibaba "));
    EXPECT_THAT(end.out, HasSubstr("\none line: 1\nshort bounds: 1\n"));
    for (const char* message :
         {"1 view: ", "1 the request ", "1 request is NULL", "1 bounds: ", "3 /nowhere: ", "7 "}) {
        EXPECT_THAT(end.err, HasSubstr(message));
    }
}

TEST_F(Installed, ServesPython) {
    const ProcessEnd end =
        run("PYTHONPATH=\"$prefix/lib/python3/dist-packages\" PYTHONDONTWRITEBYTECODE=1 "
            "python3 -W error \"$sources/test_package.py\" \"$articles\"");
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.err, HasSubstr("\nOK"));
}

TEST_F(Installed, ServesNode) {
    if (run("command -v node").status != 0) GTEST_SKIP() << "node is not installed";
    const ProcessEnd end =
        run("mkdir \"$out/node_modules\" && cp \"$sources/package.test.mjs\" \"$out\" && "
            "ln -s \"$prefix/share/nodejs/sinodex\" \"$out/node_modules/sinodex\" && "
            "\"$prefix/bin/sinodex-index\" --quiet --db \"$out/db\" \"$articles\" && "
            "PROGRAM=\"$prefix/bin/sinodex-search\" DATABASE=\"$out/db\" "
            "timeout 100 node --test \"$out/package.test.mjs\"");
    EXPECT_EQ(end.status, 0) << end.out << end.err;
    EXPECT_THAT(end.out, HasSubstr("# pass 7\n# fail 0\n"));
}

// scripts/lint compiles each of them alone.
TEST_F(Installed, HasHeadersThatNeedNoOthers) {
    const ProcessEnd end =
        run("cd \"$prefix/include/sinodex\" && "
            "find . -name '*.h' | sed 's/.*/#include \"&\"/' >\"$out/all.cc\" && cat "
            "\"$out/all.cc\" && "
            "g++ -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I. \"$out/all.cc\" && "
            "gcc -std=c99 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c ../sinodex.h && "
            "! grep -rE '#include.*(xapian|unicode/)' .");
    EXPECT_EQ(end.status, 0) << end.out << end.err;
    EXPECT_THAT(end.out, HasSubstr("searcher/searcher.h"));
}

std::set<std::string> words_like(const std::string& text, const std::string& pattern) {
    const std::regex wanted(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at) {
        found.insert((*at)[1]);
    }
    return found;
}

TEST_F(Installed, ExportsWhatTheHeadersDeclareAndNothingElse) {
    const std::string symbols =
        run("nm -DC --defined-only \"$lib\"/libsinodex-*.so | cut -c18-").out;
    const std::string header = run("cat \"$prefix/include/sinodex.h\"").out;
    EXPECT_EQ(words_like(symbols, "T (sinodex_[a-z_]+)@@"),
              words_like(header, "\\n[a-z0-9_]+(?: [a-z]+)*[ *]+(sinodex_[a-z_]+)\\("));
    std::istringstream lines(symbols);
    std::string headers = run("cat $(find \"$prefix/include/sinodex\" -name '*.h')").out;
    for (std::string line; std::getline(lines, line);) {
        std::smatch name;
        if (!std::regex_search(line, name,
                               std::regex("^[TV] (?:[a-z]+ )*(?:for )?sinodex::(\\w+)")))
            continue;
        EXPECT_THAT(headers, HasSubstr(name[1].str())) << line;
    }
    EXPECT_THAT(symbols, ::testing::Not(HasSubstr("Xapian")));
    const std::regex function(R"re((?:^|\n)[\w:<>]+[ &*]+(\w+)\([^{}]*?\)(?: noexcept)?;)re");
    std::size_t declared = 0;
    for (std::sregex_iterator at(headers.begin(), headers.end(), function), end; at != end; ++at) {
        EXPECT_THAT(symbols, HasSubstr("T sinodex::" + (*at)[1].str()));
        ++declared;
    }
    EXPECT_GT(declared, 15U);
}

// A library that is asked to search and fails has no business with what is the process's own.
TEST_F(Installed, LeavesTheProcessAlone) {
    const std::string needed = run("nm -D --undefined-only \"$lib\"/libsinodex-*.so").out;
    EXPECT_THAT(needed, HasSubstr("malloc"));
    for (const char* name : {"abort", "exit", "_exit", "printf", "puts", "perror", "setlocale",
                             "signal", "sigaction", "setenv", "system", "fork", "listen"}) {
        EXPECT_FALSE(std::regex_search(needed, std::regex("U " + std::string(name) + "(@|\n)")))
            << name;
    }
}

}  // namespace
}  // namespace sinodex::testing
