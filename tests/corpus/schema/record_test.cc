// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/record.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "corpus/error.h"
#include "corpus/schema/record_codec.h"

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
        const bool alike = number(2) == 0;
        for (std::size_t i = 0; i < record.passages.size(); ++i) {
            record.revisions.push_back(alike ? 300 : number(300));
        }
        record.boilerplate = ranges(record.text_begin, size);
        record.findings = findings(record.text_begin, size);
        return record;
    }

    Findings findings(std::uint32_t offset, std::uint32_t size) {
        Findings findings;
        if (number(2) == 0) findings.date_origin = static_cast<DateOrigin>(number(4));
        findings.date_trust = static_cast<DateTrust>(number(3));
        for (std::uint32_t i = number(5); i > 0; --i) findings.entities.push_back(bytes(20));
        const auto entities = static_cast<std::uint32_t>(findings.entities.size());
        for (const ByteRange range : ranges(offset, size)) {
            if (entities == 0) break;
            findings.mentions.push_back(
                {number(entities), range, static_cast<MentionKind>(number(7)), false});
        }
        for (const ByteRange range : ranges(offset, size)) {
            const Decimal low = decimal();
            findings.amounts.push_back(
                {range, low, number(2) == 0 ? low : decimal(), static_cast<Unit>(number(kUnits)),
                 static_cast<Qualifier>(number(8)), static_cast<int>(number(100))});
        }
        for (const ByteRange range : ranges(offset, size)) {
            findings.dates.push_back({range, days(), static_cast<DatePrecision>(number(9)),
                                      static_cast<DateKind>(number(4))});
        }
        return findings;
    }

 private:
    std::uint32_t number(std::uint32_t below) {
        return below == 0 ? 0 : std::uniform_int_distribution<std::uint32_t>(0, below - 1)(random_);
    }
    Decimal decimal() {
        return {static_cast<std::int64_t>(random_()) << number(31),
                static_cast<int>(number(60)) - 30};
    }
    std::optional<DayRange> days() {
        if (number(4) == 0) return std::nullopt;
        const Day from(std::chrono::days(static_cast<int>(number(200'000)) - 100'000));
        return DayRange{from, from + std::chrono::days(number(4000))};
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

void expect_equal(const Amount& a, const Amount& b) {
    EXPECT_EQ(a.range, b.range);
    EXPECT_EQ(a.low, b.low);
    EXPECT_EQ(a.high, b.high);
    EXPECT_EQ(a.unit, b.unit);
    EXPECT_EQ(a.qualifier, b.qualifier);
    EXPECT_EQ(a.precision, b.precision);
}

void expect_equal(const DateMention& a, const DateMention& b) {
    EXPECT_EQ(a.range, b.range);
    EXPECT_EQ(a.days, b.days);
    EXPECT_EQ(a.precision, b.precision);
    EXPECT_EQ(a.kind, b.kind);
}

void expect_equal(const Findings& a, const Findings& b) {
    EXPECT_EQ(a.entities, b.entities);
    EXPECT_EQ(a.mentions, b.mentions);
    EXPECT_EQ(a.date_origin, b.date_origin);
    EXPECT_EQ(a.date_trust, b.date_trust);
    ASSERT_EQ(a.amounts.size(), b.amounts.size());
    for (std::size_t i = 0; i < a.amounts.size(); ++i) expect_equal(a.amounts[i], b.amounts[i]);
    ASSERT_EQ(a.dates.size(), b.dates.size());
    for (std::size_t i = 0; i < a.dates.size(); ++i) expect_equal(a.dates[i], b.dates[i]);
}

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
    EXPECT_EQ(a.revisions, b.revisions);
    expect_equal(a.findings, b.findings);
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
    record.revisions = {UINT32_MAX, 0};
    expect_equal(decode_record(encode(record)), record);
    EXPECT_EQ(record.at(record.passages[1]), "xt");
}

TEST(Record, SpendsABytePerPassageOnlyWhereTheirRevisionsDiffer) {
    Record record;
    record.text = "text";
    record.passages.assign(100, {0, 4});
    record.revisions.assign(100, 9);
    const std::size_t alike = encode(record).size();
    record.passages.clear();
    record.revisions.clear();
    EXPECT_EQ(alike, encode(record).size() + 200);  // of the ranges
    record.passages.assign(100, {0, 4});
    record.revisions.assign(100, 9);
    record.revisions[50] = 7;
    EXPECT_EQ(encode(record).size(), alike + 100);
    EXPECT_EQ(decode_record(encode(record)).revisions, record.revisions);
}

TEST(RecordReader, RefusesRevisionsThatCannotBe) {
    for (const std::vector<std::uint64_t>& numbers :
         {std::vector<std::uint64_t>{2 * 5 + 1, 0, 6}, {(1ULL << 33U)}, {2 * 5 + 1, 0}}) {
        RecordWriter writer;
        for (const std::uint64_t number : numbers) writer.number(number);
        EXPECT_THROW(RecordReader(writer.bytes()).revisions(2), Error) << numbers.front();
    }
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

// The hash keeps such bytes away; should it not, they must not do harm.
TEST(RecordReader, ReadsFindingsOfAnyBytesOrRefusesThem) {
    std::mt19937 random(6);
    RecordMaker maker(7);
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        RecordWriter writer;
        writer.findings(maker.findings(0, 500));
        std::string bytes = writer.bytes();
        for (auto flips = 1 + random() % 3; flips > 0; --flips) {
            bytes[random() % bytes.size()] = static_cast<char>(random());
        }
        try {
            RecordReader(bytes).findings();
        } catch (const Error& error) {
            ++refused;
            ASSERT_EQ(error.kind(), ErrorKind::database);
        }
    }
    EXPECT_GT(refused, 1000);
}

TEST(RecordReader, RefusesFindingsThatCannotBe) {
    const std::vector<std::pair<const char*, std::vector<std::uint64_t>>> cases{
        {"origin", {5}},
        {"trust", {0, 3}},
        {"more entities than bytes", {0, 0, 9}},
        {"a mention of an entity that is not there", {0, 0, 0, 1, 0, 1, 0, 0}},
        {"kind of a mention", {0, 0, 1, 0, 1, 0, 1, 0, 7}},
        {"unit", {0, 0, 0, 0, 1, 0, 1, kUnits, 0, 1, 2, 0}},
        {"qualifier", {0, 0, 0, 0, 1, 0, 1, 0, 16, 1, 2, 0}},
        {"exponent", {0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 2, UINT64_MAX}},
        {"precision of a date", {0, 0, 0, 0, 0, 1, 0, 1, 72}},
        {"first day", {0, 0, 0, 0, 0, 1, 0, 1, 1, UINT64_MAX, 0}},
        {"last day", {0, 0, 0, 0, 0, 1, 0, 1, 1, 0, UINT64_MAX}},
    };
    for (const auto& [what, numbers] : cases) {
        RecordWriter writer;
        for (const std::uint64_t number : numbers) writer.number(number);
        EXPECT_THROW(RecordReader(writer.bytes()).findings(), Error) << what;
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
