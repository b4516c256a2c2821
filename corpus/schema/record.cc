// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/record.h"

#include <cstring>
#include <utility>

#include "corpus/bytes.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/terms.h"

namespace sinodex {
namespace {

using Checksum = std::uint32_t;
using TextsSize = std::uint32_t;

static_assert(kRecordHeadBytes == sizeof(Checksum) + 1 && kFormatVersion < 0x80);

std::string encode_texts(const Record& record) {
    RecordWriter out;
    for (const FieldInfo* field : kArticleFacts) out.string(record.*field->fact.stored);
    out.bytes().append(record.text);
    return std::move(out.bytes());
}

Checksum checksum_of(std::string_view bytes) { return static_cast<Checksum>(content_hash(bytes)); }

}  // namespace

std::string encode(const Record& record) {
    RecordWriter out;
    out.bytes().assign(sizeof(Checksum), '\0');
    out.number(kFormatVersion);
    const std::string texts = encode_texts(record);
    put_bytes(out.bytes(), static_cast<TextsSize>(texts.size()));
    out.bytes().append(texts);
    out.number(record.first_passage);
    out.number(record.text_begin);
    out.number(record.code_points_before);
    out.ranges({record.title_range});
    out.ranges(record.boilerplate);
    out.ranges(record.passages);
    out.revisions(record.revisions);
    out.findings(record.findings);
    std::string& bytes = out.bytes();
    const Checksum sum = checksum_of(std::string_view(bytes).substr(sizeof(Checksum)));
    std::memcpy(bytes.data(), &sum, sizeof sum);
    return std::move(bytes);
}

std::optional<RecordParts> parts_of(std::string_view record) {
    if (record.size() <= kRecordHeadBytes) return std::nullopt;
    TextsSize size = 0;
    std::string_view rest = record.substr(kRecordHeadBytes);
    if (!take_bytes(rest, size) || size > rest.size()) return std::nullopt;
    return RecordParts{record.substr(0, kRecordHeadBytes), rest.substr(0, size), rest.substr(size)};
}

std::string joined(const RecordParts& parts) {
    std::string record(parts.head);
    put_bytes(record, static_cast<TextsSize>(parts.texts.size()));
    return record.append(parts.texts).append(parts.numbers);
}

SearchedTexts searched_texts(std::string_view texts) {
    RecordReader in(texts);
    SearchedTexts found;
    for (const FieldInfo* field : kArticleFacts) {
        const std::string_view fact = in.view();
        if (field->field == Field::title) found.title = fact;
    }
    found.text = in.rest();
    return found;
}

Record decode_record(std::string_view data) {
    std::string_view body = data;
    Checksum sum = 0;
    if (!take_bytes(body, sum)) damaged_record("a document ends early");
    if (sum != checksum_of(body)) damaged_record("a document does not match its checksum");
    const auto parts = parts_of(data);
    if (!parts) damaged_record("a document ends early");
    if (RecordReader(parts->head.substr(sizeof sum)).number() != kFormatVersion) {
        damaged_record("a document is of another format version");
    }
    Record record;
    RecordReader texts(parts->texts);
    for (const FieldInfo* field : kArticleFacts) record.*field->fact.stored = texts.string();
    record.text = texts.rest();
    RecordReader in(parts->numbers);
    record.first_passage = in.number32();
    record.text_begin = in.number32();
    record.code_points_before = in.number32();
    const auto title = in.ranges();
    if (title.size() == 1) record.title_range = title.front();
    record.boilerplate = in.ranges();
    record.passages = in.ranges();
    record.revisions = in.revisions(record.passages.size());
    record.findings = in.findings();
    if (!in.rest().empty()) damaged_record("a document has bytes left");
    const std::uint64_t text_end = record.text_begin + record.text.size();
    for (const ByteRange passage : record.passages) {
        if (passage.begin < record.text_begin || passage.end > text_end ||
            passage.begin > passage.end) {
            damaged_record("a passage lies outside of its document");
        }
    }
    return record;
}

}  // namespace sinodex
