// SPDX-License-Identifier: GPL-2.0-or-later

// Takes bytes for what a database keeps of all its articles together: the first says which file.

#include "corpus/dictionary/dictionary.h"
#include "corpus/passages/repetitions.h"
#include "corpus/schema/deleted.h"
#include "corpus/schema/revisions.h"
#include "corpus/schema/shard.h"
#include "corpus/schema/stories.h"
#include "tests/fuzz/fuzz.h"

namespace sinodex {
namespace {

using namespace fuzz;

void read_deleted(std::string_view bytes) {
    accepts([&] {
        const DeletedDocuments deleted = decode_deleted(bytes);
        for (const auto& [folder, numbers] : deleted) {
            for (std::size_t i = 1; i < numbers.size(); ++i) {
                require(numbers[i - 1] < numbers[i], "numbers of deleted documents ascend");
            }
        }
        require(decode_deleted(encode_deleted(deleted)) == deleted,
                "deleted documents are read as they were written");
    });
}

void read_dictionary(std::string_view bytes) {
    accepts([&] {
        const std::string block = "SDXDICT1" + std::string(bytes);
        const Dictionary dictionary(block);
        accepts([&] { dictionary.of_chinese("协议"); });
        accepts([&] { dictionary.of_english({"agreement"}); });
        accepts([&] { dictionary.of_english({"work", "togeth"}); });
    });
}

void read_lines(std::string_view bytes) {
    const std::string stories = Stories::decode(std::string(bytes)).encode();
    require(Stories::decode(stories).encode() == stories, "stories are read as they were written");
    const std::string revisions = Revisions::decode(bytes).encode();
    require(Revisions::decode(revisions).encode() == revisions,
            "revisions are read as they were written");
    const std::optional<Shard> shard = parse_shard(bytes);
    if (shard) require(parse_shard(shard->text()) == shard, "a shard is read as it was written");
}

void read_repetitions(std::string_view bytes) {
    const std::string known = Repetitions::decode(bytes).encode();
    require(Repetitions::decode(known).encode() == known,
            "repetitions are read as they were written");
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sinodex;
    std::string_view bytes = fuzz::bytes_of(data, size);
    const std::uint8_t choice = fuzz::take_choice(bytes);
    if (choice % 4 == 0) read_deleted(bytes);
    if (choice % 4 == 1) read_dictionary(bytes);
    if (choice % 4 == 2) read_lines(bytes);
    if (choice % 4 == 3) read_repetitions(bytes);
    return 0;
}
