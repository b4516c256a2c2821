// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/prefixes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "corpus/text/analyzer.h"

namespace sinodex {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// An index of the stems of words, as "S" + stem of titles and as words of authors, too.
class PrefixesTest : public ::testing::Test {
 protected:
    void index(const std::vector<std::string>& words) {
        Xapian::Document document;
        for (const std::string& word : words) {
            const std::string term = stem(word);
            document.add_term(term);
            document.add_term("S" + term);
            document.add_term("A" + word);
        }
        database_.add_document(document);
    }
    std::string stem(const std::string& word) {
        return std::string(terms_.term({{}, 0, TokenKind::word, false, word}));
    }
    std::vector<std::string> found(const std::string& beginning, const std::string& prefix = "",
                                   bool stems = true) {
        return completions(beginning, prefix, stems, database_, terms_).first;
    }

    Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
    TermMaker terms_;
};

TEST_F(PrefixesTest, FindsTheStemsOfAllWordsThatBeginSo) {
    index({"regulation", "regulatory", "regular", "policy", "police", "author", "mergers", "oper"});
    EXPECT_THAT(found("regul"), ElementsAre("regul", "regular", "regulatori"));
    EXPECT_THAT(found("regulat"), ElementsAre("regul", "regulatori"));
    for (const char* longer :
         {"regulati", "regulation", "regulations", "regulators", "regulating"}) {
        EXPECT_THAT(found(longer), ElementsAre("regul")) << longer;
    }
    EXPECT_THAT(found("policy"), ElementsAre("polici"));
    EXPECT_THAT(found("policie"), ElementsAre("polici"));
    EXPECT_THAT(found("merge"), ElementsAre("merg"));
    EXPECT_THAT(found("authority"), ElementsAre("author"));
    EXPECT_THAT(found("regx"), IsEmpty());
}

TEST_F(PrefixesTest, LooksIntoTheFieldThatIsAskedFor) {
    index({"regulation", "regal"});
    EXPECT_THAT(found("regulat", "S"), ElementsAre("regul"));
    EXPECT_THAT(found("reg", "A", false), ElementsAre("regal", "regulation"));
    EXPECT_THAT(found("regulations", "A", false), IsEmpty());
    EXPECT_THAT(found("reg", "H", false), IsEmpty());
}

TEST_F(PrefixesTest, KeepsTheMostFrequentWordsAndSaysSo) {
    std::vector<std::string> words;
    for (int i = 0; i < 150; ++i) words.push_back("w0rd" + std::to_string(1000 + i));
    index(words);
    index({"w0rd1149"});
    std::vector<QueryWarning> warnings;
    const IndexReader index(database_);
    Prefixes prefixes(index, terms_);
    EXPECT_EQ(prefixes.of("w0rd", "", true, {2, 7}, warnings).size(), kMaxCompletions);
    EXPECT_THAT(prefixes.of("w0rd", "", true, {2, 7}, warnings), Contains("w0rd1149"));
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].span.begin, 2U);
    EXPECT_EQ(prefixes.of("w0rd10", "", true, {}, warnings).size(), 100U);
    EXPECT_EQ(warnings.size(), 1U);
}

// All English words of the shipped articles.
std::set<std::string> words_of_articles() {
    Analyzer analyzer;
    std::set<std::string> words;
    const std::filesystem::path root = SINODEX_SOURCE_DIR "/corpus/articles";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file()) continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        for (const Token& token : analyzer.analyze(text.str())) {
            const bool plain = std::all_of(token.text.begin(), token.text.end(),
                                           [](char c) { return c >= 'a' && c <= 'z'; });
            if (token.kind == TokenKind::word && plain) words.emplace(token.text);
        }
    }
    return words;
}

TEST_F(PrefixesTest, NoBeginningMissesAWordOfTheArticles) {
    const std::set<std::string> words = words_of_articles();
    ASSERT_GT(words.size(), 3000U);
    index({words.begin(), words.end()});
    std::size_t tried = 0;
    std::string missed;
    std::size_t number = 0;
    for (const std::string& word : words) {
        if (number++ % 4 != 0) continue;
        const std::string term = stem(word);
        for (std::size_t size = 3; size <= word.size(); ++size) {
            const std::string beginning = word.substr(0, size);
            if (term.starts_with(beginning)) continue;  // the scan finds it, up to its limit
            ++tried;
            const std::vector<std::string> terms = found(beginning);
            if (!std::binary_search(terms.begin(), terms.end(), term)) {
                missed += beginning + "* misses " + word + " (" + term + ")\n";
            }
        }
    }
    EXPECT_GT(tried, 1000U);
    EXPECT_EQ(missed, "");
}

}  // namespace
}  // namespace sinodex
