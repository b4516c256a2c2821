// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/stored_records.h"

#include <algorithm>
#include <charconv>

#include "corpus/error.h"
#include "corpus/schema/terms.h"

namespace sinodex {

void want_records_of(const std::string& id, const IndexReader& index) {
    for (const Xapian::docid document : index.documents_with(id_term(id))) index.want(document);
}

std::vector<StoredRecord> records_of(const std::string& id, const IndexReader& index) {
    std::vector<StoredRecord> records;
    const std::vector<Xapian::docid> documents = index.documents_with(id_term(id));
    for (const Xapian::docid document : documents) index.want(document);
    for (const Xapian::docid document : documents) {
        Record record = index.record(document);
        if (record.id != id) continue;
        for (Revision& revision : record.revisions) {
            revision = index.revision_of(document, revision);
        }
        records.push_back({document, std::move(record)});
    }
    std::sort(records.begin(), records.end(), [](const StoredRecord& a, const StoredRecord& b) {
        return a.record.first_passage < b.record.first_passage;
    });
    return records;
}

std::optional<PassageName> passage_name(const std::string& id) {
    const std::size_t hash = id.rfind('#');
    if (hash == std::string::npos) return std::nullopt;
    PassageName name{id.substr(0, hash)};
    const char* end = id.data() + id.size();
    const auto read = std::from_chars(id.data() + hash + 1, end, name.number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return name;
}

bool holds_passage(const Record& record, std::uint32_t number) {
    return number >= record.first_passage && number - record.first_passage < record.passages.size();
}

void refuse_unknown_id(const std::string& id) {
    throw Error(ErrorKind::query, id + ": no article or passage has this id",
                "a search prints the id of each hit in brackets: [article#passage, ...]");
}

}  // namespace sinodex
