// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "corpus/readers/passed_over.h"

namespace sinodex {

struct IndexProgress {
    std::uint64_t documents = 0;
    std::uint64_t bytes_read = 0;
    std::uint64_t bytes_total = 0;  // 0: not known
    bool merging = false;           // reading is over
};

struct IndexOptions {
    std::string database;
    std::vector<std::string> paths;  // files, folders, or "-": JSON lines on standard input
    bool rebuild = false;            // start from nothing, whatever the database holds
    bool optimize = false;           // merge all segments into one; paths may be empty then
    bool prune = false;              // remove articles that the paths no longer hold
    // Prune although a path holds nothing at all: usually it is not there for another reason.
    bool prune_empty = false;
    // Files of entities that extend or replace those that come with the program; see
    // corpus/entities/knowledge.h. A database whose articles were read with other knowledge is
    // brought up to date as a whole.
    std::vector<std::string> entity_files;
    // A bilingual dictionary in the format of CC-CEDICT, .u8 or .u8.gz. It is stored with the
    // database; without one the database keeps the dictionary that it has.
    std::string dictionary_file;
    bool words_only = false;  // no entities, amounts, dates and versions of a story
    // "3/8": only the articles whose id falls into the third of eight shards; see
    // corpus/schema/shard.h. The database keeps it: where it is empty, the database's own stays in
    // force, and another one is refused.
    std::string shard;
    unsigned threads = 0;  // 0: one for each core
    // That the run may take, in bytes. A document that does not fit, which may have about a
    // fourteenth of it, is skipped and reported.
    std::uint64_t memory = 512ULL << 20U;
    static constexpr std::uint64_t kLeastMemory = 128ULL << 20U;
    unsigned wait_seconds = 0;  // how long to wait for another writer
    std::uint64_t max_document_bytes = 16ULL << 20U;
    std::istream* standard_input = nullptr;  // for "-"; null: std::cin
    std::function<void(const IndexProgress&)>
        progress;  // called by the calling thread; may be empty
};

struct SkippedDocument {
    std::string origin;  // path, or path:line
    std::string reason;
};

struct IndexReport {
    std::uint64_t read = 0;       // documents that could be read
    std::uint64_t added = 0;      // articles that the database did not have
    std::uint64_t replaced = 0;   // articles that were there and had changed
    std::uint64_t unchanged = 0;  // articles that were there as they are, or cannot be read now
    std::uint64_t pruned = 0;
    std::uint64_t of_other_shards = 0;  // documents that were read and do not belong here
    std::uint64_t duplicates = 0;       // documents whose id came again later in the run
    std::uint64_t skipped = 0;          // documents that could not be read
    std::uint64_t replaced_bytes = 0;   // invalid bytes in documents that were read
    std::uint64_t bytes = 0;            // of input
    double seconds = 0;
    bool wrote = false;  // the database is another one than before
    // Set where the database's articles were read with other knowledge of entities. Those of this
    // run were read anew; others keep what was found in them then.
    bool knowledge_changed = false;
    bool prune_refused = false;  // part of the input was unreadable: what is missing is not known
    std::uint32_t revision = 0;  // of the database now: how many runs have changed it
    std::uint64_t articles = 0;  // in the database now
    std::uint64_t other_versions = 0;  // of them, versions of a story that another one tells better
    std::uint64_t segments = 0;        // that the database consists of
    std::uint64_t database_bytes = 0;
    // The first of each, for messages.
    static constexpr std::size_t kMaxNamed = 100;
    std::vector<SkippedDocument> skipped_documents;
    std::vector<std::string> duplicate_ids;
    std::vector<std::string> empty_paths;  // paths that held no document
    PassedOver ignored_files;  // files in folders that are of no known kind, by their endings
    PassedOver ignored_links;  // links in folders, to folders or out of the folder given
    PassedOver ignored_parts;  // what files of several documents held that is none
};

// Brings a database up to date with the documents under the given paths.
//
// The database is the old one until it is the new one: all work is done beside it, made durable,
// and put in force by one rename. Killed at any instant, or failing for want of space, it leaves
// the old one in force; a later run removes the remains. Reading never waits for it.
//
// What others put into the database's folder is never touched, whatever it is called.
//
// Throws Error: usage (a folder that others keep things in, a shard that is none or another one
// than the database's), input (a path that is not there, an
// entity file or a dictionary that cannot be read, an empty path that would prune articles), locked
// (another writer), database (one that cannot be opened, or has lost its stub), output (a write
// that failed). One bad document is skipped and reported. Safe to call from several threads, also
// for the same database: all but one get `locked`.
IndexReport index_documents(const IndexOptions& options);

// For a program's terminate handler, as libxapian may throw where a full disk stops it in a
// destructor: removes what the runs of this process have written beside their databases, and
// returns what the exception at hand says.
std::string abandon_runs() noexcept;

// For the same: what became of the database of the last run, and what to do. Needs no memory.
const char* outcome_of_run() noexcept;

// A database that was read as a whole and is sound.
struct IndexCheck {
    std::uint64_t bytes = 0;
    std::uint32_t revision = 0;
    std::string revision_time;  // when that was made, 2026-11-22T17:37:20Z
};

// Compares a database with its checksums. Throws Error (database) when it is damaged or not there.
// Thread-safe.
IndexCheck check_index(const std::string& database);

}  // namespace sinodex
