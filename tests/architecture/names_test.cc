// SPDX-License-Identifier: GPL-2.0-or-later

// No two types of one name. The libraries share the namespace sinodex, and programs link several of
// them: two layouts under one name are undefined behaviour that no compiler sees.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/architecture/sources.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Key;

// Files by the qualified name of the type, or alias of one, that they define for others to see.
using Definitions = std::map<std::string, std::set<std::string>>;

// Takes out what only looks like code.
std::string code_of(std::string text) {
    static const std::regex raw(R"re(R"([a-z]*)\([^]*?\)\1")re");
    static const std::regex rest(R"re(//[^\n]*|"(\\.|[^"\\\n])*"|'(\\.|[^'\\\n])')re");
    return std::regex_replace(std::regex_replace(text, raw, "0"), rest, "0");
}

// Follows braces and namespaces through one file.
class Definer {
 public:
    Definer(const std::string& file, Definitions& found) : file_(file), found_(found) {}

    void read(const std::string& text) {
        static const std::regex interesting(
            R"re(namespace\s*([\w:]*)\s*\{|(?:enum class|enum|class|struct|union)\s+(\w+)\s*)re"
            R"re((?:final\s*)?(?::(?!:)[^;{()]*)?\{|using\s+(\w+)\s*=|[{}])re");
        const std::string code = code_of(text);
        for (std::sregex_iterator at(code.begin(), code.end(), interesting), end; at != end; ++at) {
            take(*at);
        }
    }

 private:
    void take(const std::smatch& match) {
        const std::string& found = match.str();
        if (found == "}") {
            if (!scopes_.empty()) scopes_.pop_back();
        } else if (match[3].matched) {
            define(match[3].str());
        } else if (match[2].matched) {
            define(match[2].str());
            scopes_.push_back("{");
        } else if (found.starts_with("namespace")) {
            scopes_.push_back(match[1].str());
        } else {
            scopes_.push_back("{");
        }
    }

    // A type within another, a function or an unnamed namespace is nobody else's.
    void define(const std::string& name) {
        std::string qualified;
        for (const std::string& scope : scopes_) {
            if (scope == "{" || scope.empty()) return;
            qualified.append(scope).append("::");
        }
        if (!qualified.empty()) found_[qualified + name].insert(file_);
    }

    const std::string& file_;
    Definitions& found_;
    std::vector<std::string> scopes_;
};

Definitions definitions_in(const std::map<std::string, std::string>& texts) {
    Definitions found;
    for (const auto& [file, text] : texts) Definer(file, found).read(text);
    return found;
}

Definitions twice(Definitions found) {
    std::erase_if(found, [](const auto& one) { return one.second.size() < 2; });
    return found;
}

TEST(Names, OfTypesAreTakenOnce) {
    std::map<std::string, std::string> texts;
    for (const char* top : {"corpus", "indexer", "searcher", "bench"}) {
        for (const std::string& file : sources_below(top)) texts[file] = text_of(file);
    }
    const Definitions found = definitions_in(texts);
    EXPECT_GT(found.size(), 300U);
    EXPECT_THAT(found, Contains(Key("sinodex::SearchRequest")));
    for (const auto& [name, files] : twice(found)) {
        ADD_FAILURE() << name << " is defined by " << *files.begin() << " and by "
                      << *files.rbegin();
    }
}

TEST(Names, ThatCollideAreSeen) {
    EXPECT_THAT(twice(definitions_in({
                    {"a.h", "namespace sinodex {\nstruct Gap {\n    int a = '{';\n};\n}"},
                    {"b.h", "namespace sinodex {\nenum class Gap : char { none };\n}"},
                })),
                ElementsAre(Key("sinodex::Gap")));
    EXPECT_THAT(twice(definitions_in({
                    {"a.h", "namespace sinodex {\nclass Gap final : public Base<int> {};\n}"},
                    {"b.h", "namespace sinodex {\nusing Gap = int;\n}"},
                })),
                ElementsAre(Key("sinodex::Gap")));
}

TEST(Names, ThatAreNobodyElsesAreNot) {
    EXPECT_THAT(twice(definitions_in({
                    {"a.h", "namespace sinodex {\nstruct Gap { int a; };\n}"},
                    {"b.cc", "namespace sinodex {\nnamespace {\nstruct Gap { char b; };\n}\n}"},
                    {"c.h", "namespace sinodex {\nclass C {\n struct Gap { char b; };\n};\n}"},
                    {"d.h", "namespace sinodex::other {\nstruct Gap { char b; };\n}"},
                    {"e.h", "namespace sinodex {\nstruct Gap;\n// struct Gap {\n}"},
                    {"f.cc", "namespace sinodex {\nstruct C::Gap { int a; };\n}"},
                })),
                IsEmpty());
}

}  // namespace
}  // namespace sinodex
