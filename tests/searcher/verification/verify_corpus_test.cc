// SPDX-License-Identifier: GPL-2.0-or-later

// Holds for every sentence of every shipped article: it is found where it stands; with one word
// changed it is nearly there, and the change is shown; with its words turned round it is not there.
// The latter two take a third of the sentences, as they read more articles each.

#include <gtest/gtest.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/text/sentences.h"
#include "indexer/indexer.h"
#include "indexer/inspection.h"
#include "searcher/searcher.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace testing;

struct Sentence {
    std::string article;
    ByteRange range;
    std::string text;
};

IndexOptions shipped() {
    IndexOptions options;
    options.paths = {SINODEX_SOURCE_DIR "/corpus/articles"};
    return options;
}

const std::vector<Sentence>& sentences() {
    static const std::vector<Sentence> all = [] {
        std::vector<Sentence> found;
        SentenceSplitter splitter;
        inspect_documents(shipped(), [&](const Inspection& one) {
            for (const ByteRange passage : one.found.layout.passages) {
                const std::string_view text = slice(one.article.text, passage);
                for (const ByteRange range : splitter.split(text)) {
                    found.push_back({one.article.id,
                                     {range.begin + passage.begin, range.end + passage.begin},
                                     std::string(slice(text, range))});
                }
            }
        });
        return found;
    }();
    return all;
}

const Searcher& searcher() {
    static const TemporaryFolder folder;
    static const Searcher made = [] {
        IndexOptions options = shipped();
        options.database = folder / "db";
        index_documents(options);
        return Searcher(options.database);
    }();
    return made;
}

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// Words in ASCII with nothing but spaces around them.
std::vector<ByteRange> plain_words(const std::string& text) {
    std::vector<ByteRange> words;
    for (std::uint32_t begin = 0; begin < text.size();) {
        const auto end = static_cast<std::uint32_t>(std::min(text.find(' ', begin), text.size()));
        if (begin < end && std::all_of(text.begin() + begin, text.begin() + end, is_letter)) {
            words.push_back({begin, end});
        }
        begin = end + 1;
    }
    return words;
}

TEST(VerifyCorpus, FindsEverySentenceAtItsPlace) {
    std::size_t checked = 0;
    for (const Sentence& sentence : sentences()) {
        Verification result;
        try {
            result = searcher().verify(sentence.text, 1000);
        } catch (const Error&) {
            continue;  // too short or too long
        }
        ++checked;
        ASSERT_EQ(result.verdict, Verdict::exactly) << sentence.article << ": " << sentence.text;
        const bool there =
            std::any_of(result.places.begin(), result.places.end(), [&](const QuotedPlace& place) {
                // Quotation marks and ellipses at both ends are no part of a quotation.
                return place.hit.article.id == sentence.article && place.differences.empty() &&
                       place.begin >= sentence.range.begin && place.end <= sentence.range.end &&
                       place.end - place.begin + 8 >= sentence.range.size() &&
                       sentence.text.find(place.text) == place.begin - sentence.range.begin;
            });
        ASSERT_TRUE(there) << sentence.article << ": " << sentence.text;
    }
    EXPECT_GT(checked, 1500U);
}

TEST(VerifyCorpus, ShowsTheWordThatWasChanged) {
    std::size_t checked = 0;
    for (std::size_t i = 0; i < sentences().size(); i += 3) {
        const Sentence& sentence = sentences()[i];
        const auto words = plain_words(sentence.text);
        if (words.size() < 8) continue;
        const ByteRange word = words[words.size() / 2];
        std::string changed = sentence.text;
        changed.replace(word.begin, word.size(), "zzyzx");
        const Verification result = searcher().verify(changed, 1000);
        ASSERT_EQ(result.verdict, Verdict::nearly) << changed;
        const bool shown =
            std::any_of(result.places.begin(), result.places.end(), [&](const QuotedPlace& place) {
                if (place.hit.article.id != sentence.article || place.diff.size() != 4)
                    return false;
                return place.diff[1] == DiffPart{DiffPart::Kind::dropped,
                                                 " " + std::string(slice(sentence.text, word))} &&
                       place.diff[2] == DiffPart{DiffPart::Kind::added, " zzyzx"};
            });
        ASSERT_TRUE(shown) << sentence.article << ": " << changed;
        ++checked;
    }
    EXPECT_GT(checked, 250U);
}

TEST(VerifyCorpus, DoesNotFindWordsInAnotherOrder) {
    std::size_t checked = 0;
    for (std::size_t i = 0; i < sentences().size(); i += 3) {
        const Sentence& sentence = sentences()[i];
        const auto words = plain_words(sentence.text);
        if (words.size() < 8 || words.size() > 300) continue;
        std::string turned;
        for (auto word = words.rbegin(); word != words.rend(); ++word) {
            turned.append(turned.empty() ? "" : " ").append(slice(sentence.text, *word));
        }
        ASSERT_EQ(searcher().verify(turned).verdict, Verdict::absent) << turned;
        ++checked;
    }
    EXPECT_GT(checked, 250U);
}

}  // namespace
}  // namespace sinodex
