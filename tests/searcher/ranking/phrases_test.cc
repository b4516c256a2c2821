#include "searcher/ranking/phrases.h"

#include <gtest/gtest.h>

#include "corpus/text/analyzer.h"
#include "tests/searcher/understanding/small_domain.h"

namespace sinodex {
namespace {

std::vector<std::string> found(const std::string& phrase, const std::string& text) {
    Analyzer analyzer;
    const UnderstoodQuery query = testing::understand_query('"' + phrase + '"');
    std::vector<std::string> parts;
    for (const ByteRange range : find_phrase(query.phrases.at(0), analyzer.analyze(text))) {
        parts.emplace_back(slice(text, range));
    }
    return parts;
}

TEST(FindPhrase, ComparesFoldedWordsInTheirOrder) {
    using Parts = std::vector<std::string>;
    struct Case {
        std::string phrase, text;
        Parts parts;
    };
    for (const Case& one : std::vector<Case>{
             {"equity stakes",
              "Equity stakes, equity\nSTAKES.",
              {"Equity stakes", "equity\nSTAKES"}},
             {"equity stakes", "equity stake", {}},
             {"equity stakes", "stakes equity", {}},
             {"equity stakes", "equity in stakes", {}},
             {"equity stakes", "equity", {}},
             {"equity stakes", "", {}},
             {"a a", "a a a", {"a a"}},
             {"a b a", "a b a b a", {"a b a"}},
             {"a a b", "a a a b", {"a a b"}},
             {"the U.S. market", "in the US market’s", {"the US market’s"}},
             {"e-commerce giant", "an ecommerce giant", {"ecommerce giant"}},
             {"commerce giant", "an e-commerce giant", {"commerce giant"}},
             {"5 percent of", "5% of, 5 per cent of", {"5% of", "5 per cent of"}},
             {"蚂蚁集团", "螞蟻集團与蚂蚁集团", {"螞蟻集團", "蚂蚁集团"}},
             {"蚂蚁集团", "蚂蚁 集团", {"蚂蚁 集团"}},
             {"蚂蚁集团", "集团蚂蚁", {}},
             {"蚁集", "蚂蚁集团", {"蚁集"}},
             {"哈哈", "哈哈哈", {"哈哈"}},
             {"Ant 集团", "Ant集团", {"Ant集团"}},
         }) {
        EXPECT_EQ(found(one.phrase, one.text), one.parts) << one.phrase << " in " << one.text;
    }
}

}  // namespace
}  // namespace sinodex
