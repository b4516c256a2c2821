// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/schema/deleted.h"
#include "corpus/schema/manifest.h"
#include "corpus/schema/record.h"
#include "corpus/schema/record_packing.h"
#include "corpus/schema/revisions.h"

namespace sinodex {

class PostingTable;
class RemoteSegment;

// A sealed Xapian database that an index is made of, and what of it has been deleted since.
struct Segment {
    std::string folder;  // its name, "gen-000003"
    Xapian::Database database;
    DocumentNumbers deleted;
    std::size_t index = 0;  // the one that it belongs to, among several that are read as one
    std::shared_ptr<RecordUnpacker> records;  // those of the index that the segment is of
    // Where another machine serves it: then `database` has all but records and lists of postings;
    // see served_outline.h.
    std::shared_ptr<RemoteSegment> remote = nullptr;
    std::shared_ptr<const PostingTable> postings = nullptr;  // where the segment lies in a folder
};

// An index that was opened, or several as one: the one way from a path to Xapian databases, for
// whoever reads it. Nobody else knows of how many Xapian databases it consists.
//
// Its segments are searched as one Xapian database, whose numbers of documents are those meant here
// unless a segment is named. What Xapian itself says of frequencies and numbers of documents counts
// deleted ones, until a merge leaves them out; what is said here does not.
//
// Not thread-safe, as a Xapian handle is not: one per thread.
class IndexReader {
 public:
    // Opens a sealed generation, by its path. Throws Error (database) when another version of this
    // program made it, or it is damaged, and Xapian::Error when it cannot be opened.
    explicit IndexReader(const std::string& generation_path);
    // One segment that lies nowhere, with nothing else.
    explicit IndexReader(const Xapian::Database& database);
    // The same of an index of which the generation is an outline, and all else is asked of who
    // serves it. Throws LostShard besides.
    IndexReader(const std::string& generation_path, std::shared_ptr<RemoteSegment> remote);
    // Several indexes, each of which was opened by itself, as one: folders and what other machines
    // serve, in any mixture. Their statistics count together, and their revisions are put in one
    // order. Throws Error (database) where an article is in two of them, which is looked for unless
    // their shards rule it out.
    explicit IndexReader(std::vector<IndexReader> indexes);

    std::size_t indexes() const { return manifests_.size(); }  // that are read as one
    // Returns the manifest of the first index: what is asked of it is the same in all that may be
    // read as one.
    const Manifest& manifest() const { return manifests_.front(); }
    const Xapian::Database& database() const { return database_; }
    const std::vector<Segment>& segments() const { return segments_; }
    bool has_deleted() const { return deleted_ > 0; }

    // Whether other machines have to be asked for what matches in some segments and what is stored
    // of that: each time that one waits for an answer takes a round trip. What of that a request
    // needs is asked for in one go, with want(); of what it has not wanted, record() asks for one
    // at a time.
    bool is_remote() const { return remote_; }
    void want(Xapian::docid document) const;
    // Sends all that was asked for.
    void flush() const;
    // A request begins: nothing that was asked for earlier is wanted any more, and no answer is
    // waited for beyond its deadline.
    void begin_request(std::optional<std::chrono::steady_clock::time_point> deadline) const;
    // Notes which documents have a term, as far as that may be asked of has_term(): of segments on
    // other machines, which it would ask otherwise.
    void note_holders(const std::string& term, const std::vector<Xapian::docid>& documents) const;

    // Numbers of documents of the whole and of one of its segments.
    Xapian::docid number_in(std::size_t segment, std::uint32_t own) const {
        return (own - 1) * static_cast<Xapian::docid>(segments_.size()) +
               static_cast<Xapian::docid>(segment) + 1;
    }

    // One of the files named in fields.h, as a whole; empty where there is none.
    std::string state(std::string_view name) const;
    // Where it is; empty likewise.
    std::string state_path(std::string_view name) const;
    // Returns the revisions of all indexes, joined.
    Revisions revisions() const;
    // The number among these of what a document calls a revision; and what a segment's documents
    // call the newest one up to a revision.
    Revision revision_of(Xapian::docid document, Revision own) const;
    Revision own_revision(const Segment& segment, Revision revision) const;

    // Documents, and articles, however many documents each of them has.
    Xapian::doccount documents() const { return database_.get_doccount() - deleted_; }
    std::uint64_t articles() const;

    // How many documents have a term; whether any has.
    Xapian::doccount frequency(const std::string& term) const;
    // The same as statistics count it, with those that have been deleted since. As Xapian has it,
    // but read where it lies: Xapian would copy a block from the kernel for each term.
    Xapian::doccount counted_frequency(const std::string& term) const;
    bool holds(const std::string& term) const;
    // They themselves, in ascending order.
    std::vector<Xapian::docid> documents_with(const std::string& term) const;
    // The first of them; 0: there is none.
    Xapian::docid first_with(const std::string& term) const;
    // The one of the article whose id is the first: the same article however they are divided into
    // indexes, and in whatever order they came.
    Xapian::docid example_with(const std::string& term) const;
    bool is_deleted(Xapian::docid document) const;
    // Returns what is stored of a document. Throws Error (database) when it is damaged.
    Record record(Xapian::docid document) const;
    // Its title and text only, several times as fast, but not compared with its checksum. Valid
    // until more is asked for. Throws likewise.
    SearchedTexts texts(Xapian::docid document) const;
    // The same as they are packed, in a fraction of the time.
    void read_texts(Xapian::docid document, TextNumbers& texts) const;
    // Whether a document has a term.
    bool has_term(Xapian::docid document, const std::string& term) const;
    // Whether another machine has a document.
    bool is_elsewhere(Xapian::docid document) const {
        return segment_with(document).remote != nullptr;
    }
    // Whether one document has all of these terms. What is asked of other machines for it can be
    // asked ahead, for several in one go.
    void ask_together(const std::vector<std::string>& terms) const;
    bool held_together(const std::vector<std::string>& terms) const;

    // The one among the segments that a part of the Xapian database is, which a match hands out.
    const Segment& segment_of(const Xapian::Database& part) const;

 private:
    const Segment& segment_with(Xapian::docid document) const;
    void refuse_shared_articles() const;
    bool has_on_server(Xapian::docid document, const std::string& term) const;
    std::set<std::size_t> indexes_with(const std::string& term) const;

    std::vector<Manifest> manifests_;  // by index
    std::vector<std::string> uuids_;   // by segment
    JoinedRevisions revisions_;        // of several
    std::vector<Segment> segments_;
    Xapian::Database database_;
    Xapian::doccount deleted_ = 0;
    bool remote_ = false;
    mutable std::unordered_map<std::string, std::unordered_set<Xapian::docid>> holders_;
};

// The documents of a segment that have a term and are not deleted, by their numbers in it.
DocumentNumbers documents_with(const Segment& segment, const std::string& term);

// Notes that what is stored of a document of a segment on another machine is wanted; see
// RemoteSegment.
void want_record(const Segment& segment, std::uint32_t document);

// Returns what is stored of a document, by its number in the segment. Throws Error (database) when
// it is damaged.
Record record_of(const Segment& segment, std::uint32_t document);

// Returns its texts, for searched_texts(); see IndexReader::texts.
std::string_view texts_of(const Segment& segment, std::uint32_t document);

// Returns which file of those named in fields.h keeps two indexes from being read as one, as it
// must be the same in both; empty where none does.
std::string difference(const IndexReader& one, const IndexReader& other);

// The revisions of a generation of whatever version. Throws Error (database) when it cannot be
// opened.
Revisions revisions_of(const std::string& generation_path);

}  // namespace sinodex
