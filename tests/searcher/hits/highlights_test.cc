// SPDX-License-Identifier: GPL-2.0-or-later

// Checks which stretches of a passage are marked, as what, and for which part of the query.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <set>

#include "corpus/schema/terms.h"
#include "corpus/text/analyzer.h"
#include "corpus/text/utf8.h"
#include "indexer/indexer.h"
#include "tests/searcher/hostile_queries.h"
#include "tests/searcher/news.h"

namespace sinodex {
namespace {

using namespace testing;

std::string text_of(const SearchHit& hit, const SearchHighlight& mark) {
    return hit.text.substr(mark.begin - hit.begin, mark.end - mark.begin);
}

// "Alibaba Group=entity(Ant Group:entity, Ant:exact)", a line a highlight.
std::string marked(const SearchResult& result, const SearchHit& hit) {
    std::string lines;
    for (const SearchHighlight& mark : hit.highlights) {
        lines += text_of(hit, mark) + " = " + std::string(info(mark.why).name) + " (";
        const char* separator = "";
        for (const QueryMatch& match : mark.query) {
            lines += separator + result.query.substr(match.begin, match.end - match.begin) + ": " +
                     std::string(info(match.why).name);
            separator = ", ";
        }
        lines += ")\n";
    }
    return lines;
}

TEST(Highlights, TellWhichPartOfTheQueryMatchesByWhichRule) {
    const TemporaryFolder folder;
    index_articles(
        folder / "db",
        {{"a", "",
          "Alibaba Group was fined 18.2 billion yuan on April 10, 2021. Fines of e-commerce giants "
          "fell, it said. The state planner met the planner of the state.",
          "", "", "2021-04-10", "en"},
         {"b", "", "螞蟻集團與集團裡的螞蟻。罚款5%。暂停上市。", "", "", "", "zh"}});
    const Searcher searcher(folder / "db");
    struct Case {
        std::string query, marks;
        bool synonyms = false;
    };
    for (const Case& one : std::vector<Case>{
             {"fined", "fined = exact (fined: exact)\nFines = stem (fined: stem)\n"},
             {"giant* said*", "giants = prefix (giant: prefix)\nsaid = prefix (said: prefix)\n"},
             {"\"state planner\"",
              "state planner = phrase (\"state planner\": phrase)\n"
              "planner = exact (planner: exact)\nstate = exact (state: exact)\n"},
             {"\"state planner\" \"planner met\"",
              "state planner met = phrase (\"state planner\": phrase, \"planner met\": phrase)\n"
              "planner = exact (planner: exact)\nstate = exact (state: exact)\n"},
             {"giant NEAR/2 fell",
              "giants = near (giant NEAR/2 fell: near, giant: stem)\n"
              "fell = near (giant NEAR/2 fell: near, fell: exact)\n"},
             {"Alibaba", "Alibaba Group = entity (Alibaba: exact, Alibaba: entity)\n"},
             {"阿里巴巴", "Alibaba Group = entity (阿里巴巴: entity)\n"},
             {"182亿元", "18.2 billion yuan = amount (182亿元: amount)\n"},
             {"April 2021 giants",
              "April 10, 2021 = time (April 2021: time, April: exact, 2021: exact)\n"
              "giants = exact (giants: exact)\n"},
             {"met the", "met = exact (met: exact)\n"},
             {"蚂蚁集团",
              "螞蟻集團 = exact (蚂蚁集团: exact, 蚂蚁集团: entity)\n"
              "集團 = exact (集团: exact)\n"
              "螞蟻 = exact (蚂蚁集团: entity, 蚂蚁: exact)\n"},
             {"上市 暂停", "暂停 = exact (暂停: exact)\n上市 = exact (上市: exact)\n"},
             {"+5% penalty",
              "罚款 = synonym (penalty: synonym)\n5% = exact (5%: exact, 5%: amount)\n", true},
             {"5%", "5% = exact (5%: exact, 5%: amount)\n"},
         }) {
        SearchRequest request;
        request.query = one.query;
        request.expand.synonyms = one.synonyms;
        request.expand.translations = false;
        const SearchResult result = searcher.search(request);
        ASSERT_EQ(result.hits.size(), 1U) << one.query;
        EXPECT_EQ(marked(result, result.hits[0]), one.marks) << one.query;
    }
}

// No character is cut, and no mark cut off.
bool may_be_cut(const std::string& text, std::size_t at, bool at_end) {
    if (at == text.size() || (at == 0 && !at_end)) return true;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) return false;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
    const int type = u_charType(c);
    return type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK &&
           type != U_COMBINING_SPACING_MARK;
}

void expect_span(const SearchHit& hit, const TextSpan& span) {
    ASSERT_GE(span.begin, hit.begin);
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(span.end, hit.end);
    const std::size_t begin = span.begin - hit.begin;
    const std::size_t end = span.end - hit.begin;
    ASSERT_TRUE(may_be_cut(hit.text, begin, false)) << hit.text.substr(begin, end - begin);
    ASSERT_TRUE(may_be_cut(hit.text, end, true)) << hit.text.substr(begin, end - begin);
    ASSERT_EQ(span.begin_code_point,
              hit.begin_code_point + count_code_points(hit.text.substr(0, begin)));
    ASSERT_EQ(span.end_code_point - span.begin_code_point,
              count_code_points(hit.text.substr(begin, end - begin)));
}

// Returns the query that the hits are of, in which the parts of their highlights have their places.
const std::string& searched(const SearchResult& result) {
    return result.corrected ? result.suggestion : result.query;
}

void expect_sound(const SearchResult& result, const SearchHit& hit) {
    std::uint32_t at = hit.begin;
    for (const SearchHighlight& mark : hit.highlights) {
        ASSERT_NO_FATAL_FAILURE(expect_span(hit, mark));
        ASSERT_GE(mark.begin, at);
        at = mark.end;
        ASSERT_FALSE(mark.query.empty());
        bool named = false;
        for (const QueryMatch& match : mark.query) {
            ASSERT_LT(match.begin, match.end);
            ASSERT_LE(match.end, searched(result).size());
            named = named || match.why == mark.why;
        }
        ASSERT_TRUE(named);
    }
    at = hit.begin;
    for (const TextSpan& span : hit.best) {
        ASSERT_NO_FATAL_FAILURE(expect_span(hit, span));
        ASSERT_GE(span.begin, at);
        at = span.end;
    }
}

// Words as the index has them: folded and as terms, of a part of a text.
struct Words {
    std::set<std::string> folded, terms;
};

class Folding {
 public:
    Words of(const std::string& text, std::size_t begin, std::size_t end) {
        Words words;
        for (const Token& token : analyzer_.analyze(text)) {
            if (token.range.begin < begin || token.range.end > end) continue;
            words.folded.emplace(token.text);
            words.terms.emplace(terms_.term(token));
        }
        return words;
    }

 private:
    Analyzer analyzer_;
    TermMaker terms_;
};

bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const auto& word) { return b.contains(word); });
}

bool holds_all(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::includes(a.begin(), a.end(), b.begin(), b.end());
}

// A highlight's text holds what the rule says.
void expect_true(const SearchResult& result, const SearchHit& hit, Folding& folding) {
    for (const SearchHighlight& mark : hit.highlights) {
        const Words text = folding.of(hit.text, mark.begin - hit.begin, mark.end - hit.begin);
        for (const QueryMatch& match : mark.query) {
            const Words query = folding.of(searched(result), match.begin, match.end);
            const std::string context = result.query + ": " + marked(result, hit);
            switch (match.why) {
                case MatchRule::exact:
                    ASSERT_TRUE(meet(query.folded, text.folded)) << context;
                    if (mark.query.size() == 1 && text.folded.size() == 1) {
                        ASSERT_EQ(query.folded, text.folded) << context;
                    }
                    break;
                case MatchRule::stem:
                    // regulation* looks for all that has the stem of a word that begins so.
                    if (result.query.ends_with('*')) break;
                    ASSERT_TRUE(meet(query.terms, text.terms)) << context;
                    if (mark.query.size() == 1 && text.folded.size() == 1) {
                        ASSERT_NE(query.folded, text.folded) << context;
                    }
                    break;
                case MatchRule::prefix:
                    ASSERT_TRUE(std::any_of(text.folded.begin(), text.folded.end(),
                                            [&](const std::string& word) {
                                                return word.starts_with(*query.folded.begin());
                                            }))
                        << context;
                    break;
                case MatchRule::phrase:
                    ASSERT_TRUE(holds_all(text.folded, query.folded)) << context;
                    break;
                case MatchRule::near:
                    ASSERT_TRUE(meet(query.terms, text.terms)) << context;
                    break;
                default:  // where names, amounts and times stand is tested with their finders
                    break;
            }
        }
    }
}

class ShippedCorpus : public ::testing::Test {
 protected:
    static void SetUpTestSuite() {
        folder_ = std::make_unique<TemporaryFolder>();
        IndexOptions options;
        options.database = *folder_ / "db";
        options.paths = {SINODEX_SOURCE_DIR "/corpus/articles"};
        index_documents(options);
    }
    static void TearDownTestSuite() { folder_.reset(); }

    static std::string database() { return *folder_ / "db"; }

 private:
    static inline std::unique_ptr<TemporaryFolder> folder_;
};

// Queries of neighbouring words of the articles themselves, in every form of the language.
class TypicalQueries {
 public:
    explicit TypicalQueries(const Searcher& searcher) {
        SearchRequest every;
        every.query = "-nothing";
        every.limit = 1000;
        for (const SearchHit& hit : searcher.search(every).hits) texts_.push_back(hit.text);
    }

    std::string next() {
        switch (below(5)) {
            case 0:
                return "\"" + words(1 + below(3)) + "\"";
            case 1:
                return operand() + " NEAR/" + std::to_string(1 + below(20)) + " " + operand();
            case 2:
                return words(1) + "*";
            default:
                return words(1 + below(4));
        }
    }

 private:
    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8U) % limit;
    }

    // NEAR takes what stands beside it; "per cent" is one word of two.
    std::string operand() {
        std::string word = words(1);
        while (word.find(' ') != std::string::npos) word = words(1);
        return word;
    }

    std::string words(std::uint32_t count) {
        const std::string& text = texts_[below(static_cast<std::uint32_t>(texts_.size()))];
        std::vector<ByteRange> ranges;
        for (const Token& token : analyzer_.analyze(text)) {
            if (token.kind != TokenKind::han_char) ranges.push_back(token.range);
        }
        if (ranges.empty()) return "state";
        const std::size_t first = below(static_cast<std::uint32_t>(ranges.size()));
        const std::size_t last = std::min(first + count, ranges.size()) - 1;
        std::string part =
            text.substr(ranges[first].begin,
                        std::max(ranges[first].end, ranges[last].end) - ranges[first].begin);
        std::erase(part, '"');
        return part;
    }

    std::vector<std::string> texts_;
    Analyzer analyzer_;
    std::uint32_t state_ = 7;
};

TEST_F(ShippedCorpus, HighlightsAreWholeAndTrue) {
    const Searcher searcher(database());
    TypicalQueries queries(searcher);
    Folding folding;
    std::set<MatchRule> seen;
    for (int i = 0; i < 600; ++i) {
        const std::string misspelt = i % 50 == 0 ? "infrastucture " : "";
        const SearchResult result = search(searcher, misspelt + queries.next());
        for (const SearchHit& hit : result.hits) {
            ASSERT_NO_FATAL_FAILURE(expect_sound(result, hit)) << result.query;
            ASSERT_NO_FATAL_FAILURE(expect_true(result, hit, folding));
            for (const SearchHighlight& mark : hit.highlights) seen.insert(mark.why);
        }
    }
    EXPECT_EQ(seen.size(), kMatchRules.size() - 1);  // all but quotations
}

std::vector<NewsArticle> hostile_texts() {
    const std::string marks = "\u0301\u0327\u20DD";
    std::string zalgo;
    for (const char c : std::string("Alibaba fined 18.2 billion yuan")) zalgo += c + marks;
    std::string tower = "equity";
    for (int i = 0; i < 20'000; ++i) tower += "\u0301";
    return {
        {"zalgo", "", zalgo, "", "", "", ""},
        {"tower", "", tower + " stakes " + tower + "杭州", "", "", "", ""},
        {"han", "",
         "杭" + marks + "州" + marks + "a" + marks + "杭州" + marks + "fined蚂蚁集团" + marks, "",
         "", "", ""},
        {"money", "",
         "5" + marks + "% of 18.228 billion" + marks + " yuan" + marks + " in 2021" + marks, "", "",
         "", ""},
        {"names", "", "阿里" + marks + " Alibaba" + marks + " Didi" + marks + "’s" + marks, "", "",
         "", ""},
        {"emoji", "", "🙂\u200D🙂\uFE0F Didi🙂\uFE0F罚款\uFE0F golden\u00AD stakes\u200D",
         "", "", "", ""},
        {"scripts", "", "ไทยไทย equityไทย हिन्दी stakes قرآن َ fined", "", "", "", ""},
        {"broken", "", "Alibaba\xFF\xE4\xB8 fined \x80蚂\xE8\x9A 集团", "", "", "", ""},
        {"alone", "", marks + "\n\n" + marks + "a" + marks + "\n\n" + marks + "杭州", "", "", "",
         ""},
    };
}

TEST(Highlights, AreWholeInHostileTexts) {
    const TemporaryFolder folder;
    std::vector<NewsArticle> articles = hostile_texts();
    for (NewsArticle& article : articles) article.text = valid_utf8(article.text);
    index_articles(folder / "db", articles);
    const Searcher searcher(folder / "db");
    HostileQueries queries(5);
    std::size_t marks = 0;
    for (int i = 0; i < 1500; ++i) {
        const SearchResult result = search(searcher, queries.next());
        for (const SearchHit& hit : result.hits) {
            ASSERT_NO_FATAL_FAILURE(expect_sound(result, hit)) << result.query << hit.id;
            marks += hit.highlights.size();
        }
    }
    EXPECT_GT(marks, 1000U);
}

}  // namespace
}  // namespace sinodex
