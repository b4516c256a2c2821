// SPDX-License-Identifier: GPL-2.0-or-later

// Files that a user writes or keeps: the first byte says which.

#include "corpus/dictionary/cedict.h"
#include "corpus/dictionary/compile.h"
#include "corpus/dictionary/dictionary.h"
#include "corpus/entities/entity_finder.h"
#include "corpus/schema/shard_list.h"
#include "corpus/synonyms/synonyms.h"
#include "searcher/saved/saved_work.h"
#include "tests/fuzz/fuzz.h"

namespace sinodex {
namespace {

using namespace fuzz;

// A user's own entities, and an article that names them.
void read_entities(std::string_view text) {
    accepts([&] {
        const Knowledge knowledge = Knowledge::parse(text, "fuzz");
        require(Knowledge::of_block(knowledge.block(), nullptr) == knowledge,
                "knowledge is read as it was kept");
        const EntityFinder finder(knowledge);
        EntityFinder::Scratch scratch;
        finder.find_mentions("Fuzz", text, scratch);
        finder.find_in_query(text.substr(0, 200));
    });
    accepts([&] { Knowledge::built_in().extended(text, "fuzz"); });
}

void read_dictionary(std::string_view text) {
    std::vector<CedictEntry> entries;
    while (!text.empty()) {
        CedictEntry entry;
        if (parse_cedict_line(take_line(text), entry)) entries.push_back(entry);
    }
    const std::string block = compile_dictionary(entries);
    const Dictionary dictionary(block);
    for (const CedictEntry& entry : entries) dictionary.of_chinese(entry.simplified);
}

void read_saved(std::string_view text) {
    const std::string lines = saved_lines(read_saved_work(text));
    require(saved_lines(read_saved_work(lines)) == lines, "saved work is read as it was written");
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sinodex;
    std::string_view bytes = fuzz::bytes_of(data, size);
    const std::uint8_t choice = fuzz::take_choice(bytes);
    if (choice % 5 == 0) read_entities(bytes);
    if (choice % 5 == 1) read_dictionary(bytes);
    if (choice % 5 == 2) read_saved(bytes);
    if (choice % 5 == 3) fuzz::accepts([&] { Synonyms::parse(bytes, "fuzz"); });
    if (choice % 5 == 4) {
        const fuzz::MemoryFile file(bytes);
        fuzz::accepts([&] { places_of(file.path()); });
    }
    return 0;
}
