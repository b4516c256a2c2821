// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/record_packing.h"

#include <gtest/gtest.h>

#include <random>

#include "corpus/error.h"
#include "corpus/schema/record.h"

namespace sinodex {
namespace {

std::string record_of(const std::string& id, const std::string& text) {
    Record record;
    record.id = id;
    record.title = "Title of " + id;
    record.date = "2021-04-10";
    record.text = text;
    record.passages = {{0, static_cast<std::uint32_t>(text.size())}};
    record.revisions = {1};
    return encode(record);
}

// Records of words that come again, as those of news do.
std::vector<std::string> sample_records(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::string> records;
    for (std::size_t i = 0; i < count; ++i) {
        std::string text;
        for (int word = 0; word < 60; ++word) {
            text += "word" + std::to_string(random() % 900) + ' ';
        }
        records.push_back(record_of(std::to_string(random() % 1000) + ".txt", text));
    }
    return records;
}

std::string random_bytes(std::size_t size) {
    std::mt19937 random(9);
    std::string bytes(size, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    return bytes;
}

TEST(RecordPacker, GivesBackWhatItWasGiven) {
    RecordDictionaries learned;
    learned.learn(sample_records(2000, 1));
    ASSERT_EQ(learned.newest(), 1U);
    for (const RecordDictionaries& dictionaries : {RecordDictionaries(), learned}) {
        RecordPacker packer(dictionaries);
        RecordUnpacker unpacker(RecordDictionaries::decode(dictionaries.encode()));
        for (const std::string& record :
             {std::string(), std::string("one"), std::string(1'000'000, 'a'), random_bytes(300'000),
              record_of("", ""), record_of("a", random_bytes(300'000)),
              record_of("b", std::string(1'000'000, 'a')), sample_records(1, 2).front()}) {
            EXPECT_TRUE(unpacker.unpack(packer.pack(record)) == record) << record.size();
        }
    }
}

TEST(RecordPacker, MakesShortRecordsSmallByWhatItLearned) {
    RecordDictionaries dictionaries;
    const std::string record = sample_records(1, 3).front();
    const std::size_t before = RecordPacker(dictionaries).pack(record).size();
    dictionaries.learn(sample_records(2000, 4));
    EXPECT_LT(RecordPacker(dictionaries).pack(record).size(), before * 3 / 4);
}

TEST(RecordUnpacker, GivesTheTextsAlone) {
    RecordDictionaries learned;
    learned.learn(sample_records(2000, 13));
    for (const RecordDictionaries& dictionaries : {RecordDictionaries(), learned}) {
        RecordPacker packer(dictionaries);
        RecordUnpacker unpacker(dictionaries);
        for (const std::string& record :
             {record_of("", ""), record_of("a", "螞蟻集團"), record_of("b", random_bytes(5000)),
              sample_records(1, 14).front()}) {
            const Record whole = decode_record(record);
            const SearchedTexts texts = searched_texts(unpacker.unpack_texts(packer.pack(record)));
            EXPECT_EQ(texts.title, whole.title);
            EXPECT_EQ(texts.text, whole.text);
        }
    }
}

TEST(RecordPacker, DoesNotSpellOutWhatItLearnedNothingOf) {
    RecordDictionaries dictionaries;
    dictionaries.learn(sample_records(2000, 15));
    std::string text;
    for (int i = 0; i < 200; ++i) text += "Слова " + std::to_string(i % 10) + " иного языка. ";
    const std::string record = record_of("c", text);
    EXPECT_LE(RecordPacker(dictionaries).pack(record).size(),
              RecordPacker(RecordDictionaries()).pack(record).size());
}

TEST(RecordDictionaries, LearnAgainOnlyFromMuchMore) {
    RecordDictionaries dictionaries;
    dictionaries.learn({});
    dictionaries.learn(sample_records(20, 5));
    EXPECT_EQ(dictionaries.newest(), 0U) << "too little to learn from";
    dictionaries.learn(sample_records(1000, 6));
    EXPECT_EQ(dictionaries.newest(), 1U);
    const std::string packed = RecordPacker(dictionaries).pack("as before");
    dictionaries.learn(sample_records(1500, 7));
    EXPECT_EQ(dictionaries.newest(), 1U);
    dictionaries.learn(sample_records(4000, 8));
    EXPECT_EQ(dictionaries.newest(), 2U);
    EXPECT_EQ(RecordUnpacker(dictionaries).unpack(packed), "as before");
}

TEST(RecordDictionaries, StayBoundedAndDoNotTripOverWhatHasNothingInCommon) {
    RecordDictionaries dictionaries;
    dictionaries.learn(sample_records(8'000, 9));
    dictionaries.learn(sample_records(16'000, 10));
    EXPECT_EQ(dictionaries.newest(), 1U);
    EXPECT_LE(dictionaries.encode().size(), 600'000U);
    RecordDictionaries noise;
    noise.learn({random_bytes(3'000'000)});
    noise.learn(std::vector<std::string>(100'000, ""));
    noise.learn({100'000, record_of("", "")});
    RecordPacker packer(noise);
    EXPECT_EQ(RecordUnpacker(noise).unpack(packer.pack("a")), "a");
}

TEST(RecordUnpacker, RefusesWhatNoPackerMade) {
    RecordDictionaries dictionaries;
    dictionaries.learn(sample_records(1000, 11));
    const std::string whole = RecordPacker(dictionaries).pack(sample_records(1, 12).front());
    RecordUnpacker unpacker(dictionaries);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_THROW(unpacker.unpack(whole.substr(0, size)), Error) << size;
    }
    EXPECT_THROW(unpacker.unpack('\2' + whole.substr(1)), Error) << "a dictionary not there";
    EXPECT_THROW(unpacker.unpack('\1' + random_bytes(200)), Error);
    EXPECT_THROW(unpacker.unpack_texts("\1\x20\x02\xFF"), Error);
    EXPECT_THROW(unpacker.unpack_texts(RecordPacker({}).pack("none")), Error);
    EXPECT_THROW(RecordDictionaries::decode("\x01\x20too short"), Error);
}

}  // namespace
}  // namespace sinodex
