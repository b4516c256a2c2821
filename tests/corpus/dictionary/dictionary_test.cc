// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/dictionary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <vector>

#include "corpus/dictionary/cedict.h"
#include "corpus/dictionary/compile.h"
#include "corpus/error.h"
#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using ::testing::ElementsAre;
using testing::expect_error;
using ::testing::IsEmpty;
using testing::TemporaryFolder;

const std::string kSmall = std::string(SINODEX_SOURCE_DIR) + "/tests/fixtures/dictionary/small.u8";

std::vector<std::string> texts(const std::vector<Translation>& translations) {
    std::vector<std::string> all;
    for (const Translation& each : translations) all.push_back(each.text);
    return all;
}

class SmallDictionary : public ::testing::Test {
 protected:
    std::string block_ = compile_dictionary(read_cedict(kSmall));
    Dictionary dictionary_{block_};
};

TEST_F(SmallDictionary, KnowsWhatChineseMeans) {
    EXPECT_THAT(texts(dictionary_.of_chinese("协议")),
                ElementsAre("agreement", "pact", "protocol"));
    EXPECT_THAT(texts(dictionary_.of_chinese("训斥")), ElementsAre("reprimand", "rebuke"));
    EXPECT_THAT(texts(dictionary_.of_chinese("杭州")), ElementsAre("hangzhou"));
    EXPECT_THAT(texts(dictionary_.of_chinese("协")), IsEmpty());
    EXPECT_THAT(texts(dictionary_.of_chinese("")), IsEmpty());
}

TEST_F(SmallDictionary, FindsWhatIsChineseForAnEnglishPhrase) {
    EXPECT_THAT(texts(dictionary_.of_english({"reprimand"})), ElementsAre("训斥", "责备"));
    EXPECT_THAT(texts(dictionary_.of_english({"artifici", "intellig"})), ElementsAre("人工智能"));
    EXPECT_THAT(texts(dictionary_.of_english({"artifici"})), ElementsAre("人工"));
    EXPECT_THAT(texts(dictionary_.of_english({"ballot"})), ElementsAre("票", "选票"));
    EXPECT_THAT(texts(dictionary_.of_english({"intellig"})), IsEmpty());
    EXPECT_THAT(texts(dictionary_.of_english({"unheard"})), IsEmpty());
    EXPECT_THAT(texts(dictionary_.of_english({})), IsEmpty());
}

TEST_F(SmallDictionary, TellsWordsOfOneStemApart) {
    const auto found = dictionary_.of_english({"organ"});
    ASSERT_THAT(texts(found), ElementsAre("器官", "有机", "器官"));
    EXPECT_EQ(found[0].english, "organ");
    EXPECT_EQ(found[1].english, "organic");
    EXPECT_EQ(found[2].english, "organs");
}

TEST_F(SmallDictionary, KnowsHowCharactersAreRead) {
    EXPECT_THAT(dictionary_.readings_of("票"), ElementsAre("piao"));
    EXPECT_THAT(dictionary_.readings_of("李"), ElementsAre("li"));
    EXPECT_THAT(dictionary_.readings_of("协"), IsEmpty());
    EXPECT_TRUE(dictionary_.is_family_name("李"));
    EXPECT_FALSE(dictionary_.is_family_name("票"));
    EXPECT_THAT(dictionary_.characters_read("li"), ElementsAre("李"));
    EXPECT_THAT(dictionary_.characters_read("lii"), IsEmpty());
    EXPECT_THAT(dictionary_.family_names_read("piao"), IsEmpty());
    EXPECT_THAT(dictionary_.family_names_read("li"), ElementsAre("李"));
}

TEST_F(SmallDictionary, TellsHowUsualATranslationIs) {
    const auto found = dictionary_.of_english({"reprimand"});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].rank, 0U);
    EXPECT_EQ(found[1].rank, 1U);
    EXPECT_EQ(found[0].entries, 2U);
    EXPECT_THAT(found[0].terms, ElementsAre("训", "斥"));
}

// Whatever is a phrase of an entry leads back to it.
TEST_F(SmallDictionary, LeadsBothWays) {
    for (const char* word : {"协议", "合作", "杭州市", "人工智能", "弗格森", "选票"}) {
        for (const Translation& english : dictionary_.of_chinese(word)) {
            EXPECT_THAT(texts(dictionary_.of_english(english.terms)), ::testing::Contains(word))
                << english.text;
        }
    }
}

TEST_F(SmallDictionary, WithoutWordsKnowsNothing) {
    EXPECT_TRUE(Dictionary().empty());
    EXPECT_THAT(Dictionary().of_chinese("协议"), IsEmpty());
    EXPECT_THAT(Dictionary().of_english({"pact"}), IsEmpty());
}

// Every way to cut the block off is told, and none is read beyond.
TEST_F(SmallDictionary, RefusesWhatIsDamaged) {
    expect_error(ErrorKind::database, "no dictionary", [] { Dictionary("no dictionary"); });
    for (std::size_t size = 0; size < block_.size(); ++size) {
        EXPECT_THROW(Dictionary(std::string_view(block_).substr(0, size)), Error) << size;
    }
    for (std::size_t i = 0; i < block_.size(); ++i) {
        std::string damaged = block_;
        damaged[i] = static_cast<char>(~damaged[i]);
        try {
            const Dictionary dictionary(damaged);
            dictionary.of_chinese("协议");
            dictionary.of_english({"artifici", "intellig"});
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::database);
        }
    }
}

TEST(ReadCedict, ReadsCompressedFilesToo) {
    const TemporaryFolder folder;
    const std::string path = folder / "small.u8.gz";
    const std::string text = testing::read_file(kSmall);
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
    gzclose(file);
    EXPECT_EQ(compile_dictionary(read_cedict(path)), compile_dictionary(read_cedict(kSmall)));
}

TEST(ReadCedict, TellsWhatIsNoDictionary) {
    const TemporaryFolder folder;
    folder.write("empty.u8", "# nothing\n");
    expect_error(ErrorKind::input, "holds no entry", [&] { read_cedict(folder / "empty.u8"); });
    expect_error(ErrorKind::input, "missing.u8", [&] { read_cedict(folder / "missing.u8"); });
}

}  // namespace
}  // namespace sinodex
