// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/schema/index_reader.h"
#include "corpus/schema/record.h"

namespace sinodex {

// The documents of an article, in the order of its sections, with their revisions as the index
// counts them; none where no article has the id.
struct StoredRecord {
    Xapian::docid document = 0;
    Record record;
};
std::vector<StoredRecord> records_of(const std::string& id, const IndexReader& index);

// Notes that they will be asked for, so that they come with what else is asked of other machines.
void want_records_of(const std::string& id, const IndexReader& index);

// "article-id#12" taken apart; nothing for what is no such id.
struct PassageName {
    std::string article;
    std::uint32_t number = 0;
};
std::optional<PassageName> passage_name(const std::string& id);

// Whether a passage of an article, by its number there, stands in a section of it.
bool holds_passage(const Record& record, std::uint32_t number);

// Throws Error (query): there is no article or passage with this id.
[[noreturn]] void refuse_unknown_id(const std::string& id);

}  // namespace sinodex
