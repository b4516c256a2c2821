// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/index_reader.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/text/analyzer.h"

namespace sinodex {
namespace {

// Where format 4 and those before it kept the revisions: in Xapian's metadata.
constexpr const char* kOldRevisions = "sinodex.revisions";

std::string made_by(const std::string& version, const std::string& analyzer) {
    return "format " + version + ", analysis " + analyzer;
}

// Searches know by its name which documents of a segment are deleted.
void check_name(const std::string& database, const Segment& segment) {
    if (segment.database.get_metadata(std::string(kMetaSegment)) == segment.folder) return;
    damaged_database(database + "/" + segment.folder, "is not the segment that it is called");
}

void check_version(const std::string& path, const Xapian::Database& database) {
    const std::string made = made_by(database.get_metadata(std::string(kMetaVersion)),
                                     database.get_metadata(std::string(kMetaAnalyzer)));
    const std::string ours = made_by(std::to_string(kFormatVersion), analyzer_fingerprint());
    if (made == ours) return;
    throw Error(
        ErrorKind::database,
        path + ": was made by another version of Sinodex (" + made + "; this one: " + ours + ")",
        "build it anew: sinodex-index --rebuild");
}

std::string read_state(const Manifest& manifest, std::string_view name) {
    const SealedFile* file = manifest.find(name);
    return file == nullptr ? std::string() : read_sealed(manifest, *file);
}

bool is_among(const DocumentNumbers& deleted, Xapian::docid document) {
    return std::binary_search(deleted.begin(), deleted.end(), document);
}

// Documents that have a term and are deleted: steps over the shorter of the two lists.
Xapian::doccount deleted_with(const Segment& segment, const std::string& term) {
    const DocumentNumbers& deleted = segment.deleted;
    auto at = segment.database.postlist_begin(term);
    const auto end = segment.database.postlist_end(term);
    Xapian::doccount count = 0;
    for (auto next = deleted.begin(); next != deleted.end() && at != end;) {
        at.skip_to(*next);
        if (at == end) break;
        if (*at == *next) ++count;
        next = std::lower_bound(next + 1, deleted.end(), *at);
    }
    return count;
}

}  // namespace

IndexReader::IndexReader(const std::string& generation_path)
    : manifest_(read_manifest(generation_path)) {
    for (const std::string& folder : manifest_.segments()) {
        segments_.push_back({folder, Xapian::Database(manifest_.database + "/" + folder), {}});
        check_version(manifest_.database + "/" + folder, segments_.back().database);
        check_name(manifest_.database, segments_.back());
        database_.add_database(segments_.back().database);
    }
    if (!manifest_.whole || segments_.empty()) {
        damaged_database(generation_path + "/" + kManifestName, "is cut short");
    }
    DeletedDocuments deleted = decode_deleted(state(kStateDeleted));
    for (Segment& segment : segments_) {
        segment.deleted = std::move(deleted[segment.folder]);
        deleted_ += static_cast<Xapian::doccount>(segment.deleted.size());
    }
}

IndexReader::IndexReader(const Xapian::Database& database)
    : segments_{{"", database, {}}}, database_(database) {}

std::string IndexReader::state(std::string_view name) const { return read_state(manifest_, name); }

std::string IndexReader::state_path(std::string_view name) const {
    const SealedFile* file = manifest_.find(name);
    return file == nullptr ? std::string() : manifest_.path(*file);
}

Revisions IndexReader::revisions() const { return Revisions::decode(state(kStateRevisions)); }

std::uint64_t IndexReader::articles() const {
    return documents() - frequency(std::string(info(Field::section).prefix));
}

Xapian::doccount IndexReader::frequency(const std::string& term) const {
    Xapian::doccount count = database_.get_termfreq(term);
    for (const Segment& segment : segments_) {
        if (count > 0 && !segment.deleted.empty()) count -= deleted_with(segment, term);
    }
    return count;
}

bool IndexReader::holds(const std::string& term) const {
    return has_deleted() ? first_with(term) != 0 : database_.term_exists(term);
}

std::vector<Xapian::docid> IndexReader::documents_with(const std::string& term) const {
    std::vector<Xapian::docid> documents;
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
        if (!is_deleted(*at)) documents.push_back(*at);
    }
    return documents;
}

Xapian::docid IndexReader::first_with(const std::string& term) const {
    for (auto at = database_.postlist_begin(term); at != database_.postlist_end(term); ++at) {
        if (!is_deleted(*at)) return *at;
    }
    return 0;
}

// Xapian deals the documents of several databases out like cards.
bool IndexReader::is_deleted(Xapian::docid document) const {
    if (deleted_ == 0) return false;
    const auto count = static_cast<Xapian::docid>(segments_.size());
    const Segment& segment = segments_[(document - 1) % count];
    return is_among(segment.deleted, (document - 1) / count + 1);
}

bool IndexReader::has_term(Xapian::docid document, const std::string& term) const {
    const auto count = static_cast<Xapian::docid>(segments_.size());
    const Xapian::Database& database = segments_[(document - 1) % count].database;
    const Xapian::docid number = (document - 1) / count + 1;
    auto at = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    if (at != end) at.skip_to(number);
    return at != end && *at == number;
}

DocumentNumbers documents_with(const Segment& segment, const std::string& term) {
    DocumentNumbers documents;
    const Xapian::Database& database = segment.database;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        if (!is_among(segment.deleted, *at)) documents.push_back(*at);
    }
    return documents;
}

Revisions revisions_of(const std::string& generation_path) {
    try {
        const Manifest manifest = read_manifest(generation_path);
        if (manifest.find(kStateRevisions) != nullptr) {
            return Revisions::decode(read_state(manifest, kStateRevisions));
        }
        return Revisions::decode(Xapian::Database(generation_path).get_metadata(kOldRevisions));
    } catch (const Xapian::Error& error) {
        throw Error(ErrorKind::database, generation_path + ": " + error.get_description(),
                    "build it anew: sinodex-index --rebuild");
    }
}

}  // namespace sinodex
