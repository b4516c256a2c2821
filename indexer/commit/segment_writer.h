// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "corpus/schema/record_packing.h"
#include "indexer/commit/document_source.h"

namespace sinodex {

// How the records among the values are packed that are not yet.
struct SegmentPacking {
    const RecordDictionaries& dictionaries;
    unsigned threads;
};

// Writes documents as a Xapian database, those of the first source in front, into a new folder: one
// glass table that holds metadata, values, lengths of documents and postings, and the header. There
// are no lists of a document's terms, no positions and no document data. Throws Error (output), and
// Xapian::Error where a source cannot be read.
void write_segment(const std::string& path, const std::map<std::string, std::string>& metadata,
                   const std::vector<std::unique_ptr<DocumentSource>>& sources,
                   SegmentPacking packing);

// Writes of them what tells most in few bytes: the same without records, but those of sections of
// long articles; and of each term with one document only, that of the article whose id is the
// first, though how many hold it is told as it is. See corpus/schema/served_outline.h.
void write_outline(const std::string& path, const std::map<std::string, std::string>& metadata,
                   const std::vector<std::unique_ptr<DocumentSource>>& sources);

}  // namespace sinodex
