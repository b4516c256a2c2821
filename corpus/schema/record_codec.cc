// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/record_codec.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/schema/finding_names.h"

namespace sinodex {
namespace {

constexpr int kDatePrecisions = static_cast<int>(DatePrecision::span) + 1;
constexpr int kDateKinds = static_cast<int>(DateKind::unresolved) + 1;
constexpr int kQualifiers = static_cast<int>(Qualifier::up_to) + 1;
constexpr int kOrigins = static_cast<int>(DateOrigin::file) + 1;
constexpr int kTrusts = static_cast<int>(DateTrust::guess) + 1;

template <typename Enumerator>
std::uint64_t code(Enumerator value) {
    return static_cast<std::uint64_t>(value);
}

std::int64_t days_since_epoch(Day day) { return day.time_since_epoch().count(); }

std::int64_t within(std::int64_t value, std::int64_t furthest) {
    if (value < -furthest || value > furthest) damaged_record("a number is out of range");
    return value;
}

constexpr std::int64_t kFurthestDay = 4'000'000;  // since 1970; the year 10,000 and some
constexpr std::int64_t kFurthestExponent = 1000;

Day day_at(std::int64_t days) { return Day(std::chrono::days(within(days, kFurthestDay))); }

}  // namespace

void damaged_record(const std::string& what) {
    throw Error(ErrorKind::database, "the database is damaged: " + what,
                "build it anew: sinodex-index --rebuild");
}

void RecordWriter::number(std::uint64_t value) {
    while (value >= 0x80) {
        bytes_.push_back(static_cast<char>(0x80U | (value & 0x7FU)));
        value >>= 7U;
    }
    bytes_.push_back(static_cast<char>(value));
}

void RecordWriter::signed_number(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    number(value < 0 ? ~(bits << 1U) : bits << 1U);
}

void RecordWriter::string(std::string_view text) {
    number(text.size());
    bytes_.append(text);
}

void RecordWriter::range(ByteRange range, std::uint32_t& before) {
    number(range.begin - before);
    number(range.size());
    before = range.begin;
}

void RecordWriter::ranges(const std::vector<ByteRange>& ranges) {
    number(ranges.size());
    std::uint32_t before = 0;
    for (const ByteRange each : ranges) range(each, before);
}

void RecordWriter::revisions(const std::vector<Revision>& revisions) {
    const auto [oldest, newest] = std::minmax_element(revisions.begin(), revisions.end());
    const std::uint64_t top = revisions.empty() ? kNoRevision : *newest;
    const bool alike = revisions.empty() || *oldest == top;
    number(top * 2 + (alike ? 0 : 1));
    if (alike) return;
    for (const Revision revision : revisions) number(top - revision);
}

void RecordWriter::findings(const Findings& findings) {
    number(findings.date_origin ? code(*findings.date_origin) + 1 : 0);
    number(code(findings.date_trust));
    number(findings.entities.size());
    for (const std::string& id : findings.entities) string(id);
    std::uint32_t before = 0;
    number(findings.mentions.size());
    for (const Mention& mention : findings.mentions) {
        range(mention.range, before);
        number(mention.entity);
        number(code(mention.kind));
    }
    before = 0;
    number(findings.amounts.size());
    for (const Amount& amount : findings.amounts) {
        const bool is_range = !(amount.low == amount.high);
        range(amount.range, before);
        number(code(amount.unit));
        number(code(amount.qualifier) * 2 + (is_range ? 1 : 0));
        number(static_cast<std::uint64_t>(amount.precision));
        signed_number(amount.low.mantissa());
        signed_number(amount.low.exponent());
        if (!is_range) continue;
        signed_number(amount.high.mantissa());
        signed_number(amount.high.exponent());
    }
    before = 0;
    number(findings.dates.size());
    for (const DateMention& date : findings.dates) {
        range(date.range, before);
        number(code(date.precision) * 8 + code(date.kind) * 2 + (date.days ? 1 : 0));
        if (!date.days) continue;
        signed_number(days_since_epoch(date.days->from));
        signed_number(days_since_epoch(date.days->to) - days_since_epoch(date.days->from));
    }
}

std::uint64_t RecordReader::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (bytes_.empty()) damaged_record("a document ends early");
        const auto byte = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) return value;
    }
    damaged_record("a number in a document is too long");
}

std::uint32_t RecordReader::number32() {
    const std::uint64_t value = number();
    if (value > UINT32_MAX) damaged_record("a number in a document is too large");
    return static_cast<std::uint32_t>(value);
}

std::int64_t RecordReader::signed_number() {
    const std::uint64_t bits = number();
    const auto half = static_cast<std::int64_t>(bits >> 1U);
    return (bits & 1U) != 0 ? ~half : half;
}

std::string_view RecordReader::view() {
    const std::size_t size = count();
    const std::string_view text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return text;
}

std::size_t RecordReader::count() {
    const std::uint64_t value = number();
    if (value > bytes_.size()) damaged_record("a document ends early");
    return value;
}

int RecordReader::small(int limit) {
    const std::uint64_t value = number();
    if (value >= static_cast<std::uint64_t>(limit)) damaged_record("a number is out of range");
    return static_cast<int>(value);
}

ByteRange RecordReader::range(std::uint32_t& before) {
    ByteRange range;
    range.begin = before + number32();
    range.end = range.begin + number32();
    before = range.begin;
    return range;
}

std::vector<ByteRange> RecordReader::ranges() {
    std::vector<ByteRange> ranges(count());
    std::uint32_t before = 0;
    for (ByteRange& each : ranges) each = range(before);
    return ranges;
}

std::vector<Revision> RecordReader::revisions(std::size_t count) {
    const std::uint64_t packed = number();
    if (packed / 2 > UINT32_MAX) damaged_record("a revision is too large");
    std::vector<Revision> revisions(count, static_cast<Revision>(packed / 2));
    if (packed % 2 == 0) return revisions;
    for (Revision& revision : revisions) {
        const std::uint64_t older = number();
        if (older > revision) damaged_record("a number is out of range");
        revision -= static_cast<Revision>(older);
    }
    return revisions;
}

Findings RecordReader::findings() {
    Findings findings;
    const int origin = small(kOrigins + 1);
    if (origin > 0) findings.date_origin = static_cast<DateOrigin>(origin - 1);
    findings.date_trust = static_cast<DateTrust>(small(kTrusts));
    findings.entities.resize(count());
    for (std::string& id : findings.entities) id = string();
    std::uint32_t before = 0;
    findings.mentions.resize(count());
    for (Mention& mention : findings.mentions) {
        mention.range = range(before);
        mention.entity =
            static_cast<EntityNumber>(small(static_cast<int>(findings.entities.size())));
        mention.kind = static_cast<MentionKind>(small(static_cast<int>(kMentionKinds)));
    }
    before = 0;
    findings.amounts.resize(count());
    for (Amount& amount : findings.amounts) {
        amount.range = range(before);
        amount.unit = static_cast<Unit>(small(kUnits));
        const int qualifier = small(2 * kQualifiers);
        amount.qualifier = static_cast<Qualifier>(qualifier / 2);
        amount.precision = small(100);
        const auto decimal = [this] {
            const std::int64_t mantissa = signed_number();
            return Decimal(mantissa, static_cast<int>(within(signed_number(), kFurthestExponent)));
        };
        amount.low = decimal();
        amount.high = qualifier % 2 == 1 ? decimal() : amount.low;
    }
    before = 0;
    findings.dates.resize(count());
    for (DateMention& date : findings.dates) {
        date.range = range(before);
        const int packed = small(8 * kDatePrecisions);
        if (packed % 8 / 2 >= kDateKinds) damaged_record("a number is out of range");
        date.precision = static_cast<DatePrecision>(packed / 8);
        date.kind = static_cast<DateKind>(packed % 8 / 2);
        if (packed % 2 == 0) continue;
        const Day from = day_at(signed_number());
        const std::int64_t further = within(signed_number(), 2 * kFurthestDay);
        date.days = DayRange{from, day_at(days_since_epoch(from) + further)};
    }
    return findings;
}

}  // namespace sinodex
