// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/dictionary/block.h"

#include "corpus/bytes.h"
#include "corpus/schema/record_codec.h"

namespace sinodex {
namespace {

constexpr const char* kDamaged = "its dictionary does not end where it should";

std::string_view take(std::string_view& bytes, std::size_t count) {
    if (bytes.size() < count) damaged_record(kDamaged);
    const std::string_view taken = bytes.substr(0, count);
    bytes.remove_prefix(count);
    return taken;
}

std::uint32_t take_u32(std::string_view& bytes) {
    std::uint32_t value = 0;
    if (!take_bytes(bytes, value)) damaged_record(kDamaged);
    return value;
}

// A record is its size and its bytes.
std::string_view take_record(std::string_view& bytes) {
    RecordReader reader(bytes);
    const std::uint32_t size = reader.number32();
    bytes = reader.rest();
    return take(bytes, size);
}

}  // namespace

RecordList::RecordList(std::string_view& block) {
    size_ = take_u32(block);
    const std::uint32_t bytes = take_u32(block);
    const std::size_t steps = (std::size_t{size_} + kStep - 1) / kStep;
    begins_ = take(block, steps * sizeof(std::uint32_t));
    records_ = take(block, bytes);
}

std::string_view RecordList::operator[](std::uint32_t number) const {
    std::string_view begin = begins_.substr(number / kStep * sizeof(std::uint32_t));
    std::string_view at = records_;
    take(at, take_u32(begin));
    for (std::size_t i = 0; i < number % kStep; ++i) take_record(at);
    return take_record(at);
}

void append_records(const std::vector<std::string>& records, std::string& block) {
    RecordWriter written;
    std::string begins;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (i % RecordList::kStep == 0) {
            put_bytes(begins, static_cast<std::uint32_t>(written.bytes().size()));
        }
        written.string(records[i]);
    }
    put_bytes(block, static_cast<std::uint32_t>(records.size()));
    put_bytes(block, static_cast<std::uint32_t>(written.bytes().size()));
    block.append(begins).append(written.bytes());
}

}  // namespace sinodex
