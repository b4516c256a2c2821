// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/index_reader.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/posting_table.h"
#include "corpus/schema/remote_segment.h"
#include "corpus/schema/shard.h"
#include "corpus/schema/terms.h"
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

// Who serves an index, or its folder.
std::string place(const Segment& segment, const Manifest& manifest) {
    return segment.remote ? segment.remote->link().place() : manifest.database;
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

bool segment_has(const Xapian::Database& database, std::uint32_t document,
                 const std::string& term) {
    auto at = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    if (at != end) at.skip_to(document);
    return at != end && *at == document;
}

bool segment_holds_each(const Segment& segment, const std::vector<std::string>& terms) {
    return std::all_of(terms.begin(), terms.end(),
                       [&](const std::string& term) { return segment.database.term_exists(term); });
}

// Asks another machine for one document that has all of some terms.
RemoteSegment::Ticket ask_for_all_of(const Segment& segment,
                                     const std::vector<std::string>& terms) {
    const Xapian::Query all(Xapian::Query::OP_AND, terms.begin(), terms.end());
    const Xapian::BoolWeight weighting;
    MatchStatistics statistics{segment.database.get_doccount(), 1, {}};
    for (const std::string& term : terms) {
        statistics.terms[term] = {segment.database.get_termfreq(term), 0};
    }
    MatchAsked match;
    match.query = all.serialise();
    match.query_length = all.get_length();
    match.weighting = weighting.name();
    match.order = MatchOrder::value;
    match.most = 1;
    return segment.remote->ask(match, statistics);
}

bool segment_holds_together(const Segment& segment, const std::vector<std::string>& terms) {
    if (segment.remote) {
        return !segment.remote->match(ask_for_all_of(segment, terms)).documents.empty();
    }
    const auto rarer = [&](const std::string& a, const std::string& b) {
        return segment.database.get_termfreq(a) < segment.database.get_termfreq(b);
    };
    const DocumentNumbers documents =
        documents_with(segment, *std::min_element(terms.begin(), terms.end(), rarer));
    return std::any_of(documents.begin(), documents.end(), [&](std::uint32_t document) {
        return std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
            return segment_has(segment.database, document, term);
        });
    });
}

// Of a segment on another machine one document with a term is known, the first of its article, and
// the id of each document. So all sections of an article are known where they stand behind the
// first, as they do when they were indexed together; and else are asked for.
DocumentNumbers served_documents_with(const Segment& segment, const std::string& term) {
    const Xapian::Database& database = segment.database;
    const Xapian::doccount count = database.get_termfreq(term);
    DocumentNumbers documents(database.postlist_begin(term), database.postlist_end(term));
    const auto slot = static_cast<Xapian::valueno>(info(Field::id).slot);
    while (!documents.empty() && documents.size() < count) {
        const Xapian::docid next = documents.back() + 1;
        if (next > database.get_lastdocid() ||
            id_term(database.get_document(next, Xapian::DOC_ASSUME_VALID).get_value(slot)) !=
                term) {
            return segment.remote->documents_with(term);
        }
        documents.push_back(next);
    }
    return documents;
}

// What is stored of a document on another machine, packed, where it is a section of a long article;
// else nothing.
std::string record_in_outline(const Segment& segment, std::uint32_t document) {
    const auto slot = static_cast<Xapian::valueno>(info(Field::record).slot);
    return segment.database.get_document(document, Xapian::DOC_ASSUME_VALID).get_value(slot);
}

// Returns use(what is stored of a document).
template <typename Use>
auto with_packed_record(const Segment& segment, std::uint32_t document, Use use) {
    if (segment.remote) {
        const std::string packed = record_in_outline(segment, document);
        if (!packed.empty()) return use(packed);
        if (!segment.remote->keeps(document)) want_record(segment, document);
        return use(segment.remote->packed(document));
    }
    const auto slot = static_cast<Xapian::valueno>(info(Field::record).slot);
    if (segment.postings) return use(segment.postings->value(slot, document));
    // Whether the document is there, its value tells, too: to look for it takes longer than the
    // rest.
    const Xapian::Document found =
        segment.database.get_document(document, Xapian::DOC_ASSUME_VALID);
    return use(found.get_value(slot));
}

// Whether no article can be in two of these indexes, as they are different shards of one division.
bool are_disjoint(const std::vector<Manifest>& indexes) {
    std::uint32_t count = 0;
    std::set<std::uint32_t> numbers;
    for (const Manifest& index : indexes) {
        const auto shard = parse_shard(read_state(index, kStateShard));
        if (!shard || (count != 0 && shard->count != count)) return false;
        count = shard->count;
        if (!numbers.insert(shard->number).second) return false;
    }
    return true;
}

// Calls see(document, value) for each document of a term. A value lies anywhere, so that the
// processor is told of it some documents ahead.
template <typename See>
void for_each_value(const PostingTable& table, const std::string& term, std::uint32_t slot,
                    See see) {
    constexpr std::size_t kAhead = 16;
    std::array<std::uint32_t, kAhead> expected{};
    std::size_t count = 0;
    const auto see_expected = [&](std::size_t i) {
        const std::uint32_t document = expected[i % kAhead];
        see(document, table.value(slot, document));
    };
    PostingList list(table, term);
    while (list.next_chunk()) {
        list.read([&](std::uint32_t document, std::uint32_t) {
            table.expect_value(slot, document);
            if (count >= kAhead) see_expected(count);
            expected[count++ % kAhead] = document;
            return true;
        });
    }
    for (std::size_t i = count - std::min(count, kAhead); i < count; ++i) see_expected(i);
}

}  // namespace

IndexReader::IndexReader(const std::string& generation_path)
    : manifests_{read_manifest(generation_path)} {
    const Manifest& sealed = manifest();
    for (const std::string& folder : sealed.segments()) {
        const std::string path = sealed.database + "/" + folder;
        segments_.push_back({folder, Xapian::Database(path), {}, 0, {}});
        check_version(path, segments_.back().database);
        check_name(sealed.database, segments_.back());
        segments_.back().postings =
            std::make_shared<PostingTable>(path, segments_.back().database.get_lastdocid());
        database_.add_database(segments_.back().database);
        uuids_.push_back(segments_.back().database.get_uuid());
    }
    if (!sealed.whole || segments_.empty()) {
        damaged_database(generation_path + "/" + kManifestName, "is cut short");
    }
    DeletedDocuments deleted = decode_deleted(state(kStateDeleted));
    const auto records =
        std::make_shared<RecordUnpacker>(RecordDictionaries::decode(state(kStateRecords)));
    for (Segment& segment : segments_) {
        segment.records = records;
        segment.deleted = std::move(deleted[segment.folder]);
        deleted_ += static_cast<Xapian::doccount>(segment.deleted.size());
    }
}

IndexReader::IndexReader(const std::string& generation_path, std::shared_ptr<RemoteSegment> remote)
    : IndexReader(generation_path) {
    if (segments_.size() != 1 || has_deleted()) {
        damaged_database(generation_path, "is no outline of what a server has");
    }
    segments_.front().remote = std::move(remote);
    remote_ = true;
}

IndexReader::IndexReader(const Xapian::Database& database)
    : manifests_(1),
      uuids_{database.get_uuid()},
      segments_{{"", database, {}, 0, std::make_shared<RecordUnpacker>()}},
      database_(database) {}

IndexReader::IndexReader(std::vector<IndexReader> indexes) {
    std::vector<Revisions> revisions;
    for (IndexReader& index : indexes) {
        revisions.push_back(index.revisions());
        for (Segment& segment : index.segments_) {
            segment.index = manifests_.size();
            database_.add_database(segment.database);
            segments_.push_back(std::move(segment));
        }
        uuids_.insert(uuids_.end(), index.uuids_.begin(), index.uuids_.end());
        manifests_.push_back(std::move(index.manifests_.front()));
        deleted_ += index.deleted_;
        remote_ = remote_ || index.remote_;
    }
    revisions_ = JoinedRevisions(revisions);
    if (!are_disjoint(manifests_)) refuse_shared_articles();
}

std::string IndexReader::state(std::string_view name) const { return read_state(manifest(), name); }

std::string IndexReader::state_path(std::string_view name) const {
    const SealedFile* file = manifest().find(name);
    return file == nullptr ? std::string() : manifest().path(*file);
}

Revisions IndexReader::revisions() const {
    return indexes() > 1 ? revisions_.all() : Revisions::decode(state(kStateRevisions));
}

Revision IndexReader::revision_of(Xapian::docid document, Revision own) const {
    return indexes() > 1 ? revisions_.joined(segment_with(document).index, own) : own;
}

Revision IndexReader::own_revision(const Segment& segment, Revision revision) const {
    return indexes() > 1 ? revisions_.own(segment.index, revision) : revision;
}

std::uint64_t IndexReader::articles() const {
    return documents() - frequency(std::string(info(Field::section).prefix));
}

Xapian::doccount IndexReader::frequency(const std::string& term) const {
    Xapian::doccount count = counted_frequency(term);
    for (const Segment& segment : segments_) {
        if (count > 0 && !segment.deleted.empty()) count -= deleted_with(segment, term);
    }
    return count;
}

Xapian::doccount IndexReader::counted_frequency(const std::string& term) const {
    if (term.empty()) return database_.get_doccount();
    Xapian::doccount count = 0;
    for (const Segment& segment : segments_) {
        count += segment.postings ? PostingList(*segment.postings, term).size()
                                  : segment.database.get_termfreq(term);
    }
    return count;
}

bool IndexReader::holds(const std::string& term) const {
    return has_deleted() ? first_with(term) != 0 : counted_frequency(term) > 0;
}

std::vector<Xapian::docid> IndexReader::documents_with(const std::string& term) const {
    std::vector<Xapian::docid> documents;
    if (is_remote()) {
        for (std::size_t i = 0; i < segments_.size(); ++i) {
            for (const std::uint32_t own : sinodex::documents_with(segments_[i], term)) {
                documents.push_back(number_in(i, own));
            }
        }
        std::sort(documents.begin(), documents.end());
        return documents;
    }
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

// Of what another machine has, this one is known. Articles are many where a word is common, and
// their ids lie one behind the other.
Xapian::docid IndexReader::example_with(const std::string& term) const {
    const auto slot = static_cast<Xapian::valueno>(info(Field::id).slot);
    Xapian::docid example = 0;
    std::string least;
    const auto compare = [&](Xapian::docid document, std::string_view id) {
        if (example != 0 && (id > least || (id == least && document > example))) return;
        example = document;
        least = id;
    };
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const Segment& segment = segments_[i];
        const auto see = [&](std::uint32_t own, std::string_view id) {
            if (!is_among(segment.deleted, own)) compare(number_in(i, own), id);
        };
        if (segment.postings) {
            for_each_value(*segment.postings, term, slot, see);
            continue;
        }
        const Xapian::Database& database = segment.database;
        auto ids = database.valuestream_begin(slot);
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
            ids.skip_to(*at);
            see(*at, *ids);
        }
    }
    return example;
}

// Xapian deals the documents of several databases out like cards.
const Segment& IndexReader::segment_with(Xapian::docid document) const {
    return segments_[(document - 1) % static_cast<Xapian::docid>(segments_.size())];
}

bool IndexReader::is_deleted(Xapian::docid document) const {
    if (deleted_ == 0) return false;
    const auto count = static_cast<Xapian::docid>(segments_.size());
    return is_among(segment_with(document).deleted, (document - 1) / count + 1);
}

const Segment& IndexReader::segment_of(const Xapian::Database& part) const {
    const auto found = std::find(uuids_.begin(), uuids_.end(), part.get_uuid());
    return segments_.at(static_cast<std::size_t>(found - uuids_.begin()));
}

std::set<std::size_t> IndexReader::indexes_with(const std::string& term) const {
    std::set<std::size_t> indexes;
    for (const Segment& segment : segments_) {
        const bool has = segment.deleted.empty() ? segment.database.term_exists(term)
                                                 : !sinodex::documents_with(segment, term).empty();
        if (has) indexes.insert(segment.index);
    }
    return indexes;
}

void IndexReader::want(Xapian::docid document) const {
    const auto count = static_cast<Xapian::docid>(segments_.size());
    const Segment& segment = segment_with(document);
    if (segment.remote) want_record(segment, (document - 1) / count + 1);
}

void IndexReader::flush() const {
    for (const Segment& segment : segments_) {
        if (segment.remote) segment.remote->flush();
    }
}

void IndexReader::begin_request(
    std::optional<std::chrono::steady_clock::time_point> deadline) const {
    holders_.clear();
    for (const Segment& segment : segments_) {
        if (!segment.remote) continue;
        segment.remote->forget();
        segment.remote->link().set_deadline(deadline);
    }
}

void IndexReader::note_holders(const std::string& term,
                               const std::vector<Xapian::docid>& documents) const {
    holders_[term].insert(documents.begin(), documents.end());
}

// Sections of one article share its id's term, so that most terms of more than one document are
// none of these.
void IndexReader::refuse_shared_articles() const {
    const auto place_of = [this](std::size_t index) {
        const auto is_its = [&](const Segment& segment) { return segment.index == index; };
        return place(*std::find_if(segments_.begin(), segments_.end(), is_its), manifests_[index]);
    };
    const std::string prefix(info(Field::id).prefix);
    const auto end = database_.allterms_end(prefix);
    for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
        if (term.get_termfreq() < 2) continue;
        const std::set<std::size_t> indexes = indexes_with(*term);
        if (indexes.size() < 2) continue;
        throw Error(ErrorKind::database,
                    (*term).substr(prefix.size()) + ": this article is in both " +
                        place_of(*indexes.begin()) + " and " + place_of(*indexes.rbegin()),
                    "an article may be in one of them only: build them as shards, with "
                    "sinodex-index --shard, or put all into one database");
    }
}

Record IndexReader::record(Xapian::docid document) const {
    const auto count = static_cast<Xapian::docid>(segments_.size());
    return record_of(segments_[(document - 1) % count], (document - 1) / count + 1);
}

SearchedTexts IndexReader::texts(Xapian::docid document) const {
    const auto count = static_cast<Xapian::docid>(segments_.size());
    return searched_texts(texts_of(segments_[(document - 1) % count], (document - 1) / count + 1));
}

void IndexReader::read_texts(Xapian::docid document, TextNumbers& texts) const {
    const auto count = static_cast<Xapian::docid>(segments_.size());
    const Segment& segment = segments_[(document - 1) % count];
    with_packed_record(segment, (document - 1) / count + 1, [&](std::string_view packed) {
        segment.records->read_texts(packed, texts);
    });
}

bool IndexReader::has_on_server(Xapian::docid document, const std::string& term) const {
    if (!holders_.contains(term)) note_holders(term, documents_with(term));
    return holders_.at(term).contains(document);
}

bool IndexReader::has_term(Xapian::docid document, const std::string& term) const {
    if (is_elsewhere(document)) return has_on_server(document, term);
    const auto count = static_cast<Xapian::docid>(segments_.size());
    return segment_has(segment_with(document).database, (document - 1) / count + 1, term);
}

void IndexReader::ask_together(const std::vector<std::string>& terms) const {
    for (const Segment& segment : segments_) {
        if (segment.remote && segment_holds_each(segment, terms)) ask_for_all_of(segment, terms);
    }
}

bool IndexReader::held_together(const std::vector<std::string>& terms) const {
    if (is_remote()) ask_together(terms);
    return std::any_of(segments_.begin(), segments_.end(), [&](const Segment& segment) {
        return segment_holds_each(segment, terms) && segment_holds_together(segment, terms);
    });
}

std::string difference(const IndexReader& one, const IndexReader& other) {
    for (const std::string_view name : {kStateKnowledge, std::string_view(kDictionaryName)}) {
        const SealedFile* mine = one.manifest().find(name);
        const SealedFile* theirs = other.manifest().find(name);
        if (mine == nullptr && theirs == nullptr) continue;
        const bool same = mine != nullptr && theirs != nullptr && mine->size == theirs->size &&
                          mine->hash == theirs->hash;
        if (!same) return std::string(name);
    }
    return {};
}

DocumentNumbers documents_with(const Segment& segment, const std::string& term) {
    if (segment.remote) return served_documents_with(segment, term);
    DocumentNumbers documents;
    const Xapian::Database& database = segment.database;
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
        if (!is_among(segment.deleted, *at)) documents.push_back(*at);
    }
    return documents;
}

void want_record(const Segment& segment, std::uint32_t document) {
    const auto slot = static_cast<Xapian::valueno>(info(Field::id).slot);
    const Xapian::Database& database = segment.database;
    const std::string term = id_term(database.get_document(document).get_value(slot));
    const Xapian::doccount holders = database.get_termfreq(term);
    if (holders > 1 && !record_in_outline(segment, document).empty()) return;
    segment.remote->want(document, term, holders);
}

Record record_of(const Segment& segment, std::uint32_t document) {
    return with_packed_record(segment, document, [&](std::string_view packed) {
        return decode_record(segment.records->unpack(packed));
    });
}

std::string_view texts_of(const Segment& segment, std::uint32_t document) {
    return with_packed_record(segment, document, [&](std::string_view packed) {
        return segment.records->unpack_texts(packed);
    });
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
