// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/record_packing.h"

#include <gtest/gtest.h>

#include <random>

#include "corpus/error.h"

namespace sinodex {
namespace {

// Records of words that come again, as those of news do.
std::vector<std::string> sample_records(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::string> records;
    for (std::size_t i = 0; i < count; ++i) {
        std::string record;
        for (int word = 0; word < 60; ++word) {
            record += "word" + std::to_string(random() % 900) + ' ';
        }
        records.push_back(record);
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
              sample_records(1, 2).front()}) {
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
    dictionaries.learn(sample_records(20'000, 9));
    dictionaries.learn(sample_records(80'000, 10));
    EXPECT_EQ(dictionaries.newest(), 1U);
    EXPECT_LE(dictionaries.bytes(1).size(), 110U * 1024);
    RecordDictionaries noise;
    noise.learn({random_bytes(10'000'000)});
    noise.learn(std::vector<std::string>(300'000, ""));
    noise.learn({300'000, "a"});
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
    EXPECT_THROW(RecordDictionaries::decode("\x01\x20too short"), Error);
}

}  // namespace
}  // namespace sinodex
