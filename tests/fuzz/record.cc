// SPDX-License-Identifier: GPL-2.0-or-later

// Takes bytes for what is stored of an article: the first says whether packed, as the database has
// it, or not, and then without checksum and version, which a fuzzer would not guess.

#include "corpus/schema/record.h"

#include "corpus/bytes.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/record_packing.h"
#include "corpus/schema/terms.h"
#include "tests/fuzz/fuzz.h"

namespace sinodex {
namespace {

using namespace fuzz;

std::string sealed(std::string_view body) {
    RecordWriter versioned;
    versioned.number(kFormatVersion);
    versioned.bytes().append(body);
    std::string record;
    put_bytes(record, static_cast<std::uint32_t>(content_hash(versioned.bytes())));
    return record.append(versioned.bytes());
}

// Whatever can be read can be used, and is the same when it is written and read again.
void read(std::string_view bytes) {
    const Record record = decode_record(bytes);
    for (const ByteRange passage : record.passages) {
        require(record.at(passage).size() == passage.size(), "a passage is whole");
    }
    require(record.revisions.size() == record.passages.size(), "each passage has a revision");
    const std::string again = encode(record);
    require(encode(decode_record(again)) == again, "a record is read as it was written");
}

// Packed bytes that were made of these, and these as packed bytes.
void unpack(std::string_view bytes) {
    static RecordUnpacker unpacker;
    static RecordPacker packer{RecordDictionaries()};
    require(unpacker.unpack(packer.pack(bytes)) == bytes, "what is packed can be unpacked");
    accepts([&] { decode_record(unpacker.unpack(bytes)); });
}

void unpack_by_dictionary(std::string_view bytes) {
    accepts([&] {
        const RecordDictionaries dictionaries = RecordDictionaries::decode(bytes);
        require(RecordDictionaries::decode(dictionaries.encode()).newest() == dictionaries.newest(),
                "dictionaries are read as they were written");
        const std::string packed = "\x01" + std::string(bytes);
        accepts([&] { searched_texts(RecordUnpacker(dictionaries).unpack_texts(packed)); });
        accepts([&] {
            TextNumbers texts;
            RecordUnpacker(dictionaries).read_texts(packed, texts);
        });
        RecordUnpacker(dictionaries).unpack(packed);
    });
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sinodex;
    std::string_view bytes = fuzz::bytes_of(data, size);
    const std::uint8_t choice = fuzz::take_choice(bytes);
    if (choice % 4 == 0) fuzz::accepts([&] { read(bytes); });
    if (choice % 4 == 1) fuzz::accepts([&] { read(sealed(bytes)); });
    if (choice % 4 == 2) unpack(bytes);
    if (choice % 4 == 3) unpack_by_dictionary(bytes);
    return 0;
}
