#include "corpus/schema/record.h"

#include <array>
#include <cstring>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/terms.h"

namespace sinodex {
namespace {

[[noreturn]] void damaged(const std::string& what) {
    throw Error(ErrorKind::database, "the database is damaged: " + what,
                "build it anew: sinodex-index --rebuild");
}

void put_varint(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out.push_back(static_cast<char>(0x80U | (value & 0x7FU)));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

void put_string(std::string& out, std::string_view text) {
    put_varint(out, text.size());
    out.append(text);
}

void put_ranges(std::string& out, const std::vector<ByteRange>& ranges) {
    put_varint(out, ranges.size());
    std::uint32_t at = 0;
    for (const ByteRange range : ranges) {
        put_varint(out, range.begin - at);
        put_varint(out, range.size());
        at = range.begin;
    }
}

class Input {
 public:
    explicit Input(std::string_view data) : data_(data) {}

    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (data_.empty()) damaged("a document ends early");
            const auto byte = static_cast<unsigned char>(data_.front());
            data_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return value;
        }
        damaged("a number in a document is too long");
    }
    std::uint32_t varint32() {
        const std::uint64_t value = varint();
        if (value > UINT32_MAX) damaged("a number in a document is too large");
        return static_cast<std::uint32_t>(value);
    }
    std::string string() {
        const std::uint64_t size = varint();
        if (size > data_.size()) damaged("a document ends early");
        std::string text(data_.substr(0, size));
        data_.remove_prefix(size);
        return text;
    }
    std::vector<ByteRange> ranges() {
        const std::uint64_t count = varint();
        if (count > data_.size()) damaged("a document ends early");
        std::vector<ByteRange> ranges(count);
        std::uint32_t at = 0;
        for (ByteRange& range : ranges) {
            range.begin = at + varint32();
            range.end = range.begin + varint32();
            at = range.begin;
        }
        return ranges;
    }
    std::string_view rest() const { return data_; }

 private:
    std::string_view data_;
};

constexpr std::size_t kHashBytes = sizeof(std::uint64_t);

std::array<char, kHashBytes> hash_bytes(std::string_view body) {
    const std::uint64_t hash = content_hash(body);
    std::array<char, kHashBytes> bytes{};
    std::memcpy(bytes.data(), &hash, kHashBytes);
    return bytes;
}

}  // namespace

std::string encode(const Record& record) {
    std::string out(kHashBytes, '\0');
    put_varint(out, kFormatVersion);
    for (const std::string* text : {&record.id, &record.title, &record.url, &record.source,
                                    &record.author, &record.date, &record.lang}) {
        put_string(out, *text);
    }
    put_varint(out, record.first_passage);
    put_varint(out, record.text_begin);
    put_varint(out, record.code_points_before);
    put_ranges(out, {record.title_range});
    put_ranges(out, record.boilerplate);
    put_ranges(out, record.passages);
    out.append(record.text);
    const auto hash = hash_bytes(std::string_view(out).substr(kHashBytes));
    std::memcpy(out.data(), hash.data(), kHashBytes);
    return out;
}

Record decode_record(std::string_view data) {
    if (data.size() < kHashBytes) damaged("a document ends early");
    const std::string_view body = data.substr(kHashBytes);
    if (std::memcmp(hash_bytes(body).data(), data.data(), kHashBytes) != 0) {
        damaged("a document does not match its checksum");
    }
    Input input(body);
    if (input.varint() != kFormatVersion) damaged("a document is of another format version");
    Record record;
    for (std::string* text : {&record.id, &record.title, &record.url, &record.source,
                              &record.author, &record.date, &record.lang}) {
        *text = input.string();
    }
    record.first_passage = input.varint32();
    record.text_begin = input.varint32();
    record.code_points_before = input.varint32();
    const auto title = input.ranges();
    if (title.size() == 1) record.title_range = title.front();
    record.boilerplate = input.ranges();
    record.passages = input.ranges();
    record.text = input.rest();
    const std::uint64_t text_end = record.text_begin + record.text.size();
    for (const ByteRange passage : record.passages) {
        if (passage.begin < record.text_begin || passage.end > text_end ||
            passage.begin > passage.end) {
            damaged("a passage lies outside of its document");
        }
    }
    return record;
}

}  // namespace sinodex
