#include "corpus/schema/record.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "corpus/error.h"

namespace sinodex {
namespace {

class RecordMaker {
 public:
    explicit RecordMaker(unsigned seed) : random_(seed) {}

    Record make() {
        Record record;
        for (std::string* text : {&record.id, &record.title, &record.url, &record.source,
                                  &record.author, &record.date, &record.lang}) {
            *text = bytes(number(3) == 0 ? 300 : 20);
        }
        record.first_passage = number(1000);
        record.text_begin = number(2) == 0 ? 0 : number(1U << 30U);
        record.code_points_before = number(record.text_begin + 1);
        record.text = bytes(2000);
        const auto size = static_cast<std::uint32_t>(record.text.size());
        if (number(2) == 0) record.title_range = {number(50), 50 + number(50)};
        record.passages = ranges(record.text_begin, size);
        record.boilerplate = ranges(record.text_begin, size);
        return record;
    }

 private:
    std::uint32_t number(std::uint32_t below) {
        return below == 0 ? 0 : std::uniform_int_distribution<std::uint32_t>(0, below - 1)(random_);
    }
    std::string bytes(std::uint32_t most) {
        std::string text(number(most + 1), '\0');
        for (char& c : text) c = static_cast<char>(number(256));
        return text;
    }
    std::vector<ByteRange> ranges(std::uint32_t offset, std::uint32_t size) {
        std::vector<ByteRange> ranges;
        for (std::uint32_t at = number(200); at < size; at += number(300)) {
            const std::uint32_t length = number(std::min(size - at, 400U) + 1);
            ranges.push_back({offset + at, offset + at + length});
            at += length + (length == 0 ? 1 : 0);
        }
        return ranges;
    }

    std::mt19937 random_;
};

void expect_equal(const Record& a, const Record& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.title, b.title);
    EXPECT_EQ(a.url, b.url);
    EXPECT_EQ(a.source, b.source);
    EXPECT_EQ(a.author, b.author);
    EXPECT_EQ(a.date, b.date);
    EXPECT_EQ(a.lang, b.lang);
    EXPECT_EQ(a.first_passage, b.first_passage);
    EXPECT_EQ(a.text_begin, b.text_begin);
    EXPECT_EQ(a.code_points_before, b.code_points_before);
    EXPECT_TRUE(a.title_range == b.title_range);
    EXPECT_TRUE(a.boilerplate == b.boilerplate);
    EXPECT_TRUE(a.passages == b.passages);
    EXPECT_EQ(a.text, b.text);
}

// "" when `data` is refused as damaged; else what is wrong.
std::string refusal_of(std::string_view data) {
    try {
        decode_record(data);
        return "accepted";
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::database) return "of another kind";
        return error.hint().find("--rebuild") == std::string::npos ? "without a hint" : "";
    }
}

TEST(Record, ComesBackAsItWas) {
    RecordMaker maker(1);
    for (int round = 0; round < 2000; ++round) {
        const Record record = maker.make();
        expect_equal(decode_record(encode(record)), record);
        if (HasFailure()) FAIL() << "round " << round;
    }
}

TEST(Record, MayBeEmpty) { expect_equal(decode_record(encode({})), {}); }

TEST(Record, HoldsTheLargestOffsets) {
    Record record;
    record.first_passage = record.code_points_before = UINT32_MAX;
    record.text_begin = UINT32_MAX - 4;
    record.text = "text";
    record.passages = {{UINT32_MAX - 4, UINT32_MAX - 2}, {UINT32_MAX - 2, UINT32_MAX}};
    record.title_range = {0, UINT32_MAX};
    expect_equal(decode_record(encode(record)), record);
    EXPECT_EQ(record.at(record.passages[1]), "xt");
}

TEST(Record, NoticesEveryDamagedByte) {
    RecordMaker maker(2);
    std::mt19937 random(3);
    for (int round = 0; round < 5; ++round) {
        const std::string whole = encode(maker.make());
        for (std::size_t at = 0; at < whole.size(); ++at) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ static_cast<char>(1U + random() % 255U));
            ASSERT_EQ(refusal_of(damaged), "") << "byte " << at << " of " << whole.size();
        }
    }
}

TEST(Record, NoticesEveryTruncation) {
    const std::string whole = encode(RecordMaker(4).make());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        ASSERT_EQ(refusal_of(std::string_view(whole).substr(0, size)), "") << size;
    }
    EXPECT_EQ(refusal_of(whole + '\0'), "");
}

TEST(Record, RefusesBytesThatNeverWereOne) {
    std::mt19937 random(5);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(random() % 64, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        ASSERT_EQ(refusal_of(bytes), "");
    }
}

// Passages that lie outside would let at() read elsewhere.
TEST(Record, RefusesPassagesOutsideOfItsText) {
    for (const ByteRange range : {ByteRange{9, 12}, ByteRange{10, 15}, ByteRange{15, 16},
                                  ByteRange{12, 11}, ByteRange{11, UINT32_MAX}}) {
        Record record;
        record.text_begin = 10;
        record.text = "text";
        record.passages = {range};
        EXPECT_EQ(refusal_of(encode(record)), "") << range.begin << '-' << range.end;
    }
}

}  // namespace
}  // namespace sinodex
