// SPDX-License-Identifier: GPL-2.0-or-later

// A library is a guest in somebody else's program: it prints nothing, ends no process, changes
// nothing that the whole process shares, and keeps no state of its own between calls.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "tests/architecture/sources.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::AnyOf;
using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

// Sources of the libraries: no programs, and no tools of the build.
std::vector<std::string> library_sources() {
    std::vector<std::string> sources;
    for (const char* top : {"corpus", "indexer", "searcher"}) {
        for (const std::string& file : sources_below(top)) {
            static const std::regex programs("/cli/|corpus/program/|searcher/service/|/make_");
            if (!std::regex_search(file, programs)) sources.push_back(file);
        }
    }
    return sources;
}

// "file: match" of each place in code, comments left out, that matches.
std::vector<std::string> places(const std::string& file, const std::string& text,
                                const std::regex& wanted) {
    static const std::regex comments(R"re(/\*[^]*?\*/|//[^\n]*)re");
    const std::string code = std::regex_replace(text, comments, "");
    std::vector<std::string> found;
    for (std::sregex_iterator at(code.begin(), code.end(), wanted), end; at != end; ++at) {
        found.push_back(file + ": " + at->str());
    }
    return found;
}

std::vector<std::string> places_in_libraries(const std::regex& wanted) {
    std::vector<std::string> all;
    for (const std::string& file : library_sources()) {
        for (std::string& one : places(file, text_of(file), wanted)) all.push_back(std::move(one));
    }
    return all;
}

// Matches what prints, ends the process, or changes what all of it shares.
const std::regex& meddling() {
    static const std::regex words(
        R"re(std::(cout|cerr|clog|abort|exit|quick_exit|terminate|set_terminate|signal)\b|)re"
        R"re(\b(printf|puts|perror|abort|exit|_exit|assert|setlocale|setenv|putenv|sigaction|)re"
        R"re(chdir|umask|srand)\(|locale::global)re");
    return words;
}

// A variable that outlives the call and is not const.
const std::regex& lasting() {
    static const std::regex words(
        R"re(\b(static|thread_local) (?!const\b|constexpr\b)[\w:<>, *&]+ \w+( = [^;(]*|\{[^;]*\})?;)re");
    return words;
}

TEST(Libraries, LeaveTheProcessAlone) {
    EXPECT_GT(library_sources().size(), 200U);
    EXPECT_THAT(places_in_libraries(meddling()), IsEmpty());
}

// These two: an error for when there is no memory for one, which nobody changes, and what a
// program's terminate handler has to remove.
TEST(Libraries, KeepNoState) {
    EXPECT_THAT(
        places_in_libraries(lasting()),
        UnorderedElementsAre("corpus/c/boundary.cc: static sinodex_error error{SINODEX_MEMORY, "
                             "\"there is too little memory\", \"\"};",
                             "indexer/workplace.cc: static ScratchList list;"));
}

// Matches what opens, or makes, a database of Xapian's.
const std::regex& opening() {
    static const std::regex words(
        R"re(Xapian::(Writable)?Database( \w+)?[({]|make_unique<Xapian::)re");
    return words;
}

// So that another kind of storage is another one of these: who reads an index goes through
// index_reader, who writes one through indexer/commit.
TEST(Libraries, OpenDatabasesInTwoPlaces) {
    const std::vector<std::string> all = places_in_libraries(opening());
    EXPECT_THAT(all, Not(IsEmpty()));
    EXPECT_THAT(all, Each(AnyOf(StartsWith("corpus/schema/index_reader.cc:"),
                                StartsWith("indexer/commit/"))));
    EXPECT_EQ(places("f", "void f(const Xapian::Database& database);", opening()).size(), 0U);
}

TEST(Libraries, AreSeenToMeddle) {
    for (const char* code : {"std::cerr << 1;", "  exit(1);", "assert(a);", "std::signal(1, f);"}) {
        EXPECT_EQ(places("f", code, meddling()).size(), 1U) << code;
    }
    for (const char* code : {"// std::cerr", "on_exit(1)", "static_assert(a)", "x.exits()"}) {
        EXPECT_THAT(places("f", code, meddling()), IsEmpty()) << code;
    }
    for (const char* code : {"static int n;", "static std::map<int, int> cache;",
                             "thread_local std::string last = {};", "static Cache cache{1, 2};"}) {
        EXPECT_EQ(places("f", code, lasting()).size(), 1U) << code;
    }
    for (const char* code : {"static const int n = 1;", "static bool is(int a);",
                             "static constexpr int kA = 1;", "static_assert(true);"}) {
        EXPECT_THAT(places("f", code, lasting()), IsEmpty()) << code;
    }
}

}  // namespace
}  // namespace sinodex
