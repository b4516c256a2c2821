// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/text_dictionary.h"

#include <gtest/gtest.h>

#include <random>

#include "corpus/error.h"
#include "corpus/schema/text_learning.h"
#include "corpus/schema/text_packer.h"

namespace sinodex {
namespace {

// News in two scripts, of words that come again.
class TextMaker {
 public:
    explicit TextMaker(unsigned seed) : random_(seed) {}

    std::string make(std::size_t words) {
        static const std::vector<std::string> kParts{"监管", "平台", "企业", "数据", "，", "。"};
        std::string text;
        for (std::size_t i = 0; i < words; ++i) {
            switch (random_() % 8) {
                case 0:
                    text += kParts[random_() % kParts.size()];
                    break;
                case 1:
                    text += ", " + std::to_string(random_() % 2000);
                    break;
                default:
                    text += (text.empty() ? "Word" : " word") + std::to_string(random_() % 300);
            }
        }
        return text;
    }

 private:
    std::mt19937 random_;
};

std::vector<std::string> texts_of(std::size_t count, unsigned seed) {
    TextMaker maker(seed);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) texts.push_back(maker.make(80));
    return texts;
}

TextDictionary learned_from(const std::vector<std::string>& texts) {
    return learn_texts({texts.begin(), texts.end()});
}

std::string any_bytes(std::size_t size) {
    std::mt19937 random(3);
    std::string bytes(size, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    return bytes;
}

std::string there_and_back(const TextDictionary& dictionary, const std::string& text) {
    std::string unpacked = "what was there before";
    dictionary.unpack(TextPacker(dictionary).pack(text), text.size(), unpacked);
    return unpacked;
}

TEST(TextPacker, TakesAShorterStringWhereThatTakesFewerBytes) {
    std::vector<std::string> strings{"ab", "abc", "cde"};
    for (int byte = 0; byte < 256; ++byte) strings.emplace_back(1, static_cast<char>(byte));
    const TextDictionary dictionary(strings, 0);
    struct Case {
        std::string text;
        std::size_t bytes;  // two for each string
    };
    for (const Case& one : std::vector<Case>{
             {"abcde", 4},  // ab cde, not abc d e
             {"abcdx", 6},  // abc d x
             {"abc", 2},
             {"xabcdeabc", 8},  // x ab cde abc
             {"", 0},
         }) {
        EXPECT_EQ(TextPacker(dictionary).pack(one.text).size(), one.bytes) << one.text;
        EXPECT_EQ(there_and_back(dictionary, one.text), one.text);
    }
}

TEST(TextDictionary, GivesBackEveryText) {
    const auto others = texts_of(20, 2);
    for (const auto& learned : {texts_of(0, 1), texts_of(1, 1), texts_of(1500, 1)}) {
        const TextDictionary dictionary = TextDictionary::decode(learned_from(learned).encode());
        for (const std::string& text : others) EXPECT_EQ(there_and_back(dictionary, text), text);
        for (const std::string& text :
             {std::string(), std::string("a"), std::string(1, '\0'), std::string(100'000, 'x'),
              std::string("Ünïcödé 螞蟻集團 \xF0\x9F\x90\xBC"), any_bytes(70'000)}) {
            EXPECT_TRUE(there_and_back(dictionary, text) == text) << text.substr(0, 40);
        }
    }
}

std::string of_numbers(const TextDictionary& dictionary, const std::string& text) {
    std::vector<std::uint16_t> numbers{7};
    dictionary.read_numbers(TextPacker(dictionary).pack(text), numbers);
    std::string joined;
    for (const std::uint16_t number : numbers) joined += dictionary.string(number);
    return joined;
}

TEST(TextDictionary, TellsTheStringsOfEveryText) {
    for (const auto& learned : {texts_of(0, 1), texts_of(1500, 1)}) {
        const TextDictionary dictionary = learned_from(learned);
        for (const std::string& text : texts_of(20, 9)) {
            EXPECT_EQ(of_numbers(dictionary, text), text);
        }
        for (const std::string& text : {std::string(), std::string("a"), any_bytes(70'000)}) {
            EXPECT_TRUE(of_numbers(dictionary, text) == text) << text.substr(0, 40);
        }
    }
}

TEST(TextDictionary, TellsNoStringsOfBytesThatAreNoCodes) {
    const TextDictionary dictionary = learned_from(texts_of(1500, 1));
    std::vector<std::uint16_t> numbers;
    EXPECT_THROW(dictionary.read_numbers("\xFF", numbers), Error);
    EXPECT_THROW(dictionary.read_numbers("\xFF\xFF", numbers), Error);
}

TEST(TextDictionary, MakesTextsLikeThoseThatItKnowsAThirdAsLong) {
    const TextDictionary dictionary = learned_from(texts_of(1500, 4));
    std::size_t before = 0;
    std::size_t after = 0;
    for (const std::string& text : texts_of(50, 5)) {
        before += text.size();
        after += TextPacker(dictionary).pack(text).size();
    }
    EXPECT_LT(after * 3, before);
}

TEST(TextDictionary, IsBoundedAndTheSameForTheSameTexts) {
    std::vector<std::string> texts;
    for (unsigned i = 0; i < 45'000; ++i) {
        texts.push_back(std::to_string(i * 2'654'435'761U));
        texts.push_back(texts.back());
        texts.push_back(texts.back() + texts.back());
    }
    const TextDictionary dictionary = learned_from(texts);
    EXPECT_LE(dictionary.size(), TextDictionary::kMaxStrings);
    EXPECT_TRUE(dictionary.encode() == learned_from(texts).encode());
    EXPECT_EQ(there_and_back(dictionary, texts.front()), texts.front());
}

TEST(TextDictionary, RefusesCodesThatAreNoText) {
    const TextDictionary dictionary = learned_from(texts_of(300, 6));
    const std::string text = texts_of(1, 7).front();
    const std::string codes = TextPacker(dictionary).pack(text);
    std::string unpacked;
    for (std::size_t size = 0; size < codes.size(); ++size) {
        EXPECT_THROW(dictionary.unpack(codes.substr(0, size), text.size(), unpacked), Error);
    }
    for (const std::size_t size : {std::size_t{0}, text.size() - 1, text.size() + 1, SIZE_MAX}) {
        EXPECT_THROW(dictionary.unpack(codes, size, unpacked), Error) << size;
    }
    // Whatever it makes of other bytes, it stays within its bounds.
    for (std::size_t at = 0; at < codes.size(); ++at) {
        std::string changed = codes;
        changed[at] = static_cast<char>(0xFF);
        try {
            dictionary.unpack(changed, text.size(), unpacked);
            EXPECT_EQ(unpacked.size(), text.size());
        } catch (const Error&) {
        }
    }
}

TEST(TextDictionary, RefusesBytesThatAreNoDictionary) {
    const std::string whole = learned_from(texts_of(100, 8)).encode();
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        EXPECT_THROW(TextDictionary::decode(whole.substr(0, size)), Error) << size;
    }
    EXPECT_THROW(TextDictionary::decode(std::string("\x81\x02\x01\x01x")), Error)
        << "more codes of one byte than there are";
    EXPECT_THROW(TextDictionary::decode(std::string("\x01\x01\x00", 3)), Error) << "no bytes";
    EXPECT_THROW(TextDictionary::decode("\x01\x01\x21" + std::string(33, 'x')), Error)
        << "a string too long";
}

}  // namespace
}  // namespace sinodex
