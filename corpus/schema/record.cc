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

Checksum checksum_of(std::string_view bytes) { return static_cast<Checksum>(content_hash(bytes)); }

}  // namespace

std::string encode(const Record& record) {
    RecordWriter out;
    out.bytes().assign(sizeof(Checksum), '\0');
    out.number(kFormatVersion);
    for (const FieldInfo* field : kArticleFacts) out.string(record.*field->fact.stored);
    out.number(record.first_passage);
    out.number(record.text_begin);
    out.number(record.code_points_before);
    out.ranges({record.title_range});
    out.ranges(record.boilerplate);
    out.ranges(record.passages);
    out.revisions(record.revisions);
    out.findings(record.findings);
    std::string& bytes = out.bytes();
    bytes.append(record.text);
    const Checksum sum = checksum_of(std::string_view(bytes).substr(sizeof(Checksum)));
    std::memcpy(bytes.data(), &sum, sizeof sum);
    return std::move(bytes);
}

Record decode_record(std::string_view data) {
    std::string_view body = data;
    Checksum sum = 0;
    if (!take_bytes(body, sum)) damaged_record("a document ends early");
    if (sum != checksum_of(body)) damaged_record("a document does not match its checksum");
    RecordReader in(body);
    if (in.number() != kFormatVersion) {
        damaged_record("a document is of another format version");
    }
    Record record;
    for (const FieldInfo* field : kArticleFacts) record.*field->fact.stored = in.string();
    record.first_passage = in.number32();
    record.text_begin = in.number32();
    record.code_points_before = in.number32();
    const auto title = in.ranges();
    if (title.size() == 1) record.title_range = title.front();
    record.boilerplate = in.ranges();
    record.passages = in.ranges();
    record.revisions = in.revisions(record.passages.size());
    record.findings = in.findings();
    record.text = in.rest();
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
